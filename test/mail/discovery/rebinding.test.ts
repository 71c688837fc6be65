import { afterAll, beforeAll, expect, test } from "vitest";
import { ok } from "../../../src/domain/result.ts";
import { checkAccount } from "../../../src/mail/check.ts";
import { discover } from "../../../src/mail/discovery/discover.ts";
import { checkedAddress, type Outside } from "../../../src/mail/discovery/outside.ts";
import { onLoopback, testAccount } from "../../support/account.ts";
import { type ImapPeer, startImapPeer } from "../../support/imap-peer.ts";
import { type SmtpPeer, startSmtpPeer } from "../../support/smtp-peer.ts";

const quick = { connectTimeout: 1_000, commandTimeout: 1_000 };
let imap: ImapPeer;
let smtp: SmtpPeer;
beforeAll(async () => {
  imap = await startImapPeer();
  smtp = await startSmtpPeer();
});
afterAll(async () => {
  await imap.stop();
  await smtp.stop();
});

/** Names that lead to the internet while servers are looked for, and into this machine when they are connected to. */
function turning(): Outside & { readonly turn: () => void } {
  let address = "198.41.0.4";
  return {
    allowPrivate: false,
    turn: () => {
      address = "127.0.0.1";
    },
    names: {
      mx: async () => [],
      srv: async (name) => [
        { name: "mail.okafor.example", port: name.startsWith("_imap") ? 993 : 465, priority: 0, weight: 0 },
      ],
      addresses: async () => [address],
    },
  };
}

test("a host that leads inside only when it is connected to gets no connection, let alone a password", async () => {
  const outside = turning();
  const found = await discover("ines@okafor.example", outside);
  expect(found).toMatchObject({ value: { imap: { host: "mail.okafor.example" } } });
  outside.turn();
  const address = { host: "mail.okafor.example", port: imap.port, security: "starttls" } as const;
  const checked = await checkAccount(testAccount({ imap: address }), {
    ...quick,
    addressOf: (host) => checkedAddress(host, outside),
  });
  expect(checked).toMatchObject({ ok: false, error: { kind: "unreachable" } });
  expect(checked.ok ? "" : checked.error.says).toContain("leads to 127.0.0.1");
  expect(imap.connections()).toBe(0);
});

test("the same holds for the server that sends", async () => {
  const outside = turning();
  outside.turn();
  const account = testAccount({
    sentFolder: "",
    imap: onLoopback(imap.port),
    smtp: { host: "smtp.okafor.example", port: smtp.port, security: "starttls" },
  });
  const checked = await checkAccount(account, {
    ...quick,
    addressOf: async (host) => (host === "127.0.0.1" ? ok(host) : checkedAddress(host, outside)),
  });
  expect(checked.ok ? "" : checked.error.says).toContain("smtp.okafor.example leads to 127.0.0.1");
  expect(smtp.heard()).toBe("");
});
