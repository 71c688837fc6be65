/** Letters and digits only, lower case, accents gone, for comparing names: "Küste & Co." is "kusteco". */
export function squash(text: string): string {
  const known = squashed.get(text);
  if (known !== undefined) return known;
  // Most words are plain ASCII, and normalizing is the dearest step of the whole reading.
  const plain = ascii.test(text)
    ? text.toLowerCase().replace(notPlain, "")
    : text
        .toLowerCase()
        .normalize("NFKD")
        .replace(/[^\p{L}\d]/gu, "");
  if (text.length <= longestKept) {
    if (squashed.size >= mostKept) squashed.clear();
    squashed.set(text, plain);
  }
  return plain;
}

// The same words come again in every mail.
const squashed = new Map<string, string>();
const mostKept = 20_000;
const longestKept = 24;
const ascii = /^[\x20-\x7e]*$/;
const notPlain = /[^a-z\d]+/g;

const umlauts: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  ø: "oe",
  å: "aa",
  æ: "ae",
};

/** The ways in which a domain may write a word: "Küste" as "kuste" or "kueste", "&" as "and" or nothing. */
export function spellings(word: string): readonly string[] {
  if (word === "&" || word === "+") return ["and", "und", "y", "et", ""];
  // "Caisse de l'Outaouais"
  const plain = squash(word.replace(/^[ld]['’](?=\p{L}{3})/iu, ""));
  if (!/[äöüßøåæ]/i.test(word)) return [plain.replace(/ß/g, "ss")];
  const spelled = squash(word.toLowerCase().replace(/[äöüßøåæ]/g, (letter) => umlauts[letter] ?? letter));
  return [spelled, plain.replace(/ß/g, "ss").replace(/ø/g, "o").replace(/æ/g, "ae")];
}
