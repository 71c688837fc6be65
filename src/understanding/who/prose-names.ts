import { legalForm } from "./company-words.ts";
import { type Candidates, ofThePerson } from "./employer-candidates.ts";
import type { Letter } from "./letter.ts";
import { nameRuns, touches, type Word } from "./name-runs.ts";
import { isOccupation, isPluralTrade } from "./occupations.ts";
import { organisationIn } from "./organisation-name.ts";
import { isPersonName } from "./person-name.ts";
import { endsLikeBusiness } from "./subject-names.ts";

const honorific = /\b(?:Dr|Mr|Mrs|Ms|Miss|Prof|Herr|Frau|Mme|Sra?|Dra|Don|Doña)\.?\s$/;
const toHumans = /\b(?:with|meet|to|by|and|spoke to|called|mit|avec|con|met|com)\s$/i;
const dayOrTime = /^\s(?:at|on|is tomorrow)?\s?\d{1,2}[:.]\d{2}/;
const acts =
  /^\s(?:\p{Ll}+ed|pulled|went|came|got|took|put|let|said|told|gave|chose|made|has|is|was|will|would|wants?|needs?|likes?|invites|regrets|wrote|can|cannot)\s/u;

const appliedTo =
  /\b(?:appl(?:y|ied|ying|ications?)|interest(?:ed)?|positions?|role|job|careers?|opportunit\w+|employment|candidature|bewerbung|sollicitatie|candidatura)\s(?:to|at|in|with|bei|beim|chez|en|bij|na|à|a)\s(?:the\s)?$/i;
const tradeBefore =
  /(?:meeting|call|chat|conversation|considering|choosing|speaking|appl(?:y|ied|ying|ications?)|interview(?:ing|s|ed)?|interest(?:ed)?|positions?|role|job|vacanc\w+|openings?|opportunit\w+|career|post|place|team|working|work|employment|candidacy|offer|process|life|recruit\w*|feedback|spoke|spoken|heard|invited|programme|scheme|bewerbung|stelle|candidature|poste|candidatura|solicitud|puesto|vacante|sollicitatie|functie|vacature|vaga|função|postul\w+|équipe|equipo)\b[^.!?]{0,45}$/i;
