import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readStory } from "../../src/sandbox/story.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "story-"));
});
afterEach(() => rm(directory, { recursive: true }));

const person =
  'person: { name: Sam Reed, address: Sam@reed.example, zone: Europe/London, country: GB, digest_at: "07:30" }';

async function read(yaml: string) {
  await writeFile(join(directory, "story.yaml"), yaml);
  await writeFile(join(directory, "invite.eml"), "Subject: x\r\n\r\ny");
  return readStory(directory);
}
async function errors(yaml: string): Promise<readonly string[]> {
  const reading = await read(yaml);
  if (reading.ok) return [];
  return reading.error.map((error) => error.slice(error.indexOf("story.yaml")));
}
async function stepOf(line: string) {
  const reading = await read(`${person}\nsteps:\n  - ${line}\n`);
  if (!reading.ok) throw new Error(reading.error.join("\n"));
  return reading.value.steps[0];
}

test("every step of the format is read", async () => {
  const reading = await read(`${person}
steps:
  - { at: "2026-05-18 09:12", arrives: invite.eml }
  - { at: "2026-05-21 15:40", person_answers_debrief: "Went well. They decide by Friday." }
  - { at: "2026-05-22 07:45", person_replies: "1 ok", items: { 1: { kind: thank_you, to: greg@abc.example } } }
  - { at: "2026-05-22 07:46", person_sends: { to: greg@abc.example, reply_to: last, text: hello } }
  - { at: "2026-05-22 07:47", person_sends: { to: greg@abc.example, subject: hi, text: hello } }
  - { at: "2026-05-22 07:48", person_marks: { employer: ABC, size: public sector } }
  - { at: "2026-05-22 07:49", person_marks: { employer: ABC, role: Clerk, state: signed } }
  - { at: "2026-05-22 07:50", outsider_replies: { from: eve@evil.example, text: 1 ok } }
  - { at: "2026-05-27 10:00", employer_replies: { from: greg@abc.example, to: last_sent, text: "We went with someone else." } }
`);
  expect(reading).toMatchObject({
    ok: true,
    value: { person: { address: "sam@reed.example", digestAt: "07:30" } },
  });
  if (!reading.ok) return;
  expect(reading.value.steps.map(({ verb }) => verb)).toEqual([
    "arrives",
    "person_answers_debrief",
    "person_replies",
    "person_sends",
    "person_sends",
    "person_marks",
    "person_marks",
    "outsider_replies",
    "employer_replies",
  ]);
  expect(reading.value.files.get("invite.eml")?.toString()).toBe("Subject: x\r\n\r\ny");
});

describe("faults", () => {
  const forms: [string, object][] = [
    ["{ smtp: drop_after_data }", { part: "smtp", smtp: { type: "drop_after_data" } }],
    ["{ drop_at: helo }", { part: "smtp", smtp: { type: "drop_at", command: "helo" } }],
    ["{ smtp: { drop_at: rcpt } }", { part: "smtp", smtp: { type: "drop_at", command: "rcpt" } }],
    ['{ smtp: "drop_at: data" }', { part: "smtp", smtp: { type: "drop_at", command: "data" } }],
    ["{ reply: 451 }", { part: "smtp", smtp: { type: "reply", code: 451 } }],
    ["{ smtp: { reply: 550 } }", { part: "smtp", smtp: { type: "reply", code: 550 } }],
    ["{ imap: down_for 2h }", { part: "imap", minutes: 120 }],
    ["{ imap: { down_for: 30m } }", { part: "imap", minutes: 30 }],
    ["{ model: garbage }", { part: "model", how: "garbage" }],
  ];
  for (const [form, fault] of forms)
    test(`${form} is understood`, async () => {
      expect(await stepOf(`{ at: "2026-05-18 09:12", fault: ${form} }`)).toMatchObject({
        verb: "fault",
        fault,
      });
    });
  test("an unknown fault is refused", async () => {
    expect(
      await errors(`${person}\nsteps:\n  - { at: "2026-05-18 09:12", fault: { smtp: melt } }\n`),
    ).toHaveLength(1);
  });
});

test("all errors are told at once, each with its line", async () => {
  const found =
    await errors(`person: { name: Sam, address: nobody, zone: Mars/North, country: GB, digest_at: "07:30" }
steps:
  - { at: "18 May", arrives: invite.eml }
  - { at: "2026-05-18 09:12", arrives: missing.eml }
  - { at: "2026-05-18 09:13", dances: true }
  - { at: "2026-05-17 09:13", arrives: invite.eml }
expect:
  - { at: "2026-05-18 10:00", digest: { draft: [] } }
  - { at: "2026-05-18 09:12", debriefs: 1 }
  - { debriefs: 1 }
`);
  expect(found.map((error) => error.split(":")[1])).toEqual(["1", "1", "3", "4", "5", "6", "8", "9", "10"]);
  expect(found[3]).toContain("missing.eml");
  expect(found[7]).toContain("very minute");
});

test("a file that is no YAML names the line", async () => {
  expect((await errors(`${person}\nsteps: [\n`))[0]).toMatch(/^story\.yaml:\d+: /);
});

test("a folder without a story is refused", async () => {
  expect(await readStory(join(directory, "nowhere"))).toMatchObject({ ok: false });
});

test("a state may be one or a list, says may be words or a choice of words", async () => {
  const reading = await read(`${person}
steps: []
expect:
  - { at: "2026-05-18 10:00", candidacy: { employer: ABC, state: closed } }
  - { at: "2026-05-18 10:00", candidacy: { employer: ABC, state: [closed, offered] } }
  - { at: "2026-05-18 10:00", digest: { says: [Greg, [22 May, Friday]] } }
  - { always: true, never_to: [a@b.example], sent_at_most: 1, digests_a_day_at_most: 1 }
`);
  if (!reading.ok) throw new Error(reading.error.join("\n"));
  const [one, list, says, always] = reading.value.expectations;
  expect(one?.checks.candidacy?.state).toEqual(["closed"]);
  expect(list?.checks.candidacy?.state).toEqual(["closed", "offered"]);
  expect(says?.checks.digest?.says).toEqual(["Greg", ["22 May", "Friday"]]);
  expect(always).toMatchObject({ at: null, checks: { never_to: ["a@b.example"] } });
});
