import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { DraftId, MailboxId, PersonId } from "../../src/domain/ids.ts";
import { changeSetting } from "../../src/flows/change-setting.ts";
import { keepDraftsFolder } from "../../src/flows/keep-drafts-folder.ts";
import { readMailbox } from "../../src/flows/read-mailbox.ts";
import { reviseDraft } from "../../src/flows/revise-draft.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import type { Store, Tx } from "../../src/ports/store.ts";
import { openRealApp, type RealApp } from "../support/real-app.ts";
import type { SmtpPeer } from "../support/smtp-peer.ts";

let real: RealApp;
beforeAll(async () => {
  real = await openRealApp();
});
afterEach(() => real.reset());
afterAll(() => real.close());

const set = async (words: "on" | "off"): Promise<void> => {
  const [person] = await real.query("select id from person");
  const change = { name: "drafts-folder", words, candidacy: null };
  expect(await changeSetting(real.app, person.id as PersonId, change, { by: "cli" })).toMatchObject({
    ok: true,
  });
};
const keep = async (): Promise<void> => {
  const [mailbox] = await real.query("select id from mailbox");
  await keepDraftsFolder(real.app, mailbox.id as MailboxId);
};
/** Both folders are read, and then Drafts is looked at, as while the mailbox is watched. */
const readAndKeep = async (wallClock: string): Promise<void> => {
  real.at(wallClock);
  await real.read();
  await keep();
};
/** Friday 22 May 2026, 07:30: a thank-you is offered, and its copy lies in Drafts. */
const offered = async (employers = 1): Promise<void> => {
  await real.offerThankYous(employers);
  await set("on");
  await keep();
};
const inDrafts = (): readonly string[] => real.mailbox().drafts.mails();
const drafts = () => real.mailbox().drafts;
const copies = async (): Promise<string[]> =>
  (await real.query("select state from draft_copy order by made_at, draft_id")).map(({ state }) => state);
const says = async (type: Parameters<RealApp["journal"]>[0]): Promise<string[]> =>
  (await real.journal(type)).map((entry) => entry.says);
const folded = (name: string): RegExp => new RegExp(`^${name}:.*\\r\\n(?:[ \\t].*\\r\\n)*`, "m");
/** A mail program sends what lies in Drafts: it leaves Drafts, and lies in Sent as a mail of that program's. */
const sendsFromDrafts = (change: (mail: string) => string = (mail) => mail): void => {
  const mail = change(drafts().deletes())
    .replace(folded("X-Afterword-Draft"), "")
    .replace(folded("Message-ID"), "Message-ID: <by-mail-program@reyes.example>\r\n")
    .replace(folded("Date"), "Date: Fri, 22 May 2026 07:50:00 +0100\r\n");
  real.mailbox().folders.sent.push(Buffer.from(mail));
};
const send = async (): Promise<void> => sendDue(real.app, (await real.mail()).id);
const approvedAt10 = async (): Promise<SmtpPeer> => {
  real.at("2026-05-22T07:45");
  await real.replies("1 ok");
  real.at("2026-05-22T10:00");
  return real.server();
};

