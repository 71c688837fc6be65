import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { ok } from "../../src/domain/result.ts";
import { checkAccount } from "../../src/mail/check.ts";
import { createCourier } from "../../src/mail/courier.ts";
import type { Account } from "../../src/ports.ts";
import { onLoopback, secret, testAccount } from "../support/account.ts";
import { selfSigned } from "../support/certificate.ts";
import { type Dovecot, startDovecot } from "../support/dovecot.ts";
import { startImapPeer } from "../support/imap-peer.ts";
import { realServer } from "../support/real-servers.ts";
import { type SmtpPeer, startSmtpPeer } from "../support/smtp-peer.ts";

const real = realServer("dovecot");
const quick = { connectTimeout: 1_000, commandTimeout: 1_000 };

describe.skipIf(real.missing)(real.title("checking an account on Dovecot"), () => {
  let dovecot: Dovecot;
  let smtp: SmtpPeer;
  let account: Account;
  beforeAll(async () => {
    dovecot = await startDovecot({ tls: true });
    smtp = await startSmtpPeer();
    account = testAccount({
      sentFolder: "",
      imap: onLoopback(dovecot.imapPort),
      smtp: onLoopback(smtp.port),
    });
  });
  afterAll(async () => {
    await dovecot?.stop();
    await smtp?.stop();
  });
  const says = async (part: Partial<Account>, given: Parameters<typeof checkAccount>[1] = {}) => {
    const result = await checkAccount({ ...account, ...part }, { ...quick, ...given });
    return result.ok ? { kind: "fine", says: "" } : result.error;
  };

  test("logs in on both sides, finds Sent by its mark, and sends nothing", async () => {
    expect(await checkAccount(account, quick)).toEqual({
      ok: true,
      value: { sentFolder: "Sent", folders: expect.arrayContaining(["INBOX", "Sent"]), idle: true },
    });
    expect(smtp.heard()).toContain("AUTH");
    expect(smtp.heard()).not.toContain("MAIL");
  });

  test("over TLS from the first byte, and over STARTTLS, with a certificate that is trusted", async () => {
    for (const imap of [
      { host: "localhost", port: dovecot.imapsPort, security: "tls" },
      { host: "localhost", port: dovecot.imapPort, security: "starttls" },
    ] as const) {
      expect((await checkAccount({ ...account, imap }, { ...quick, ca: dovecot.ca })).ok).toBe(true);
    }
  });

  test("a certificate that nobody vouches for is named as one, before any password", async () => {
    const imap = { host: "localhost", port: dovecot.imapsPort, security: "tls" } as const;
    expect(await says({ imap })).toMatchObject({
      kind: "certificate",
      says: expect.stringMatching(/certificate of localhost/),
    });
    const starttls = { host: "localhost", port: dovecot.imapPort, security: "starttls" } as const;
    expect(await says({ imap: starttls })).toMatchObject({ kind: "certificate" });
  });

  test("a server whose address was checked beforehand is connected to there, and must still prove its own name", async () => {
    const at = { ca: dovecot.ca, addressOf: async () => ok("127.0.0.1") };
    for (const security of ["tls", "starttls"] as const) {
      const port = security === "tls" ? dovecot.imapsPort : dovecot.imapPort;
      const imap = { host: "localhost", port, security };
      expect((await checkAccount({ ...account, imap }, { ...quick, ...at })).ok).toBe(true);
      const elsewhere = { ...imap, host: "imap.elsewhere.example" };
      expect(await says({ imap: elsewhere }, at)).toMatchObject({
        kind: "certificate",
        says: expect.stringContaining("imap.elsewhere.example"),
      });
    }
  });

  test("a wrong password", async () => {
    const trouble = await says({ password: secret("wrong horse") });
    expect(trouble).toMatchObject({
      kind: "login",
      says: expect.stringMatching(/refused user name or password/),
    });
    expect(trouble.says).not.toContain("wrong horse");
  });

  test("the folder that the person names is taken, and one that does not exist is answered with those that do", async () => {
    expect(await checkAccount({ ...account, sentFolder: "INBOX" }, quick)).toMatchObject({
      value: { sentFolder: "INBOX" },
    });
    expect((await says({ sentFolder: "Gesendet" })).says).toMatch(/no folder "Gesendet".*Sent/);
  });

  test("a server without IMAP behind the port, and a host without a server", async () => {
    expect(await says({ imap: onLoopback(9) })).toMatchObject({
      kind: "unreachable",
      says: expect.stringMatching(/host and port/),
    });
    const imap = { host: "imap.nowhere.example", port: 993, security: "tls" } as const;
    expect((await says({ imap })).kind).toBe("unreachable");
    const tlsOnPlain = { host: "localhost", port: dovecot.imapPort, security: "tls" } as const;
    expect(await says({ imap: tlsOnPlain })).toMatchObject({
      kind: "protocol",
      says: expect.stringMatching(/STARTTLS/),
    });
  });

  test("plain text to another machine is refused before connecting", async () => {
    const smtp = { host: "smtp.provider.example", port: 25, security: "plain" } as const;
    expect(await says({ smtp })).toMatchObject({
      kind: "protocol",
      says: expect.stringMatching(/plain text/),
    });
    const imap = { host: "imap.provider.example", port: 143, security: "plain" } as const;
    expect(await says({ imap })).toMatchObject({
      kind: "protocol",
      says: expect.stringMatching(/plain text/),
    });
  });

  test("SMTP without STARTTLS never hears the password", async () => {
    const bare = await startSmtpPeer();
    const smtp = { host: "127.0.0.1", port: bare.port, security: "starttls" } as const;
    expect(await says({ smtp })).toMatchObject({
      kind: "protocol",
      says: expect.stringMatching(/offers no STARTTLS.*smtps:/),
    });
    expect(bare.heard()).not.toContain("AUTH");
    await bare.stop();
  });

  test("SMTP that refuses the password, and one that is not there", async () => {
    const strict = await startSmtpPeer({ fault: { at: "auth", does: { reply: "535 5.7.8 no" } } });
    expect(await says({ smtp: onLoopback(strict.port) })).toMatchObject({
      kind: "login",
      says: expect.stringMatching(/535 5.7.8 no/),
    });
    await strict.stop();
    expect((await says({ smtp: onLoopback(9) })).kind).toBe("unreachable");
  });
});

