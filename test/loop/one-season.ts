import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { ImapFlow } from "imapflow";
import { Temporal } from "temporal-polyfill";
import { passing } from "../../src/sandbox/account.ts";
import type { launch, StoryPerson } from "../../src/sandbox/program.ts";
import { openSmtpServer, type SmtpServer, type TakenMail } from "../../src/sandbox/smtp-server.ts";
import type { Dovecot } from "../support/dovecot.ts";

export const sam: StoryPerson = {
  name: "Sam Reed",
  address: "sam@reed.example",
  zone: "Europe/London",
  country: "GB",
  digestAt: "07:30",
};
const greta = "greta.vance@lindenworks.example";

export type Running = Awaited<ReturnType<typeof launch>>;
export type World = {
  readonly dovecot: Dovecot;
  readonly smtp: SmtpServer;
  /** Mails that the SMTP server took for someone else. */
  readonly left: readonly TakenMail[];
  /** Mails that the SMTP server took for the person, and delivered by LMTP. */
  readonly own: readonly TakenMail[];
};

export async function openWorld(dovecot: Dovecot): Promise<World> {
  const left: TakenMail[] = [];
  const own: TakenMail[] = [];
  const smtp = await openSmtpServer({
    login: dovecot.login,
    password: dovecot.password,
    isPerson: (address) => address === sam.address,
    bringsMailToOthers: async () => false,
    take: async (mail) => {
      const toPerson = mail.to.includes(sam.address);
      (toPerson ? own : left).push(mail);
      if (toPerson) await dovecot.deliver(mail.raw.toString("latin1"));
      return undefined;
    },
  });
  return { dovecot, smtp, left, own };
}

/** One thing that happens, and what must be true once it has been digested. Each is tried again until it holds, so that a killed program may catch up. */
export type Step = {
  readonly name: string;
  readonly at: string;
  readonly happens: (world: World) => Promise<void>;
  readonly holds: (world: World, program: Running) => Promise<boolean>;
};

export const season: readonly Step[] = [
  {
    name: "an invitation arrives and becomes a candidacy with an interview",
    at: "2026-05-18T09:12",
    happens: async ({ dovecot }) =>
      dovecot.deliver(
        await readFile(new URL("../scenarios/happy-path/invitation.eml", import.meta.url), "latin1"),
      ),
    holds: async (_world, { api }) => (await api.candidacies())[0]?.state === "interviewing",
  },
  {
    name: "the interview ends and is asked about",
    at: "2026-05-21T16:00",
    happens: nothing,
    holds: async (world, { api }) =>
      (await api.candidacies())[0]?.state === "awaiting_decision" && count(world.own, "How did it go") === 1,
  },
  {
    name: "a thank-you stands in the digest of the next morning",
    at: "2026-05-22T07:31",
    happens: nothing,
    holds: async (world) => count(world.own, "Friday 22 May") === 1,
  },
  {
    name: "`1 ok` approves it",
    at: "2026-05-22T07:45",
    happens: (world) => answer(world, "1 ok"),
    holds: async (_world, { api }) => (await api.outbox()).some(({ kind }) => kind === "thank_you"),
  },
  {
    name: "it leaves once, in its thread, and lies in Sent",
    at: "2026-05-22T09:05",
    happens: nothing,
    holds: async ({ dovecot, left }) =>
      left.length === 1 &&
      left[0]?.to[0] === greta &&
      headerOf(left[0], "In-Reply-To") === "<8f2c41.1@lindenworks.example>" &&
      (await sentIds(dovecot)).filter((id) => id === (left[0] && headerOf(left[0], "Message-ID"))).length ===
        1,
  },
  {
    name: "a promise is made",
    at: "2026-05-22T11:41",
    happens: ({ dovecot, left }) =>
      dovecot.deliver(fromGreta("2026-05-22T11:40", left, "We will come back to you by Friday 29 May.")),
    holds: async (_world, { api }) => (await api.journal(0)).some(({ type }) => type === "promise"),
  },
  {
    name: "it passes in silence and a check-in is proposed two working days later, not before",
    at: "2026-06-02T07:31",
    happens: nothing,
    holds: async (world) =>
      count(world.own, "Monday 1 June") === 0 && count(world.own, "Tuesday 2 June") === 1,
  },
  {
    name: "`1 ok` approves it and it leaves once",
    at: "2026-06-02T09:05",
    happens: (world) => answer(world, "1 ok"),
    holds: async ({ left }) => left.length === 2,
  },
  {
    name: "the employer's no closes the candidacy",
    at: "2026-06-03T15:20",
    happens: ({ dovecot, left }) =>
      dovecot.deliver(
        fromGreta(
          "2026-06-03T15:19",
          left,
          "Thank you for your patience. We have decided to move forward with another candidate.",
        ),
      ),
    holds: async (_world, { api }) => {
      const [candidacy] = await api.candidacies();
      return candidacy?.state === "closed" && candidacy.reason === "rejected";
    },
  },
];

