import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OutboxId } from "../../src/domain/ids.ts";
import { commandPause } from "../../src/flows/command-pause.ts";
import { receiveMessage } from "../../src/flows/receive-message.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import { standingOf, stillAsApproved } from "../../src/flows/standing.ts";
import { answer, digestOf } from "../support/answering.ts";
import { invitation, type Letter, rejection } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";
import { answerable } from "../support/told.ts";

let here: ReceivingApp;
let ana: Connected;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());

/** Invited by Fairholm Bakery on Monday, interviewed on Thursday 14:00; it is Friday, and the thank-you is offered. */
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.deliver(ana, invitation());
  here.at("2026-05-21T23:00");
  await here.pass();
  here.at("2026-05-22T07:30");
});

let written = 0;
const write = async (text: string, parts: Partial<Letter> = {}) => {
  written += 1;
  return here.deliver(
    ana,
    {
      from: "Ana Reyes <ana@reyes.example>",
      to: "ana@reyes.example",
      subject: "Re: Afterword",
      answers: await answerable(here, ana),
      proven: null,
      id: `command-${written}@reyes.example`,
      text,
      ...parts,
    },
    "sent",
  );
};
const person = () => here.app.store.transaction((tx) => tx.people.get(ana.personId));
const pausedUntil = async () => (await person()).pausedUntil?.toString() ?? null;
const said = async (type: string) =>
  (await here.journal(ana)).filter((row) => row.type === type).map(({ says }) => says);
const outbox = async () =>
  (await here.query("select id, state from outbox where purpose = 'draft' order by id")) as {
    id: OutboxId;
    state: string;
  }[];
const lastNote = async () => {
  const [row] = await here.query(
    "select rfc822 from outbox where message_id like 'note.%' order by progressed_at desc limit 1",
  );
  const { message } = await here.app.mime.read(row?.rfc822, {
    internalDate: here.app.clock.now(),
    authservId: null,
  });
  return message.text;
};

/** Letters of several employers who promised word by Friday 22 May 2026, each with an interview on Tuesday 19 May. */
const employers = ["larkspur-books", "harrow-mills", "penrose-tools", "quillon-press", "saltby-foods"];
async function promises(): Promise<void> {
  for (const [at, name] of employers.entries()) {
    const employer = name
      .split("-")
      .map((word) => word[0]?.toUpperCase() + word.slice(1))
      .join(" ");
    await here.deliver(
      ana,
      invitation({
        from: `Kim Ode <kim@${name}.example>`,
        id: `invite@${name}.example`,
        subject: "Interview for Bookkeeper",
        text: `Dear Ana,\n\nWe would like to invite you to an interview for the position of Bookkeeper\nat ${employer} on Tuesday 19 May 2026 at ${9 + at}:00.\n\nBest regards,\nKim Ode\n${employer}`,
        meeting: {
          uid: `talk@${name}.example`,
          summary: "Interview: Bookkeeper",
          organizer: `CN=Kim Ode:mailto:kim@${name}.example`,
          start: `20260519T${String(9 + at).padStart(2, "0")}0000`,
          end: `20260519T${String(9 + at).padStart(2, "0")}3000`,
        },
      }),
    );
  }
}
const draftsIn = (text: string): string[] =>
  [...text.matchAll(/^\d+\. ((?:Thank you to|Check-in with|Last word to|Question to) .+)$/gm)].map(
    (found) => found[1] ?? "",
  );

