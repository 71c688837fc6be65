import type { EmployerSize } from "../../domain/candidacy.ts";
import type { Address, CalendarPart } from "../../domain/message.ts";

/** What of a mail tells about the employer behind it. */
export type EmployerClues = {
  readonly from: Address | null;
  /** Registrable domain of the sender, as far as it was proven; else null. */
  readonly domain: string | null;
  /** The employer as the candidacy is called. */
  readonly employer: string;
  /** What the writer wrote now, and the signature under it. */
  readonly newest: string;
  readonly signature: string;
  readonly calendar: readonly CalendarPart[];
};

/** The same, laid out for size and kind. */
export type SizeClues = EmployerClues & {
  readonly sentences: readonly string[];
  /** The sender's domain is a system's that writes for many employers. */
  readonly isFromSystem: boolean;
  /** Names by which the employer calls itself: the candidacy's, the sender's, the signature's. */
  readonly organisations: readonly string[];
};

/** Something guessed, with one sentence that quotes what it rests on. A stronger guess takes the place of a weaker one, never of an equal one. */
export type Guess<T> = { readonly value: T; readonly says: string; readonly strength: 1 | 2 | 3 | 4 };

/** Null where the mail does not show it: wrong is worse than unknown. */
export type EmployerReading = {
  readonly size: Guess<EmployerSize> | null;
  /** ISO 3166-1 alpha-2, or 3166-2 where the region is known (POLICY 6.16). */
  readonly country: Guess<string> | null;
  /** IANA name. */
  readonly zone: Guess<string> | null;
};

/** Words as evidence, cut where they are long. */
export const quoted = (words: string): string =>
  `"${words.length > 160 ? `${words.slice(0, 159).trimEnd()}…` : words}"`;
