import { refuse } from "../domain/result.ts";
import { connectMailbox } from "../flows/connect-mailbox.ts";
import { usualHistoryDays } from "../flows/first-reading.ts";
import type { Found } from "../mail/discovery/found.ts";
import { providerOfDomain, providerOfServer } from "../mail/discovery/provider.ts";
import type { Secret } from "../ports.ts";
import { accountOf, readAddress } from "./account.ts";
import { ofThePerson, readAnswers, refusalOf, type ServerRules, type Texts, writeServer } from "./answers.ts";
import type { AboutPerson, DeskTools, Held, Refusals, Servers } from "./desk-steps.ts";
import { domainOf } from "./found-words.ts";
import { suggestion } from "./suggestions.ts";

/** What the first form holds before anybody wrote into it. */
export const suggested = (): AboutPerson => {
  const zone = suggestion("zone", "", {});
  return {
    address: "",
    name: "",
    zone,
    country: suggestion("country", "", { zone }),
    digestAt: suggestion("digestAt", "", {}),
  };
};

/** One step back; nothing was saved yet. */
export function backFrom(held: Held): Held {
  if (held.at === "sent") return held.before;
  return held.at === "servers" ? { at: "person", about: held.about, refusals: {} } : held;
}

/** Reads who the person is, and looks for the servers of that address. */
export async function meet({ discover, rules }: DeskTools, given: AboutPerson): Promise<Held> {
  const address = readAddress(given.address);
  const bad = ofThePerson.flatMap((question) => {
    const refused = refusalOf(question, given[question as keyof AboutPerson], rules);
    return refused === null ? [] : [[question, refused]];
  });
  const refusals: Refusals = Object.fromEntries([
    ...bad,
    ...(address.ok ? [] : [["address", address.error]]),
  ]);
  if (!address.ok || bad.length > 0) return { at: "person", about: given, refusals };
  const about = { ...given, address: address.value };
  const known = providerOfDomain(domainOf(address.value));
  if (known?.password === "none")
    return { at: "person", about, refusals: { address: `${known.help} ${known.page}` } };
  const looked = rules.loopbackOnly ? refuse([]) : await discover(address.value);
  const found = looked.ok ? looked.value : null;
  if (found?.provider?.password === "none")
    return { at: "person", about, refusals: { address: `${found.provider.help} ${found.provider.page}` } };
  return {
    at: "servers",
    about,
    servers: {
      imap: found ? writeServer(found.imap, "imap") : "",
      smtp: found ? writeServer(found.smtp, "smtp") : "",
      login: found?.login ?? address.value,
      historyDays: usualHistoryDays,
    },
    found,
    unfound: looked.ok ? [] : looked.error,
    provider: found?.provider ?? null,
    refusals: {},
    trouble: null,
  };
}

/** Tries both servers; what is wrong is said beside what was written. */
export async function tryServers(
  { app, checkAccount, rules }: DeskTools,
  held: Extract<Held, { at: "servers" }>,
  servers: Servers,
  password: Secret,
): Promise<Held> {
  const before = { ...held, servers, refusals: {}, trouble: null };
  const { about, found } = held;
  const texts: Texts = { ...about, ...servers };
  const answers = readAnswers(texts, rules);
  if (!answers.ok) return { ...before, refusals: refusalsOf(texts, rules) };
  const account = accountOf(app, about.address, answers.value, password, {}, null);
  const checked = await checkAccount(account, namedBy(found, servers));
  if (!checked.ok)
    return {
      ...before,
      trouble: checked.error.says,
      provider: found?.provider ?? providerOfServer(account.imap),
    };
  const { sentFolder, folders } = checked.value;
  return { at: "sent", about, folders, folder: sentFolder, account, answers: answers.value, before };
}

/** Servers that the network named, and the person left as they were (SAFETY R52). */
function namedBy(found: Found | null, { imap, smtp }: Servers): "person" | "network" {
  const byNetwork = found?.by === "srv" || found?.by === "autoconfig";
  const isAsFound =
    byNetwork && imap === writeServer(found.imap, "imap") && smtp === writeServer(found.smtp, "smtp");
  return isAsFound ? "network" : "person";
}

const refusalsOf = (texts: Texts, rules: ServerRules): Refusals =>
  Object.fromEntries(
    (["imap", "smtp", "login"] as const).flatMap((question) => {
      const refused = refusalOf(question, texts[question], rules);
      return refused === null ? [] : [[question, refused]];
    }),
  );

/** Saves the mailbox; its past is read by the running program. */
export async function save(
  { app }: DeskTools,
  held: Extract<Held, { at: "sent" }>,
  folder: string,
): Promise<Held> {
  // What is none of its folders comes from no form of ours.
  if (!held.folders.includes(folder)) return held;
  const { account, answers, about, before } = held;
  const { name, zone, country, digestAt } = answers;
  const { mailboxId: _mailboxId, ...saved } = account;
  const { mailboxId } = await connectMailbox(
    app,
    { name, address: about.address, zone, country, digestAt },
    { ...saved, sentFolder: folder, password: account.password.reveal() },
    before.servers.historyDays,
  );
  return { at: "connected", account: { ...account, mailboxId }, owner: about.address };
}