describe("while a pause lasts", () => {
  test("an approved mail that has not left is stopped, and asked again in the first digest afterwards", async () => {
    const digest = await digestOf(here, ana);
    await answer(here, ana, digest, "1 ok");
    await write("pause until Monday");
    expect((await outbox()).map(({ state }) => state)).toEqual(["cancelled"]);
    expect(await said("held")).toEqual([expect.stringContaining("you paused; it is shown again afterwards")]);
    expect(await lastNote()).toContain("One mail that you had approved was stopped; it is shown again then.");
    here.at("2026-05-25T00:00");
    await here.pass();
    here.at("2026-05-25T07:30");
    const after = await digestOf(here, ana);
    // Monday 25 May is a bank holiday in Great Britain, so the mail may be approved, and leaves on Tuesday.
    expect(after.text).toMatch(/1\. Thank you to Jo Field/);
    expect(after.text).not.toContain("they wrote since");
    await answer(here, ana, after, "1 ok");
    expect((await outbox()).filter(({ state }) => state === "queued")).toHaveLength(1);
  });

  test("nothing that stood in digests before stands in one, and a short one tells of interviews, employers' mails and the pause", async () => {
    await write("pause 2w");
    await here.deliver(ana, rejection());
    const digest = await digestOf(here, ana, "now");
    expect(draftsIn(digest.text)).toEqual([]);
    expect(digest.text).toContain("Paused until Friday 5 June");
    expect(digest.text).toContain("closed");
    expect(digest.text).not.toContain("WAITING");
    expect(digest.text).toContain('Reply "resume"');
  });

  test("what was planned before stands in no digest, should it not have been planned anew", async () => {
    await write("pause 2w");
    await here.query("update follow_up set offer_from = '2026-05-20', due_at = '2026-05-20'");
    await here.deliver(
      ana,
      rejection({ subject: "Re: Interview", text: "Dear Ana,\n\nWe need a little more time.\n\nJo Field" }),
    );
    await here.query("update follow_up set offer_from = '2026-05-20', status = 'planned'");
    expect(draftsIn((await digestOf(here, ana, "now")).text)).toEqual([]);
  });

  test("a day without news has no digest", async () => {
    await digestOf(here, ana);
    await write("pause 2w");
    here.at("2026-05-23T07:30");
    expect(await here.digest(ana)).toBeNull();
  });

  test("a draft of an earlier digest is not approved, by no way", async () => {
    const digest = await digestOf(here, ana);
    await write("pause 2w");
    await answer(here, ana, digest, "1 ok");
    expect(await outbox()).toEqual([]);
    expect(await said("reply_doubt")).toEqual([
      expect.stringContaining("You paused, so nothing is approved now"),
    ]);
  });

  test("nothing leaves, even what was queued at the same moment: it is held and asked again", async () => {
    const digest = await digestOf(here, ana);
    await answer(here, ana, digest, "1 ok");
    const [row] = await outbox();
    if (!row) throw new Error("nothing was approved");
    // As if the approval had been committed right after the pause.
    await here.query("update person set paused_until = '2026-06-05T00:00:00+01'");
    here.at("2026-05-22T09:05");
    await sendDue(here.app, row.id);
    expect((await outbox()).map(({ state }) => state)).toEqual(["held"]);
    expect(await said("held")).toEqual([expect.stringContaining("you paused")]);
  });

  test("the gate is shut to the minute: closed at the last one, open at the next", async () => {
    const digest = await digestOf(here, ana);
    await answer(here, ana, digest, "1 ok");
    const [row] = await outbox();
    await here.query("update person set paused_until = '2026-05-22T10:00:00+01'");
    const isOpen = (at: string) =>
      here.app.store.transaction(async (tx) => {
        const full = row && (await tx.outbox.get(row.id));
        return full ? stillAsApproved(await standingOf(tx, full), full, Temporal.Instant.from(at)) : null;
      });
    expect(await isOpen("2026-05-22T08:59:59Z")).toBe(false);
    expect(await isOpen("2026-05-22T09:00:00Z")).toBe(true);
  });

  test("mail is read as ever: an employer's word counts", async () => {
    await write("pause 2w");
    await here.deliver(ana, rejection());
    expect(await here.query("select state, close_reason from candidacy")).toEqual([
      { state: "closed", close_reason: "rejected" },
    ]);
  });
});

