import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type StoryEvent, storyOf } from "../../src/domain/draft-story.ts";
import { logFault, storyData } from "../../src/domain/story-data.ts";
import { standingWords } from "../../src/domain/story-standing.ts";
import { dateIn } from "../../src/domain/working-time.ts";
import { commandApprove } from "../../src/flows/command.ts";
import { fileSent } from "../../src/flows/file-sent.ts";
import { reconcileSent } from "../../src/flows/reconcile-sent.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { openKysely } from "../../src/store/database.ts";
import { createViews } from "../../src/store/views.ts";
import { api } from "../../src/web/api.ts";
import { storySchema } from "../../src/web/openapi.ts";
import { openRealApp, type RealApp } from "../support/real-app.ts";

let real: RealApp;
let db: ReturnType<typeof openKysely>;
let views: ReturnType<typeof createViews>;
beforeAll(async () => {
  real = await openRealApp();
  db = openKysely(real.connection, () => undefined);
  views = createViews(db);
});
afterEach(() => real.reset());
afterAll(async () => {
  await db.destroy();
  await real.close();
});

const lost = { fault: { at: "dot", does: "drop", acceptsFirst: true } } as const;
const send = async (): Promise<void> => sendDue(real.app, (await real.mail()).id);
const reconcile = async (): Promise<void> => reconcileSent(real.app, (await real.mail()).id);

/** The story of the mail that those words name. */
async function story(words: string) {
  const named = await views.mailNamed(words);
  const record = named.type === "found" ? await views.draftStory(named.followUp) : null;
  if (!record) throw new Error(`${words} names nothing: ${named.type}`);
  const today = dateIn(record.mail.zone, real.now());
  const events = storyOf(record, today);
  return { record, events, data: storyData(record, today), stands: standingWords(record, today) };
}

/** "22 May 09:00 …", as the person's clock shows it. */
const told = (events: readonly StoryEvent[]): string[] =>
  events.map(({ at, says }) => {
    const local = at.toZonedDateTimeISO("Europe/London");
    return `${local.day} May ${local.toPlainTime().toString({ smallestUnit: "minute" })} ${says}`;
  });

const offeredAndAnswered = async (answer: string): Promise<void> => {
  await real.offerThankYous();
  real.at("2026-05-22T10:00");
  await real.replies(answer);
};

