import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { SetupError } from "../setup-error.ts";
import { momentWithZone } from "./moments.ts";
import { type JsonOption, print, printJson } from "./print.ts";
import { askApi, theRunning } from "./running.ts";

const instant = z.string().transform((text) => Temporal.Instant.from(text));
const answer = z.object({ now: instant, next_due: instant.nullable() });

/**
 * `afterword clock`: through the running program, because moving its time must run what falls due.
 * Times are shown in this machine's zone.
 * @throws SetupError when the program does not run or refuses.
 */
export async function clock(
  verb: "show" | "advance" | "set",
  to: string | null,
  options: JsonOption,
): Promise<void> {
  const body =
    verb === "show" ? undefined : verb === "advance" ? { advance: span(to ?? "") } : { to: when(to ?? "") };
  const { now, next_due: next } = await askApi(await theRunning(), "/api/clock", answer, body);
  if (options.json) return printJson({ now, next_due: next });
  const zone = Temporal.Now.timeZoneId();
  print(`It is ${momentWithZone(now, zone)}.`);
  print(next === null ? "Nothing is due." : `Next due: ${momentWithZone(next, zone)}.`);
}

function span(text: string): string {
  if (/^\d{1,4}[mhd]$/.test(text)) return text;
  throw new SetupError("Write how far to move it in minutes, hours or days, such as 30m, 2h or 3d.");
}

function when(text: string): string {
  try {
    return Temporal.Instant.from(text).toString();
  } catch {
    throw new SetupError(
      "Write the instant with its offset or Z, such as 2026-05-22T07:30:00Z or 2026-05-22T08:30+01:00.",
    );
  }
}
