import type { EmployerSize } from "../../domain/candidacy.ts";
import { isFreeMail, plainLabel } from "../domains.ts";
import { agencyWords } from "../who/company-words.ts";
import { squash } from "../who/spelling.ts";
import { type Guess, quoted, type SizeClues } from "./clues.ts";

/**
 * Who writes for somebody else: says "our client" of the one who hires, says to be an agency, or recruits by profession under an agency's name for
 * an employer of another name. A consultant's clients make no agency.
 */
export function recruiterBehind(mail: SizeClues): Guess<EmployerSize> | null {
  if (mail.isFromSystem) return null;
  const agency = (says: string): Guess<EmployerSize> => ({ value: "agency", says, strength: 4 });
  const client = mail.sentences.find(
    (sentence) =>
      (theirClient.test(sentence) && hires.test(sentence) && !clientWork.test(sentence)) ||
      forAClient.test(sentence),
  );
  if (client !== undefined) return agency(`They write for somebody else: ${quoted(client)}.`);
  const lines = mail.signature.split("\n").map((line) => line.trim());
  const own =
    lines.find((line) => agencyItself.test(line)) ?? mail.sentences.find((line) => agencyItself.test(line));
  if (own !== undefined) return agency(`They say so: ${quoted(own)}.`);
  const title = lines
    .slice(1)
    .find((line) => line.length <= 90 && recruiting.test(line) && !/\b(?:in-?house|internal)\b/i.test(line));
  const label = mail.domain === null || isFreeMail(mail.domain) ? "" : squash(plainLabel(mail.domain));
  if (title === undefined || !agencyWords.test(label) || isOwn(mail.employer, label)) return null;
  return agency(`They write from "${mail.domain}" and sign as ${quoted(title)}.`);
}

/** The employer is the agency itself. */
const isOwn = (employer: string, label: string): boolean => {
  const own = squash(employer);
  return !/^a client of /i.test(employer) && (label.includes(own) || own.includes(label));
};

const theirClient =
  /\b(?:my|our) client\b|\bclient of (?:mine|ours)\b|\b(?:unser|mein)(?:e[nrms]?|s)? (?:mandant|auftraggeber|kunde)(?:in|en|n|s)?\b|\b(?:mon|notre) client\b|\b(?:mi|nuestro) cliente\b|\b(?:mijn|onze) (?:klant|opdrachtgever|cliënt)(?![\p{L}])|\b(?:meu|nosso) cliente\b/iu;
const hires =
  /\b(?:role|position|vacancy|job|interview\w*|candidates?|cvs?|résumés?|resumes?|hir(?:e|es|ing)|recruit\w*|shortlist\w*|profiles?|applications?|offer|feedback|meet(?:ing)? you|speak (?:to|with) you|see you|proceed|stelle|position|gespräch\w*|profil\w*|unterlagen|kandidat\w*|vorstell\w*|lebenslauf|sucht|poste|entretien|candidat\w*|recherche|cv|puesto|entrevista|perfil|busca|functie|vacature|gesprek|kandidaat|profiel|zoekt|vaga|procura|candidatura)\b/iu;
/** Work for clients, or at their place. */
const clientWork =
  /\b(?:client(?:'s)? (?:site|sites|premises|offices?|work|projects?|base|facing|services?|relations|accounts?)|client-facing|(?:our|my) clients\b|beim kunden|kundenprojekt\w*|kundenbetreuung|chez (?:le|nos) clients?)\b/iu;
const forAClient =
  /\bon behalf of (?:my|our|a|one of our) clients?\b|\b(?:have|has|been|am|are) (?:been )?(?:retained|instructed|engaged) by (?:\p{Lu}|an?\b|the\b|my|our)|\bim auftrag (?:unseres|meines|eines) (?:kunden|mandanten|auftraggebers)\b|\bpour le compte de (?:mon|notre|l'un de nos) clients?\b|\bpour (?:mon|l'un de mes|l'un de nos) clients?, (?:un|une|le|la|l')|\bin opdracht van (?:mijn|onze|een) (?:klant|opdrachtgever)\b|\bpara (?:mi|nuestro|um|o nosso) cliente,/iu;

/** What the law makes them write (Conduct of Employment Agencies Regulations 2003), and what they call themselves. */
const agencyItself =
  /\b(?:acts?|acting|operat\w+) as an? employment (?:agency|business)\b|\bis an (?:employment|recruitment) (?:agency|business)\b|\bwe(?: are|'re) an? (?:\p{L}+ ){0,2}(?:recruitment|staffing|executive search|employment|temp(?:ing)?) (?:agency|consultancy|firm)\b|\b(?:wir sind|als) (?:ein(?:e)? )?(?:personalberatung|personalvermittlung|personaldienstleister)\b|\bnous sommes un cabinet de recrutement\b|\bsomos una (?:consultora|agencia) de selección\b|\bwij zijn een (?:uitzendbureau|wervings- en selectiebureau|detacheringsbureau)\b/iu;

const recruiting =
  /\b(?:recruit(?:ment|ing) (?:consultant|partner|specialist|manager|director)|(?:senior |principal |managing |associate )?(?:recruiter|headhunter|search consultant)|executive search|talent (?:consultant|partner)|resourcer|personalberater(?:in)?|personalvermittler(?:in)?|consultante? en recrutement|chargée? de recrutement|consultora? de selección|recruitment ?(?:adviseur|consultant)|intercedente?|consultora? de recrutamento)\b/iu;