describe("the story of a mail", () => {
  test("tells each version, its showing, who approved which by what proof, the attempt, the answer and the copy, oldest first", async () => {
    await offeredAndAnswered("1 ok");
    await real.server();
    real.later({ minutes: 3 });
    await send();
    await fileSent(real.app, (await real.mail()).id);
    const { events, record, stands, data } = await story("1");
    const [{ hash } = { hash: "" }] = record.versions;
    const short = hash.slice(0, 12);
    expect(told(events)).toEqual([
      `22 May 07:30 Version 1 was written, from the template (hash ${short}).`,
      expect.stringMatching(/^22 May 07:30 The digest of Friday 22 May showed version 1, as line 1/),
      expect.stringMatching(
        new RegExp(
          `^22 May 10:00 You approved version 1 \\(hash ${short}\\), to leave on Friday 22 May at 10:\\d\\d\\. Proof: your reply <[0-9a-f-]{36}@reyes\\.example> to the digest of Friday 22 May, known by the Message-ID that it answers; its copy lies in your Sent folder\\.$`,
        ),
      ),
      "22 May 10:03 Attempt 1: the mail was handed to the server.",
      expect.stringMatching(/^22 May 10:03 The server took it: “250 .*”\. It is sent\.$/),
      "22 May 10:03 A copy lies in Sent.",
    ]);
    expect(stands).toBe("It was sent.");
    expect(data.outbox).toMatchObject([{ hash, state: "sent", attempts: 1, log_fault: null }]);
    expect(data.events.find(({ what }) => what === "made")).toMatchObject({
      hash,
      proof: {
        by: "reply",
        mail: expect.stringContaining("@reyes.example"),
        sender: "sent_folder",
        signed: null,
      },
    });
  });

  test("is found by the draft's id, its beginning, the outbox row's id and the number in the latest digest, and by nothing else", async () => {
    const [offered] = await real.offerThankYous(2);
    const { followUp } = (await story("1")).record.mail;
    real.at("2026-05-22T10:00");
    await real.replies("1 ok");
    const { id } = await real.mail();
    for (const words of [
      offered?.draftId ?? "",
      offered?.draftId.slice(0, 8) ?? "",
      id,
      id.slice(0, 9).toUpperCase(),
    ])
      expect(await views.mailNamed(words)).toEqual({ type: "found", followUp });
    const { id: own } = await real.ownMail();
    expect(await views.mailNamed(own)).toEqual({ type: "own_mail" });
    expect(await views.mailNamed(id.slice(0, 7))).toEqual({ type: "none" });
    expect(await views.mailNamed(randomUUID())).toEqual({ type: "none" });
    expect(await views.mailNamed("%%%%%%%%")).toEqual({ type: "none" });
    expect(await views.mailNamed("9")).toMatchObject({ type: "other_line", lines: [1, 2] });
    await real.reset();
    expect(await views.mailNamed("1")).toEqual({ type: "no_digest" });
  });

  test("tells why it waited and what each attempt came to, in the server's own words", async () => {
    await offeredAndAnswered("1 ok");
    real.mailbox().trouble = { kind: "unreachable", says: "imap.reyes.example does not answer." };
    await send();
    real.mailbox().trouble = null;
    await real.server({ fault: { at: "rcpt", does: { reply: "451 4.7.1 greylisted" } } });
    real.later({ minutes: 6 });
    await send();
    await real.server({ fault: { at: "dot", does: { reply: "552 5.3.4 too \u001b[2Jbig" } } });
    real.later({ minutes: 6 });
    await send();
    const { events, stands } = await story("1");
    const says = told(events).slice(3);
    expect(says).toEqual([
      expect.stringMatching(/^22 May 10:00 The mail to greta@employer1\.example waits: .*does not answer\.$/),
      expect.stringMatching(
        /^22 May 10:06 Attempt 1 ended before a byte had left: “.*451 4\.7\.1 greylisted”\. It is queued again\.$/,
      ),
      "22 May 10:12 Attempt 2: the mail was handed to the server.",
      expect.stringMatching(
        /^22 May 10:12 Attempt 2: the server refused it: “.*552 5\.3\.4 too .*big”\. It is not tried again/,
      ),
    ]);
    expect(says.join()).not.toContain("\u001b");
    expect(stands).toMatch(/^The server refused it/);
  });

  test("tells an approval at the command line as one, what held the mail back, and the version that came in its place", async () => {
    const [offered] = await real.offerThankYous();
    real.at("2026-05-22T08:00");
    await commandApprove(real.app, offered?.draftId ?? ("" as never), offered?.hash ?? "", { by: "cli" });
    real.at("2026-05-22T08:30");
    await real.replies("pause 2w");
    const { events, stands, record } = await story(offered?.draftId ?? "");
    const says = told(events);
    expect(says).toContainEqual(
      expect.stringMatching(/^22 May 08:00 You approved version 1 .* Proof: it was said at the command line/),
    );
    expect(says).toContainEqual(expect.stringMatching(/^22 May 08:30 Not sent to greta@.*: you paused/));
    expect(says).toContainEqual(
      expect.stringMatching(
        /^22 May 08:30 Version 2 was written, with the text of version 1, to be offered again/,
      ),
    );
    expect(stands).toBe("It is not due now, and nothing of it leaves.");
    expect(record.rows.map(logFault)).toEqual([null]);
  });

  test("is the same through the API, with its token only, by the id of the draft or of the approved mail", async () => {
    await offeredAndAnswered("1 ok");
    const web = api({ app: real.app, views, token: "tin-whistle", timeMachine: null });
    const get = (id: string, token = "tin-whistle") =>
      web.request(`/api/drafts/${id}/story`, { headers: { authorization: `Bearer ${token}` } });
    const { id, draftId } = await real.mail();
    const { data } = await story("1");
    for (const one of [id, draftId ?? ""]) {
      const answer = await get(one);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(data)));
    }
    // As it is described at /api/openapi.json.
    expect(storySchema.safeParse(JSON.parse(JSON.stringify(data)))).toMatchObject({ success: true });
    const refused = await get(id, "another");
    expect(refused.status).toBe(401);
    expect(await refused.text()).toMatch(/Send the token of this installation/);
    for (const one of [randomUUID(), "1", id.slice(0, 8)]) expect((await get(one)).status).toBe(404);
  });

  test("says when its log has a hole, instead of telling half a story as a whole one", async () => {
    await offeredAndAnswered("1 ok");
    await real.server();
    await send();
    await real.query("alter table outbox_move disable trigger outbox_move_stays");
    await real.query("delete from outbox_move where event = 'transmit'");
    await real.query("alter table outbox_move enable trigger outbox_move_stays");
    const { data } = await story("1");
    expect(data.outbox[0]?.log_fault).toBe("Move 3 is missing.");
  });
});