describe("a draft that the digest offers", () => {
  test("lies in Drafts as it would be sent, in its thread, once, however often it is looked at", async () => {
    await offered();
    const [mail = "", ...more] = inDrafts();
    expect(more).toEqual([]);
    const [invitation] = real.mailbox().folders.inbox;
    const id = /^Message-ID: (.+)$/im.exec(String(invitation))?.[1]?.trim();
    expect(mail).toContain("To: Greta Vance <greta@employer1.example>");
    expect(mail).toContain(`In-Reply-To: ${id}`);
    expect(mail).toContain("Thank you for");
    expect(mail).toContain("Greta Vance wrote:");
    expect(mail).toMatch(folded("X-Afterword-Draft"));
    expect(mail).not.toContain("Outbox-Id");
    for (const at of ["07:31", "07:32"]) await readAndKeep(`2026-05-22T${at}`);
    expect(inDrafts()).toEqual([mail]);
    expect(await says("drafts_folder")).toEqual(["A copy of the thank-you to Greta Vance lies in Drafts."]);
  });

  test("does not lie there as long as the setting is off, and nobody looks", async () => {
    await real.offerThankYous();
    await real.read();
    expect(real.reminders().map(({ reminder }) => reminder.queue)).not.toContain("drafts-folder");
    await keep();
    expect(inDrafts()).toEqual([]);
    expect(drafts().visits()).toBe(0);
  });

  test("is put there when the mailbox is read next", async () => {
    await real.offerThankYous();
    const asked = () => real.reminders().filter(({ reminder }) => reminder.queue === "drafts-folder").length;
    await set("on");
    expect(asked()).toBe(0);
    await real.read();
    expect(asked()).toBe(1);
  });

  test("is put there once by a program that dies each time right after it", async () => {
    await real.offerThankYous();
    await set("on");
    drafts().dies = true;
    for (let kills = 0; kills < 3; kills += 1) await keep().catch(() => undefined);
    drafts().dies = false;
    await keep();
    expect(inDrafts()).toHaveLength(1);
    expect(await copies()).toEqual(["lies"]);
  });

  test("is put there by one alone: while somebody works in the folder, no one else does, and nothing leaves", async () => {
    await real.offerThankYous();
    await set("on");
    drafts().unsure = true;
    await keep();
    drafts().unsure = false;
    const visits = drafts().visits();
    const [{ id }] = await real.query("select id from mailbox");
    const lease = () =>
      real.app.store.transaction((tx) => tx.draftCopies.lease(id as MailboxId, "somebody", 60));
    expect([await lease(), await lease()]).toEqual([true, false]);
    await keep();
    const server = await approvedAt10();
    await send();
    expect([drafts().visits(), server.connections()]).toEqual([visits, 0]);
    await real.query("update mailbox set drafts_lease = now() - interval '1 second'");
    real.at("2026-05-22T10:01");
    await send();
    expect(server.accepted).toHaveLength(1);
  });

  test("does not lie there where no folder looks like Drafts; the next digest says so once, and it can be approved", async () => {
    await real.offerThankYous(2);
    await set("on");
    drafts().exists = false;
    await keep();
    await keep();
    expect(await copies()).toEqual(["let_go", "let_go"]);
    expect((await real.digest("2026-05-23T07:30")).split("looks like Drafts")).toHaveLength(2);
    await real.query("update draft_copy set state = 'removed'");
    await keep();
    expect(await real.digest("2026-05-24T07:30")).not.toContain("looks like Drafts");
    real.at("2026-05-25T10:00");
    await real.replies("1 ok");
    expect((await real.followUps()).toSorted()).toEqual(["approved", "offered"]);
  });

  test("is said to lie in Drafts by the digest, only with the setting on", async () => {
    await real.offerThankYous();
    expect(await real.digest("2026-05-23T07:30")).not.toContain("Drafts");
    await set("on");
    expect(await real.digest("2026-05-24T07:30")).toContain("in your Drafts folder");
  });
});

test("a draft that the digest shows as one line only gets no copy", async () => {
  await real.offerThankYous();
  for (const day of ["23", "24", "25"]) await real.digest(`2026-05-${day}T07:30`);
  await set("on");
  await keep();
  expect(inDrafts()).toEqual([]);
});

test.each([
  [
    "its candidacy is shown in full for longer",
    () => real.query(`update candidacy set preferences = '{"shownInFull": 9}'`),
  ],
  [
    "its words were changed",
    async () => {
      real.at("2026-05-25T08:00");
      await real.replies("1: shorter");
      const [{ id }] = await real.query("select id from draft where wish is not null");
      await reviseDraft(real.app, id as DraftId);
    },
  ],
])("a draft that was shown often gets a copy where %s, and the digest says so", async (_why, act) => {
  await real.offerThankYous();
  for (const day of ["23", "24", "25"]) await real.digest(`2026-05-${day}T07:30`);
  await set("on");
  await act();
  expect(await real.digest("2026-05-26T07:30")).toContain("in your Drafts folder");
  await keep();
  expect(inDrafts()).toHaveLength(1);
});

test("while nothing is to change, the folder is looked at every five minutes; at once when a copy is to go or has gone (SAFETY R21)", async () => {
  await offered();
  const visits = async (wallClock: string): Promise<number> => {
    const before = drafts().visits();
    await readAndKeep(wallClock);
    return drafts().visits() - before;
  };
  expect([await visits("2026-05-22T07:31"), await visits("2026-05-22T07:34")]).toEqual([0, 0]);
  expect([await visits("2026-05-22T07:35"), await visits("2026-05-22T07:36")]).toEqual([1, 0]);
  drafts().deletes();
  expect([await visits("2026-05-22T07:40"), await visits("2026-05-22T07:41")]).toEqual([1, 1]);
  expect(await visits("2026-05-22T07:50")).toBe(1);
  await real.query("update follow_up set status = 'offered'");
  await real.query("update draft_copy set state = 'lies', gone_since = null");
  await real.replies("1 ok");
  expect(await visits("2026-05-22T07:51")).toBe(1);
});

