import { allowInsecureRequests, Configuration, refreshTokenGrant } from "openid-client";
import type { Renewal, SignInService, SignIns } from "../../ports.ts";
import { providerOfDomain } from "../discovery/provider.ts";
import { isLoopback } from "../server-address.ts";
import { failedRenewal, tokensIn } from "./answers.ts";
import { type SignInTools, signInWithBrowser } from "./browser.ts";
import { signInOnDevice } from "./device.ts";
import { google, microsoft, type Service, type SignInSettings, serviceOfHosts, standIn } from "./services.ts";

/** Signing in at Google and Microsoft with the owner's client ids. */
export function createSignIns(settings: SignInSettings, tools: SignInTools): SignIns {
  const known = { google, microsoft: microsoft(settings.microsoft?.tenant ?? "common") };
  const at = (name: SignInService): { service: Service; config: Configuration } => {
    const service = settings.issuer === null ? known[name] : standIn(known[name], settings.issuer);
    const client = settings[name];
    if (client === null) throw new Error(withoutClient(service));
    const config = new Configuration(service.metadata, client.id, client.secret ?? undefined);
    if (settings.issuer !== null) allowInsecureRequests(config);
    return { service, config };
  };
  return {
    serviceOf: (address, { imap, smtp }) => {
      const name =
        settings.issuer === null
          ? serviceOfHosts(imap, smtp, known)
          : isLoopback(imap.host) && isLoopback(smtp.host)
            ? serviceOfAddress(address)
            : null;
      return name !== null && settings[name] !== null ? name : null;
    },
    inBrowser: async (name, login) => signInWithBrowser({ ...at(name), ...tools, login }),
    onDevice: async (name) => signInOnDevice({ ...at(name), ...tools }),
    renew: async (name, refresh): Promise<Renewal> => {
      if (settings[name] === null) return { type: "later", answered: true, says: withoutClient(known[name]) };
      const { service, config } = at(name);
      const asked = tools.now();
      try {
        const answer = await refreshTokenGrant(config, refresh.reveal());
        const tokens = tokensIn(answer, service.name, refresh, asked, tools.secret);
        return tokens.ok
          ? { type: "renewed", tokens: tokens.value }
          : { type: "later", answered: true, says: tokens.error };
      } catch (thrown) {
        return failedRenewal(thrown, service.name, refresh);
      }
    },
  };
}

/** With the stand-in every mail server is on this machine, and only the address tells whose it plays. */
const serviceOfAddress = (address: string): SignInService | null =>
  providerOfDomain(address.slice(address.lastIndexOf("@") + 1))?.signIn ?? null;

const withoutClient = ({ name, setting }: Service): string =>
  `${name} cannot be asked for a new token: ${setting} is missing in the settings.`;
