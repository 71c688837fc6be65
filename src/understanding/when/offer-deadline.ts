import type { Temporal } from "temporal-polyfill";
import { type Deadline, deadlinesIn } from "./deadline.ts";
import type { DateOrder } from "./numeric-dates.ts";
import type { IsHoliday } from "./work-days.ts";

export type OfferDeadline = {
  readonly due: Temporal.PlainDate | null;
  readonly ambiguous: readonly string[];
};

/** The last day on which an offer can be accepted, read from its sentences; a day that could be two is told and not used (POLICY 8.4). */
export function offerDeadlineIn(
  sentences: readonly string[],
  writtenAt: Temporal.ZonedDateTime,
  isHoliday: IsHoliday,
  order: DateOrder,
): OfferDeadline {
  let earlier = "";
  const found = sentences.flatMap((sentence) => {
    const about = { earlier, interview: null, order };
    earlier += `${sentence}\n`;
    if (!answering.test(sentence) || beginning.test(sentence)) return [];
    // "Valid for 7 days" is a length everywhere else, here it is a deadline.
    const words = sentence.replace(standing, "$1 within");
    return deadlinesIn(words, writtenAt, isHoliday, about).map((deadline) => ({
      ...deadline,
      led: isLed(words, deadline),
    }));
  });
  const first = found.find(({ led }) => led) ?? found[0];
  if (first !== undefined)
    return first.doubt === null ? { due: first.due, ambiguous: [] } : { due: null, ambiguous: [first.doubt] };
  return { due: null, ambiguous: [] };
}

const standing =
  /\b(valid|open|good|stands?|held|hold it|available|gilt|gültig|valable|válid[ao]|geldig) (?:for|noch|pendant|durante|por|voor)\b/gi;

/** "By Friday" before "on Friday": an offer also tells when it was made and when work begins. */
const isLed = (sentence: string, { index }: Deadline): boolean =>
  led.test(sentence.slice(index)) || leading.test(sentence.slice(0, index));
const led =
  /^(?:within|innerhalb|binnen|sous|dans|dentro|en un plazo|em até|no prazo|by|end|close|a week)\b/i;
const leading =
  /(?<![\p{L}])(?:by|before|until|till|through|than|latest|within|expir\p{L}*|laps\p{L}*|bis|zum|avant|jusqu'au|antes del?|hasta(?: el)?|voor|uiterlijk|tot|até)(?![\p{L}])(?:\s+(?:the|at|on|and|including|inclusive|latest|very|close|end|of|play|business|noon|midnight|le|den|el|del|as|às|à|um|uhr|\d{1,2}(?:[:.h]\d\d)?\s?(?:[ap]\.?m\.?|h)?),?)*\s*$/iu;

/** The person's answer is due, or the offer ends. */
const answering =
  /\b(?:respond|response|reply|answer|accept\w*|sign\w*|return|decide|decision|let (?:us|me|them) know|know (?:before|by|whether)|tell (?:us|me|them)|yes or (?:a )?no|hear (?:back|from you)|open (?:until|till|for)|good (?:until|till|through)|valid (?:until|till|for|through)|stands? (?:until|till)|hold (?:it|the|this|this offer) \w*|expir\w*|laps\w*|deadline|confirm\w*|need to know|latest|(?:take|have|has|give you|got|sleep)\b[^.]{0,25}\b(?:until|till)|sleep on it|take (?:a|your|the|\w+) (?:\w+ )?(?:week|days?|weeks|time)|bound to|(?:offer|proposal|contract|terms|angebot|offre|oferta|aanbod|proposta)\b[^.]{0,60}\b(?:until|till|through|by|bis|jusqu'au|hasta|tot|até)|annehmen|annahme|zusage|antwort\w*|rückmeldung|unterschr\w*|unterzeichn\w*|gültig|gilt bis|accepter|réponse|répondre|signer?|valable|retourner|aceptar|respuesta|responder|firmar|válida?|vence|accepteren|akkoord|antwoord|reactie|laat (?:ons )?weten|bescheid|tekenen|ondertekend?|geldig|aceitar|resposta|assinar)\b/iu;
/** Days that an offer names for something else. */
const beginning =
  /^(?=.*\b(?:start(?:ing)?|begin\w*|commenc\w*|first day|join(?:ing)? (?:us|date)|eintritt\w*|beginn|salary|bonus|holiday)\b)(?!.*\b(?:by|before|until|till|within|bis|avant|antes|voor|até|expires?)\b)/iu;
