import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { afterEach, describe, expect, test } from "vitest";
import { type SmtpFault, type SmtpPeer, startSmtpPeer } from "../support/smtp-peer.ts";

/** What the design was made for (SAFETY section 0): when a new version of the library does otherwise, the code that answers it is looked at again. */
let peer: SmtpPeer;
afterEach(() => peer?.stop());

type Connecting = Partial<ConstructorParameters<typeof SMTPConnection>[0]>;
async function sendTo(fault: SmtpFault | [], body: string | Readable, more: Connecting = {}) {
  peer = await startSmtpPeer({ fault });
  const connection = new SMTPConnection({
    host: "127.0.0.1",
    port: peer.port,
    allowInternalNetworkInterfaces: true,
    ...more,
  });
  return new Promise<Error | null>((resolve) => {
    connection.once("error", resolve);
    connection.connect((failed) => {
      if (failed) return resolve(failed);
      connection.login({ user: "ada", pass: "correct horse" }, (refused) => {
        if (refused) return resolve(refused);
        const envelope = { from: "ada@person.example", to: ["jo@employer.example"] };
        connection.send(envelope, body, (error) => resolve(error ?? null));
      });
    });
  }).finally(() => connection.close());
}

test("M1: its error is the same for a drop before the mail and for one after the server has taken it", async () => {
  const seen = [];
  for (const fault of [
    { at: "mail", does: "drop" },
    { at: "data", does: "drop" },
    { at: "dot", does: "drop", acceptsFirst: true },
  ] as const) {
    const error = await sendTo(fault, "Subject: Hello\r\n\r\nHello\r\n");
    seen.push({ ...error, message: error?.message });
    expect(peer.accepted).toHaveLength(fault.at === "dot" ? 1 : 0);
    await peer.stop();
  }
  expect(seen).toEqual([seen[0], seen[0], seen[0]]);
});

test("M2: a stream is read only once the server has said 354, and nothing of the mail leaves before it gives something", async () => {
  let heard = "";
  const body = new Readable({
    read() {
      heard = peer.heard();
      setTimeout(() => {
        expect(peer.heard()).toBe(heard);
        this.push("Subject: Hello\r\n\r\nHello\r\n");
        this.push(null);
      }, 20);
      this._read = () => undefined;
    },
  });
  expect(await sendTo([], body)).toBeNull();
  expect(heard).toMatch(/DATA\r\n$/);
});

describe("M8: a server that offers no STARTTLS", () => {
  test("hears the password by default", async () => {
    expect(await sendTo([], "Subject: Hello\r\n\r\nHello\r\n", { secure: false })).toBeNull();
    expect(peer.heard()).toContain(Buffer.from("\0ada\0correct horse").toString("base64"));
  });

  test("hears nothing where STARTTLS is required", async () => {
    expect(await sendTo([], "Hello", { secure: false, requireTLS: true })).toBeInstanceOf(Error);
    expect(peer.heard()).not.toMatch(/AUTH/);
  });
});

describe("M10: what is given as a string", () => {
  test.each([
    ["jo@employer.example, eve@elsewhere.example"],
    ["friends: jo@employer.example, eve@elsewhere.example;"],
  ])("%s becomes two recipients", (to) => {
    const { to: recipients } = new MailComposer({ to, text: "Hello" }).compile().getEnvelope();
    expect(recipients).toEqual(["jo@employer.example", "eve@elsewhere.example"]);
  });

  test("a text that is a path is read from the disk, unless that is switched off", async () => {
    const text = { path: import.meta.filename };
    const read = await new MailComposer({ text }).compile().build();
    expect(read.toString()).toContain("What the design was made for");
    await expect(new MailComposer({ text, disableFileAccess: true }).compile().build()).rejects.toThrow(
      /access rejected/i,
    );
  });

  test("line ends in a subject and a name add no header", async () => {
    const evil = "Hello\r\nBcc: eve@elsewhere.example";
    const mail = { subject: evil, to: { name: evil, address: "jo@employer.example" }, text: "Hello" };
    expect((await new MailComposer(mail).compile().build()).toString()).not.toMatch(/^bcc:/im);
  });
});
