/** Gives a text without the accents of its letters, sign for sign: what a phone may leave out. "ß" stays. */
export const unaccented = (text: string): string =>
  /[\u00c0-\u017f]/.test(text)
    ? text.replace(/[\u00c0-\u017f]/g, (letter) => letter.normalize("NFD").charAt(0))
    : text;

/** Gives the ways in which a word may be typed: as it is, without accents, and with "ae" for "ä". */
export const spellings = (word: string): readonly string[] => [
  ...new Set([
    word,
    unaccented(word),
    unaccented(word).replaceAll("ß", "ss"),
    unaccented(word.replace(/[äöü]/g, (letter) => `${letter.normalize("NFD").charAt(0)}e`)).replaceAll(
      "ß",
      "ss",
    ),
  ]),
];

/** Gives a text in the spelling that is compared: lower case, one sign for each apostrophe, blanks as one blank. */
export const plainly = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, " ");
