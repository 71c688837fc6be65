import type { Kind } from "../domain/assessment.ts";
import type { Message } from "../domain/message.ts";
import type { MailboxOwner } from "./mailbox-owner.ts";
import { plainWords, sentencesOf } from "./text/plain-words.ts";
import { letterParts } from "./text/reply-text.ts";
import { letterOf } from "./who/letter.ts";
import { hasOccupation, tidyTitle, titleAtEnd, titleAtStart } from "./who/role-phrases.ts";
import { roleIn } from "./who/roles.ts";

/** A role that an employer wants to fill, and the words that say so. */
export type Vacancy = { readonly role: string; readonly says: string };

/**
 * The vacancy that an employer's own mail announces, or null. A role must be named and somebody looked for: that they hire at all, or how an
 * application of the person's stands, is no notice.
 */
export function vacancyIn(
  message: Message,
  person: MailboxOwner,
  kind: Kind,
  employer: string,
): Vacancy | null {
  const parts = letterParts(message.text);
  const said = [plainWords(message.subject), ...sentencesOf(parts.newest)];
  if (said.some((sentence) => ofThePerson.test(sentence))) return null;
  const sought = said.flatMap((says) => {
    const role = titleAtStart((seeking.exec(says)?.[1] ?? "").split(whatFor)[0] ?? "");
    return role === null ? [] : [{ role, says }];
  });
  const trade = sought.find(({ role }) => hasOccupation(role));
  if (trade !== undefined) return trade;
  // Trades of other languages are not all known; where a vacancy is announced in so many words, whom they seek is one.
  const says = said.find((sentence) => announces.test(sentence));
  if (says === undefined) return null;
  const role = named(roleIn(letterOf({ message, parts, event: null, person, kind }), employer));
  return role === null ? (sought[0] ?? null) : { role, says };
}

const ofThePerson =
  /\b(?:your (?:application|candidacy|interview|cv|résumé|resume)|you applied|thank you for (?:applying|your interest)|has (?:now )?been filled|no longer (?:available|open)|ihre bewerbung|votre candidature|tu candidatura|su candidatura|je sollicitatie|uw sollicitatie|a sua candidatura)\b/i;

const announces =
  /\b(?:we(?:'re| are) (?:now |currently |again )?(?:hiring|recruiting)|now hiring|(?:new|current|open|latest|job|our) (?:vacanc(?:y|ies)|openings?|opportunit(?:y|ies))|open (?:positions?|roles?)|ha(?:ve|s) an? (?:new |open )?(?:\w+ )?(?:opening|vacancy|position|role)\b|vacancy(?: notice)?:|job alert|join (?:us|our team) as an?|neue stelle\b|stellen(?:anzeige|angebot|ausschreibung)e?n?|offene stellen?|offre d'emploi|nous recrutons|oferta de empleo|nueva vacante|vacante:|nieuwe vacature|vacature:|openstaande vacatures?|nova vaga|vaga:|oferta de emprego)(?![\p{L}])/iu;

/** What stands behind it is whom they look for; "feedback" is no trade. */
const seeking =
  /\b(?:we(?:'re| are)(?: now| currently| also)? (?:looking for|seeking|searching for|hiring|recruiting(?: for)?)|join (?:us|our team) as(?= an? )|opening for|vacancy for|wir suchen(?: ab sofort| derzeit| zum \S+ \S+)?|nous (?:recherchons|cherchons|recrutons)|buscamos|(?:wij|we) zoeken(?: per direct)?|procuramos)\s+(.+)$/isu;

/** "A Shop Manager for our new shop" */
const whatFor = /\s(?:for|from|to|who|near|starting|until|für|pour|para|voor|te|à(?! l))\s/;

const named = (title: string | null): string | null =>
  title !== null && hasOccupation(title) ? title : null;

/**
 * The vacancy of this employer in a mail of a job board or an applicant system, or null: the employer must stand there as the one who hires, under
 * its whole name, beside the role.
 */
export function vacancyAmong(message: Message, employer: string): Vacancy | null {
  const name = employer.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  // A longer name is another company: "Fairholm" is not "Fairholm Bakery Supplies".
  const whole = `(?<![\\p{L}\\d])${name}(?:,? (?:Ltd|Limited|plc|Inc|LLC|GmbH|AG|SAS?|SL|BV))?\\.?(?![\\p{L}\\d])(?!\\s+\\p{Lu})`;
  const hiring = new RegExp(
    `${whole}\\s+(?:is|are)?\\s*(?:now |currently )?(?:hiring|looking for|recruiting|seeking|sucht|recrute|recherche|busca|zoekt|procura|contrata)\\s+(.+)$`,
    "u",
  );
  const at = new RegExp(`^(.{3,80}?)\\s+(?:at|@|with|bei|chez|en|bij|na)\\s+${whole}`, "u");
  const beside = new RegExp(`^(.{3,80}?)\\s*[-–|·,]\\s*${whole}`, "u");
  const own = new RegExp(`^${whole}\\s*(?:$|[-–|·,(])`, "u");
  const lines = [message.subject, ...letterParts(message.text).newest.split("\n")]
    .map((line) => plainWords(line).trim())
    .filter((line) => line !== "" && line.length <= 200);
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1] ?? "";
    const role =
      named(titleAtStart((hiring.exec(line)?.[1] ?? "").split(whatFor)[0] ?? "")) ??
      named(titleAtEnd(at.exec(line)?.[1] ?? "")) ??
      named(tidyTitle(beside.exec(line)?.[1] ?? "")) ??
      (own.test(line) && isTitleLine.test(above) ? named(tidyTitle(above)) : null);
    if (role !== null && role.length <= 80)
      return { role, says: own.test(line) ? `${above}, ${line}` : line };
  }
  return null;
}

/** A list of vacancies has a line for each title, and no sentences. */
const isTitleLine = /^[^.!?]{3,80}$/;
