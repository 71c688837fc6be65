import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Draft } from "../../src/domain/draft.ts";
import type { FollowUpKind } from "../../src/domain/follow-up.ts";
import type { CandidacyId, FollowUpId } from "../../src/domain/ids.ts";
import { writeDraft } from "../../src/flows/write-draft.ts";
import type { FollowUpRow } from "../../src/ports/store.ts";
import { invitation, rejection } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());

/** Fairholm Bakery invites on Monday 18 May 2026 for Thursday 21 May, 14:00 to 14:45 in London. */
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.deliver(ana, invitation());
});

const jo = "jo.field@fairholm-bakery.example";
const candidacyId = async (employer = "Fairholm%"): Promise<CandidacyId> =>
  (await here.query("select id from candidacy where employer like $1", [employer]))[0].id;
const now = () => here.app.clock.now();

/** A follow-up as the plan would store it, so that each mail can be read by itself. */
async function planned(kind: FollowUpKind, change: Partial<FollowUpRow> = {}): Promise<FollowUpRow> {
  const id = randomUUID() as FollowUpId;
  const candidacy = await candidacyId();
  const row: FollowUpRow = {
    id,
    candidacyId: candidacy,
    key: `${kind}:${id}`,
    kind,
    ordinal: 1,
    interviewId: null,
    status: "planned",
    offerFrom: now(),
    dueAt: now(),
    staleAt: now().add({ hours: 240 }),
    notBefore: null,
    to: { name: "Jo Field", address: jo },
    reason: "",
    rule: "",
    timesOffered: 0,
    ...change,
  };
  await here.query(
    `insert into follow_up (id, candidacy_id, key, kind, ordinal, interview_id, status, offer_from, due_at, stale_at, to_name, to_address, reason, rule)
     values ($1, $2, $3, $4, $5, $6, 'planned', $7, $8, $9, $10, $11, '', '')`,
    [
      id,
      candidacy,
      row.key,
      kind,
      row.ordinal,
      row.interviewId,
      row.offerFrom.toString(),
      row.dueAt.toString(),
      row.staleAt.toString(),
      row.to?.name,
      row.to?.address,
    ],
  );
  return row;
}

/** From the templates alone: no model writes here. */
const write = (row: FollowUpRow): Promise<Draft> =>
  here.app.store.transaction(async (tx) =>
    writeDraft(tx, { ...here.app, drafter: null }, await tx.people.get(ana.personId), row),
  );
const textOf = async (kind: FollowUpKind, change: Partial<FollowUpRow> = {}): Promise<string> =>
  (await write(await planned(kind, change))).text;
const theInterview = async () => (await here.query("select id from interview order by starts_at"))[0].id;
const thanks = async (change: Partial<FollowUpRow> = {}) =>
  textOf("thank_you", { interviewId: await theInterview(), ...change });
const body = (text: string) => text.split("\n\n").slice(1, -1).join("\n\n");

/** The debrief of the first interview is answered with those words. */
async function debriefed(answer: string): Promise<void> {
  await here.query("delete from debrief");
  await here.query(
    `insert into debrief (id, person_id, interview_id, candidacy_id, token, message_id, made_at, answer)
     values ($1, $2, $3, $4, 'token', 'debrief@example', $5, $6)`,
    [randomUUID(), ana.personId, await theInterview(), await candidacyId(), now().toString(), answer],
  );
}

/** Another candidacy of the same person. */
async function elsewhere(state: string, deadline: string | null = null): Promise<string> {
  const id = randomUUID();
  await here.query(
    `insert into candidacy (id, person_id, number, employer, role, state, opened_at, offer_deadline)
     values ($1, $2, 9, 'Tarn Books', null, $3, $4, $5)`,
    [id, ana.personId, state, now().toString(), deadline],
  );
  return id;
}

const interviewAt = (candidacy: string, start: string) =>
  here.query(
    `insert into interview (id, candidacy_id, uid, sequence, starts_at, ends_at, zone, title)
     values ($1, $2, null, 0, $3, $3::timestamptz + interval '1 hour', 'Europe/London', 'Interview')`,
    [randomUUID(), candidacy, start],
  );

