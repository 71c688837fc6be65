import type { Temporal } from "temporal-polyfill";
import type { Message } from "../../domain/message.ts";
import { writtenAt } from "../mailbox-owner.ts";
import { offersChoice, saysItStands, standingOf } from "./appointment.ts";
import { dateOrderOf } from "./date-order.ts";
import { datesIn } from "./named-dates.ts";
import { type Stamp, stampsIn } from "./stamps.ts";

/** A mail as its times are read from: own words without quotes, and the signature under them. */
export type SpokenMail = {
  readonly message: Message;
  readonly subject: string;
  readonly newest: string;
  readonly signature: string;
};

/** Every day with an hour that a mail names, on whatever clock: what a calendar part is held against. */
export const spokenStarts = (
  { message, subject, newest, signature }: SpokenMail,
  personZone: string,
): readonly Temporal.PlainDateTime[] => {
  const text = `${subject}\n\n${newest}`;
  const at = writtenAt(message, { zone: personZone });
  return stampsIn(text, at, dateOrderOf(text, signature)).map(({ start }) => start);
};

export type Standings = { readonly fixed: readonly Stamp[]; readonly givenUp: readonly Stamp[] };

/** Hours still ahead that the mail proposes or fixes, and those that it gives up for others. */
export function standingIn(
  text: string,
  { signature }: SpokenMail,
  at: Temporal.ZonedDateTime,
  firm: boolean,
): Standings {
  const stamps = stampsIn(text, at, dateOrderOf(text, signature));
  const standing = new Map(stamps.map((stamp) => [stamp, standingOf(stamp, text, stamps)]));
  const givenUp = stamps.filter((stamp) => standing.get(stamp) === "given up");
  const fixed = stamps.filter(
    (stamp) =>
      standing.get(stamp) === "fixed" &&
      stamp.start.since(at.toPlainDateTime()).total("minutes") > 0 &&
      !givenUp.some((other) => other.start.equals(stamp.start)) &&
      (!firm || saysItStands(stamp.sentence)),
  );
  const tight = fixed.filter(({ tight }) => tight);
  if (tight.length === 0) return { fixed, givenUp };
  // "10:00, 11:30 or 14:00 on Thursday" are three hours, though only one of them stands beside its day.
  const alike = fixed.filter((stamp) =>
    tight.some(
      ({ sentence, day }) =>
        sentence === stamp.sentence && day.index === stamp.day.index && offersChoice(sentence),
    ),
  );
  return { fixed: fixed.filter((stamp) => stamp.tight || alike.includes(stamp)), givenUp };
}

/** "Instead of Thursday 3.30, same time on Friday" */
export function sameHourOn(
  text: string,
  givenUp: readonly Stamp[],
  at: Temporal.ZonedDateTime,
): Stamp | null {
  const [old] = givenUp;
  const said =
    /\bsame (?:time|hour)\b|(?:zur )?(?:gleichen|selben) (?:uhr)?zeit|même heure|misma hora|zelfde (?:tijd|uur)|mesm[ao] (?:hora|horário)/i.exec(
      text,
    );
  if (old === undefined || said === null) return null;
  const day = datesIn(text, at).find(
    ({ index, date }) => !date.equals(old.day.date) && Math.abs(index - said.index) < 60,
  );
  return day === undefined
    ? null
    : { ...old, day, start: day.date.toPlainDateTime(old.clock.time), end: null };
}