describe("the end of a pause", () => {
  test("is noticed without any mail, by whichever candidacy is looked at first, and once", async () => {
    await write("pause 2w");
    here.at("2026-06-04T23:59");
    await here.pass();
    expect(await pausedUntil()).not.toBeNull();
    here.at("2026-06-05T00:00");
    await here.pass();
    await here.pass();
    expect(await pausedUntil()).toBeNull();
    expect(await said("resumed")).toHaveLength(1);
  });

  test("is a moment at which every candidacy is to be looked at", async () => {
    await write("pause 2w");
    const [row] = await here.query("select next_due_at from candidacy");
    expect(
      Temporal.Instant.fromEpochMilliseconds(
        row?.next_due_at.getTime?.() ?? row?.next_due_at.epochMilliseconds,
      ).toString(),
    ).toBe("2026-06-04T23:00:00Z");
  });

  test("is noticed by the digest as well, where the program was off, so that nothing comes in a burst", async () => {
    await promises();
    here.at("2026-05-22T12:00");
    await here.pass();
    await write("pause until 12 June");
    here.at("2026-06-12T07:30");
    const first = await digestOf(here, ana);
    expect(await pausedUntil()).toBeNull();
    expect(draftsIn(first.text)).toHaveLength(3);
    here.at("2026-06-13T07:30");
    expect(draftsIn((await here.digest(ana))?.text ?? "")).toHaveLength(3);
    here.at("2026-06-15T07:30");
    expect(draftsIn((await digestOf(here, ana)).text)).toHaveLength(6);
  });

  test("spreads as many a day as the person wants", async () => {
    await promises();
    await here.query("update person set preferences = '{\"lateADay\": 1}'");
    here.at("2026-05-22T12:00");
    await here.pass();
    await write("pause until 12 June");
    here.at("2026-06-12T07:30");
    expect(draftsIn((await digestOf(here, ana)).text)).toHaveLength(1);
  });

  test("drops what is stale: a thank-you is none any more after two weeks", async () => {
    await write("pause 2w");
    here.at("2026-06-05T07:30");
    await here.pass();
    const text = (await here.digest(ana))?.text ?? "";
    expect(draftsIn(text).join()).not.toContain("Thank you");
    expect(await here.query("select status from follow_up where kind = 'thank_you'")).toEqual([
      { status: "dropped" },
    ]);
  });

  test("by `resume` tells so, and what is late comes from tomorrow on where today's digest is out", async () => {
    await digestOf(here, ana);
    await write("pause 2w");
    here.at("2026-05-22T10:00");
    await write("resume");
    expect(await pausedUntil()).toBeNull();
    expect(await lastNote()).toContain("The pause is over");
    here.at("2026-05-23T07:30");
    expect(draftsIn((await digestOf(here, ana)).text)).toEqual(["Thank you to Jo Field, Fairholm Bakery"]);
  });

  test("without a pause is asked back", async () => {
    await write("resume");
    expect(await lastNote()).toContain("There is no pause.");
  });
});