test("whoever worked in the folder for too long does not end the turn of the next one", async () => {
  await real.offerThankYous();
  const [mailbox] = await real.query("select id from mailbox");
  const id = mailbox.id as MailboxId;
  const lease = (holder: string) => real.app.store.transaction((tx) => tx.draftCopies.lease(id, holder, 60));
  const end = (holder: string) => real.app.store.transaction((tx) => tx.draftCopies.endLease(id, holder));
  expect(await lease("first")).toBe(true);
  await real.query("update mailbox set drafts_lease = now() - interval '1 second'");
  expect(await lease("second")).toBe(true);
  await end("first");
  expect(await lease("third")).toBe(false);
  await end("second");
  expect(await lease("third")).toBe(true);
});

describe("a version that no digest has shown", () => {
  test("does not take the place of the one that was, before it is shown", async () => {
    await offered();
    real.at("2026-05-22T07:45");
    await real.replies("1: shorter");
    await keep();
    expect(inDrafts()).toEqual([]);
    const [{ id }] = await real.query("select id from draft where wish is not null");
    await reviseDraft(real.app, id as DraftId);
    await keep();
    expect(inDrafts()).toEqual([]);
    expect(await real.digest("2026-05-23T07:30")).toContain("1 to approve");
    await keep();
    expect(inDrafts()).toHaveLength(1);
    expect(await copies()).toEqual(["removed", "lies"]);
  });
});

test("the folder is looked for anew when the mailbox is connected anew", async () => {
  await offered();
  const folder = async () => (await real.query("select drafts_folder from mailbox"))[0]?.drafts_folder;
  expect(await folder()).toBe("Drafts");
  await real.connect();
  expect(await folder()).toBeNull();
});

