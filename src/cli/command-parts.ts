import { InvalidArgumentError, Option } from "commander";
import type { Kind } from "../domain/assessment.ts";
import { kindSaid, kindsToSay } from "../domain/kind-words.ts";
import { programCall } from "../domain/program-call.ts";
import { momentSaid, type SpokenMoment } from "../domain/reply-moment.ts";
import { countryNamed, zoneNamed } from "../domain/whereabouts.ts";

/** Pieces of which the commands are made. */

export const json = (description = "Print JSON."): Option => new Option("--json", description);

export const personOption = (): Option =>
  new Option("--person <address>", "the person with this address, where several share an installation");

export const example = (words: string): string => `\nExample:\n  ${programCall} ${words}`;

export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new InvalidArgumentError(`It must be a number of "${programCall} candidacies", such as 3.`);
  return Number(text);
}

/** A Message-ID with or without its angle brackets. */
export const messageId = (text: string): string => text.trim().replace(/^<|>$/g, "");

/** The words of a reply to the digest: "offer", "a rejection", or the kind's own name. */
export function kindOption(text: string): Kind {
  const kind = kindSaid(text.trim().toLowerCase());
  if (kind === null) throw new InvalidArgumentError(`A mail can be: ${kindsToSay}.`);
  return kind;
}

/** A country, or one of its regions, whose public holidays count. */
export function placeOption(text: string): string {
  const [country = "", region, more] = text.trim().toUpperCase().split("-");
  const code = countryNamed(country);
  if (code === null || more !== undefined || (region !== undefined && !/^[A-Z\d]{1,3}$/.test(region)))
    throw new InvalidArgumentError(
      "Write the two letters of a country, such as GB, or a region of one: DE-BY.",
    );
  return region === undefined ? code : `${code}-${region}`;
}

export function zoneOption(text: string): string {
  const zone = zoneNamed(text.trim());
  if (zone === null) throw new InvalidArgumentError("Write a time zone such as Europe/London.");
  return zone;
}

export function momentOption(text: string): SpokenMoment {
  const moment = momentSaid(text.trim().toLowerCase());
  if (moment === null) throw new InvalidArgumentError('Write it as "friday 14:00" or "4 March 2pm".');
  return moment;
}
