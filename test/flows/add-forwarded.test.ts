import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/flows/answer-question.ts";
import { replan } from "../../src/flows/plan-follow-ups.ts";
import { digestOf, numberOf } from "../support/answering.ts";
import { invitation, type Letter, letterOf } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());

beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  here.at("2026-05-20T10:00");
});

/** What Jo Field wrote on Monday at 09:12, which the program has not seen. */
const original = `Dear Ana,

We would like to invite you to an interview for the position of Office Manager at
Fairholm Bakery on Thursday 21 May 2026 at 14:00 UK time. It takes 45 minutes.

Best regards,
Jo Field
Fairholm Bakery`;

const inline = (text = original, from = "Jo Field <jo.field@fairholm-bakery.example>") =>
  `---------- Forwarded message ---------
From: ${from}
Date: Mon, 18 May 2026 at 09:12
Subject: Interview for Office Manager
To: Ana Reyes <ana@reyes.example>


${text}`;

/** `4 yes` to whatever the next digest would ask. */
const agree = () =>
  here.app.store.transaction(async (tx) => {
    const person = await tx.people.get(ana.personId);
    const deciding = { app: here.app, tx, person, proof: { by: "cli" as const } };
    for (const { id, question } of await tx.messages.openQuestions(ana.personId)) {
      if (!question || (question.asks !== "opens" && question.asks !== "belongs")) continue;
      const line = { n: 1, type: "question" as const, asks: question.asks, draftId: null, outboxId: null };
      const done = await answerQuestion(
        deciding,
        { ...line, messageId: id, candidacyId: question.about },
        true,
      );
      for (const candidacy of done.ok ? done.value : []) await replan(tx, here.app, person, candidacy);
    }
  });

let written = 0;
/** Forwards a mail and agrees to what is asked about it. */
const forward = async (...forwarded: Parameters<typeof send>) => {
  await send(...forwarded);
  await agree();
};
const send = (text: string, parts: Partial<Letter> = {}, folder: "sent" | "inbox" = "sent") => {
  written += 1;
  return here.deliver(
    ana,
    {
      from: "Ana Reyes <ana@reyes.example>",
      to: "ana@reyes.example",
      subject: "Afterword add",
      proven: null,
      id: `forward-${written}@reyes.example`,
      text,
      ...parts,
    },
    folder,
  );
};
/** Forwards mails as attachments (message/rfc822). */
async function attach(mails: readonly Letter[], subject = "Afterword add"): Promise<void> {
  const parts = await Promise.all(
    mails.map(async (mail) =>
      (await letterOf(mail, here.app.clock.now().subtract({ hours: 48 }))).toString(),
    ),
  );
  written += 1;
  const source = [
    "Date: Wed, 20 May 2026 10:00:00 +0100",
    "From: Ana Reyes <ana@reyes.example>",
    "To: ana@reyes.example",
    `Subject: ${subject}`,
    `Message-ID: <forward-${written}@reyes.example>`,
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="outer"',
    "",
    "--outer",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "afterword add",
    ...parts.flatMap((part) => [
      "--outer",
      "Content-Type: message/rfc822",
      "Content-Disposition: attachment; filename=mail.eml",
      "",
      part.trimEnd(),
    ]),
    "--outer--",
    "",
  ].join("\r\n");
  await here.deliver(ana, Buffer.from(source), "sent");
  await agree();
}
const candidacies = async () =>
  (await here.query("select employer, role, state from candidacy order by number")).map((row) =>
    [row.employer, row.role, row.state].join(" "),
  );
const contacts = async () =>
  (await here.query("select address from contact order by 1")).map((row) => row.address);
const notes = async () => {
  const rows = await here.query(
    "select rfc822 from outbox where message_id like 'note.%' order by progressed_at",
  );
  return Promise.all(
    rows.map(
      async (row) =>
        (await here.app.mime.read(row.rfc822, { internalDate: here.app.clock.now(), authservId: null }))
          .message.text,
    ),
  );
};

