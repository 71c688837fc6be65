import { ImapFlow } from "imapflow";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CopyOrder, CopyPlace, CopySeen } from "../../src/domain/drafts-folder.ts";
import { createMailboxes } from "../../src/mail/mailboxes.ts";
import type { Account, DraftsCopy } from "../../src/ports.ts";
import { onLoopback, testAccount } from "../support/account.ts";
import { type Dovecot, startDovecot } from "../support/dovecot.ts";
import { type ImapAnswer, type ImapPeer, startImapPeer } from "../support/imap-peer.ts";
import { realServer } from "../support/real-servers.ts";

const real = realServer("dovecot");
const mailboxes = createMailboxes({ connectTimeout: 2_000, commandTimeout: 2_000 });

const mark = (name: string): string => `${name} ${"0a1b".repeat(16)}`;
const copyOf = (name: string, place: CopyPlace | null = null): DraftsCopy => ({
  messageId: `${name}@person.example`,
  mark: mark(name),
  rfc822: Buffer.from(
    [
      `Message-ID: <${name}@person.example>`,
      `X-Afterword-Draft: ${name}\r\n ${mark(name).split(" ")[1]}`,
      "In-Reply-To: <invite@employer.example>",
      "From: Ada <ada@person.example>",
      "To: Jo Field <Jo@employer.example>",
      "Subject: Re: Your interview",
      "Date: Mon, 18 May 2026 09:00:00 +0100",
      "",
      "Dear Jo, thank you.",
      "",
    ].join("\r\n"),
  ),
  place,
  answers: "invite@employer.example",
  to: "jo@employer.example",
  subject: "Re: Your interview",
});