describe("a stage question", () => {
  test("confirms the time that stands in the calendar, and asks for the stages", async () => {
    const text = await textOf("stage_question");
    expect(text).toContain("Thursday 21 May at 14:00");
    expect(text).toContain("how many stages");
  });

  test("tells the time on the employer's clock and says so where it is not the person's", async () => {
    await here.query("update candidacy set zone = 'America/New_York'");
    expect(await textOf("stage_question")).toContain("Thursday 21 May at 09:00 New York time");
  });

  test("confirms nothing where the interview was cancelled or no time is known", async () => {
    await here.query("update interview set cancelled = true");
    expect(await textOf("stage_question")).not.toMatch(/confirm|14:00/);
  });
});

describe("thank-yous", () => {
  beforeEach(() => here.at("2026-05-22T07:30"));

  test("all recipients of one interview get different texts, whenever each was written", async () => {
    await here.query("update interview set people = $1", [
      JSON.stringify([
        { name: "Jo Field", address: jo },
        { name: "Hana Lee", address: "hana@fairholm-bakery.example" },
      ]),
    ]);
    const interviewId = await theInterview();
    const row = await planned("thank_you", { interviewId });
    const first = await write(row);
    const second = await planned("thank_you", {
      interviewId,
      to: { name: "Hana Lee", address: "hana@fairholm-bakery.example" },
    });
    const bodies = new Set([body(first.text), body((await write(second)).text)]);
    expect(bodies.size).toBe(2);
    // The other one is written anew until the count that chooses the wording comes round to the first's.
    for (let round = 0; round < 6; round += 1) {
      await here.query("update candidacy set word_count = word_count + 1");
      expect(body((await write(second)).text)).not.toBe(body(first.text));
    }
  });

  test("hold the debrief's topic and its addition, and nothing else of its words", async () => {
    await debriefed(
      "Went so-so. Jo walked me through the early shift and asked a lot.\nAdd: I forgot to say that I trained two apprentices",
    );
    const text = await thanks();
    expect(text).toContain("the early shift");
    expect(text).toContain("\n\nI forgot to say that I trained two apprentices.\n\n");
    expect(text).not.toMatch(/so-so|asked a lot/);
  });

  test("are written anew when the debrief is answered later, and stay as they are when nothing is new", async () => {
    const row = await planned("thank_you", { interviewId: await theInterview() });
    const first = await write(row);
    expect(await write(row)).toEqual(first);
    await debriefed("Add: I can start in June");
    const second = await write(row);
    expect(second.version).toBe(2);
    expect(second.hash).not.toBe(first.hash);
    expect(second.text).toContain("I can start in June.");
    expect((await write(row)).version).toBe(2);
  });

  test("name the promised day while it lies ahead, not when it has passed by the time they leave", async () => {
    await here.query(
      "insert into promise (candidacy_id, made_at, due, quote) values ($1, '2026-05-21T15:00:00Z', '2026-05-22', 'By Friday.')",
      [await candidacyId()],
    );
    expect(await thanks()).toContain("Friday 22 May");
    expect(await thanks({ dueAt: Temporal.Instant.from("2026-05-26T08:00:00Z") })).not.toContain("22 May");
  });

  test("do not look forward to a day by which silence means no", async () => {
    await here.query(
      "insert into promise (candidacy_id, made_at, due, quote, silence_is_no) values ($1, '2026-05-21T15:00:00Z', '2026-05-29', 'By then.', true)",
      [await candidacyId()],
    );
    expect(await thanks()).not.toContain("29 May");
  });

  test("say the day of the talk as it was where the employer is", async () => {
    await here.query("update candidacy set zone = 'Pacific/Auckland'");
    await here.query("update interview set people = $1", [
      JSON.stringify([{ name: "Jo Field", address: jo }]),
    ]);
    expect(await thanks()).toContain("Friday 22 May");
  });

  test("to a coordinator ask to pass the thanks on to those who were there, by their names", async () => {
    await here.query("update interview set people = $1", [
      JSON.stringify([
        { name: "Hana Lee", address: null },
        { name: "Greg Blake", address: null },
      ]),
    ]);
    const text = await thanks();
    expect(text).toContain("Hana Lee and Greg Blake");
    expect(text).not.toMatch(/our conversation|with you/);
    await here.query("update interview set people = $1", [JSON.stringify([{ name: "Jo", address: null }])]);
    expect(await thanks()).not.toMatch(/arranging|organising/);
  });

  test("of an agency without a named client speak of the recruiter's client", async () => {
    await here.query("update candidacy set employer = 'a client of Fairholm Staffing', role = null");
    const id = (await here.query("select id from candidacy"))[0].id;
    const text = (await write({ ...(await plannedFor(id)), interviewId: await theInterview() })).text;
    expect(text).toContain("your client");
    expect(text).not.toContain("a client of");
  });
});

