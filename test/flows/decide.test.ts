import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { commandApprove } from "../../src/flows/command.ts";
import { confirmSending } from "../../src/flows/send-again.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import { recordOutcome } from "../../src/flows/sending-outcome.ts";
import { type Offered, openRealApp, type RealApp } from "../support/real-app.ts";

let real: RealApp;
beforeAll(async () => {
  real = await openRealApp();
});
afterEach(() => real.reset());
afterAll(() => real.close());

const proof = { by: "cli" } as const;
const offered = async (given: Parameters<RealApp["offerThankYous"]>[1] = {}): Promise<Offered> => {
  const [draft] = await real.offerThankYous(1, given);
  if (!draft) throw new Error("nothing was offered");
  return draft;
};
const states = async (): Promise<string[]> =>
  (await real.query("select state from outbox where purpose = 'draft' order by state")).map(
    ({ state }) => state,
  );
const doubts = async (): Promise<string> =>
  (await real.journal("reply_doubt")).map(({ says }) => says).join("\n");

describe("an approval", () => {
  test("makes one outbox row with the final bytes, in the commit of its journal line and its follow-up", async () => {
    const draft = await offered();
    await real.replies("1 ok");
    const row = await real.mail();
    expect(row).toMatchObject({ state: "queued", draftHash: draft.hash, envelopeTo: draft.to, attempts: 0 });
    expect(row.rfc822.toString()).toContain(`Message-ID: <${row.messageId}>`);
    expect(await real.followUps()).toEqual(["approved"]);
    const commits = await real.query(
      "select xmin from outbox where purpose = 'draft' union select xmin from journal where type = 'approved' union select xmin from follow_up where status = 'approved'",
    );
    expect(commits).toHaveLength(1);
  });

  test("given 50 times at once, by reply and by command, makes one row", async () => {
    const draft = await offered();
    const commands = Array.from({ length: 49 }, () =>
      commandApprove(real.app, draft.draftId, draft.hash, proof),
    );
    const done = await Promise.all([...commands, real.replies("1 ok")]);
    expect(await states()).toEqual(["queued"]);
    expect(await real.journal("approved")).toHaveLength(1);
    expect(done.filter((one) => one?.ok).length).toBeLessThanOrEqual(1);
  });

  test("of version 1 that comes after version 2 exists is refused, and nothing is sent", async () => {
    const first = await offered();
    await real.employerWrites(1, "Re: Interview", "Dear Ana,\n\nThank you, we will be in touch soon.\n");
    await real.read();
    await real.digest("2026-05-23T07:30");
    const second = await real.query("select hash, version from draft order by version");
    expect(second.map(({ version }) => version)).toEqual([1, 2]);
    const done = await commandApprove(real.app, first.draftId, first.hash, proof);
    expect(done).toMatchObject({ ok: false, error: expect.stringContaining("changed") });
    expect(await states()).toEqual([]);
  });

  test("of a text whose thread has changed since is refused, also before a new version exists", async () => {
    const draft = await offered();
    await real.employerWrites(1, "Re: Interview", "Dear Ana,\n\nThank you, we will be in touch soon.\n");
    await real.read();
    expect(await commandApprove(real.app, draft.draftId, draft.hash, proof)).toMatchObject({ ok: false });
    expect(await states()).toEqual([]);
  });
});

describe("an approved mail leaves", () => {
  test.each([
    ["at once when it is approved at 10:00", "2026-05-22T10:00", {}, "2026-05-22T09:00:00Z"],
    ["at 09:00 when it is approved at 07:45", "2026-05-22T07:45", {}, "2026-05-22T08:00:00Z"],
    [
      "the next morning when it is approved at 18:00",
      "2026-05-21T18:00",
      { digest: "2026-05-21T17:30" },
      "2026-05-22T08:00:00Z",
    ],
    ["at once at 16:59", "2026-05-22T16:59", {}, "2026-05-22T15:59:00Z"],
    [
      "on Monday when it is approved on Friday evening",
      "2026-05-22T18:00",
      { country: "IE" },
      "2026-05-25T08:00:00Z",
    ],
    ["on Tuesday where that Monday is a bank holiday", "2026-05-22T17:00", {}, "2026-05-26T08:00:00Z"],
  ])("%s", async (_when, approvedAt, given, leavesAt) => {
    await offered(given);
    real.at(approvedAt);
    await real.replies("1 ok");
    expect((await real.mail()).notBefore.toString()).toBe(leavesAt);
  });
});