describe("sent from Drafts by the person", () => {
  test("counts as approved and sent for that follow-up, with the text that left, and nothing is sent by us", async () => {
    await offered(2);
    sendsFromDrafts();
    await readAndKeep("2026-05-22T07:52");
    expect((await real.followUps()).toSorted()).toEqual(["offered", "sent"]);
    expect((await copies()).toSorted()).toEqual(["lies", "sent"]);
    const [row] = await real.journal("by_hand");
    expect(row?.says).toMatch(/^You sent the thank-you to greta@employer\d\.example from Drafts; it counts/);
    expect(row?.evidence[0]).toContain("Thank you for");
    expect(await real.query("select 1 from outbox where purpose = 'draft'")).toEqual([]);
    const [mail] = await real.query("select direction from message where direction <> 'in'");
    expect(mail?.direction).toBe("afterword");
  });

  test("cannot be approved afterwards", async () => {
    await offered();
    sendsFromDrafts();
    await readAndKeep("2026-05-22T07:52");
    await real.replies("1 ok");
    expect(await real.query("select 1 from outbox where purpose = 'draft'")).toEqual([]);
    expect(await real.followUps()).toEqual(["sent"]);
  });

  test("is known by its mark alone where every word was changed, and the change is learnt from", async () => {
    await offered();
    const body = (mail: string) =>
      mail.replace(
        /\r\n\r\n[\s\S]*$/,
        "\r\n\r\nHello Greta,\r\n\r\nIt was good to talk to you on Thursday.\r\n\r\nBest wishes,\r\nAna Reyes\r\n",
      );
    real
      .mailbox()
      .folders.sent.push(
        Buffer.from(
          body(drafts().deletes()).replace(folded("Message-ID"), "Message-ID: <new@reyes.example>\r\n"),
        ),
      );
    await readAndKeep("2026-05-22T07:52");
    expect(await real.followUps()).toEqual(["sent"]);
    expect((await real.journal("by_hand"))[0]?.evidence[0]).toContain("Hello Greta,");
    const lessons = await real.query("select lesson->>'says' as says from lesson");
    expect(lessons.map(({ says: one }) => one).join()).toContain("shorter");
  });

  test("is a mail by hand where its text is another one and its marks are gone", async () => {
    await offered();
    await real.writesByHand(1);
    await readAndKeep("2026-05-22T07:52");
    expect(await says("by_hand")).toEqual(["You wrote to greta@employer1.example yourself."]);
    expect(await real.followUps()).toEqual(["dropped"]);
    expect(inDrafts()).toEqual([]);
  });

  test("ends the candidacy where it was a withdrawal (POLICY 6.8)", async () => {
    await offered();
    await real.query("update follow_up set kind = 'withdraw'");
    sendsFromDrafts();
    await readAndKeep("2026-05-22T07:52");
    const [candidacy] = await real.query("select state, close_reason from candidacy");
    expect(candidacy).toEqual({ state: "closed", close_reason: "withdrawn" });
  });

  test("is not taken for what we sent, which the server files under another Message-ID while no answer came", async () => {
    await offered();
    real.at("2026-05-22T07:45");
    await real.replies("1 ok");
    await keep();
    await real.server({ fault: { at: "dot", does: "drop", acceptsFirst: true } });
    real.at("2026-05-22T10:00");
    await send();
    const { rfc822 } = await real.mail();
    const filed = String(rfc822).replace(folded("Message-ID"), "Message-ID: <7@server.example>\r\n");
    real.mailbox().folders.sent.push(Buffer.from(filed));
    await real.read();
    expect(await says("by_hand")).toEqual(["You wrote to greta@employer1.example yourself."]);
    expect((await real.mail()).state).toBe("unknown");
  });

  test("takes an approval by mail out of the outbox", async () => {
    await offered();
    real.at("2026-05-22T07:45");
    await real.replies("1 ok");
    sendsFromDrafts();
    await readAndKeep("2026-05-22T07:52");
    const server = await real.server();
    real.at("2026-05-22T10:00");
    await send();
    expect(server.accepted).toHaveLength(0);
    expect((await real.mail()).state).toBe("cancelled");
    expect(await real.followUps()).toEqual(["sent"]);
    expect((await says("held"))[0]).toContain("you sent it from Drafts before");
    expect(await real.digest("2026-05-26T07:30")).not.toContain("reached them twice");
  });

  test("while our own mail may have left already, is told: it may have reached them twice", async () => {
    await offered();
    const [copy = ""] = inDrafts();
    real.at("2026-05-22T07:45");
    await real.replies("1 ok");
    await keep();
    await real.server({ fault: { at: "dot", does: "drop" } });
    real.at("2026-05-22T10:00");
    await send();
    expect((await real.mail()).state).toBe("unknown");
    real
      .mailbox()
      .folders.sent.push(
        Buffer.from(copy.replace(folded("Message-ID"), "Message-ID: <own@reyes.example>\r\n")),
      );
    await real.read();
    expect(await real.followUps()).toEqual(["sent"]);
    expect(await real.digest("2026-05-23T07:30")).toContain("it may have reached them twice: look in Sent");
  });

  test("is the end of its copy, also where a visit misses that copy at the same moment", async () => {
    await offered();
    sendsFromDrafts();
    const { store } = real.app;
    let missed = false;
    const between: Store = {
      transaction: (work) =>
        store.transaction((tx) => {
          const lock: Tx["candidacies"]["lock"] = async (id) => {
            if (!missed)
              await real.query("update draft_copy set state = 'missing', gone_since = $1", [
                "2026-05-22T07:50Z",
              ]);
            missed = true;
            return tx.candidacies.lock(id);
          };
          return work({ ...tx, candidacies: { ...tx.candidacies, lock } });
        }),
    };
    real.at("2026-05-22T07:52");
    const [mailbox] = await real.query("select id from mailbox");
    const account = await store.transaction((tx) => tx.mailboxes.account(mailbox.id as MailboxId));
    expect(await readMailbox({ ...real.app, store: between }, account)).toMatchObject({ ok: true });
    expect(await copies()).toEqual(["sent"]);
    expect(await real.followUps()).toEqual(["sent"]);
  });
});

