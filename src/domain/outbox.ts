/** Where an approved mail stands. `transmitting` is written before the first byte leaves, so a crash there means "unsure", never "again". */
export const outboxStates = [
  "queued",
  "claimed",
  "transmitting",
  "sent",
  "failed",
  "unknown",
  "asked",
  "held",
  "cancelled",
] as const;
export type OutboxState = (typeof outboxStates)[number];

export type OutboxEventType =
  | "claim"
  | "cancel"
  | "transmit"
  | "expire"
  | "release"
  | "hold"
  | "accepted"
  | "rejected"
  | "deferred"
  | "lost"
  | "found"
  /** A report says that an earlier attempt was delivered, while the mail waits to be sent again. */
  | "arrived"
  | "notFound"
  | "sendAgain"
  | "wasSent";

/** Every move an outbox row may make (SAFETY section 1). A missing state does not compile; a missing event is a refusal. */
const moves: Record<OutboxState, Partial<Record<OutboxEventType, OutboxState>>> = {
  queued: { claim: "claimed", cancel: "cancelled", hold: "held", arrived: "sent" },
  claimed: {
    transmit: "transmitting",
    expire: "queued",
    release: "queued",
    cancel: "cancelled",
    hold: "held",
    rejected: "failed",
    arrived: "sent",
  },
  transmitting: {
    accepted: "sent",
    rejected: "failed",
    deferred: "queued",
    lost: "unknown",
    expire: "unknown",
  },
  unknown: { found: "sent", notFound: "asked" },
  asked: { found: "sent", sendAgain: "queued", wasSent: "sent" },
  /** Held means that the thread changed after the approval (R14): the approval is spent, a new draft is shown. */
  held: {},
  sent: {},
  failed: { sendAgain: "queued" },
  cancelled: {},
};

/** Gives the state after the event, or null when the table refuses it. */
export const moveOutbox = (state: OutboxState, event: OutboxEventType): OutboxState | null =>
  moves[state][event] ?? null;

/** States from which the event leads somewhere: the `where state in (…)` of a compare-and-set. */
export const statesThatAllow = (event: OutboxEventType): readonly OutboxState[] =>
  outboxStates.filter((state) => moves[state][event] !== undefined);

/** What one attempt over SMTP came to, read from the numeric reply and our own phase record only (SAFETY R3, M1). */
export type SmtpOutcome =
  | { readonly type: "accepted"; readonly reply: string; readonly providerMessageId: string | null }
  /** 4xx other than 421, or a failure before the gate: may be tried again. */
  | { readonly type: "later"; readonly reply: string }
  /** 5xx: never by itself. */
  | { readonly type: "rejected"; readonly reply: string }
  /** 5xx to the login: the mailbox needs a new password, the mail stays queued (R15). */
  | { readonly type: "login_refused"; readonly reply: string }
  /** The gate refused (cancelled, thread changed, not ours any more): no byte left. */
  | { readonly type: "gate_closed" }
  /** Bytes may have left and no number came back. */
  | { readonly type: "unknown"; readonly reply: string };

/** For so many minutes a mail without an answer is looked for in Sent before the person is asked: a guess, see "What is not known yet" in SAFETY. */
export const lookedForMinutes = 15;

/** Wait before attempt `n` (1 is the first retry), in milliseconds: 1, 2, 4 … minutes, one hour at most. */
export const backOff = (n: number): number => Math.min(60, 2 ** (n - 1)) * 60_000;