const preposition =
  /(?:^|[\s(])(?:at|with|to|from|for|in|of|by|joining|join|bei|beim|von|für|chez|bij|na|no|em|en|de|des|del|da|do|la|di|at the|with the|to the|from the|of the|for the|der|la|le|het|o|a)\s(?:the\s)?$/i;
const strongPreposition =
  /(?:^|[\s(,])(?:at|joining|join|behalf of|bei|beim|chez|bij|here at|im namen von|au nom de|namens)\s(?:the\s|der\s|de\s|la\s)?$/i;
const introducing =
  /\b(?:represent(?:ing)?|(?:[Oo]ur|[Mm]y) client,?|(?:[Uu]nser|[Mm]ein)\S* (?:Kunde|Mandant),?|(?:[Nn]otre|[Mm]on) client,?|(?:[Nn]uestro) cliente,?|(?:[Oo]nze|[Mm]ijn) (?:klant|opdrachtgever),?|(?:recruiter|sourcer|partner|recruit|hire|hiring|recruiting)\s(?:exclusively\s)?for|[Ii](?:'m| am)\s[^.!?]{0,40}(?:from|at|with|for)|(?:run|founded|lead[^.!?]{0,25} at|look after[^.!?]{0,25} at)|its\s\p{Lu}\S+\sat|\p{Lu}\S+\s(?:here\s)?from)\s(?:the\s)?$/u;
const verbAfter =
  /^\s(?:is|was|has|had|will|would|wants|wanted|likes|liked|loved|asked|invites?d?|needs|regrets|said|decided|offers?|hereby|thanks|uses?|received|considers?|cannot|does)\b/i;
// A company takes the plural; a human does not.
const pluralAfter =
  /^\s(?:are|were|have|want|like|love|need|think|don't|do not|haven't|aren't|team|crew|people|recruiting|recruitment|talent|careers|hiring|haben|suchen|ont|sont|han|zijn|hebben)\b/i;

/** Who writes: a system or board in others' names, what may be an agency, or anybody else. */
export type SenderKind = "system" | "agency" | "other";

// "Feedback from", "Pick a time to chat with": whom a system's subject names.
const subjectPoints =
  /\b(?:from|with|at|to|for|by|bei|von|mit|chez|avec|de|con|bij|van|met|com|da|do|na|no)\s(?:the\s)?$/i;

/** Names that the words around them make an employer: "your application to Kestrel Freight", "the team at Polder Analytics". */
export function namedInProse(
  letter: Letter,
  line: string,
  words: readonly Word[],
  into: Candidates,
  sender: SenderKind,
): void {
  const forAgency = sender === "agency";
  for (const run of nameRuns(line, words)) {
    const first = words[run.from];
    const last = words[run.to];
    if (first === undefined || last === undefined) continue;
    const next = words[run.to + 1];
    // "Shift Manager", "Dr. Hamilton da Clínica Raiz"
    const isRole = next?.cap === true && touches(line, last, next) && isOccupation(next.text);
    const person = honorific.test(line.slice(Math.max(0, first.start - 8), first.start));
    const from = person
      ? words.findIndex(
          (word, n) =>
            n > run.from && n < run.to && /^(?:d[aeo]s?|del|du|von|vom|der|at|of)$/.test(word.text),
        ) + 1
      : run.from;
    if (isRole && run.to - run.from < 2) continue;
    if (person && from === 0) continue;
    const name = cutAtRole(words.slice(from, run.to + (isRole ? 0 : 1)), line);
    if (name === null || ofThePerson(letter, name)) continue;
    const opening = words[from] ?? first;
    const before = line.slice(Math.max(0, opening.start - 70), opening.start);
    const after = line.slice(last.end, last.end + 24);
    const single = !/[\s\d&]|\p{Ll}\p{Lu}/u.test(name);
    // A human writes of an "interview with Priya", an applicant system of one with Sandgrouse.
    if (single && !letter.isFromSystem && /\b(?:with|mit|avec|con|met|com)\s$/i.test(before)) continue;
    let score = 0;
    if (strongPreposition.test(before)) score += 2;
    else if (preposition.test(before)) score += tradeBefore.test(before) ? 1.5 : 0.4;
    if (score > 0 && tradeBefore.test(before)) score += 1.5;
    if (introducing.test(before)) score += 2.5;
    if (
      /\byour\s$/i.test(before) &&
      /^\s(?:application|interview|offer|candidacy|profile|account|screening|assessment)/i.test(after)
    )
      score += 2.6;
    if (pluralAfter.test(after)) score += single ? 1 : 2.4;
    else if (verbAfter.test(after)) score += single ? 0.5 : 1;
    if (legalForm.test(run.text) || legalForm.test(`${name}${after.split(/\s{2}|[.;(]/)[0] ?? ""}`))
      score += 2.5;
    if (/©\s*(?:\d{4}\s)?$/.test(before)) score += 3;
    const opens = opening.start === 0 || /[.!?:]\s$/.test(before);
    if (sender === "system") {
      if (line === letter.subject && subjectPoints.test(before) && !dayOrTime.test(after)) score += 2;
      if (opens && acts.test(after)) score += 1.8;
    } else if (forAgency && !single && opens && acts.test(after)) score += 1.2;
    if (isPersonName(name) && !endsLikeBusiness(name) && !pluralAfter.test(after)) {
      const lightly =
        sender === "system"
          ? line === letter.subject || !toHumans.test(before)
          : strongPreposition.test(before) ||
            appliedTo.test(before) ||
            single ||
            (forAgency && !toHumans.test(before));
      score -= lightly ? 0.6 : 1.6;
    }
    if (/\b(?:in|near|from|to|at)\s$/.test(before) && /^,\s\p{Lu}/u.test(after) && single) score -= 1;
    if (score > 0.3) into.add(name, "prose", score);
  }
}

/** "Polder Analytics Data Engineer" stops before the role; a name that begins with one is none. */
function cutAtRole(words: readonly Word[], line: string): string | null {
  const at = words.findIndex(
    (word, n) =>
      isOccupation(word.text) &&
      !/^(?:partners?|head|medical)$/i.test(word.text) &&
      !(n > 0 && n === words.length - 1 && isPluralTrade(word.text)),
  );
  const kept = at === -1 ? words : words.slice(0, Math.max(0, at - 1));
  if (at !== -1 && kept.length < 2) return null;
  const [first, last] = [kept[0], kept.at(-1)];
  if (first === undefined || last === undefined) return null;
  return organisationIn(line.slice(first.start, last.end));
}
