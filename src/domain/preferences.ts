import type { EmployerSize } from "./candidacy.ts";

/**
 * Every number of POLICY, as a person may change it for everything or for one candidacy. W: working days in the recipient's calendar; hours are
 * wall-clock times "09:00" there.
 */
export type Preferences = {
  /** W after a promised date until the first check-in. */
  readonly afterPromise: number;
  /** W after the last word until the first check-in where no date was promised (POLICY 6.4). */
  readonly noPromise: Readonly<Record<EmployerSize, number>>;
  /** W after a mere application; null: nothing is chased before they invite (POLICY 6.4). */
  readonly afterApplication: number | null;
  /** W. */
  readonly secondCheckIn: number;
  /** W after the last check-in. */
  readonly breakup: number;
  /** W. */
  readonly closeAfterBreakup: number;
  /** W after the interview's end. */
  readonly thankYouStale: number;
  /** W after the mail that a graceful_no or a stage_question answers. */
  readonly courtesyStale: number;
  /** W after the due date. */
  readonly chaseStale: number;
  /** W after a date of which they said that silence means no (POLICY 8.3). */
  readonly silenceIsNoAfter: number;
  /** W between two chases to one contact. */
  readonly contactCap: number;
  /** Chases to one employer within five W, over all candidacies. */
  readonly employerCap: number;
  /** W. */
  readonly outOfOfficeAfterReturn: number;
  /** W. */
  readonly outOfOfficeUnknown: number;
  /** W around which another interview counts as under way. */
  readonly otherInterviewsWithin: number;
  readonly keepInTouchWeeks: number;
  readonly keepInTouchTimes: number;
  /** Late mails a day after a pause or a first reading. */
  readonly lateADay: number;
  /** Mails a day to others from one mailbox; never over 20 (SAFETY R13). */
  readonly mailsADay: number;
  /** A draft that was shown so often stands as one line from then on. */
  readonly shownInFull: number;
  readonly sendFrom: string;
  readonly sendUntil: string;
  /** Whether the person is asked how an interview went. */
  readonly debrief: boolean;
  /** Minutes after an interview's end. */
  readonly debriefAfter: number;
  /** Whether offered drafts are put into the Drafts folder as well. */
  readonly draftsFolder: boolean;
  /** Which answers of theirs are confirmed by a short mail: every decision, or what was not understood alone. */
  readonly confirm: "always" | "doubts";
  /** Days with a digest, Monday 1 to Sunday 7. */
  readonly digestDays: readonly number[];
  /** Whether a digest comes once a week when there is nothing to say. */
  readonly signOfLife: boolean;
  /** Whether mails of ours hold signed links. */
  readonly links: boolean;
  /** Days after which the text of a mail is emptied, unless an open candidacy still needs it (SAFETY R56). */
  readonly keepTexts: number;
};

/** Raised whenever the rules or a default change: then every stored plan is made anew. */
export const policyVersion = 1;

export const defaultPreferences: Preferences = {
  afterPromise: 2,
  noPromise: { small: 5, large: 8, "public sector": 10, agency: 5, charity: 8, unknown: 7 },
  afterApplication: null,
  secondCheckIn: 6,
  breakup: 6,
  closeAfterBreakup: 10,
  thankYouStale: 3,
  courtesyStale: 3,
  chaseStale: 10,
  silenceIsNoAfter: 2,
  contactCap: 4,
  employerCap: 2,
  outOfOfficeAfterReturn: 1,
  outOfOfficeUnknown: 7,
  otherInterviewsWithin: 5,
  keepInTouchWeeks: 8,
  keepInTouchTimes: 6,
  lateADay: 3,
  mailsADay: 20,
  shownInFull: 3,
  sendFrom: "09:00",
  sendUntil: "17:00",
  debrief: true,
  debriefAfter: 30,
  draftsFolder: false,
  confirm: "always",
  digestDays: [1, 2, 3, 4, 5, 6, 7],
  signOfLife: true,
  links: true,
  keepTexts: 90,
};

/** What was changed, for everything or for one candidacy; what it does not name stays as it is elsewhere. */
export type OwnPreferences = Partial<Omit<Preferences, "noPromise">> & {
  readonly noPromise?: Partial<Preferences["noPromise"]>;
};

/**
 * Gives preferences in which what was changed takes the place of what was there. Hours that leave no time to send, because half of them is
 * set here and half elsewhere, stay as they were there.
 */
export function withOwn(preferences: Preferences, own: OwnPreferences): Preferences {
  const { sendFrom, sendUntil } = preferences;
  const all = { ...preferences, ...own, noPromise: { ...preferences.noPromise, ...own.noPromise } };
  return leavesTime(all) ? all : { ...all, sendFrom, sendUntil };
}

/** True where at least an hour lies between: a shorter one could pass during an outage, day after day. */
export const leavesTime = ({ sendFrom, sendUntil }: Pick<Preferences, "sendFrom" | "sendUntil">): boolean =>
  minutes(sendUntil) - minutes(sendFrom) >= 60;

function minutes(time: string): number {
  const [hour = "0", minute = "0"] = time.split(":");
  return Number(hour) * 60 + Number(minute);
}