describe("a mail of theirs that was missed", () => {
  test("does nothing by itself: the next digest asks whether it begins a candidacy (R32)", async () => {
    await send(inline());
    expect(await candidacies()).toEqual([]);
    expect(await contacts()).toEqual([]);
    expect((await digestOf(here, ana, "now")).text).toContain("jo.field@fairholm-bakery.example");
  });

  test("opens a candidacy by the person's word, with what follows from it, and its sender is a contact", async () => {
    await forward(inline());
    expect(await candidacies()).toEqual(["Fairholm Bakery Office Manager interviewing"]);
    expect(await contacts()).toEqual(["jo.field@fairholm-bakery.example"]);
    expect(
      await here.query(
        "select starts_at at time zone 'Europe/London' = '2026-05-21 14:00' as right from interview",
      ),
    ).toEqual([{ right: true }]);
    expect((await notes())[0]).toContain("The next digest asks whether it begins a candidacy.");
    const opened = (await here.journal(ana)).find(({ type }) => type === "opened");
    expect(opened).toMatchObject({ by: "person", data: { proof: { by: "cli" } } });
  });

  test("is later joined by their own, proven mail", async () => {
    await forward(inline());
    await here.deliver(ana, {
      from: "Jo Field <jo.field@fairholm-bakery.example>",
      subject: "Re: Interview for Office Manager",
      text: "Dear Ana,\n\nUnfortunately we have decided not to move forward with your application for the position of Office Manager.\n\nJo Field\nFairholm Bakery",
    });
    expect(await candidacies()).toEqual(["Fairholm Bakery Office Manager closed"]);
  });

  test("joins the candidacy that it fits", async () => {
    await here.deliver(ana, invitation());
    await forward(
      inline(
        "Dear Ana,\n\nWe will decide by Friday 29 May 2026.\n\nBest regards,\nMia Stone\nFairholm Bakery",
        "Mia Stone <mia.stone@fairholm-bakery.example>",
      ),
    );
    expect(await candidacies()).toHaveLength(1);
    expect(await here.query("select due::text from promise")).toEqual([{ due: "2026-05-29" }]);
    expect(await contacts()).toContain("mia.stone@fairholm-bakery.example");
  });

  test("that fits several is asked about in the next digest", async () => {
    await here.deliver(ana, invitation());
    await here.deliver(
      ana,
      invitation({
        id: "invite-2@fairholm-bakery.example",
        subject: "Interview for Store Manager",
        text: original.replace("Office Manager", "Store Manager"),
        meeting: {
          uid: "talk-2@fairholm-bakery.example",
          summary: "Interview: Store Manager",
          start: "20260522T140000",
          end: "20260522T144500",
        },
      }),
    );
    expect(await candidacies()).toHaveLength(2);
    await forward(
      inline(
        "Dear Ana,\n\nWe will decide by Friday 29 May 2026.\n\nMia Stone\nFairholm Bakery",
        "Mia Stone <mia.stone@fairholm-bakery.example>",
      ).replace("Interview for Office Manager", "News"),
    );
    expect(await here.query("select due from promise")).toEqual([]);
    expect((await notes())[0]).toContain("the next digest asks which one");
    expect(
      numberOf(await digestOf(here, ana, "now"), /to which candidacy does this mail of Mia Stone/),
    ).toBeGreaterThan(0);
  });

  test("may come as an attachment, with its own Message-ID, sender and calendar", async () => {
    await attach([invitation()]);
    expect(await candidacies()).toEqual(["Fairholm Bakery Office Manager interviewing"]);
    expect(await here.query("select message_id, from_address from message where direction = 'in'")).toEqual([
      { message_id: "invite-1@fairholm-bakery.example", from_address: "jo.field@fairholm-bakery.example" },
    ]);
    expect(await here.query("select uid from interview")).toEqual([
      { uid: "talk-1@fairholm-bakery.example" },
    ]);
  });

  test("may be forwarded with its own subject and `afterword add` above it", async () => {
    await forward(`afterword add\n\n${inline()}`, { subject: "Fwd: Interview for Office Manager" });
    expect(await candidacies()).toHaveLength(1);
  });
});