describe("the day on which it ends", () => {
  test("counts from when it was written: `pause until Monday`, written on Friday and read on Saturday", async () => {
    const mail = await here.fetched(
      ana,
      {
        from: "Ana Reyes <ana@reyes.example>",
        to: "ana@reyes.example",
        subject: "Re: Afterword",
        answers: await answerable(here, ana),
        proven: null,
        text: "pause until Saturday",
      },
      "sent",
    );
    here.at("2026-05-23T09:00");
    await receiveMessage(here.app, ana.account, mail);
    expect(await pausedUntil()).toBeNull();
    expect(await lastNote()).toContain("not ahead any more");
  });

  test("may be a day of the weekend: a digest comes on it, and chases wait for a working day", async () => {
    await write("pause until Saturday");
    expect(await pausedUntil()).toBe("2026-05-22T23:00:00Z");
    here.at("2026-05-23T07:30");
    await here.pass();
    expect(draftsIn((await digestOf(here, ana)).text)).toEqual([
      expect.stringContaining("Thank you to Jo Field"),
    ]);
  });

  test("begins at midnight there: over the change to summer time in Berlin", async () => {
    await here.query("update person set zone = 'Europe/Berlin', country = 'DE'");
    here.at("2026-03-27T10:00[Europe/Berlin]");
    await write("pause until 30 March");
    expect(await pausedUntil()).toBe("2026-03-29T22:00:00Z");
    here.at("2026-03-27T10:00[Europe/Berlin]");
    await write("pause 2w");
    expect(await pausedUntil()).toBe("2026-04-09T22:00:00Z");
  });

  test("and back in London", async () => {
    here.at("2026-10-23T10:00");
    await write("pause until Monday");
    expect(await pausedUntil()).toBe("2026-10-26T00:00:00Z");
  });

  test("that does not exist at midnight begins with its first hour: Beirut changes its clock at midnight", async () => {
    await here.query("update person set zone = 'Asia/Beirut', country = 'LB'");
    here.at("2026-03-27T10:00[Asia/Beirut]");
    await write("pause until Sunday");
    expect(await pausedUntil()).toBe("2026-03-28T22:00:00Z");
  });
});

test.each([
  { country: "GB", zone: "Europe/London", first: "2026-05-01" },
  // 1 May is a holiday in Germany, and a Friday.
  { country: "DE", zone: "Europe/Berlin", first: "2026-05-04" },
])(
  "a late chase waits for a working day of the person's country: $country",
  async ({ country, zone, first }) => {
    await here.reset();
    here.at("2026-04-13T09:00");
    ana = await here.connect({ zone });
    await here.query("update person set country = $1", [country]);
    await here.deliver(
      ana,
      invitation({
        text: "Dear Ana,\n\nWe would like to invite you to an interview for the position of Office Manager at Fairholm Bakery.\n\nJo Field\nFairholm Bakery",
        meeting: { start: "20260414T100000", end: "20260414T103000" },
      }),
    );
    here.at("2026-04-15T09:00");
    await here.pass();
    await write("pause until 1 May");
    const digests: string[] = [];
    for (const day of ["2026-05-01", "2026-05-02", "2026-05-03", "2026-05-04"]) {
      here.at(`${day}T07:30[${zone}]`);
      await here.pass();
      if (draftsIn((await here.digest(ana))?.text ?? "").some((line) => line.startsWith("Check-in")))
        digests.push(day);
    }
    expect(digests[0]).toBe(first);
  },
);

describe("the command line", () => {
  test("pauses and resumes the same way, and says until when", async () => {
    const said = await commandPause(here.app, ana.personId, "until Monday", { by: "cli" });
    expect(said).toEqual({
      ok: true,
      value: "Paused until Monday 25 May: nothing is proposed and nothing leaves before.",
    });
    expect(await pausedUntil()).toBe("2026-05-24T23:00:00Z");
    expect(here.reminders.at(-1)).toMatchObject({ reminder: { queue: "plan" } });
    expect(await commandPause(here.app, ana.personId, null, { by: "cli" })).toMatchObject({ ok: true });
    expect(await pausedUntil()).toBeNull();
  });

  test("refuses what it does not understand", async () => {
    const said = await commandPause(here.app, ana.personId, "until he is back", { by: "cli" });
    expect(said).toEqual({ ok: false, error: expect.stringContaining('say for example "pause 2w"') });
    expect(await commandPause(here.app, ana.personId, null, { by: "cli" })).toEqual({
      ok: false,
      error: "There is no pause.",
    });
  });
});

test("a mail that is on its way at this moment is not stopped, and the person is told", async () => {
  const digest = await digestOf(here, ana);
  await answer(here, ana, digest, "1 ok");
  await here.query("update outbox set state = 'transmitting' where purpose = 'draft'");
  await write("pause 2w");
  expect((await outbox()).map(({ state }) => state)).toEqual(["transmitting"]);
  expect(await lastNote()).toContain("A mail that is on its way at this moment cannot be stopped.");
});
