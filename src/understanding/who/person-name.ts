import { departmentWords, halfDepartmentWords } from "./company-words.ts";
import { isListedTrade } from "./occupations.ts";
import { plainStartWords } from "./plain-start-words.ts";
import { squash } from "./spelling.ts";

const particle =
  /^(?:van|von|de|der|den|del|della|di|da|do|dos|das|la|le|el|al|bin|ibn|ten|ter|zu|af|av|y|e|'t|Van|Von|De|Der|Del|Di|Da|La|Le|El|Al|Ní|Ó|Mac|Nic|Uí)$/;
const initial = /^\p{Lu}\.?$/u;
const nameWord =
  /^(?:\p{Lu}[\p{Ll}\p{M}]+(?:['’]\p{Lu}?\p{L}+)?(?:-\p{Lu}?[\p{Ll}\p{M}]+)*|\p{Lu}['’]\p{Lu}\p{Ll}+|(?:Mac|Mc|De|La|Le|Di|Van|O)\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}?\.?(?:-\p{Lu}\.?)?)$/u;
const organisationWord =
  /^(?:ltd|limited|inc|llc|plc|gmbh|ag|group|labs?|bank|school|academy|college|university|hospital|council|trust|services?|systems?|solutions|foods|hotels?|stores?|studios?|partners|company|association|institute|society|museum|library|clinic|surgery|care|homes?|energy|software|analytics|logistics|freight|kitchen|house|street|road|avenue|place|square|centre|center|building|floor|room|station|city|county|district|borough|department|ministry|office|mailbox|desk|bakery|cafe|restaurant|brewery|insurance|health|dental|media|press|publishing|technologies|industries|international|union|federation|foundation|network|programme|program|scheme|versicherung|werke?|stadt|gemeinde|verein|kliniken|klinikum|banque|mairie|groupe|maison|hoteles|hotel|supermercados|talleres|clinica|banco|gemeente|zorggroep|hospital|escola|agrupamento|museu|laboratorio)$/;

/** "Dr Jonas Eklund, PhD" -> "Jonas Eklund"; "R. Adeyemi (Mrs)" -> "R. Adeyemi". */
export const withoutTitles = (text: string): string =>
  text
    .trim()
    .replace(/\s*\([^)]*\)/g, "")
    .replace(/["“”]/g, "")
    .replace(titles, "")
    .replace(
      /,?\s+(?:RN|RGN|RVN|MVB|MBA|PhD|Ph\.D\.?|MSN|CPA|CHRL|PHR|SHRM\S*|P\.?Eng\.?|MD|M\.D\.|BSc|MSc|MA|BA|OBE|MBE|CIPD|FCIPD|Esq\.?|Jr\.?|Sr\.?|II|III)\b.*$/,
      "",
    )
    .replace(/[,;:.!]+$/, "")
    .trim();

const titles =
  /^(?:(?:the\s)?(?:dr|mr|mrs|ms|miss|mx|prof(?:essor)?|sir|dame|revd?|canon|sgt|cpl|lt|cdr|cmdr|gen|maj(?:or)?|col(?:onel)?|station officer|inspector|constable|univ\.?-prof|cllr|coach|captain|capt|sister|herr|frau|mag|ing|dipl-ing|mme|mlle|monsieur|madame|lic|ing|arq|dott|mtr[oa]|m|sr|sra|srta|dra?|don|doña|dhr|mevr|mevrouw|meneer|ir|drs|eng|enga?|exmo|exma)\.?\s+)+(?=\p{Lu})/iu;

/** True for one to four words that are written like a human's name and name no department, company, place or trade. */
export function isPersonName(text: string): boolean {
  const words = text.split(/\s+/);
  if (text.length < 2 || text.length > 45 || words.length > 5) return false;
  const named = words.filter((word) => !particle.test(word));
  if (named.length === 0 || named.length > 4) return false;
  if (!/^\p{Lu}/u.test(text)) return false;
  if (named.every((word) => initial.test(word))) return false;
  return named.every((word) => {
    if (!nameWord.test(word)) return false;
    const plain = squash(word);
    if (initial.test(word)) return true;
    return (
      !organisationWord.test(plain) &&
      !departmentWords.has(plain) &&
      !(halfDepartmentWords.has(plain) && plain.length > 2) &&
      (surnames.test(plain) || !isListedTrade(word)) &&
      !(plainStartWords.has(plain) && !alsoNames.test(plain))
    );
  });
}

// Trades that are surnames as well.
const surnames =
  /^(?:baker|barber|butcher|butler|carpenter|carter|cook|cooper|cutter|dean|driver|dyer|farmer|fisher|forester|foster|gardener|guide|hand|head|host|hunter|judge|keeper|koch|kok|bakker|lehrer|loader|mason|master|meister|miller|minister|painter|parker|partner|pastor|pilot|porter|potter|reader|sawyer|schlosser|shepherd|singer|skipper|smith|steward|tanner|tailor|turner|tyler|usher|warden|weaver|winder|kaufmann|gartner|backer|boulanger|chef|clerk|caissier|maestro|guerrero|guia|jefe|marshal)$/;

// Months and the like that people are called as well.
const alsoNames =
  /^(?:till|per|con|jun|mai|april|may|june|august|jan|mark|grant|will|art|sun|mar|von|van|dean|marco|abril|julio|avril|kind|rob|mo|jo|art|max|sister)$/;

/** True when two names can be one human's: the same, one the beginning of the other, a first name and its initial. */
export function sameHuman(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => withoutTitles(name).split(/\s+/).map(squash));
  if (a === undefined || b === undefined) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.join("") === long.join("")) return true;
  if (short.length === 1)
    return (short[0]?.length ?? 0) > 1 ? long[0] === short[0] || long.at(-1) === short[0] : false;
  const [first = "", last] = [short[0], short.at(-1)];
  return last === long.at(-1) && (first.startsWith(long[0] ?? "?") || (long[0] ?? "").startsWith(first));
}
