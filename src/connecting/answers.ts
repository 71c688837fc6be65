import { ok, type Result, refuse } from "../domain/result.ts";
import { countryNamed, zoneNamed } from "../domain/whereabouts.ts";
import { isLoopback, parseServerUrl } from "../mail/server-address.ts";
import type { Person } from "../ports/store.ts";
import type { Account, ServerAddress } from "../ports.ts";

/** What connecting asks, one question a name; each is a flag too. */
export type Answers = {
  readonly name: string;
  readonly zone: string;
  readonly country: string;
  readonly digestAt: string;
  readonly imap: ServerAddress;
  readonly smtp: ServerAddress;
  readonly login: string;
};
export type Question = keyof Answers;

export const questions: readonly Question[] = [
  "name",
  "zone",
  "country",
  "digestAt",
  "imap",
  "smtp",
  "login",
];
/** What is asked before the servers are looked for. */
export const ofThePerson: readonly Question[] = ["name", "zone", "country", "digestAt"];
export const flags: Readonly<Record<Question, string>> = {
  name: "--name",
  zone: "--zone",
  country: "--country",
  digestAt: "--digest-at",
  imap: "--imap",
  smtp: "--smtp",
  login: "--login",
};

/** An answer as the person wrote it, in a flag or at a prompt. */
export type Texts = Readonly<Record<Question, string>>;
export type ServerRules = {
  readonly allowPlain: boolean;
  /** DESIGN section 7: a clock that can be moved must never meet a mailbox of the real world. */
  readonly loopbackOnly: boolean;
};

/** Reads one answer; null when it is good, else one sentence. */
export function refusalOf(question: Question, text: string, rules: ServerRules): string | null {
  const answer = readers[question](text, rules);
  return answer.ok ? null : answer.error;
}

/** Reads them all; refuses with every bad one, each under its flag. */
export function readAnswers(texts: Texts, rules: ServerRules): Result<Answers, readonly string[]> {
  const name = readers.name(texts.name);
  const zone = readers.zone(texts.zone);
  const country = readers.country(texts.country);
  const digestAt = readers.digestAt(texts.digestAt);
  const imap = readers.imap(texts.imap, rules);
  const smtp = readers.smtp(texts.smtp, rules);
  const login = readers.login(texts.login);
  if (name.ok && zone.ok && country.ok && digestAt.ok && imap.ok && smtp.ok && login.ok) {
    return ok({
      name: name.value,
      zone: zone.value,
      country: country.value,
      digestAt: digestAt.value,
      imap: imap.value,
      smtp: smtp.value,
      login: login.value,
    });
  }
  return refuse(badAnswers(texts, rules));
}

/** One sentence for each answer that was given and is bad, under its flag. */
export const badAnswers = (texts: Partial<Texts>, rules: ServerRules): readonly string[] =>
  questions.flatMap((question) => {
    const text = texts[question];
    const refused = text === undefined ? null : refusalOf(question, text, rules);
    return refused === null ? [] : [`${flags[question]}: ${refused}`];
  });

const readers = {
  name: (text: string) => filled(text, "Your name is needed: mails are signed with it."),
  zone: (text: string) => {
    const zone = zoneNamed(text.trim());
    return zone === null
      ? refuse(`"${text}" is no time zone; write one like Europe/London or America/New_York.`)
      : ok(zone);
  },
  country: (text: string) => {
    const country = countryNamed(text.trim());
    return country === null
      ? refuse(`"${text}" is no country; write its two letters, such as GB or US.`)
      : ok(country);
  },
  digestAt: (text: string) =>
    /^([01]\d|2[0-3]):[0-5]\d$/.test(text.trim())
      ? ok(text.trim())
      : refuse(`"${text}" is no time of day; write it like 07:30.`),
  imap: (text: string, rules: ServerRules) => readServer(text, ["imaps", "imap"], rules),
  smtp: (text: string, rules: ServerRules) =>
    readServer(text, ["smtps", "smtp", "submissions", "submission"], rules),
  login: (text: string) => filled(text, "The login name is needed; often it is your address."),
};

const filled = (text: string, refusal: string): Result<string, string> =>
  text.trim() === "" ? refuse(refusal) : ok(text.trim());

function readServer(
  text: string,
  schemes: readonly string[],
  { allowPlain, loopbackOnly }: ServerRules,
): Result<ServerAddress, string> {
  // "imap.example.org" alone means the safest way to reach it.
  const url = text.includes("://") ? text : `${schemes[0]}://${text.trim()}`;
  const address = parseServerUrl(url, { allowPlain });
  if (!address.ok) return address;
  const [scheme = ""] = url.trim().toLowerCase().split(":");
  if (!schemes.includes(scheme))
    return refuse(
      `"${text}" is the other server: write one that begins with ${schemes
        .slice(0, 2)
        .map((each) => `${each}://`)
        .join(" or ")}.`,
    );
  if (loopbackOnly && !isLoopback(address.value.host)) {
    return refuse(
      `With AFTERWORD_TIME_TRAVEL=1 only servers on this machine can be connected, and ${address.value.host} is none; leave that setting out.`,
    );
  }
  return address;
}

/** What is known of a person and mailbox that was connected before: only the password has to come again. */
export const knownTexts = (person: Person, account: Account | null): Partial<Texts> => ({
  name: person.name,
  zone: person.zone,
  country: person.country,
  digestAt: person.digestAt,
  ...(account && {
    imap: writeServer(account.imap, "imap"),
    smtp: writeServer(account.smtp, "smtp"),
    login: account.login,
  }),
});

/** A server's address as it is written in a flag. */
export function writeServer({ host, port, security }: ServerAddress, protocol: "imap" | "smtp"): string {
  const name = host.includes(":") ? `[${host}]` : host;
  return `${protocol}${security === "tls" ? "s" : ""}://${name}:${port}`;
}