describe("a mail that is asked about is explained, in the digest and in its story:", () => {
  /** Looked for in vain until it is asked about; gives Saturday's digest. */
  const asked = async (): Promise<string> => {
    await reconcile();
    real.later({ minutes: 15 });
    await reconcile();
    expect((await real.mail()).state).toBe("asked");
    return (await real.digest("2026-05-23T07:30")).replace(/\s+/g, " ");
  };

  test("no answer came, and Sent can be searched but does not have it", async () => {
    await offeredAndAnswered("1 ok");
    await real.server(lost);
    await send();
    real.mailbox().sighting = { type: "absent" };
    const digest = await asked();
    const why = /The mail was handed over, and no answer of the server came \(“[^”]+”\)\./;
    const looked =
      "I looked for it in Sent for 15 minutes and did not find it, though other mails of yours are found there; a server may take a mail without a copy, so that proves nothing.";
    expect(digest).toMatch(why);
    expect(digest).toContain(looked);
    const { events, stands } = await story((await real.mail()).id);
    const says = told(events);
    expect(says).toContainEqual(expect.stringMatching(why));
    expect(says).toContainEqual(`22 May 10:15 ${looked} So you are asked.`);
    expect(says.at(-1)).toMatch(
      /^23 May 07:30 The digest of Saturday 23 May asked you whether it was sent, as line \d/,
    );
    expect(stands).toMatch(/Look in Sent, then answer its line .* "send again" or "was sent"/);
  });

  test("the server hung up with 421, and Sent cannot be searched", async () => {
    await offeredAndAnswered("1 ok");
    await real.server({ fault: { at: "dot", does: { reply: "421 4.3.2 closing" } } });
    await send();
    real.mailbox().sighting = { type: "unsure", why: "Sent refused to be searched" };
    const digest = await asked();
    expect(digest).toMatch(
      /The server ended the conversation while the mail was on its way \(“.*421 4\.3\.2 closing”\)/,
    );
    expect(digest).toContain(
      "I looked for it in Sent for 15 minutes without a clear result: Sent refused to be searched.",
    );
  });

  test("the program was ended in the middle; and sent again at the person's word it has two attempts and both proofs", async () => {
    await offeredAndAnswered("1 ok");
    const { id } = await real.mail();
    const attempt = randomUUID();
    await real.app.store.transaction(async (tx) => {
      await tx.outbox.move(id, "claim", { newAttempt: attempt, leaseSeconds: 60 });
      await tx.outbox.move(id, "transmit", { attempt, leaseSeconds: 60 });
    });
    await real.query("update outbox set lease = now() - interval '1 second' where id = $1", [id]);
    await sweep(real.app);
    const digest = await asked();
    expect(digest).toContain(
      "The program was ended while the mail was on its way, so the server's answer was never heard.",
    );
    const n = /(\d+)\. I could not confirm/.exec(digest)?.[1];
    real.at("2026-05-26T10:00");
    await real.replies(`${n} send again`);
    await real.server();
    await send();
    const { events, record } = await story(id);
    expect(told(events).slice(-3)).toEqual([
      expect.stringMatching(
        /^26 May 10:00 You asked to send it again, under the same Message-ID\. Proof: your reply <.*> to the digest of Saturday 23 May/,
      ),
      "26 May 10:00 Attempt 2: the mail was handed to the server.",
      expect.stringMatching(/^26 May 10:00 The server took it: “250 /),
    ]);
    expect(record.rows.map(logFault)).toEqual([null]);
  });
});
