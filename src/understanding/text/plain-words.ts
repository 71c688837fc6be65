const invisible =
  /\u034f|[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;

/**
 * The text as a reader sees it: characters without width gone (POLICY 8.9: the words they break are joined and kept), typographic
 * quotes, dashes and spaces made plain, line ends as "\n". Cues and quoted evidence are read from this.
 */
export const plainWords = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(invisible, "")
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d\u201e]/g, '"')
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, " ")
    .replace(/[ \t]{3,}/g, "  ");

const abbreviation =
  /\b(?:mr|mrs|ms|dr|prof|st|no|vs|approx|dept|ltd|inc|co|corp|jr|sr|e\.g|i\.e|a\.m|p\.m|[A-Z])\.$/i;
// As written, since "hr." in small letters or "FR." in large ones ends a sentence.
const foreignAbbreviation =
  /(?:^|[\s(])(?:bzw|ca|ggf|evtl|inkl|exkl|vgl|gez|Nr|Hr|Fr|Dipl|Mag|Ing|Tel|Std|Abs|Str|Mme|Mlle|MM|env|tél|réf|Réf|Sra?|Srs|Sres|Srta|Dña|Dra|Drª|Uds?|Lic|núm|Núm|Dpto|Avda|Exm[oa]s?|Exa|Eng|Arq|dhr|Dhr|mevr|Mevr|mw|Mw|drs|Drs|bijv|bv|evt|incl|excl)\.$/;
/** "Am 9. Dezember", "im 2. Stock": the stop makes an ordinal of the number (German). */
const ordinal = /(?:^|\s)\d{1,2}\.$/;
const counted =
  /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Quartal|Halbjahr|Lehrjahr|Runde|Stock|Stockwerk|Etage|OG|Obergeschoss|Kalenderwoche|KW)\b/;

/** Cuts a text into sentences, each on one line. A blank line, a bullet and a short line of its own end a sentence as well as a full stop does. */
export function sentencesOf(text: string): readonly string[] {
  const found: string[] = [];
  for (const paragraph of text.split(/\n\s*\n|\n(?=\s*(?:[-*•^#]|\d+[.)])\s)/)) {
    let open = "";
    for (const line of paragraph.split("\n")) {
      // A writer who breaks lines by hand stops short of the margin; what follows with a capital is a new sentence.
      const last = open.slice(open.lastIndexOf("\n") + 1);
      if (open !== "" && last.length < 50 && /^\s*[A-Z]/.test(line)) {
        found.push(...stops(open));
        open = line;
      } else open = open === "" ? line : `${open}\n${line}`;
    }
    found.push(...stops(open));
  }
  return found;
}

function stops(text: string): readonly string[] {
  const sentences: string[] = [];
  let open = "";
  const pieces = text
    .replace(/\s+/g, " ")
    .trim()
    .split(/(?<=[.!?])\s+(?=["'(¿¡«\p{Lu}\d])/u);
  for (const [at, piece] of pieces.entries()) {
    open = open === "" ? piece : `${open} ${piece}`;
    if (abbreviation.test(open) || foreignAbbreviation.test(open)) continue;
    if (ordinal.test(open) && counted.test(pieces[at + 1] ?? "")) continue;
    sentences.push(open);
    open = "";
  }
  if (open !== "") sentences.push(open);
  return sentences.filter((sentence) => sentence !== "");
}