describe("an approval is taken back", () => {
  test("by undo before the gate: nothing is sent, and a second approval works", async () => {
    await offered();
    const server = await real.server();
    real.at("2026-05-22T08:00");
    await real.replies("1 ok");
    await real.replies("undo 1");
    const first = await real.mail();
    real.at("2026-05-22T09:30");
    await sendDue(real.app, first.id);
    expect(server.connections()).toBe(0);
    expect(await states()).toEqual(["cancelled"]);

    await real.replies("1 ok");
    expect(await states()).toEqual(["cancelled", "queued"]);
    for (const { id } of await real.query(
      "select id from outbox where state = 'queued' and purpose = 'draft'",
    ))
      await sendDue(real.app, id);
    expect(server.accepted).toHaveLength(1);
    expect(await real.followUps()).toEqual(["sent"]);
  });

  test.each([["1 skip"], ["1 later friday"]])("by %s before the gate: nothing is sent", async (answer) => {
    await offered();
    const server = await real.server();
    await real.replies("1 ok");
    await real.replies(answer);
    real.at("2026-05-22T09:30");
    await sendDue(real.app, (await real.mail()).id);
    expect(server.connections()).toBe(0);
    expect(await states()).toEqual(["cancelled"]);
  });

  test("while a sender has the mail already: it is sent or cancelled, never both", async () => {
    await offered();
    const server = await real.server();
    real.at("2026-05-22T09:30");
    await real.replies("1 ok");
    const { id } = await real.mail();
    const undoneAtTheGate = {
      ...real.app,
      courier: {
        ...real.app.courier,
        send: (...[account, mail, gate]: Parameters<typeof real.app.courier.send>) =>
          real.app.courier.send(account, mail, async () => {
            await real.replies("undo 1");
            return gate();
          }),
      },
    };
    await sendDue(undoneAtTheGate, id);
    expect(server.accepted).toEqual([]);
    expect(server.heard()).not.toContain("Message-ID");
    expect(await states()).toEqual(["cancelled"]);
    expect(await real.followUps()).toEqual(["offered"]);
  });

  test("too late once it was sent, and says so", async () => {
    await offered();
    await real.server();
    real.at("2026-05-22T09:30");
    await real.replies("1 ok");
    await sendDue(real.app, (await real.mail()).id);
    await real.replies("undo 1");
    expect(await doubts()).toContain("Too late: that mail was sent.");
    await real.replies("1 skip");
    expect(await states()).toEqual(["sent"]);
  });

  test("too late once its first byte may have left, and says so", async () => {
    await offered();
    const server = await real.server({ fault: { at: "dot", does: "drop", acceptsFirst: true } });
    real.at("2026-05-22T09:30");
    await real.replies("1 ok");
    await sendDue(real.app, (await real.mail()).id);
    await real.replies("undo 1");
    expect(await doubts()).toContain("Too late: that mail is on its way.");
    expect(await states()).toEqual(["unknown"]);
    expect(server.accepted).toHaveLength(1);
  });

  test("and later is taken back too: the draft stands in today's digest again", async () => {
    await offered();
    await real.replies("1 later tuesday");
    await real.replies("undo 1");
    expect(await real.followUps()).toEqual(["offered"]);
    expect(await real.digest("2026-05-23T07:30")).toContain("1 to approve");
  });
});

describe("a decision and a sending never wait for each other in a circle: whoever waits for the candidacy holds nothing else", () => {
  /** Runs `flow` while somebody else has the candidacy, and says what it had locked by then. */
  const lockedWhileWaiting = async (flow: () => Promise<unknown>): Promise<string[]> => {
    const other = new pg.Client(real.connection);
    await other.connect();
    await other.query("begin");
    await other.query("select id from candidacy for update");
    const running = flow();
    await new Promise((resolve) => setTimeout(resolve, 400));
    const locked: string[] = [];
    for (const table of ["outbox", "follow_up"])
      await real.query(`select id from ${table} for update nowait`).catch(() => locked.push(table));
    await other.query("commit");
    await other.end();
    await running;
    return locked;
  };

  test.each([["undo 1"], ["1 skip"], ["1 later friday"]])("%s", async (answer) => {
    await offered();
    await real.replies("1 ok");
    expect(await lockedWhileWaiting(() => real.replies(answer))).toEqual([]);
    expect(await states()).toEqual(["cancelled"]);
  });

  test("the outcome of an attempt", async () => {
    await offered();
    await real.server();
    real.at("2026-05-22T09:30");
    await real.replies("1 ok");
    const row = await real.mail();
    const attempt = randomUUID();
    await real.query("update outbox set state = 'transmitting', attempt = $1 where id = $2", [
      attempt,
      row.id,
    ]);
    const outcome = { type: "accepted", reply: "250 ok", providerMessageId: null } as const;
    const recording = () =>
      real.app.store.transaction((tx) => recordOutcome(tx, real.app, row, attempt, outcome));
    expect(await lockedWhileWaiting(recording)).toEqual([]);
    expect(await states()).toEqual(["sent"]);
  });

  test("the answer to a question about a sending", async () => {
    await offered();
    await real.replies("1 ok");
    await real.query("update outbox set state = 'asked' where purpose = 'draft'");
    const { id, personId } = await real.mail();
    const answering = () =>
      real.app.store.transaction(async (tx) =>
        confirmSending({ app: real.app, tx, person: await tx.people.get(personId), proof }, id, "was_sent"),
      );
    expect(await lockedWhileWaiting(answering)).toEqual([]);
    expect(await states()).toEqual(["sent"]);
  });
});
