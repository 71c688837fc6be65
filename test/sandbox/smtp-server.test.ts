import { createTransport } from "nodemailer";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  openSmtpServer,
  type SmtpFault,
  type SmtpServer,
  type TakenMail,
} from "../../src/sandbox/smtp-server.ts";

const raw = Buffer.from(
  "From: sam@reed.example\r\nSubject: x\r\n\r\nfirst\r\n.dot\r\n\r\n..two dots\r\nlast\r\n",
);
let server: SmtpServer;
let taken: TakenMail[];
let isBringing = true;

beforeEach(async () => {
  taken = [];
  isBringing = true;
  server = await openSmtpServer({
    login: "sam@reed.example",
    password: "right",
    isPerson: (address) => address === "sam@reed.example",
    bringsMailToOthers: async () => isBringing,
    take: async (mail) => {
      taken.push(mail);
      return undefined;
    },
  });
});
afterEach(() => server.close());

async function send(to: string, password = "right"): Promise<number | string> {
  const transport = createTransport({
    host: "127.0.0.1",
    port: server.port,
    secure: false,
    ignoreTLS: true,
    auth: { user: "sam@reed.example", pass: password },
  });
  try {
    const { response } = await transport.sendMail({ envelope: { from: "sam@reed.example", to: [to] }, raw });
    return Number(response.slice(0, 3));
  } catch (error) {
    if (error instanceof Error && "responseCode" in error && typeof error.responseCode === "number")
      return error.responseCode;
    return "dropped";
  } finally {
    transport.close();
  }
}

test("a mail is taken byte for byte, with its envelope", async () => {
  expect(await send("Greta@Linden.example")).toBe(250);
  expect(taken).toEqual([{ from: "sam@reed.example", to: ["greta@linden.example"], raw }]);
});

test("a wrong password is refused with 535 and nothing is taken", async () => {
  expect(await send("greta@linden.example", "wrong")).toBe(535);
  expect(taken).toEqual([]);
});

describe("a fault is spent on the next mail to someone else, once", () => {
  const faults: [string, SmtpFault, number | string, number][] = [
    ["drop after data takes the mail and says nothing", { type: "drop_after_data" }, "dropped", 1],
    ["drop at helo", { type: "drop_at", command: "helo" }, "dropped", 0],
    ["drop at mail", { type: "drop_at", command: "mail" }, "dropped", 0],
    ["drop at rcpt", { type: "drop_at", command: "rcpt" }, "dropped", 0],
    ["drop at data", { type: "drop_at", command: "data" }, "dropped", 0],
    ["reply 451", { type: "reply", code: 451 }, 451, 0],
    ["reply 550", { type: "reply", code: 550 }, 550, 0],
  ];
  for (const [name, fault, outcome, count] of faults) {
    test(name, async () => {
      server.break(fault);
      isBringing = false;
      expect(await send("sam@reed.example")).toBe(250);
      expect(server.isArmed()).toBe(true);
      isBringing = true;
      expect(await send("greta@linden.example")).toBe(outcome);
      expect(taken.filter(({ to }) => to.includes("greta@linden.example"))).toHaveLength(count);
      expect(server.isArmed()).toBe(false);
      expect(await send("greta@linden.example")).toBe(250);
    });
  }
});

test("every recipient that was named is remembered, also of a refused mail", async () => {
  server.break({ type: "reply", code: 550 });
  await send("no-reply@linden.example");
  expect(server.named()).toEqual(["no-reply@linden.example"]);
});