/** The same for a candidacy whose employer was renamed. */
async function plannedFor(id: string): Promise<FollowUpRow> {
  const employer = (await here.query("select employer from candidacy where id = $1", [id]))[0].employer;
  await here.query("update candidacy set employer = 'Fairholm' where id = $1", [id]);
  const row = await planned("thank_you");
  await here.query("update candidacy set employer = $1 where id = $2", [employer, id]);
  return row;
}

describe("a second check-in speaks of other interviews", () => {
  const second = () => textOf("check_in", { ordinal: 2 });
  const others = /other interviews/;

  // Monday 25 May 2026 is a bank holiday in England: 5 W after Tuesday 9 June is the 16th, 5 W before it the 2nd.
  beforeEach(() => here.at("2026-06-09T07:30"));

  test("never without one", async () => {
    await elsewhere("interviewing");
    expect(await second()).not.toMatch(others);
  });

  test.each([
    ["2026-06-16T10:00:00Z", true],
    ["2026-06-17T10:00:00Z", false],
    ["2026-06-02T10:00:00Z", true],
    ["2026-06-01T10:00:00Z", false],
    ["2026-06-09T10:00:00Z", true],
  ])("one on %s: %s", async (start, says) => {
    await interviewAt(await elsewhere("interviewing"), start);
    expect(others.test(await second())).toBe(says);
    expect(await textOf("check_in", { ordinal: 1 })).not.toMatch(others);
  });

  test("not where that one is cancelled, or its candidacy has ended", async () => {
    const id = await elsewhere("closed");
    await interviewAt(id, "2026-06-10T10:00:00Z");
    expect(await second()).not.toMatch(others);
    await here.query("update candidacy set state = 'interviewing' where id = $1", [id]);
    await here.query("update interview set cancelled = true where candidacy_id = $1", [id]);
    expect(await second()).not.toMatch(others);
  });

  test("and is written anew when it is no longer so", async () => {
    const id = await elsewhere("interviewing");
    await interviewAt(id, "2026-06-10T10:00:00Z");
    const row = await planned("check_in", { ordinal: 2 });
    expect((await write(row)).text).toMatch(others);
    await here.query("update interview set cancelled = true where candidacy_id = $1", [id]);
    expect((await write(row)).text).not.toMatch(others);
  });
});

describe("chases", () => {
  beforeEach(() => here.at("2026-06-09T07:30"));

  test("a check-in names the promise that was broken, not one that a later word has voided", async () => {
    await here.query(
      "insert into promise (candidacy_id, made_at, due, quote) values ($1, '2026-05-21T15:00:00Z', '2026-05-29', 'By Friday.')",
      [await candidacyId()],
    );
    expect(await textOf("check_in")).toContain("Friday 29 May");
    here.at("2026-06-02T10:00");
    await here.deliver(ana, {
      from: `Jo Field <${jo}>`,
      subject: "Re: Interview for Office Manager",
      answers: "invite-1@fairholm-bakery.example",
      text: "Dear Ana,\n\nWe have not made a decision yet and thank you for your patience.\n\nBest regards,\nJo Field",
    });
    expect(await textOf("check_in")).not.toContain("29 May");
  });

  test("a breakup claims no conversation where no interview was held", async () => {
    expect(await textOf("breakup")).toContain("Thursday 21 May");
    await here.query("update interview set cancelled = true");
    expect(await textOf("breakup")).not.toMatch(/conversation|we talked/);
  });

  test("a decision request says the deadline of the offer for which it is made, changes with it, and does not name its employer", async () => {
    const offer = await elsewhere("offered", "2026-06-19");
    const row = await planned("decision_request", { key: `decision-request:${offer}` });
    const first = await write(row);
    expect(first.text).toContain("Friday 19 June");
    expect(first.text).not.toContain("Tarn Books");
    await here.query("update candidacy set offer_deadline = '2026-06-26' where id = $1", [offer]);
    const second = await write(row);
    expect(second.text).toContain("Friday 26 June");
    expect(second.text).not.toContain("19 June");
  });
});

