import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillPlaceholders } from "../../src/sandbox/placeholders.ts";
import { openPostOffice, type PostOffice } from "../../src/sandbox/post-office.ts";
import { type Installation, installation, isPlain } from "./command-line.ts";

/** A season in which the person never answers a mail: everything is decided at the command line, beside the running program. */
let here: Installation;
let office: PostOffice;
let program: { readonly stop: () => Promise<number | null> };
let now = Temporal.Instant.from("2026-05-18T07:00:00Z");

beforeAll(async () => {
  here = await installation({ AFTERWORD_TIME_TRAVEL: "1" });
  await here.keepDatabase();
  office = await openPostOffice({
    address: "sam@reed.example",
    password: "tin whistle",
    now: () => now,
    bringsMailToOthers: async () => true,
  });
  program = await here.start();
});
afterAll(async () => {
  await here.remove();
  await office.close();
});

const says = async (...args: string[]): Promise<string> => {
  const said = await here.run(args);
  expect(said, args.join(" ")).toMatchObject({ code: 0, err: "" });
  return said.out;
};
const json = async (...args: string[]) => JSON.parse(await says(...args, "--json"));
const refuses = async (...args: string[]): Promise<string> => {
  const said = await here.run(args);
  expect(said.code, args.join(" ")).toBe(1);
  expect(isPlain(said.err), said.err).toBe(true);
  return said.err;
};
const clockTo = async (instant: string): Promise<void> => {
  now = Temporal.Instant.from(instant);
  await says("clock", "set", instant);
};

test("a second start on the same data folder is refused in one sentence", async () => {
  expect(await refuses("start")).toMatch(/already running on .*; stop that one first/);
});

test("the clock is set before anything happened, and the mailbox connected beside the running program", async () => {
  await clockTo("2026-05-18T07:00:00Z");
  const said = await here.run(
    [
      ...["connect", "sam@reed.example", "--name", "Sam Reed", "--zone", "Europe/London", "--country", "GB"],
      ...["--imap", `imap://127.0.0.1:${office.imap.port}`, "--smtp", `smtp://127.0.0.1:${office.smtp.port}`],
      ...["--allow-plain", "--trust-authserv-id", "mx.reed.example"],
    ],
    { stdin: "tin whistle\n" },
  );
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(said.out).toMatch(/Afterword is running and watches it/);
  expect(said.out).toMatch(/The next digest comes Tue 19 May 2026, 07:30 \(Europe\/London\)/);
});

test("an invitation is a candidacy in the table, and status counts it", async () => {
  await says("clock", "advance", "1m");
  await office.deliver(await readFile(join(import.meta.dirname, "../scenarios/happy-path/invitation.eml")));
  await says("clock", "advance", "10m");
  expect(await says("candidacies")).toMatch(/^No {2}Employer .*State .*\n1 {3}Lindenworks .* interviewing /);
  const status = await says("status");
  expect(status).toMatch(/sam@reed\.example {2}last healthy Mon 18 May 2026, 08:/);
  expect(status).toMatch(/^ {2}1 {2}interviewing$/m);
  expect(status).toMatch(/Afterword is running at http:\/\/127\.0\.0\.1:\d+\./);
});

test("show tells the interview in its own zone, the contact and the mail", async () => {
  const shown = await says("show", "1");
  expect(shown).toMatch(/Thu 21 May 2026, 14:00 \(Europe\/London\)/);
  expect(shown).toMatch(/Greta Vance <greta\.vance@lindenworks\.example>/);
  expect(shown).toMatch(
    /Mon 18 May 2026, 09:10 {2}Greta Vance {2}Interview for Data Engineer at Lindenworks/,
  );
  expect(await json("show", "1")).toMatchObject({
    number: 1,
    employer: "Lindenworks",
    mails: [{ kind: "interview_invitation", direction: "in" }],
  });
  expect(await refuses("show", "7")).toMatch(
    /There is no candidacy 7; "npx afterword candidacies" lists them/,
  );
});

test("why begins with what is awaited, then tells what happened with the words that prove it", async () => {
  const explained: { because: string; journal: { evidence: string[] }[] } = await json("why", "1");
  const [because, empty, ...journal] = (await says("why", "1")).trimEnd().split("\n");
  expect(because).toBe(explained.because);
  expect(empty).toBe("");
  expect(journal[0]).toMatch(/^Mon 18 May 2026, 0[89]:\d\d {2}/);
  const [quoted = ""] = explained.journal.flatMap(({ evidence }) => evidence);
  expect(quoted).not.toBe("");
  expect(journal).toContain(`    > ${quoted.split("\n")[0]}`);
});

test("no draft is approved by a number that does not exist", async () => {
  expect(await refuses("approve", "1", "--yes")).toMatch(/No draft waits for your decision/);
});

test("digest --now makes today's digest once", async () => {
  await clockTo("2026-05-22T05:00:00Z");
  expect(await says("digest")).toMatch(/The next digest comes Fri 22 May 2026, 07:30/);
  expect(await says("digest", "--now")).toMatch(/The digest is made and goes to sam@reed\.example now/);
  expect(await json("digest", "--now")).toMatchObject([
    { address: "sam@reed.example", outcome: "made already" },
  ]);
  await clockTo("2026-05-22T07:00:00Z");
  const today = office.toPerson.filter(
    ({ letter, at }) => letter.messageId.startsWith("digest.") && at.toString().startsWith("2026-05-22"),
  );
  expect(today).toHaveLength(1);
});