describe("nothing is added", () => {
  test("twice: neither the same forward, nor a mail that is known, inline or attached", async () => {
    await forward(inline());
    await forward(inline());
    expect(await here.query("select id from message where direction = 'in'")).toHaveLength(1);
    here.at("2026-05-21T09:00");
    await attach([invitation({ date: "Tue, 19 May 2026 11:00:00 +0100" })]);
    await attach([invitation({ date: "Tue, 19 May 2026 11:00:00 +0100" })]);
    expect(await candidacies()).toHaveLength(1);
    expect((await notes()).filter((text) => text.includes("I have that mail already"))).toHaveLength(2);
  });

  test("of a mail that arrived and is forwarded inline as well", async () => {
    here.at("2026-05-18T09:12");
    await here.deliver(ana, invitation());
    here.at("2026-05-20T10:00");
    await forward(inline());
    expect(await here.query("select id from message where candidacy_id is not null")).toHaveLength(1);
    expect((await notes())[0]).toContain("I have that mail already.");
  });

  test("without the copy in Sent, signed or not", async () => {
    await forward(inline(), {}, "inbox");
    await forward(inline(), { signed: here.signer("reyes.example") }, "inbox");
    expect(await candidacies()).toEqual([]);
  });

  test("by somebody else: it is a mail of theirs", async () => {
    await here.deliver(ana, {
      from: "Max <max@elsewhere.example>",
      subject: "Afterword add",
      text: inline("Dear Ana,\n\nWe will decide by Friday 29 May 2026.\n\nJo Field"),
    });
    expect(await candidacies()).toEqual([]);
    expect(await notes()).toEqual([]);
  });

  test("of a time in words without a zone: a forward does not tell where its writer sat, so it is asked", async () => {
    await forward(inline(original.replace(" UK time", "")));
    expect(await here.query("select starts_at from interview")).toEqual([]);
    expect((await digestOf(here, ana, "now")).text).toContain("when is the interview?");
  });

  test("of a forward without our words", async () => {
    await forward(inline(), { subject: "Fwd: Interview for Office Manager" });
    expect(await candidacies()).toEqual([]);
    expect(await notes()).toEqual([]);
  });

  test.each([
    ["without a forwarded mail", "see above", /found no forwarded mail/],
    [
      "of a mail of the person's own",
      inline(original, "Ana Reyes <ana@reyes.example>"),
      /could not read the address/,
    ],
    ["of one whose sender is a name only", inline(original, "Jo Field"), /could not read the address/],
    [
      "of one that bears no date",
      inline().replace("Mon, 18 May 2026 at 09:12", "some day"),
      /could not read when/,
    ],
    ["of one from the future", inline().replace("18 May 2026", "18 May 2027"), /could not read when/],
  ])("%s, and that is told", async (_, text, says) => {
    await forward(text);
    expect(await candidacies()).toEqual([]);
    expect((await notes())[0]).toMatch(says);
  });

  test("of two mails at once", async () => {
    await attach([invitation(), invitation({ id: "invite-9@fairholm-bakery.example" })]);
    expect(await candidacies()).toEqual([]);
    expect((await notes())[0]).toContain("one mail at a time");
  });
});

test("others in a forwarded mail are no contacts: nothing proves that they were there (R38)", async () => {
  await forward(
    inline().replace(
      "To: Ana Reyes <ana@reyes.example>",
      "To: ana@reyes.example, Eve <eve@fairholm-bakery.example>",
    ),
  );
  expect(await contacts()).toEqual(["jo.field@fairholm-bakery.example"]);
});