describe("after a no", () => {
  const late = async () => {
    await interviewAt(await candidacyId(), "2026-05-22T09:00:00Z");
    here.at("2026-05-26T10:00");
    await here.deliver(ana, rejection());
  };

  test("thanks alone after one interview; after the second, or one called final, a wish to be kept in mind and one question for feedback", async () => {
    here.at("2026-05-22T10:00");
    await here.deliver(ana, rejection());
    expect(await textOf("graceful_no")).not.toMatch(/feedback|\?/);
    await here.query("update interview set final_stage = true");
    expect(await textOf("graceful_no")).toMatch(/feedback/);
  });

  test("the second interview makes it a late stage", async () => {
    await late();
    expect(await textOf("graceful_no")).toMatch(/feedback/);
  });

  test("an interview that only comes after the no makes none", async () => {
    here.at("2026-05-22T10:00");
    await here.deliver(ana, rejection());
    await interviewAt(await candidacyId(), "2026-05-28T09:00:00Z");
    here.at("2026-05-29T10:00");
    expect(await textOf("graceful_no")).not.toMatch(/feedback/);
  });

  const occasion = async (by: "person" | "mail", says: string, vacancy: string | null = null) => {
    const id = randomUUID();
    await here.query(
      "insert into occasion (id, candidacy_id, at, says, by, vacancy) values ($1, $2, $3, $4, $5, $6)",
      [id, await candidacyId(), now().toString(), says, by, vacancy],
    );
    return id;
  };

  test("keeping in touch holds the person's own sentence, or theirs in quotation marks with its day", async () => {
    await late();
    await occasion("person", "I passed the food hygiene exam");
    expect(await textOf("keep_in_touch")).toContain("I passed the food hygiene exam.");
    here.at("2026-07-01T10:00");
    await occasion("mail", "Our second shop opens in August.");
    expect(await textOf("keep_in_touch")).toMatch(/Wednesday 1 July.*"Our second shop opens in August\."/);
    here.at("2026-07-02T10:00");
    await occasion("person", "their second shop");
    expect(await textOf("keep_in_touch")).toMatch(/: your second shop\./);
  });

  test("a direct line names the vacancy that it is about", async () => {
    await late();
    const id = await occasion("mail", "We are hiring.", "Shop Manager");
    await occasion("mail", "We are hiring more.", "Night Baker");
    expect(await textOf("direct_line", { key: `direct-line:${id}` })).toContain("Shop Manager role");
  });
});

describe("a withdrawal", () => {
  test("withdraws the application, and gives back the time that stands in the calendar", async () => {
    const text = await textOf("withdraw");
    expect(text).toMatch(/withdraw my application for the Office Manager role/);
    expect(text).toContain("Thursday 21 May at 14:00");
  });

  test.each(["offered", "accepted"])(
    "declines an offer of theirs when the candidacy is %s",
    async (state) => {
      await here.query("update candidacy set state = $1", [state]);
      expect(await textOf("withdraw")).toMatch(/your offer/);
    },
  );
});

describe("the language of a draft", () => {
  const wrote = (text: string) => {
    here.at("2026-05-19T10:00");
    return here.deliver(ana, {
      from: `Jo Field <${jo}>`,
      subject: "Re: Interview for Office Manager",
      answers: "invite-1@fairholm-bakery.example",
      text,
    });
  };
  const formal =
    "Guten Tag Ana,\n\nbitte bringen Sie am Donnerstag Ihre Zeugnisse mit. Wir freuen uns auf das Gespräch mit Ihnen.\n\nMit freundlichen Grüßen\nJo Field";
  const familiar =
    "Hallo Ana,\n\nbitte bring am Donnerstag deine Zeugnisse mit. Wir freuen uns auf das Gespräch mit dir.\n\nViele Grüße\nJo Field";

  test("is the thread's, with its days and in its form of address", async () => {
    await wrote(formal);
    const text = await textOf("stage_question");
    expect(text).toMatch(/^Guten Tag Jo Field,\n\n/);
    expect(text).toContain("Donnerstag, 21. Mai, um 14:00 Uhr");
    expect(text).not.toMatch(/\b(?:du|dir|dich|euch)\b/);
    expect(text).toMatch(/\nAna [^\n]+$/);
  });

  test("is familiar where they say du", async () => {
    await wrote(familiar);
    expect(await textOf("stage_question")).toMatch(/^(?:Hallo|Hi) Jo,\n\n/);
  });

  test("keeps out what the person wrote in another one, and lets in what is written in it", async () => {
    await wrote(formal);
    here.at("2026-05-22T07:30");
    await debriefed(
      "Jo walked me through the early shift.\nAdd: I forgot to say that I trained two apprentices",
    );
    const text = await thanks();
    expect(text).not.toMatch(/apprentices|early shift/);
    await debriefed("Add: Ich habe vergessen zu sagen, dass ich zwei Lehrlinge ausgebildet habe");
    expect(await thanks()).toContain(
      "Ich habe vergessen zu sagen, dass ich zwei Lehrlinge ausgebildet habe.",
    );
  });
});