describe("approved by mail", () => {
  test("the copy is taken out when the mailbox is read next, and the mail leaves once", async () => {
    await offered();
    real.at("2026-05-22T07:45");
    await real.replies("1 ok");
    await keep();
    expect(inDrafts()).toEqual([]);
    const server = await real.server();
    real.at("2026-05-22T10:00");
    await send();
    await send();
    expect(server.accepted).toHaveLength(1);
  });

  test("a mail program that was sending the copy while it was taken out has two minutes to file it in Sent", async () => {
    await offered();
    const server = await approvedAt10();
    const [copy = ""] = inDrafts();
    await keep();
    await send();
    expect(server.accepted).toHaveLength(0);
    real
      .mailbox()
      .folders.sent.push(
        Buffer.from(copy.replace(folded("Message-ID"), "Message-ID: <new@reyes.example>\r\n")),
      );
    real.at("2026-05-22T10:02");
    await send();
    expect(server.accepted).toHaveLength(0);
    expect(await real.followUps()).toEqual(["sent"]);
  });

  test("a copy that still lies there is taken out before the mail leaves, which waits two minutes for a mail program that was just sending it", async () => {
    await offered();
    const server = await approvedAt10();
    await send();
    expect(inDrafts()).toEqual([]);
    expect(server.accepted).toHaveLength(0);
    real.at("2026-05-22T10:02");
    await send();
    expect(server.accepted).toHaveLength(1);
  });

  test("the mail is not sent a second time when the person has just sent the copy and Sent shows it late", async () => {
    await offered();
    const server = await approvedAt10();
    const copy = drafts().deletes();
    await send();
    expect((await real.mail()).state).toBe("queued");
    const late = copy.replace(folded("Message-ID"), "Message-ID: <late@reyes.example>\r\n");
    real.mailbox().folders.sent.push(Buffer.from(late.replace(folded("X-Afterword-Draft"), "")));
    real.at("2026-05-22T10:10");
    await send();
    expect(server.accepted).toHaveLength(0);
    expect(await real.followUps()).toEqual(["sent"]);
  });

  test("a copy that has gone and appears nowhere stops the mail after ten minutes, and it is asked again", async () => {
    await offered();
    const server = await approvedAt10();
    drafts().deletes();
    await send();
    real.at("2026-05-22T10:09");
    await send();
    expect((await real.mail()).state).toBe("queued");
    real.at("2026-05-22T10:10");
    await send();
    expect((await real.mail()).state).toBe("held");
    expect((await says("held"))[0]).toContain("cannot tell whether you sent or deleted it");
    expect(await real.journal("skipped")).toEqual([]);
    for (const day of ["23", "24"]) {
      const digest = await real.digest(`2026-05-${day}T07:30`);
      expect(digest.slice(0, digest.indexOf("To:"))).toContain("Look in Sent before you approve it again");
    }
    real.at("2026-05-25T10:00");
    await real.replies("1 ok");
    real.at("2026-05-26T10:00");
    for (const { id } of await real.query(
      "select id from outbox where purpose = 'draft' and state = 'queued'",
    ))
      await sendDue(real.app, id);
    expect(server.accepted).toHaveLength(1);
  });

  test("a copy that has gone stops the mail also where the program dies right after writing that down", async () => {
    await offered();
    const server = await approvedAt10();
    drafts().deletes();
    await send();
    real.at("2026-05-22T10:10");
    const { store } = real.app;
    const dying: Store = {
      transaction: async (work) => {
        const done = await store.transaction(work);
        if ((await copies()).includes("let_go")) throw new Error("killed");
        return done;
      },
    };
    const { id } = await real.mail();
    await expect(sendDue({ ...real.app, store: dying }, id)).rejects.toThrow("killed");
    await send();
    expect(server.accepted).toHaveLength(0);
    expect((await real.mail()).state).toBe("held");
  });

  test("a copy that the person has changed stops every approval for as long as it lies there, and no second one is put beside it", async () => {
    await offered();
    drafts().edits((mail) => mail.replace("Thank you for", "Many thanks for"));
    const server = await approvedAt10();
    await send();
    expect((await says("held"))[0]).toContain("you changed its copy in Drafts");
    await readAndKeep("2026-05-22T10:05");
    const digest = await real.digest("2026-05-23T07:30");
    expect(digest).toContain("Not sent to greta@employer1.example: you changed its copy in Drafts");
    expect(digest).toContain("send that one from there, or delete it there and approve this one");
    expect(digest).not.toContain("delete it there, or send it");
    await readAndKeep("2026-05-23T07:40");
    expect([inDrafts().length, await copies()]).toEqual([1, ["edited"]]);
    real.at("2026-05-25T10:00");
    await real.replies("1 ok");
    real.at("2026-05-26T10:00");
    await sendDue(real.app, (await real.mail(2)).id);
    expect([(await real.mail(2)).state, server.accepted.length]).toEqual(["held", 0]);
    expect(await copies()).toEqual(["edited"]);
  });

  test("a changed copy of an older version that was deleted is out of the way ten minutes later, and skips nothing", async () => {
    await offered();
    drafts().edits((mail) => mail.replace("Thank you for", "Many thanks for"));
    await approvedAt10();
    await send();
    await real.digest("2026-05-23T07:30");
    drafts().deletes();
    await readAndKeep("2026-05-23T07:40");
    await readAndKeep("2026-05-23T07:50");
    expect(await real.followUps()).toEqual(["offered"]);
    await readAndKeep("2026-05-23T07:51");
    expect(await copies()).toEqual(["removed", "lies"]);
  });

  test("waits while nothing can be said of the copy, and leaves once it was taken out", async () => {
    await offered();
    const server = await approvedAt10();
    drafts().unsure = true;
    await send();
    expect(server.accepted).toHaveLength(0);
    drafts().unsure = false;
    real.at("2026-05-22T10:05");
    await send();
    real.at("2026-05-22T10:07");
    await send();
    expect(server.accepted).toHaveLength(1);
    expect(await real.journal("waits")).toEqual([]);
  });

  test("while nothing can be said of the copy for longer, the next digest tells that it waits; after four hours it is held and asked about", async () => {
    await offered();
    const server = await approvedAt10();
    drafts().unsure = true;
    for (const time of ["10:00", "10:05", "10:10", "13:55"]) {
      real.at(`2026-05-22T${time}`);
      await send();
    }
    const waits = "The mail to greta@employer1.example waits: I cannot look through Drafts";
    expect(await says("waits")).toEqual([expect.stringContaining(waits)]);
    expect((await real.mail()).state).toBe("queued");
    real.at("2026-05-22T14:00");
    await send();
    expect([(await real.mail()).state, server.accepted.length]).toEqual(["held", 0]);
    const digest = await real.digest("2026-05-23T07:30");
    expect(digest).toContain(waits);
    expect(digest).toContain(
      "Not sent to greta@employer1.example: I could not look through Drafts for 4 hours",
    );
  });
});

