import type { Temporal } from "temporal-polyfill";
import type { DraftId, PersonId } from "../domain/ids.ts";
import type { LinkAct, LinkClaims } from "../domain/link.ts";
import type { Result } from "../domain/result.ts";

/** Signed links (SAFETY R35). They exist only where the program knows an address under which others reach it. */
export type Links = {
  /** Scheme, host and port of that address: where a form of ours is sent from. */
  readonly origin: string;
  /** Gives the token; `hash` may be the whole one. */
  readonly sign: (claims: LinkClaims) => string;
  /** The https address that opens a token. */
  readonly address: (token: string) => string;
  /** Whether it has expired, or was used, is not looked at. `forged`: signed by nobody, by another key, or changed since. */
  readonly read: (token: string) => Result<LinkClaims, "no link" | "forged">;
};

/** A link acts once. `id` is the SHA-256 (hex) of its token, so that the store holds none that still works. */
export type UsedLink = {
  readonly id: string;
  readonly personId: PersonId;
  readonly draftId: DraftId;
  readonly act: LinkAct["type"];
  readonly at: Temporal.Instant;
};

export type UsedLinks = {
  readonly find: (id: string) => Promise<UsedLink | null>;
  /** In the transaction of what it did; a second one with that id is refused by the store. */
  readonly insert: (link: UsedLink) => Promise<void>;
  /** Drops what acted before that instant: a link that has expired opens nothing, used or not. */
  readonly forget: (before: Temporal.Instant) => Promise<void>;
};