async function nothing(): Promise<void> {}

export const instantOf = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(sam.zone).toInstant();

/** Lets time pass through everything that falls due until the step's moment, and waits until what must hold does. */
export async function until(step: Step, world: World, program: Running): Promise<void> {
  const target = instantOf(step.at);
  for (let tries = 0; ; tries += 1) {
    const { now, next_due } = await program.api.clock();
    if (Temporal.Instant.compare(now, target) >= 0) break;
    await program.api.moveClock(
      next_due &&
        Temporal.Instant.compare(next_due, target) < 0 &&
        Temporal.Instant.compare(next_due, now) > 0
        ? next_due
        : target,
    );
    if (tries > 200) throw new Error(`time does not get to ${step.at}`);
  }
  for (let tries = 0; tries < 100; tries += 1) {
    await program.api.moveClock();
    if (await step.holds(world, program)) return;
    await wait(200);
  }
  const journal = (await program.api.journal(0)).map(({ says }) => says).join("\n");
  throw new Error(`It never came true: ${step.name}\n${journal}\n${program.lastWords()}`);
}

const count = (mails: readonly TakenMail[], words: string): number =>
  mails.filter((mail) => headerOf(mail, "Subject").includes(words)).length;

export const headerOf = (mail: TakenMail, name: string): string => {
  const head = (mail.raw.toString("latin1").split("\r\n\r\n")[0] ?? "").replace(/\r\n[ \t]+/g, " ");
  return new RegExp(`^${name}: (.*)$`, "mi").exec(head)?.[1]?.trim() ?? "";
};

/** The person answers the newest digest in their mail program: a copy in Sent, and one in the inbox because it goes to themselves. */
async function answer({ own, dovecot }: World, text: string): Promise<void> {
  const digest = own.findLast((mail) => headerOf(mail, "Message-ID").startsWith("<digest."));
  if (!digest) throw new Error("there is no digest to answer");
  const id = headerOf(digest, "Message-ID");
  const mail = [
    `From: ${sam.name} <${sam.address}>`,
    `To: ${sam.address}`,
    `Subject: Re: ${headerOf(digest, "Subject")}`,
    `Date: ${new Date(Date.parse(headerOf(digest, "Date")) + 600_000).toUTCString()}`,
    `Message-ID: <answer.${id.slice(8, 20)}@reed.example>`,
    `In-Reply-To: ${id}`,
    `References: ${id}`,
    "",
    text,
    "",
  ].join("\r\n");
  await withImap(dovecot, async (client) => {
    await client.append("Sent", mail, ["\\Seen"]);
  });
  await dovecot.deliver(mail);
}

function fromGreta(at: string, left: readonly TakenMail[], text: string): string {
  const last = left.at(-1);
  const id = last ? headerOf(last, "Message-ID") : "";
  return [
    `Authentication-Results: ${passing(sam.address, greta)}`,
    `From: Greta Vance <${greta}>`,
    `To: ${sam.name} <${sam.address}>`,
    "Subject: Re: Interview for Data Engineer at Lindenworks",
    `Date: ${new Date(instantOf(at).epochMilliseconds).toUTCString()}`,
    `Message-ID: <${at.replace(/\W/g, "")}@lindenworks.example>`,
    `In-Reply-To: ${id}`,
    `References: ${id}`,
    "",
    `Dear Sam,\r\n\r\n${text}\r\n\r\nKind regards,\r\nGreta Vance`,
    "",
  ].join("\r\n");
}

const sentIds = (dovecot: Dovecot): Promise<readonly string[]> =>
  withImap(dovecot, async (client) => {
    await client.mailboxOpen("Sent", { readOnly: true });
    const mails = await client.fetchAll("1:*", { envelope: true });
    return mails.flatMap((mail) => mail.envelope?.messageId ?? []);
  });

async function withImap<T>(dovecot: Dovecot, work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const client = new ImapFlow({
    host: "127.0.0.1",
    port: dovecot.imapPort,
    secure: false,
    doSTARTTLS: false,
    auth: { user: dovecot.login, pass: dovecot.password },
    logger: false,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.logout();
  }
}
