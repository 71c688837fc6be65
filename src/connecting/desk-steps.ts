import type { Temporal } from "temporal-polyfill";
import type { Result } from "../domain/result.ts";
import type { App } from "../flows/app.ts";
import type { Checked } from "../mail/check.ts";
import type { Found } from "../mail/discovery/found.ts";
import type { Provider } from "../mail/discovery/provider.ts";
import type { Account, Trouble } from "../ports.ts";
import type { Answers, Question, ServerRules, Texts } from "./answers.ts";

/** What the person wrote, and what is wrong with it: a sentence for each. */
export type AboutPerson = Pick<Texts, "name" | "zone" | "country" | "digestAt"> & {
  readonly address: string;
};
export type Servers = Pick<Texts, "imap" | "smtp" | "login"> & { readonly historyDays: number };
export type Refusals = Partial<Readonly<Record<Question | "address", string>>>;

/** Where the person stands on the way to a connected mailbox. */
export type Step =
  | { readonly at: "person"; readonly about: AboutPerson; readonly refusals: Refusals }
  | {
      readonly at: "servers";
      readonly about: AboutPerson;
      readonly servers: Servers;
      /** Null where nobody knows the servers; `unfound` says what was tried. */
      readonly found: Found | null;
      readonly unfound: readonly string[];
      /** Whose help is worth showing. */
      readonly provider: Provider | null;
      readonly refusals: Refusals;
      /** Why the servers did not let us in. */
      readonly trouble: string | null;
    }
  | {
      readonly at: "sent";
      readonly about: AboutPerson;
      readonly folders: readonly string[];
      readonly folder: string;
    }
  | {
      readonly at: "connected";
      readonly address: string;
      readonly reading: boolean;
      readonly candidacies: number;
      readonly digestAt: Temporal.ZonedDateTime | null;
    };

/** Where things stand, with what only the desk may know: a password stays in memory until the mailbox is saved. */
export type Held =
  | Exclude<Step, { at: "sent" } | { at: "connected" }>
  | (Extract<Step, { at: "sent" }> & {
      readonly account: Account;
      readonly answers: Answers;
      readonly before: Extract<Step, { at: "servers" }>;
    })
  | { readonly at: "connected"; readonly account: Account; readonly owner: string };

export type DeskTools = {
  readonly app: App;
  readonly discover: (address: string) => Promise<Result<Found, readonly string[]>>;
  readonly checkAccount: (
    account: Account,
    namedBy: "person" | "network",
  ) => Promise<Result<Checked, Trouble>>;
  readonly rules: ServerRules;
};