test("drafts shows the whole text; an approval needs --yes here and the hash of what was shown", async () => {
  const [draft] = await json("drafts");
  expect(draft).toMatchObject({ n: 1, kind: "thank_you", to: "greta.vance@lindenworks.example" });
  const shown = await says("drafts");
  for (const line of draft.text.trim().split("\n")) expect(shown).toContain(line);
  expect(await refuses("approve", "1")).toMatch(/add --yes/);
  expect(await refuses("approve", "1", "--yes", "--hash", "0".repeat(64))).toMatch(
    /has changed since it was shown/,
  );
  expect(await refuses("approve", "2", "--yes")).toMatch(/There is no draft 2; .* number 1/);
  expect(office.departed).toHaveLength(0);
});

test("an approved draft leaves in the recipient's hours, once, as it was shown", async () => {
  const [draft] = await json("drafts");
  const said = await says("approve", draft.draft.slice(0, 8), "--yes", "--hash", draft.hash);
  expect(said).toContain("To       greta.vance@lindenworks.example");
  expect(said).toMatch(/Approved: it goes out Fri 22 May 2026, 09:\d\d \(Europe\/London\)/);
  expect(await refuses("approve", draft.draft, "--yes")).toMatch(/approved already/);
  expect(await says("drafts")).toMatch(/Approved: thank-you to greta\.vance@lindenworks\.example/);
  await clockTo("2026-05-22T08:40:00Z");
  expect(office.departed).toHaveLength(1);
  expect(office.departed[0]?.letter.text).toContain(draft.text.trim().split("\n")[0]);
  expect(await says("why", "1")).toMatch(/You approved the mail to greta\.vance@lindenworks\.example/);
});

test("explain tells what happened to that mail, on 80 columns, by its number in the digest or its id", async () => {
  const story = await json("explain", "1");
  const [{ draft, hash }] = story.versions;
  expect(story.outbox).toMatchObject([{ draft, hash, state: "sent", attempts: 1, log_fault: null }]);
  expect(story.events.find(({ what }: { what: string }) => what === "made").proof).toEqual({ by: "cli" });
  const told = await says("explain", draft.slice(0, 8));
  expect(told).toMatch(/^Thank you to Greta Vance, Lindenworks \(candidacy 1\)\nTo greta\.vance@/);
  expect(told).toContain("\nIt was sent.\n\nFriday 22 May\n");
  expect(told.replace(/\n {7}/g, " ")).toMatch(
    new RegExp(
      `You approved version 1 \\(hash ${hash.slice(0, 12)}\\), to leave on Friday 22 May at 09:\\d\\d\\. Proof: it was said at the command line of this installation\\.\n09:\\d\\d {2}Attempt 1: the mail was handed to the server\\.\n09:\\d\\d {2}The server took it: “250 `,
    ),
  );
  for (const line of told.split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
  expect(await refuses("explain", "7")).toMatch(
    /Line 7 of the digest of 2026-05-22 is about no mail of yours; the line that is has number 1/,
  );
  expect(await refuses("explain", "nonsense")).toMatch(/There is no mail nonsense; give its number .* eight/);
});

test("a skipped draft is gone and nothing leaves", async () => {
  const promise = await readFile(join(import.meta.dirname, "../scenarios/happy-path/promise.eml"));
  await office.deliver(fillPlaceholders(promise, office.departed[0]?.letter ?? null) ?? promise);
  await clockTo("2026-06-02T07:00:00Z");
  const waiting: { kind: string }[] = (await json("drafts")).filter(
    ({ n }: { n: number | null }) => n !== null,
  );
  expect(waiting.map(({ kind }) => kind)).toEqual(["check_in"]);
  expect(await refuses("skip", "1")).toMatch(/add --yes/);
  expect(await says("skip", "1", "--yes")).toMatch(/Skipped/);
  await clockTo("2026-06-02T10:00:00Z");
  expect(await says("drafts")).toMatch(/No draft waits/);
  expect(office.departed).toHaveLength(1);
});

test("what only the person knows is marked", async () => {
  expect(await refuses("mark", "1")).toMatch(/--size .*--state/);
  expect(await json("mark", "1", "--size", "small")).toMatchObject({
    size: "small",
    state: "awaiting_decision",
  });
  expect(await says("mark", "1", "--state", "closed")).toMatch(/Lindenworks is marked: closed/);
  expect(await says("candidacies")).toMatch(/closed \(withdrawn\)/);
});

test("time does not go back, and what is no time is answered", async () => {
  expect(await refuses("clock", "set", "2026-05-01T00:00:00Z")).toMatch(/cannot go back/);
  expect(await refuses("clock", "set", "friday")).toMatch(/2026-05-22T07:30:00Z/);
  expect(await refuses("clock", "advance", "soon")).toMatch(/30m, 2h or 3d/);
});

test("the token opens the running program's API", async () => {
  const { url, token } = await json("token");
  expect((await says("token")).trim()).toBe(token);
  const answer = await fetch(new URL("/api/candidacies", url), {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await answer.json()).toMatchObject([{ number: 1, employer: "Lindenworks" }]);
});

test("SIGTERM ends it in order; the commands go on reading, and say that it does not run", async () => {
  expect(await program.stop()).toBe(0);
  expect(await says("status")).toMatch(/Afterword is not running; "npx afterword start" starts it/);
  expect(await refuses("token")).toMatch(/does not run/);
});
