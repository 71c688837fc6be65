import type { ServerAddress, SignInService } from "../../ports.ts";
import { hosters } from "./provider-hosters.ts";
import { largest } from "./provider-largest.ts";
import { national } from "./provider-national.ts";

/**
 * A mail provider. docs/providers.md tells for each where its servers and its way to a password were looked up, and what was really tried.
 * `password`: "own", the one of the mailbox; "app", one that is made for a program; "bridge", that of a program which runs beside this one;
 * "none", the provider lets no program in with a password.
 */
export type Provider = {
  readonly name: string;
  /** What stands behind the @ of its addresses. */
  readonly domains: readonly string[];
  /** How the names of its incoming servers end, for the domains of companies that it hosts. */
  readonly mx: readonly string[];
  readonly imap: ServerAddress;
  readonly smtp: ServerAddress;
  readonly password: "own" | "app" | "bridge" | "none";
  /** Whose page one can sign in on instead, where the owner has a client id; absent: there is none. */
  readonly signIn?: SignInService;
  /** What to do before connecting, in sentences for the person. */
  readonly help: string;
  /** The provider's page that says so. */
  readonly page: string;
};

/** Everything that is known without asking anybody, in the order of docs/providers.md. */
export const providers: readonly Provider[] = [...largest, ...hosters, ...national];

/** The provider that gives out addresses of this domain, or null. */
export const providerOfDomain = (domain: string): Provider | null =>
  providers.find(({ domains }) => domains.includes(domain)) ?? null;

/**
 * The provider to which a domain's mail is delivered (RFC 5321 section 5.1), or null. Several servers count only where all of them are the same
 * provider's: a filter in front of the mailboxes says nothing about where they are.
 */
export function providerOfMx(exchanges: readonly string[]): Provider | null {
  const [first, ...others] = exchanges.map(
    (exchange) => providers.find(({ mx }) => mx.some((end) => isWithin(exchange, end))) ?? null,
  );
  return first && others.every((other) => other === first) ? first : null;
}

/** The provider whose servers these are, for the words to say when they refuse a login. */
export const providerOfServer = ({ host }: ServerAddress): Provider | null =>
  providers.find(({ imap, smtp }) => [imap.host, smtp.host].includes(host.toLowerCase())) ?? null;

/** Whole labels only: "evil-google.com" is not within "google.com". */
const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);