describe.skipIf(real.missing)(real.title("copies in the Drafts folder of Dovecot"), () => {
  let dovecot: Dovecot;
  let account: Account;
  beforeAll(async () => {
    const drafts = "mailbox Entwuerfe {\n special_use = \\Drafts\n auto = create\n }";
    dovecot = await startDovecot({ extra: `namespace inbox {\n${drafts}\n}` });
    account = testAccount({ imap: onLoopback(dovecot.imapPort) });
  });
  beforeEach(() =>
    inFolder(async (client) => {
      await client.messageDelete("1:*");
    }),
  );
  afterAll(() => dovecot?.stop());

  const give = async (
    order: CopyOrder,
    copy: DraftsCopy,
    folder: string | null = null,
  ): Promise<CopySeen> => {
    const kept = await mailboxes.keepDrafts(account, folder, [{ order, copy }]);
    if (!kept.ok) throw new Error(kept.error.says);
    const [seen] = kept.value.seen;
    if (!seen) throw new Error("nothing was said of the copy");
    return seen;
  };
  const put = async (name: string): Promise<DraftsCopy> => {
    const seen = await give("put", copyOf(name));
    if (seen.type !== "lies") throw new Error(`the copy is ${seen.type}`);
    return copyOf(name, seen.place);
  };
  const edit = (copy: DraftsCopy, change: (mail: string) => string): Promise<void> =>
    inFolder(async (client) => {
      await client.append("Entwuerfe", change(copy.rfc822.toString()), ["\\Draft"]);
      await client.messageDelete(String(copy.place?.uid), { uid: true });
    });

  test("are put into the folder that the server marks as Drafts, whatever its name, as drafts that were seen, byte for byte", async () => {
    const copy = copyOf("first");
    expect(await mailboxes.keepDrafts(account, null, [{ order: "put", copy }])).toMatchObject({
      value: { folder: "Entwuerfe", seen: [{ type: "lies", place: { folder: "Entwuerfe" } }] },
    });
    const [lying, ...more] = await lyingThere();
    expect(more).toEqual([]);
    expect(lying?.source).toBe(copy.rfc822.toString());
    expect(lying?.flags.toSorted()).toEqual(expect.arrayContaining(["\\Draft", "\\Seen"]));
  });

  test("are put there once, also when nobody remembers that they were", async () => {
    const { place } = await put("again");
    for (let n = 0; n < 3; n += 1)
      expect(await give("put", copyOf("again"))).toEqual({ type: "lies", place });
    expect(await lyingThere()).toHaveLength(1);
  });

  test("lie beside a draft of the person's own in the same thread", async () => {
    const own = copyOf("own")
      .rfc822.toString()
      .replace(/X-Afterword-Draft:.*\r\n .*\r\n/, "");
    await inFolder((client) => client.append("Entwuerfe", own, ["\\Draft"]));
    const copy = await put("beside");
    expect(await lyingThere()).toHaveLength(2);
    expect(await give("take_out", copy)).toEqual({ type: "taken_out" });
    expect((await lyingThere()).map(({ source }) => source)).toEqual([own]);
  });

  test("are found at their place, and absent once they are deleted or marked as deleted", async () => {
    const [gone, marked] = [await put("gone"), await put("marked")];
    expect(await give("look", gone)).toEqual({ type: "lies", place: gone.place });
    await inFolder(async (client) => {
      await client.messageDelete(String(gone.place?.uid), { uid: true });
      await client.messageFlagsAdd(String(marked.place?.uid), ["\\Deleted"], { uid: true });
    });
    expect(await give("look", gone)).toEqual({ type: "absent" });
    expect(await give("look", marked)).toEqual({ type: "absent" });
  });

  test.each<[string, (mail: string) => string]>([
    ["with our mark", (mail) => mail.replace("thank you", "many thanks").replace("first@", "other@")],
    ["with our mark and the same number of bytes", (mail) => mail.replace("thank you", "thank her")],
    ["with our Message-ID", (mail) => mail.replace(/X-Afterword-Draft:.*\r\n .*\r\n/, "")],
    [
      "with neither, in the same thread to the same person",
      (mail) =>
        mail
          .replace(/X-Afterword-Draft:.*\r\n .*\r\n/, "")
          .replace(/^Message-ID: .*$/m, "Message-ID: <new@mail.program>"),
    ],
  ])("that a mail program saved anew %s are edited, and are never taken out", async (_how, change) => {
    const copy = await put("edited");
    await edit(copy, change);
    expect(await give("look", copy)).toEqual({ type: "edited" });
    expect(await give("take_out", copy)).toEqual({ type: "edited" });
    expect(await lyingThere()).toHaveLength(1);
  });

  test("that were put back unchanged under another UID lie there", async () => {
    const copy = await put("back");
    await edit(copy, (mail) => mail);
    const seen = await give("look", copy);
    expect(seen.type).toBe("lies");
    expect(seen).not.toEqual({ type: "lies", place: copy.place });
    expect(await give("take_out", copy)).toEqual({ type: "taken_out" });
    expect(await lyingThere()).toEqual([]);
  });

  test("are taken out alone: what the person has marked as deleted stays", async () => {
    const [copy, other] = [await put("alone"), await put("other")];
    await inFolder((client) =>
      client.messageFlagsAdd(String(other.place?.uid), ["\\Deleted"], { uid: true }),
    );
    expect(await give("take_out", copy)).toEqual({ type: "taken_out" });
    expect((await lyingThere()).map(({ source }) => source)).toEqual([other.rfc822.toString()]);
    expect(await give("take_out", copy)).toEqual({ type: "absent" });
  });

  test("that were not seen in this folder are lost and not absent: it is another one, or was made anew", async () => {
    const copy = await put("lost");
    await inFolder((client) => client.messageDelete("1:*"));
    const { place } = copy;
    if (!place) throw new Error("no place");
    const elsewhere: CopyPlace[] = [
      { ...place, folder: "Drafts of old" },
      { ...place, uidValidity: place.uidValidity + 1n },
      { ...place, uid: place.uid + 1_000 },
    ];
    for (const one of elsewhere)
      expect(await give("look", { ...copy, place: one })).toEqual({ type: "lost" });
    expect(await give("look", copy)).toEqual({ type: "absent" });
  });

  test("stay in the folder that was used before, also where another one is marked as Drafts", async () => {
    await inFolder((client) => client.mailboxCreate("Mine"));
    const kept = await mailboxes.keepDrafts(account, "Mine", [{ order: "put", copy: copyOf("mine") }]);
    expect(kept).toMatchObject({ value: { folder: "Mine" } });
    expect(await lyingThere()).toEqual([]);
  });

  async function inFolder<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const client = new ImapFlow({
      host: "127.0.0.1",
      port: dovecot.imapPort,
      secure: false,
      doSTARTTLS: false,
      auth: { user: dovecot.login, pass: dovecot.password },
      logger: false,
    });
    await client.connect();
    await client.mailboxOpen("Entwuerfe");
    const done = await work(client);
    await client.logout();
    return done;
  }

  const lyingThere = () =>
    inFolder(async (client) => {
      const all = await client.fetchAll("1:*", { source: true, flags: true });
      return all.map(({ source, flags }) => ({
        source: source?.toString() ?? "",
        flags: [...(flags ?? [])],
      }));
    });
});

