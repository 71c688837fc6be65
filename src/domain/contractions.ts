/** What somebody who writes "I'm" writes for each of these; nothing that could be read as something else. */
const short: readonly (readonly [RegExp, string])[] = [
  [/\bI am(?= [\p{L}{])/gu, "I'm"],
  [/\bI would(?= [\p{L}{])/gu, "I'd"],
  [/\bI will(?= [\p{L}{])/gu, "I'll"],
  [/\b([Dd])o not\b/g, "$1on't"],
  [/\b([Cc])annot\b/g, "$1an't"],
  [/\bis not\b/g, "isn't"],
  [/\b([Hh])ave not\b/g, "$1aven't"],
  [/\b([Ii])t is(?= [\p{L}{])/gu, "$1t's"],
  [/\b([Tt])hat is(?= [\p{L}{])/gu, "$1hat's"],
];

/**
 * Gives an English sentence as somebody says it who contracts, "I'm" for "I am" (POLICY 5, the person's own manner). Made for the words of a
 * template before its facts are put in: what somebody else wrote stays as they wrote it. At the end of a clause nothing is contracted.
 */
export const contracted = (words: string): string =>
  short.reduce((said, [long, brief]) => said.replace(long, brief), words);
