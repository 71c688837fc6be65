import { clockTime, count, countOrOff, type Measure } from "./measure.ts";
import type { OwnPreferences } from "./preferences.ts";
import { noPromise, type PreferenceSetting, preference, type Setting, type Stored } from "./setting.ts";
import { ownMailSettings } from "./settings-of-own-mails.ts";
import { personSettings, wishSettings } from "./settings-said.ts";

const workingDays = (least: number, most: number): Measure<number> => count("working days", least, most);

/** Every number of POLICY, in the order in which it is shown. */
export const preferenceSettings: readonly PreferenceSetting[] = [
  preference(
    "after-promise",
    "afterPromise",
    workingDays(1, 30),
    "From a promised date that passed in silence until the first check-in.",
  ),
  noPromise(
    "small",
    workingDays(1, 60),
    "From the last word until the first check-in where no date was promised: a small employer.",
  ),
  noPromise("large", workingDays(1, 60), "The same for a large employer."),
  noPromise("public sector", workingDays(1, 60), "The same in the public sector."),
  noPromise("agency", workingDays(1, 60), "The same where an agency is in between."),
  noPromise("charity", workingDays(1, 60), "The same for a charity."),
  noPromise("unknown", workingDays(1, 60), "The same for an employer whose size is not known."),
  preference(
    "after-application",
    "afterApplication",
    countOrOff("working days", 1, 60),
    "From an application until the one check-in; off: nothing is chased before they invite you.",
  ),
  preference(
    "second-check-in",
    "secondCheckIn",
    workingDays(1, 60),
    "From the first check-in until the second.",
  ),
  preference("breakup", "breakup", workingDays(1, 60), "From the last check-in until the last mail."),
  preference(
    "close-after-breakup",
    "closeAfterBreakup",
    workingDays(1, 120),
    "From the last mail until a candidacy without an answer is closed.",
  ),
  preference(
    "silence-is-no-after",
    "silenceIsNoAfter",
    workingDays(1, 30),
    "From a date of which they said that silence means no until the candidacy is closed.",
  ),
  preference(
    "thank-you-stale",
    "thankYouStale",
    workingDays(1, 20),
    "From an interview's end until a thank-you comes too late and is dropped.",
  ),
  preference(
    "courtesy-stale",
    "courtesyStale",
    workingDays(1, 20),
    "From their mail until an answer to a no, or the question how many stages there are, is dropped.",
  ),
  preference(
    "chase-stale",
    "chaseStale",
    workingDays(1, 60),
    "From the due date until a check-in or last mail that you did not decide is dropped.",
  ),
  preference(
    "out-of-office-after-return",
    "outOfOfficeAfterReturn",
    workingDays(0, 20),
    "From their first day back until you write to somebody who was away.",
  ),
  preference(
    "out-of-office-unknown",
    "outOfOfficeUnknown",
    workingDays(1, 60),
    "What an absence without a readable end adds to the wait.",
  ),
  preference(
    "contact-cap",
    "contactCap",
    workingDays(1, 30),
    "At least this long between two mails to one contact; thank-yous are not counted.",
  ),
  preference(
    "employer-cap",
    "employerCap",
    count("mails a week", 1, 10),
    "Check-ins and the like to one employer within a week, all candidacies together.",
    "for all",
  ),
  preference(
    "other-interviews-within",
    "otherInterviewsWithin",
    workingDays(0, 30),
    "How near another interview must be for a mail to say that others are under way.",
  ),
  preference(
    "keep-in-touch-weeks",
    "keepInTouchWeeks",
    count("weeks", 2, 52),
    "Between two mails to an employer with whom you keep in touch.",
  ),
  preference(
    "keep-in-touch-times",
    "keepInTouchTimes",
    count("mails", 0, 24),
    "How many of those are proposed in all; 0 for none.",
  ),
  preference(
    "send-from",
    "sendFrom",
    clockTime("06:00", "20:00"),
    "Mails leave from then on, by the reader's clock.",
  ),
  preference(
    "send-until",
    "sendUntil",
    clockTime("07:00", "22:00"),
    "And until then, by the reader's clock.",
  ),
  ...ownMailSettings,
  preference(
    "late-a-day",
    "lateADay",
    count("mails a day", 1, 10),
    "How many late mails are proposed on one day after a first reading or a pause.",
    "for all",
  ),
  preference(
    "mails-a-day",
    "mailsADay",
    count("mails a day", 1, 20),
    "How many mails to others may leave one mailbox within a day.",
    "for all",
  ),
];

export const settings: readonly Setting[] = [...preferenceSettings, ...personSettings, ...wishSettings];

/** Gives the setting of that name, however it is spelt: "After_Promise" is after-promise. */
export const settingNamed = (name: string): Setting | undefined =>
  settings.find((setting) => setting.name === spelt(name));

/** Gives settings that may have been meant: "no-promise" is six. */
export function settingsLike(name: string): readonly Setting[] {
  const said = spelt(name);
  return said.length < 3 ? [] : settings.filter((one) => one.name.includes(said) || said.includes(one.name));
}

/** Gives what of the store's preferences is sound; the rest is as if it had never been set. */
export const soundPreferences = (stored: Stored): OwnPreferences =>
  Object.keys(stored).length === 0
    ? nothingOwn
    : preferenceSettings.reduce<OwnPreferences>((own, setting) => setting.taken(own, stored), nothingOwn);
const nothingOwn: OwnPreferences = {};

const spelt = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
