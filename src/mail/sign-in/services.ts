import type { ServerMetadata } from "openid-client";
import type { ServerAddress, SignInService } from "../../ports.ts";

/** One provider's way of signing in. The addresses are those of its documentation (docs/providers.md), so that nothing has to be asked for them. */
export type Service = {
  readonly name: string;
  readonly metadata: ServerMetadata;
  readonly scope: string;
  /** The name of this machine to which the browser is sent back. */
  readonly returnsTo: "127.0.0.1" | "localhost";
  /** What the sign-in page is told beside the usual. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The mail servers that may see a token; no other one does. */
  readonly hosts: readonly string[];
  /** The setting that holds its client id. */
  readonly setting: string;
  /** Why no mail program is let in by a code on another device; null: it is. */
  readonly noDevice: string | null;
};

/** The client id that the owner has registered. Google's desktop clients have a secret that is none (RFC 8252 section 8.5). */
export type Client = { readonly id: string; readonly secret: string | null };

export type SignInSettings = {
  readonly google: Client | null;
  readonly microsoft: (Client & { readonly tenant: string }) | null;
  /** A server on this machine that stands in for both, for tests; its mail servers are on this machine too. */
  readonly issuer: string | null;
};

export const google: Service = {
  name: "Google",
  metadata: {
    issuer: "https://accounts.google.com",
    authorization_endpoint: "https://accounts.google.com/o/oauth2/v2/auth",
    token_endpoint: "https://oauth2.googleapis.com/token",
  },
  scope: "https://mail.google.com/",
  returnsTo: "127.0.0.1",
  // Without both Google gives a refresh token the first time only.
  parameters: { access_type: "offline", prompt: "consent" },
  hosts: ["imap.gmail.com", "smtp.gmail.com"],
  setting: "AFTERWORD_GOOGLE_CLIENT_ID",
  noDevice:
    "Google lets no program read mail that was signed in to by a code on another device. Open the address below in a browser anywhere instead, and paste here the address at which it ends.",
};

/** @param tenant "common", "consumers", "organizations", or the id of one organisation. */
export const microsoft = (tenant: string): Service => {
  const base = `https://login.microsoftonline.com/${encodeURIComponent(tenant)}`;
  return {
    name: "Microsoft",
    metadata: {
      issuer: `${base}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    },
    scope:
      "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access",
    // What its portal lets be registered; any port is taken then.
    returnsTo: "localhost",
    parameters: {},
    hosts: ["outlook.office365.com", "smtp.office365.com", "smtp-mail.outlook.com"],
    setting: "AFTERWORD_MICROSOFT_CLIENT_ID",
    noDevice: null,
  };
};

/** The same service with a server on this machine in place of the provider's. */
export const standIn = (service: Service, issuer: string): Service => ({
  ...service,
  metadata: {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    device_authorization_endpoint: `${issuer}/devicecode`,
  },
});

/** The service whose servers both of these are. */
export const serviceOfHosts = (
  imap: ServerAddress,
  smtp: ServerAddress,
  services: Readonly<Record<SignInService, Service>>,
): SignInService | null => {
  const has = ({ hosts }: Service) => [imap, smtp].every(({ host }) => hosts.includes(host.toLowerCase()));
  if (has(services.google)) return "google";
  return has(services.microsoft) ? "microsoft" : null;
};
