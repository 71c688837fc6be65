import type { EmployerSize } from "../../domain/candidacy.ts";
import { legalForm } from "../who/company-words.ts";
import { type Guess, quoted, type SizeClues } from "./clues.ts";

/** A charity by its number, its own word, or its name (POLICY 4). ".org" alone says nothing: anybody may have one. */
export function charityBehind(mail: SizeClues): Guess<EmployerSize> | null {
  const own = [...mail.sentences, ...mail.signature.split("\n")].find(saysSo);
  if (own !== undefined)
    return { value: "charity", says: `They say so: ${quoted(own.trim())}.`, strength: 4 };
  const name = mail.organisations.find(
    (one) => !legalForm.test(one.replace(/\bgGmbH\b/, "")) && named.test(one),
  );
  if (name !== undefined) return { value: "charity", says: `They sign as ${quoted(name)}.`, strength: 3 };
  const ofACharity = mail.domain?.endsWith(".org") ? mail.sentences.find((one) => our.test(one)) : undefined;
  return ofACharity === undefined
    ? null
    : {
        value: "charity",
        says: `Their mail comes from "${mail.domain}" and says ${quoted(ofACharity)}.`,
        strength: 3,
      };
}

/** Whoever raises money for one has its number in the signature too. */
const saysSo = (line: string): boolean =>
  (number.test(line) || weAre.test(line)) &&
  !/\b(?:proud|support(?:s|ing|ers?)?|partners?|donat\w*|raising|on behalf of|sponsor\w*|chosen|clients?|used to|wenn|if)\b/i.test(
    line,
  );

const number =
  /\b(?:registered (?:charity|as a charity|charitable)|charity (?:no\b|number|reg)|charitable incorporated organisation|501\s?\(?c\)?\s?\(?3\)?|rna number)|\bals gemeinnützig anerkannt|\bgemeinnützige[rs]? (?:verein|gmbh|organisation|träger|stiftung)|\bgGmbH\b|\bassociation (?:loi (?:de )?1901|à but non lucratif|reconnue d'utilité publique)|\bANBI\b|\bipss\b/i;

const weAre = new RegExp(
  [
    "\\b(?:we are|we're|as)(?: \\w+){0,2} an? (?:\\w+[- ]){0,3}(?:charity|charities|non-?profit|not-for-profit|ngo|hospice|social enterprise charity)\\b",
    "\\bas an? (?:\\w+[- ]){0,3}(?:charity|non-?profit|not-for-profit|ngo)\\b",
    "\\b(?:wir sind|wir als) (?:\\p{L}+ ){0,3}(?:gemeinnützig\\w*|hilfsorganisation|wohlfahrtsverband)",
    "\\bnous sommes (?:\\p{L}+ ){0,3}(?:ong|association (?:caritative|humanitaire|à but non lucratif)|fondation)",
    "\\bsomos (?:\\p{L}+ ){0,3}(?:ong|fundación|fundação|asociación sin (?:ánimo|fines) de lucro|organização sem fins lucrativos)",
    "\\bwij zijn een (?:\\p{L}+ ){0,3}(?:goed doel|ngo|stichting zonder winstoogmerk)",
  ].join("|"),
  "iu",
);

const named =
  /^(?:the )?(?:[\p{L}&' .-]+ )?(?:foundation|charity|charities|hospice)$|^(?:the )?foundation for\b|^(?:fondation|fundación|fundação)\b|^stiftung\b|\p{L}{3}-?stiftung$|^(?:caritas|diakonie|arbeiterwohlfahrt|deutsches rotes kreuz)\b|\b(?:red cross|croix-rouge|cruz roja|rode kruis|cruz vermelha|wildlife trust)\b/iu;

const our = /\bour (?:\w+ )?(?:charity|foundation|non-?profit|ngo)\b/i;
