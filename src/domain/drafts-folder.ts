import { Temporal } from "temporal-polyfill";

/**
 * Where the copy of an offered draft stands that was put into the person's Drafts folder (docs/decisions/0011).
 * `putting`: it is to be put there, its bytes are fixed, and it may lie there already. `lies`: it lies there as we put it. `edited`: the person has
 * a hand on it, so it is left alone. `missing`: it is gone, which may mean sent, deleted, or being edited at this moment.
 * The rest are ends: `removed` by us or no longer wanted, `sent` or `deleted` by the person, `let_go`: nothing more is concluded from it.
 */
export type CopyState = "putting" | "lies" | "edited" | "missing" | "removed" | "sent" | "deleted" | "let_go";

/** Copies that are looked at whenever the mailbox was read. */
export const followedStates = ["putting", "lies", "edited", "missing"] as const satisfies CopyState[];

/** Where a copy lies: a UID under its UIDVALIDITY names the same bytes for ever (RFC 3501 section 2.3.1.1). */
export type CopyPlace = { readonly folder: string; readonly uidValidity: bigint; readonly uid: number };

/**
 * What the folder said of one copy. `absent` only where a folder that is the same as before answered for it (SAFETY R5); `lost`: it is not there, and
 * the folder is another one or was made anew; `unsure`: nothing may be concluded.
 */
export type CopySeen =
  | { readonly type: "lies"; readonly place: CopyPlace }
  | { readonly type: "edited" }
  | { readonly type: "taken_out" }
  | { readonly type: "absent" }
  | { readonly type: "lost" }
  | { readonly type: "unsure" };

/**
 * How the draft of a copy stands: still offered as it is; approved by mail, in any version; `outdated`: its mail is due, and this version is not to be
 * sent from there now; `over`: its mail was sent, was left out or is not due any more.
 */
export type CopyStanding = "offered" | "approved" | "outdated" | "over";

export type CopyOrder = "put" | "look" | "take_out";

/** Gives what is to be done about a copy in the folder; what the person edited is only looked at. */
export function orderFor(state: CopyState, standing: CopyStanding): CopyOrder {
  if (state === "edited") return "look";
  if (standing !== "offered") return "take_out";
  return state === "putting" ? "put" : "look";
}

/** So often, in minutes, the folder is looked at while nothing in it is to change. */
export const lookMinutes = 5;

/** True where a visit of the folder should not wait: something is to be put there or taken out, what is gone may have been sent, or is to be let go. */
export const isPressing = (state: CopyState, standing: CopyStanding): boolean =>
  orderFor(state, standing) !== "look" || state === "missing" || standing === "over";

/** So long after a copy was missed for the first time its mail may still appear in Sent, or its edited self in Drafts. In minutes. */
export const settlingMinutes = 10;

/** `goneSince`: when it was missed for the first time, or was taken out. */
export type CopyRecord = { readonly state: CopyState; readonly goneSince: Temporal.Instant | null };
export type After = CopyRecord & { readonly place?: CopyPlace };

/** When inbox and Sent were last read to their ends, and the present. */
export type ReadUntil = { readonly readUntil: Temporal.Instant | null; readonly now: Temporal.Instant };

/** True where a copy has been missing for the whole settling time, and Sent was read after it. */
export const isSettled = (goneSince: Temporal.Instant, { readUntil, now }: ReadUntil): boolean => {
  const settled = goneSince.add({ minutes: settlingMinutes });
  return [now, readUntil].every((at) => at !== null && Temporal.Instant.compare(at, settled) >= 0);
};

/**
 * Gives how a copy stands after a look at the folder. One that stays away counts as deleted while its draft is merely offered, and as out of the way
 * where that is outdated; once it was approved by mail the two contradict each other, and nothing is concluded here.
 */
export function afterLook(
  { state, goneSince }: CopyRecord,
  seen: CopySeen,
  standing: CopyStanding,
  reading: ReadUntil,
): After {
  switch (seen.type) {
    case "unsure":
      return { state, goneSince };
    case "lies":
      return { state: "lies", goneSince: null, place: seen.place };
    case "edited":
      return { state: standing === "over" ? "let_go" : "edited", goneSince: null };
    case "taken_out":
      return { state: "removed", goneSince: reading.now };
    case "lost":
      if (standing !== "approved" || state === "putting") return { state: "let_go", goneSince: null };
      return { state: "missing", goneSince: goneSince ?? reading.now };
    case "absent": {
      // What was never seen there was not sent from there.
      if (state === "putting") return { state: "removed", goneSince: null };
      if (standing === "over") return { state: "removed", goneSince: reading.now };
      const since = goneSince ?? reading.now;
      if (standing === "approved" || !isSettled(since, reading))
        return { state: "missing", goneSince: since };
      return { state: standing === "offered" ? "deleted" : "removed", goneSince: since };
    }
  }
}

/** Gives the value of X-Afterword-Draft: which draft, and the hash of its text. No secret stands in it. */
export const draftMark = ({ id, hash }: { readonly id: string; readonly hash: string }): string =>
  `${id} ${hash}`;
