import type { Temporal } from "temporal-polyfill";
import type { FetchedMail } from "../ports.ts";

/** A place among the mails that were there before a mailbox was connected: they are taken in order of arrival, over both folders. */
export type HistoryPlace = Pick<FetchedMail, "folder" | "uid"> & { readonly at: Temporal.Instant };

/** What a mail's headers tell before its body is fetched. */
export type MailGlimpse = Pick<FetchedMail, "folder"> & {
  /** Lower case; empty where there is none. */
  readonly from: string;
  readonly subject: string;
  /** It came through a list or in bulk (RFC 2919, RFC 2076 section 3.9). */
  readonly isListed: boolean;
};

/** A mail that was there before. Its place is written down with its effects, so that a first reading goes on where it was killed. */
export type OldMail = Omit<FetchedMail, "afterUid">;

/** What the first reading of a mailbox needs from the program. */
export type HistorySink = {
  /** The last place that was taken; null at the beginning. */
  readonly after: HistoryPlace | null;
  /** False for a mail that cannot matter, such as a newsletter: its body is not fetched (SAFETY R24). */
  readonly wants: (glimpse: MailGlimpse) => boolean;
  /** Takes one mail; commits before it returns. */
  readonly take: (mail: OldMail) => Promise<void>;
  readonly progress: (done: number, of: number) => void;
};

/** Order of arrival; two mails of one moment by folder and UID. */
export const comparePlaces = (a: HistoryPlace, b: HistoryPlace): number =>
  a.at.epochMilliseconds - b.at.epochMilliseconds || a.folder.localeCompare(b.folder) || a.uid - b.uid;
