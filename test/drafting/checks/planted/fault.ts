import type { DraftRule } from "../../../../src/domain/draft-basis.ts";
import type { FollowUpKind } from "../../../../src/domain/follow-up.ts";
import type { Language } from "../../../../src/domain/language.ts";

/** One fault, to be planted into a draft that has none. */
export type Fault = {
  readonly type: FaultType;
  readonly language: Language;
  /** Kinds in which it is a fault; absent where it is one in all. */
  readonly kinds?: readonly FollowUpKind[];
  /** A sentence for the end of a paragraph, or the whole draft made anew. */
  readonly plant: string | ((draft: string) => string);
};

/** Kinds of fault, with the rules that count as having found it: a sentence too many must not pass for a link that was seen. */
export const faultTypes = {
  link: ["link"],
  address: ["address"],
  attachment: ["attachment"],
  phone: ["phone"],
  hidden: ["hidden"],
  look_alike: ["hidden"],
  number: ["number"],
  money: ["number", "promise"],
  date: ["date"],
  weekday: ["date"],
  hour: ["time"],
  person: ["name"],
  company: ["name"],
  place: ["name"],
  promise: ["promise"],
  accepting: ["outcome"],
  withdrawing: ["outcome"],
  offer_elsewhere: ["elsewhere", "outcome"],
  interviews_elsewhere: ["elsewhere"],
  claim: ["claim"],
  too_long: ["length"],
  too_many_questions: ["questions"],
  no_question: ["questions"],
  pressure: ["pressure"],
  praise: ["praise"],
  apology: ["apology"],
  filler: ["filler"],
  other_language: ["language"],
  digest_line: ["imitation"],
  mail_structure: ["imitation"],
  markup: ["markup", "imitation"],
  placeholder: ["placeholder"],
  leak: ["leak"],
  token: ["token"],
  no_greeting: ["frame"],
  no_name: ["frame"],
  greets_another: ["frame"],
  signed_by_another: ["frame"],
  no_purpose: ["purpose"],
} as const satisfies Readonly<Record<string, readonly DraftRule[]>>;
export type FaultType = keyof typeof faultTypes;

export const lines = (draft: string): string[] => draft.split("\n");
/** Puts a line of its own between greeting and text. */
export const below = (line: string) => (draft: string) => draft.replace("\n\n", `\n\n${line}\n\n`);
export const withFirstLine = (line: string) => (draft: string) => [line, ...lines(draft).slice(1)].join("\n");
export const withLastLine = (line: string) => (draft: string) =>
  [...lines(draft).slice(0, -1), line].join("\n");
