import { english } from "./reply-table/english.ts";

/** "one" to "twelve": the numbers that people write out in an answer. The place in the list is the value less one. */
export const numberWords = english.numbers;
