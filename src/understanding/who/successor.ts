import type { Address } from "../../domain/message.ts";
import { recipient } from "../../domain/plain-address.ts";
import { canBeWrittenTo } from "../../domain/recipient.ts";
import { isPersonName } from "./person-name.ts";

const anAddress = /(?<![\w.+%-])[\w.+%-]{1,64}@[a-z\d][a-z\d.-]{0,200}\.[a-z]{2,24}(?![\w@-])/gi;
/** Where several addresses stand, the one that the writer sends people to. */
const sendsThere =
  /\b(?:contact|write|reach|e-?mail|direct|forward|successor|replac\w+|taken over|takes over|wenden|schreiben|kontaktieren|nachfolg\w+|übernimmt|contacter|adress\w+|écri\w+|remplac\w+|successeure?|contacte|contactar|escrib\w+|dir[ií]jase|dirigirse|sucesora?|sustitu\w+|neem|opnemen|richten|opvolg\w+|vervang\w+|contatar|contacte|escrev\w+|dirija|substitu\w+|sucessora?)\b/i;

/**
 * Whom a mail names in place of somebody who has left: the one address in it that is not among `known`, or of several the one to which it sends
 * people. Null where there is none or it is not clear. It is offered, never written to by itself (SAFETY R38).
 */
export function successorIn(text: string, known: readonly string[]): Address | null {
  const plain = text.slice(0, 5_000).replace(/\s+/g, " ");
  const found = [...plain.matchAll(anAddress)].filter(([address]) => isNew(address, known));
  const sent = found.filter(({ index }) =>
    sendsThere.test(sentenceSoFar(plain.slice(Math.max(0, index - 160), index))),
  );
  const [one, ...more] = distinct(found.length > 1 ? sent : found);
  if (one === undefined || more.length > 0) return null;
  const at = plain.toLowerCase().indexOf(one);
  return { name: nameBefore(plain.slice(Math.max(0, at - 80), at)), address: one };
}

/** What one sentence says is not said of the addresses of the next one; "Dr. " and "J. " end none. */
const sentenceSoFar = (words: string): string => words.split(sentenceEnd).at(-1) ?? "";
const sentenceEnd =
  /(?<!(?<!\p{L})(?:\p{L}|Drs?|Mrs?|Ms|Prof|Hr|Fr|Mme|Sra?|Dra?|Dhr|Mevr|St))[.!?][)\]"'’”»]{0,3} (?=[\p{Lu}("“„«¿¡])/u;

const isNew = (address: string, known: readonly string[]): boolean =>
  !known.some((one) => one.toLowerCase() === address.toLowerCase()) &&
  canBeWrittenTo(address) &&
  recipient({ name: "", address }).ok;

const distinct = (found: readonly RegExpMatchArray[]): string[] => [
  ...new Set(found.map(([address]) => address.toLowerCase())),
];

/** "Priya Shah (", "Frau Priya Shah unter " -> "Priya Shah". */
function nameBefore(words: string): string {
  const said =
    /((?:\p{Lu}[\p{L}'’-]+ ){1,2}\p{Lu}[\p{L}'’-]+)[ ,:;(<[–-]{0,4}(?:(?:at|on|via|by|under|unter|per|sous|à l'adresse|en|a|bij|op|em|no|pelo) )?[(<[]?$/u.exec(
      words,
    )?.[1] ?? "";
  const name = said.replace(
    /^(?:Frau|Herrn?|Mrs?|Ms|Dr|Madame|Monsieur|Señora?|Sra?|Mevrouw|Meneer|Senhora?)\.? /u,
    "",
  );
  return isPersonName(name) ? name : "";
}
