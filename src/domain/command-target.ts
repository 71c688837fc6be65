import type { Target } from "./approval.ts";

/** An employer as it was written, or the number of a line; null for what reads like the rest of a sentence. Between quotation marks anything is a name. */
export function targetOf(words: string): Target | null {
  const line = /^(?:number |line )?#?(\d{1,3})$/i.exec(words)?.[1];
  if (line !== undefined) return { line: Number(line) };
  const quoted = /^"([^"]{1,80})"$/.exec(words)?.[1];
  if (quoted !== undefined) return { employer: quoted.trim() };
  const said = words.toLowerCase().split(/[ ,]+/);
  const isName =
    /^[\p{L}\d][^"<>|;:?!]{0,79}$/u.test(words) &&
    said.length <= 8 &&
    !/^(?:[Aa]n?|[Aa]nother|[Ss]ome|[Oo]ne) |^[Tt]he \p{Ll}+$/u.test(words) &&
    !said.some((word) => ofSentences.has(word));
  return isName ? { employer: words } : null;
}

/** Words of prose: "note to self", "an offer from them", "signed with love", "accepted XYZ but …". */
const ofSentences = new Set(
  `i me my we us our you your he him his she her they them their it its self myself this that these those who which what someone somebody anyone
everyone everybody nobody everything nothing but if when because although however unless while so then yet not no never maybe perhaps
yesterday today tomorrow tonight already soon again finally is are was were be been will would should could can may might must have has had
do does did don't didn't won't love thanks thank regards`.split(/\s+/),
);
