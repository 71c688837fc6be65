import { Temporal } from "temporal-polyfill";
import { dateOrderOf } from "./date-order.ts";
import { deadlinesIn } from "./deadline.ts";
import { hasLeft } from "./has-left.ts";
import { datesIn, type NamedDate } from "./named-dates.ts";
import { type IsHoliday, noHolidays, workdayFrom } from "./work-days.ts";

/** What an out-of-office says of the writer. `returnDate` is the first day back. */
export type Absence = {
  readonly returnDate: Temporal.PlainDate | null;
  readonly leftCompany: boolean;
  readonly ambiguous: readonly string[];
};

const small =
  "(?:(?:on|from|the|le|el|am|ab|den|dem|op|em|no|dia|día|a|partir|de|du|vom|met|ingang|van|at|of|again|by)\\s+)*";
// The day itself is the first one at the desk.
const backBefore = new RegExp(
  `(?:\\b(?:back|returns?|returning|reopens?|re-?opening|resum\\p{L}*|in again|available(?: again)?|at my desk|in the office again|wieder\\p{L}*|zurück|rückkehr|retour|reviens|reviendrai|reprends|reprendrai|rouvr\\p{L}+|vuelvo|volvemos|volveré|regres\\p{L}+|reincorpor\\p{L}+|terug|weer|volto|voltarei|voltamos|retorno|regresso|retomo)(?:\\s+(?:to|in|at|into|im|ins|au|à|a|en|op|ao|am) (?:the |my |le |la |mi |het |o )?(?:office|work|desk|büro|bureau|oficina|kantoor|escritório|trabalho|arbeitsplatz))?[\\s:,]*${small}|\\b(?:not|nicht) (?:be )?(?:back|return\\p{L}*|in|zurück|da)(?: (?:to|in|at) the office)? (?:until|before|till|vor|bis)\\s+${small})$`,
  "iu",
);
const backBehind =
  /^[\s,]*(?:(?:an? )?(?:bin|sind|ist) (?:ich|wir|er|sie) (?:\p{L}+ )?wieder|wieder|(?:ben|zijn|is) (?:ik|we|wij|hij|zij) (?:er )?(?:\p{L}+ )?(?:weer|terug)|weer|i(?:'ll| will| am|'m) be back|i(?:'m| am) back|we(?:'re| are| will be) back|je (?:serai|suis) de retour|terug|zurück|de retour|vuelvo|estaré de vuelta|estou de volta|estarei de volta)/iu;
const onwards =
  /(?<![\p{L}])(?:ab|vanaf|à partir du?|a partir del?|as of|from|on)\s+(?:(?:the|dem|le|el|dia) )?$/iu;
const backSoonBehind =
  /^[^.\n]{0,25}(?<![\p{L}])(?:wieder|weer|terug|zurück|back|again|de retour|à nouveau|de vuelta|de nuevo|de volta|novamente)(?![\p{L}])/iu;
// The day itself is the last one away, so the next working day counts (POLICY 6.10; later is safer, 8.4).
const lastAway = new RegExp(
  `(?:\\b(?:until|till|til|through|thru|up to|to|and|bis|einschließlich|einschl|jusqu'au|jusqu'à|au|hasta|al|a|tot|t\\/m|met|até|ao)(?:\\s+(?:and including|including|einschließlich|inclusief|en met|zum|inclusive|and))*|-)\\s*${small}$`,
  "iu",
);
const endless =
  /\b(?:until|till|through|bis|jusqu'(?:à|au)|hasta|tot|até)\s+(?:(?:the|zum|la|el|het|ao|o|a)\s+)?(?:end|ende|fin|finales|eind|final|fim|rest)\b|\b(?:for )?the rest of (?:the|this) (?:week|month)\b|\b(?:all|the whole) (?:this )?week\b/i;

/** Reads an absence note. Dates are meant in the zone of `writtenAt`; one that is past, or could be two days, is not used. @param signature shows where the writer sits, for "3/9" */
export function absenceIn(
  text: string,
  writtenAt: Temporal.ZonedDateTime,
  isHoliday: IsHoliday = noHolidays,
  signature = "",
): Absence {
  const leftCompany = hasLeft(text);
  const today = writtenAt.toPlainDate();
  const order = dateOrderOf(text, signature);
  const days = datesIn(text, writtenAt, order).flatMap((named) => returnOf(named, text, isHoliday));
  const ahead = days.filter(
    ({ day }) => Temporal.PlainDate.compare(day, today) > 0 && today.until(day).days <= 400,
  );
  const latest = ahead.toSorted((a, b) => Temporal.PlainDate.compare(b.day, a.day))[0];
  const chosen = ahead.find(({ sure }) => sure) ?? latest ?? openEnd(text, writtenAt, isHoliday);
  if (chosen === undefined || leftCompany) return { returnDate: null, leftCompany, ambiguous: [] };
  return chosen.doubt === null
    ? { returnDate: chosen.day, leftCompany, ambiguous: [] }
    : { returnDate: null, leftCompany, ambiguous: [chosen.doubt] };
}

type Return = { readonly day: Temporal.PlainDate; readonly sure: boolean; readonly doubt: string | null };

function returnOf(named: NamedDate, text: string, isHoliday: IsHoliday): readonly Return[] {
  const before = text.slice(Math.max(0, named.index - 70), named.index).replace(/\s+/g, " ");
  // A full stop taken for that of an abbreviation ends the sentence all the same.
  const after = named.index + named.words.length;
  const behind = named.words.endsWith(".") ? "" : text.slice(after, after + 40);
  const said = named.lastDate ?? named.date;
  if (
    named.lastDate === null &&
    (backBefore.test(before) ||
      backBehind.test(behind) ||
      (onwards.test(before) && backSoonBehind.test(behind)))
  )
    return [{ day: workdayFrom(said, isHoliday), sure: true, doubt: named.doubt }];
  if (named.lastDate !== null || lastAway.test(before))
    return [{ day: workdayFrom(said.add({ days: 1 }), isHoliday), sure: false, doubt: named.doubt }];
  return [];
}

/** "Till the end of January", "for the rest of the week". */
function openEnd(text: string, writtenAt: Temporal.ZonedDateTime, isHoliday: IsHoliday): Return | undefined {
  const found = endless.exec(text);
  if (found === null) return undefined;
  const words = text.slice(found.index, found.index + 60).replace(/\b(?:the rest|all|the whole)\b/i, "end");
  const last = deadlinesIn(words, writtenAt, isHoliday)[0];
  return last === undefined
    ? undefined
    : { day: workdayFrom(last.due.add({ days: 1 }), isHoliday), sure: false, doubt: null };
}