describe("a server that does not say what it holds", () => {
  const place: CopyPlace = { folder: "Drafts", uidValidity: 7n, uid: 3 };
  const selected = (exists: number): ImapAnswer => [
    `* ${exists} EXISTS`,
    "* OK [UIDVALIDITY 7] stays",
    "* OK [UIDNEXT 9] next",
    "TAG OK [READ-WRITE] done",
  ];
  const withDrafts: ImapAnswer = ['* LIST () "/" INBOX', '* LIST (\\Drafts) "/" Drafts', "TAG OK done"];
  const root: ImapAnswer = ['* LIST (\\Noselect) "/" ""', "TAG OK done"];
  const peerOf = (answer: (name: string) => ImapAnswer | undefined): Promise<ImapPeer> =>
    startImapPeer((name, line) => {
      if (line === 'LIST "" ""') return root;
      return answer(name) ?? { LIST: withDrafts, SELECT: selected(1) }[name];
    });
  const asked = async (peer: ImapPeer, order: CopyOrder, at: CopyPlace | null) => {
    const account = testAccount({ imap: onLoopback(peer.port) });
    const kept = await mailboxes.keepDrafts(account, null, [{ order, copy: copyOf("unsure", at) }]);
    await peer.stop();
    return {
      kept,
      changed: peer.heard.filter((line) =>
        /^(?:APPEND|UID STORE|STORE|UID EXPUNGE|EXPUNGE|CREATE)/.test(line),
      ),
    };
  };

  test.each<[CopyOrder, CopyPlace | null]>([
    ["look", place],
    ["take_out", place],
    ["put", null],
  ])("and hands out nothing of one draft proves nothing, and nothing is done: %s", async (order, at) => {
    const peer = await peerOf((name) => (name.endsWith("FETCH") ? ["TAG OK done"] : undefined));
    const { kept, changed } = await asked(peer, order, at);
    expect(kept).toMatchObject({ value: { seen: [{ type: "unsure" }] } });
    expect(changed).toEqual([]);
  });

  test.each<[string, ImapAnswer]>([
    ["refuses to hand out", ["TAG NO not now"]],
    ["closes the connection", "drop"],
  ])("and %s is a trouble, and nothing is done", async (_how, answer) => {
    const peer = await peerOf((name) => (name.endsWith("FETCH") ? answer : undefined));
    const { kept, changed } = await asked(peer, "take_out", place);
    expect(kept.ok).toBe(false);
    expect(changed).toEqual([]);
  });

  test("is asked for its drafts once a visit, however many copies are looked for (SAFETY R21)", async () => {
    const peer = await peerOf((name) => (name === "SELECT" ? selected(0) : undefined));
    const full = await peerOf((name) =>
      name.endsWith("FETCH") ? ["* 1 FETCH (UID 8 FLAGS () RFC822.SIZE 9)", "TAG OK done"] : undefined,
    );
    for (const one of [peer, full]) {
      const account = testAccount({ imap: onLoopback(one.port) });
      const orders = ["a", "b", "c"].map((name) => ({ order: "look" as const, copy: copyOf(name) }));
      const kept = await mailboxes.keepDrafts(account, null, orders);
      const absent = { type: "absent" };
      expect(kept).toMatchObject({ value: { seen: [absent, absent, absent] } });
      await one.stop();
    }
    expect(full.heard.filter((line) => line.startsWith("FETCH 1:1"))).toHaveLength(1);
  });

  test("and has no folder for drafts gets none made: every copy is lost", async () => {
    const peer = await peerOf((name) =>
      name === "LIST" ? ['* LIST () "/" INBOX', "TAG OK done"] : undefined,
    );
    const { kept, changed } = await asked(peer, "put", null);
    expect(kept).toEqual({ ok: true, value: { folder: null, seen: [{ type: "lost" }] } });
    expect(changed).toEqual([]);
  });

  test("without UIDPLUS gets the copy marked as deleted and nothing expunged: an EXPUNGE would take along what is not ours", async () => {
    const mail = `X-Afterword-Draft: ${mark("unsure")}\r\nMessage-ID: <unsure@person.example>\r\n\r\n`;
    let flags = "";
    const peer = await peerOf((name) => {
      if (name === "UID_STORE") flags = "\\Deleted";
      if (name === "UID_STORE") return ["TAG OK done"];
      const fields = `BODY[HEADER.FIELDS (X-AFTERWORD-DRAFT MESSAGE-ID)] {${mail.length}}\r\n${mail}`;
      return name.endsWith("FETCH")
        ? [`* 1 FETCH (UID 3 FLAGS (${flags}) RFC822.SIZE 9 ${fields})`, "TAG OK done"]
        : undefined;
    });
    const { kept, changed } = await asked(peer, "take_out", place);
    expect(kept).toMatchObject({ value: { seen: [{ type: "taken_out" }] } });
    expect(changed).toEqual([expect.stringContaining("\\Deleted")]);
  });
});
