import type { Letter } from "./letter.ts";
import { wordsIn } from "./name-runs.ts";
import { isOccupation } from "./occupations.ts";
import { hasOccupation, tidyTitle, titleAtEnd, titleAtStart } from "./role-phrases.ts";
import { isEmployer, isOwn, looksNamed, type SaidRole, withoutEmployer } from "./said-role.ts";

const prefixes =
  /^(?:\s*(?:re|fw|fwd|aw|wg|sv|antw|tr|rv|enc|ref|auto|automatic reply|automatische antwort|automatisch antwoord|réponse automatique|respuesta automática|resposta automática|out of office|abwesen\w*|afwezig|absence|absente? du bureau|férias|invitation|uitnodiging|einladung|updated(?: invitation)?|update|aktualisiert|actualizado|mise à jour|cancel+ed(?: event)?|cancelado|abgesagt|annulé|accepted|declined|tentative|new time proposed|proposed new time|booked|confirmed|reminder|action required|urgent|sorry|please join zoom meeting)\s*[:!]|\s*(?:out of office|please join zoom meeting)\s+-?|\[[^\]]{2,40}\])\s*/i;
const separators = /\s+[-–—|·×•]+\s+|:\s+|\s*<>\s*|\s\/\s|[()]|\?\s*|!\s*|;\s|…|\s@\s|»|«|"/;
const lead =
  /^(?:.*?\b(?:appl(?:ication|ications|ied|ying|y)|interview(?:ing|s)?|invitation|offer|shortlisted|selection|contract|candidacy|considered|interest|thank you|feedback|role|position|post|vacancy|job|opening|place|advert|checking in|news|bewerbung|stelle|candidature|poste|recrutement|proceso de selección|candidatura|solicitud|vacante|puesto|sollicitatie|vacature|functie|vaga|inscrição|postulación)\s+(?:for|as|of|on|in|about|auf|als|um|zur?|für|au|de|du|pour|comme|à|a|para|del|op|voor|naar|ao|na)\s+(?:the\s|our\s|your\s|an?\s|die\s|stelle\s(?:als\s)?|poste\s(?:de\s|d')?|la\s|el\s|puesto\sde\s|vacante\sde\s|plaza\sde\s|vacature\s|functie\s|vaga\sde\s|de\s|d'|post\sof\s|position\sof\s|role\sof\s)*)/i;
/** What opens a subject before the title. */
export const opener =
  /^(?:(?:your|my|our|the|an?|job|new|first|second|third|final|last|phone|video|telephone|technical(?=\s(?:interview|call|screen))|technische[sn]?(?=\s\p{Lu}\p{L}*gespräch)|técnica|online|zoom|teams|quick|short|intro(?:ductory)?|initial|screening|panel|onsite|on-site|trial(?: shifts?)?|interviews?|application|candidate|vorstellungsgespräch|bewerbungsgespräch|gespräch|kennenlernen|entretien|entrevue|entrevista|sollicitatiegesprek|gesprek|kennismaking|telefonisch\w*|resultaat|uitslag|selectieproef|resultado|résultat|ergebnis|solicitud|solicitação|postulación|convocatoria|demande|anfrage|proefdag|stage|vacature|vaga|stelle|poste|puesto|candidatura|candidature|bewerbung|sollicitatie|ontvangstbevestiging|videogespräch|rückfrage|call|talk|chat|meeting|conversation|invitation|meet|vacancy|position|post|role|conditional|offer|update|status|requisition|closed|hot jobs|recruitment|selection|screening call|intro call|skype|assessment|action|job title|stellenausschreibung|contract|entrevista|portfolio|round|as)(?:\s+|$))+/iu;
const trailer =
  /\s+(?:interviews?|application(?:s)?|role|position|post|job|opening|vacancy|assessment|search|seat|process|programme details|test|challenge|chat|vacature|offer|team|conversation|panel|hiring|screening|outcome|update|reserve list|place|shifts?)$/i;

/** Pieces of the subject and of the calendar's title. */
export function saidInTitles(letter: Letter, employer: string | null): readonly SaidRole[] {
  const found: SaidRole[] = [];
  for (const line of new Set([letter.subject, letter.title])) {
    if (line === "") continue;
    let rest = line.replace(/\s@\s(?:\p{L}{2,4}\.?,?\s).*$/u, "").replace(/\s*\(\S+@\S+\)\s*$/, "");
    for (let bare = rest.replace(prefixes, ""); bare !== rest; bare = rest.replace(prefixes, "")) rest = bare;
    for (const [at, piece] of rest.split(separators).entries()) {
      const title = titleOfPiece(piece ?? "", letter, employer);
      if (title === null) continue;
      const head = hasOccupation(title);
      const opened = lead.test(piece ?? "") || opener.test(piece ?? "") || trailer.test(piece ?? "");
      // "conversation with our engineering leads" names those who talk, not the role.
      const theirs = /\b(?:our|your|unsere[mnr]?|nos|nuestros?|onze)\s\S*\s?\S*$/i.test(
        (piece ?? "").slice(0, Math.max(0, (piece ?? "").indexOf(title))),
      );
      if (head) found.push({ title, score: 6 - at * 0.2 + (opened ? 0.5 : 0) - (theirs ? 3.5 : 0) });
      else if (
        opened &&
        ((looksNamed(title) &&
          !/(?:(?<!controll|market|market|engineer|nurs|cater|hous|account|teach|publish|print)ing|ed|(?<!educa|produc|communica)tion)$/i.test(
            title.split(" ").at(-1) ?? "",
          )) ||
          (/\b(?:role|position)\b/i.test(piece ?? "") &&
            /^\p{Lu}/u.test(title) &&
            title.split(" ").length <= 3))
      )
        found.push({ title, score: 2.2 });
    }
  }
  return found;
}

/** "Call Handler", "Contract Manager": what opens a subject may be the first word of the title. */
const keepTrade = (opened: string, at: number, whole: string): string => {
  const last = /(\S+)\s+$/.exec(opened)?.[1] ?? "";
  const next = /^\S+/.exec(whole.slice(at + opened.length))?.[0] ?? "";
  return /^(?:Call|Contract|Recruitment|Selection|Job|Assessment|Portfolio|Application|Meeting|Post|Screening|Candidate|Action|Panel)$/.test(
    last,
  ) && isOccupation(next)
    ? `${last} `
    : "";
};

function titleOfPiece(piece: string, letter: Letter, employer: string | null): string | null {
  const led = lead.exec(piece)?.[0] ?? "";
  const rest = tidyTitle(piece.slice(led.length));
  const bare = (led === "" ? rest.replace(opener, keepTrade) : rest)
    .replace(trailer, "")
    .replace(trailer, "");
  const wanted = bare.replace(
    /^.*\b(?:(?:needs?|wants?|seeks?)\s+an?|is (?:looking for|hiring)(?:\s+an?)?)\s/i,
    "",
  );
  // "New time for interview, Product Compliance Specialist"
  // "Pick a time to chat with Arborist AI" names whom one meets.
  const [first = "", ...others] = wanted
    .replace(/\b(?:with|at|mit|bei|avec|chez|con|met|bij|com)\s[^,]*(?:,\s|$)/i, "")
    .split(/,\s/);
  const told = hasOccupation(first) ? [first, ...others].join(", ") : (others.find(hasOccupation) ?? first);
  const title = titleAtStart(fromBoundary(told === wanted ? told : told.replace(opener, "")));
  if (title === null || isEmployer(title, employer) || isOwn(title, letter)) return null;
  return withoutEmployer(title, employer);
}

/** What stands left of the title is left off: "quick one re practice coordinator", "are you the science lead". */
function fromBoundary(text: string): string {
  const words = wordsIn(text);
  const head = words.findIndex((word) => isOccupation(word.text));
  if (head < 1) return text;
  const title = titleAtEnd(text.slice(0, words[head]?.end ?? 0));
  return title === null ? text : text.slice(Math.max(0, (words[head]?.end ?? 0) - title.length));
}