describe("one employer never reads the same sentence twice", () => {
  beforeEach(() => here.at("2026-05-22T07:30"));
  const sentences = (text: string): readonly string[] =>
    body(text)
      .split(/(?<=[.?])\s+/)
      .map((sentence) => sentence.replace(/\d+ \w+/, "a day"));
  const common = (one: string, other: string) =>
    sentences(one).filter((each) => sentences(other).includes(each));

  test("in another candidacy of theirs either", async () => {
    const first = await thanks();
    const id = randomUUID();
    await here.query(
      `insert into candidacy (id, person_id, number, employer, role, state, opened_at)
       select $1, person_id, 8, employer, role, 'awaiting_decision', opened_at from candidacy where id = $2`,
      [id, await candidacyId()],
    );
    for (const from of [1, 2, 3]) {
      const row = await planned("thank_you");
      await here.query("update follow_up set candidacy_id = $1 where id = $2", [id, row.id]);
      const { text } = await write({ ...row, candidacyId: id as CandidacyId });
      expect(common(text, first), String(from)).toEqual([]);
    }
  });

  test("but one that the person did not send was never read", async () => {
    const row = await planned("check_in");
    const first = await write(row);
    await here.query("update follow_up set status = 'skipped' where id = $1", [row.id]);
    const others = await here.app.store.transaction(async (tx) => tx.drafts.textsIn([row.candidacyId]));
    expect(others).toEqual([]);
    await here.query("update follow_up set status = 'sent' where id = $1", [row.id]);
    expect(await here.app.store.transaction(async (tx) => tx.drafts.textsIn([row.candidacyId]))).toEqual([
      { followUpId: row.id, text: first.text },
    ]);
  });
});

test("every kind is written in the thread of their mail, with its subject", async () => {
  for (const kind of ["stage_question", "withdraw", "check_in"] as const) {
    const draft = await write(await planned(kind));
    expect(draft.inReplyTo).toBe("invite-1@fairholm-bakery.example");
    expect(draft.subject).toBe("Re: Interview for Office Manager");
  }
});

describe("the thread of a draft", () => {
  const newer = {
    from: "Jo Field <jo.field@fairholm-bakery.example>",
    id: "newer@fairholm-bakery.example",
    answers: "invite-1@fairholm-bakery.example",
    text: "Dear Ana,\n\nPlease ring the bell at the back of the house when you come on Thursday.\n\nJo",
  };

  test("is that of their newest mail: its subject behind one mark, its References and its own id", async () => {
    await here.deliver(ana, { ...newer, subject: "Re: AW: Where to ring" });
    expect(await write(await planned("check_in"))).toMatchObject({
      subject: "Re: Where to ring",
      inReplyTo: "newer@fairholm-bakery.example",
      references: ["invite-1@fairholm-bakery.example", "newer@fairholm-bakery.example"],
    });
  });

  test("has the mark of the person's own mail program where theirs wrote none", async () => {
    await here.deliver(
      ana,
      {
        from: "Ana Reyes <ana@reyes.example>",
        to: `Jo Field <${jo}>`,
        subject: "AW: Interview for Office Manager",
        answers: "invite-1@fairholm-bakery.example",
        text: "Gern.",
      },
      "sent",
    );
    expect((await write(await planned("check_in"))).subject).toBe("AW: Interview for Office Manager");
  });
});
