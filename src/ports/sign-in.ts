import type { Temporal } from "temporal-polyfill";
import type { Result } from "../domain/result.ts";
import type { Account, Secret, ServerAddress, Trouble } from "./mail.ts";

/** Whose page a person signs in on, so that no password is given away (OAuth 2.0). */
export type SignInService = "google" | "microsoft";

/** What a sign-in gave (RFC 6749 section 5.1). */
export type Tokens = {
  /** Lets us in at the mail servers until `expiresAt`. */
  readonly access: Secret;
  readonly expiresAt: Temporal.Instant;
  /** Buys the next access token; a provider may give a new one each time. */
  readonly refresh: Secret;
  /** When the refresh token dies, whatever is done; null: the provider does not say. */
  readonly endsAt: Temporal.Instant | null;
};

/** `over`: the person has to sign in again (RFC 6749 section 5.2, invalid_grant). `later`: it may work another time; `answered` is false where the refresh token may have been spent. */
export type Renewal =
  | { readonly type: "renewed"; readonly tokens: Tokens }
  | { readonly type: "over"; readonly says: string }
  | { readonly type: "later"; readonly says: string; readonly answered: boolean };

/** A sign-in that waits for the person's browser (RFC 8252 section 7.3). */
export type BrowserSignIn = {
  /** What the browser has to open. */
  readonly url: string;
  /** Ends when the browser comes back to this machine; refuses with what the provider said. */
  readonly returned: Promise<Result<Tokens, string>>;
  /** For a browser on another machine: the address at which it ended, as the person copied it. */
  readonly take: (address: string) => Promise<Result<Tokens, string>>;
  readonly close: () => Promise<void>;
};

/** A sign-in on any other device, by a code that is typed there (RFC 8628). */
export type DeviceSignIn = {
  readonly url: string;
  readonly code: string;
  /** Ends when the code was typed, was refused, or died. */
  readonly done: Promise<Result<Tokens, string>>;
};

export type SignIns = {
  /** The service whose mail servers these two are and for which the owner has set a client id; null: there is none. A token goes to no other server. */
  readonly serviceOf: (
    address: string,
    servers: { readonly imap: ServerAddress; readonly smtp: ServerAddress },
  ) => SignInService | null;
  /** @throws when no port of this machine can be listened on. */
  readonly inBrowser: (service: SignInService, login: string) => Promise<BrowserSignIn>;
  /** Refuses where the service lets no mail program in that way, or gives no code. */
  readonly onDevice: (service: SignInService) => Promise<Result<DeviceSignIn, string>>;
  /** RFC 6749 section 6. */
  readonly renew: (service: SignInService, refresh: Secret) => Promise<Renewal>;
};

/** Gives an access token that a mail server should take. `refused` is one that a server did not take although it has not expired. */
export type AccessTokens = (account: Account, refused: Secret | null) => Promise<Result<Secret, Trouble>>;
