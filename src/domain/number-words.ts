/** "one" to "twelve": the numbers that people write out in an answer. The place in the list is the value less one. */
export const numberWords = "one two three four five six seven eight nine ten eleven twelve".split(" ");