describe("deleted from Drafts", () => {
  test("counts as skipped after ten minutes in which nothing appeared in Sent, and not before", async () => {
    await offered();
    drafts().deletes();
    await readAndKeep("2026-05-22T08:00");
    await readAndKeep("2026-05-22T08:09");
    expect(await real.followUps()).toEqual(["offered"]);
    await readAndKeep("2026-05-22T08:10");
    expect(await real.followUps()).toEqual(["skipped"]);
    expect(await says("skipped")).toEqual([
      "You deleted the thank-you to Greta Vance from Drafts, so it is left out.",
    ]);
    await readAndKeep("2026-05-22T08:20");
    expect(inDrafts()).toEqual([]);
  });

  test("is told in the next digest, where undo offers it again", async () => {
    await offered();
    drafts().deletes();
    await readAndKeep("2026-05-22T08:00");
    await readAndKeep("2026-05-22T08:10");
    const digest = await real.digest("2026-05-23T07:30");
    const line = /^(\d+)\. .*left out\. You deleted the thank-you.*/m.exec(digest);
    expect(digest.slice(line?.index)).toContain(`"${line?.[1]} undo"`);
    await real.replies(`${line?.[1]} undo`);
    expect(await real.followUps()).toEqual(["offered"]);
    expect(await real.digest("2026-05-24T07:30")).toContain("1 to approve");
    await keep();
    expect(inDrafts()).toEqual([]);
    const server = await real.server();
    real.at("2026-05-24T10:00");
    await real.replies("1 ok");
    real.at("2026-05-26T10:00");
    await send();
    expect(server.accepted).toHaveLength(1);
  });

  test("counts for nothing where Sent could not be read since", async () => {
    await offered();
    drafts().deletes();
    await readAndKeep("2026-05-22T08:00");
    real.at("2026-05-22T09:00");
    await keep();
    expect(await real.followUps()).toEqual(["offered"]);
  });

  test("counts for nothing where the folder says nothing of it, or was made anew", async () => {
    await offered();
    drafts().unsure = true;
    await readAndKeep("2026-05-22T08:00");
    await readAndKeep("2026-05-22T09:00");
    drafts().unsure = false;
    drafts().isMadeAnew([]);
    await readAndKeep("2026-05-22T09:10");
    await readAndKeep("2026-05-22T09:30");
    expect(await real.followUps()).toEqual(["offered"]);
    expect(await copies()).toEqual(["let_go"]);
  });

  test("counts for nothing where it lies there again in time: it was being edited", async () => {
    await offered();
    const mail = drafts().deletes();
    await readAndKeep("2026-05-22T08:00");
    drafts().isMadeAnew([mail.replace("Thank you for", "Many thanks for")]);
    await readAndKeep("2026-05-22T08:11");
    expect(await copies()).toEqual(["edited"]);
    expect(await real.followUps()).toEqual(["offered"]);
  });

  test("counts as sent after all when it appears in Sent hours later", async () => {
    await offered();
    sendsFromDrafts();
    const [late] = real.mailbox().folders.sent.splice(-1);
    await readAndKeep("2026-05-22T08:00");
    await readAndKeep("2026-05-22T08:10");
    expect(await real.followUps()).toEqual(["skipped"]);
    if (late) real.mailbox().folders.sent.push(late);
    await readAndKeep("2026-05-22T12:00");
    expect(await real.followUps()).toEqual(["sent"]);
  });
});