describe("a certificate of an SMTP server", () => {
  let server: SMTPServer | null = null;
  afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));
  const send = async (names: string, trusted: boolean) => {
    const { cert, key } = selfSigned(names);
    let logins = 0;
    server = new SMTPServer({
      secure: true,
      cert,
      key,
      onAuth: (_auth, _session, done) => {
        logins += 1;
        done(null, { user: "ada" });
      },
    });
    server.on("error", () => undefined);
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    const address = server.server.address();
    const port = address !== null && typeof address === "object" ? address.port : 0;
    const account = testAccount({ smtp: { host: "localhost", port, security: "tls" } });
    const outcome = await createCourier({ ca: trusted ? cert : undefined }).send(
      account,
      {
        from: "ada@person.example",
        to: "jo@employer.example",
        rfc822: Buffer.from("Subject: x\r\n\r\nx\r\n"),
      },
      async () => true,
    );
    return { type: outcome.type, logins };
  };

  test("that is trusted and names the host lets the mail through", async () => {
    expect(await send("DNS:localhost", true)).toEqual({ type: "accepted", logins: 1 });
  });
  test("that nobody vouches for: the password stays here", async () => {
    expect(await send("DNS:localhost", false)).toEqual({ type: "later", logins: 0 });
  });
  test("that names another host: the password stays here", async () => {
    expect(await send("DNS:other.example", true)).toEqual({ type: "later", logins: 0 });
  });
});

describe("what a server says to the login", () => {
  test.each([
    ["NO [AUTHENTICATIONFAILED] Invalid credentials", "login"],
    ["NO Login failed.", "login"],
    ["NO [UNAVAILABLE] Temporary authentication failure", "throttled"],
    ["NO [THROTTLED] slow down", "throttled"],
    ["NO [LIMIT] Too many simultaneous connections", "throttled"],
    ["NO [ALERT] Please log in via your web browser", "throttled"],
    ["NO Too many login failures, try again later", "throttled"],
  ])("%s is %s", async (reply, kind) => {
    const peer = await startImapPeer((name) => (name === "LOGIN" ? [`TAG ${reply}`] : undefined));
    const result = await checkAccount(testAccount({ imap: onLoopback(peer.port) }), quick);
    expect(result).toMatchObject({ ok: false, error: { kind } });
    await peer.stop();
  });

  test("a server without STARTTLS never hears the password", async () => {
    const peer = await startImapPeer();
    const imap = { host: "127.0.0.1", port: peer.port, security: "starttls" } as const;
    expect(await checkAccount(testAccount({ imap }), quick)).toMatchObject({
      ok: false,
      error: { kind: "protocol", says: expect.stringContaining("offers no STARTTLS") },
    });
    expect(peer.heard.some((line) => /LOGIN|AUTHENTICATE/.test(line))).toBe(false);
    await peer.stop();
  });
});