describe("kept in step", () => {
  test("an untouched copy goes when the employer writes, and the next digest's draft takes its place", async () => {
    await offered();
    const [before] = inDrafts();
    await real.employerWrites(1, "Re: Interview", "Dear Ana,\n\nThank you for coming in.\n\nGreta Vance\n");
    await readAndKeep("2026-05-22T09:00");
    expect(inDrafts()).toEqual([]);
    expect(await real.digest("2026-05-23T07:30")).toContain("1 to approve");
    await keep();
    expect(inDrafts()).toHaveLength(1);
    expect(inDrafts()[0]).not.toBe(before);
  });

  test.each([
    ["skipped by mail", () => real.replies("1 skip")],
    ["put off by mail", () => real.replies("1 later monday")],
    ["paused", () => real.query("update person set paused_until = '2026-06-01T00:00:00Z'")],
    ["the setting is off", () => set("off")],
  ])("an untouched copy goes when its mail is %s", async (_why, act) => {
    await offered();
    real.at("2026-05-22T07:45");
    await act();
    await keep();
    expect(inDrafts()).toEqual([]);
    expect(await copies()).toEqual(["removed"]);
  });

  test("a copy comes back when what took it away is over", async () => {
    await offered();
    await set("off");
    await keep();
    await set("on");
    await keep();
    expect(inDrafts()).toHaveLength(1);
  });

  test("a copy that the person has changed is left alone, whatever happens, and told of once", async () => {
    await offered();
    drafts().edits((mail) =>
      mail.replace("Thank you for", "Many thanks for").replace(folded("X-Afterword-Draft"), ""),
    );
    await readAndKeep("2026-05-22T08:00");
    expect(await copies()).toEqual(["edited"]);
    await real.replies("1 skip");
    await keep();
    expect(inDrafts()).toHaveLength(1);
    expect(await real.digest("2026-05-23T07:30")).toContain(
      "still lies in Drafts, but that mail was left out: delete it there",
    );
    await keep();
    expect(await real.digest("2026-05-24T07:30")).not.toContain("still lies in Drafts");
  });

  test("a copy that the person has changed is followed on, and nothing is told of it, when the setting goes off", async () => {
    await offered();
    drafts().edits((mail) => mail.replace("Thank you for", "Many thanks for"));
    await readAndKeep("2026-05-22T08:00");
    await set("off");
    await readAndKeep("2026-05-22T08:05");
    expect(await copies()).toEqual(["edited"]);
    expect(await real.digest("2026-05-23T07:30")).not.toContain("still lies in Drafts");
  });

  test("a copy that was taken out by a program that died right after it is gone for good", async () => {
    await offered();
    real.at("2026-05-22T07:45");
    await real.replies("1 skip");
    drafts().dies = true;
    await keep().catch(() => undefined);
    drafts().dies = false;
    await keep();
    expect(inDrafts()).toEqual([]);
    expect(await copies()).toEqual(["removed"]);
    expect(await real.followUps()).toEqual(["skipped"]);
  });
});
