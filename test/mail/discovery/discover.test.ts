import { Resolver } from "node:dns/promises";
import { once } from "node:events";
import type { RequestListener } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { discover } from "../../../src/mail/discovery/discover.ts";
import type { Outside } from "../../../src/mail/discovery/outside.ts";
import { systemNames } from "../../../src/mail/discovery/system-names.ts";
import { selfSigned } from "../../support/certificate.ts";
import { type NameServer, startNameServer } from "../../support/name-server.ts";

const srv = (name: string, port: number, more = {}) => ({ srv: name, port, ...more });
let names: NameServer;
let web: Server;
let certificate: ReturnType<typeof selfSigned>;
/** What the web server does next, and what it was asked. */
let serve: RequestListener;
const asked: string[] = [];

beforeAll(async () => {
  names = await startNameServer({
    "MX linden.example": [{ mx: "aspmx.l.google.com" }, { mx: "ALT1.aspmx.l.google.com", priority: 20 }],
    "SRV _imaps._tcp.linden.example": [srv("imap.elsewhere.example", 993)],
    "SRV _imaps._tcp.own.example": [
      srv("second.own.example", 993, { priority: 20, weight: 100 }),
      srv("light.own.example", 993, { priority: 10, weight: 1 }),
      srv("heavy.own.example", 993, { priority: 10, weight: 9 }),
    ],
    "SRV _submissions._tcp.own.example": [srv(".", 0)],
    "SRV _submission._tcp.own.example": [srv("smtp.own.example", 587)],
    "SRV _imaps._tcp.ssh.example": [srv("imap.ssh.example", 22)],
    "SRV _submissions._tcp.ssh.example": [srv("smtp.ssh.example", 465)],
    "SRV _imaps._tcp.inside.example": [srv("imap.inside.example", 993)],
    "SRV _submissions._tcp.inside.example": [srv("smtp.inside.example", 465)],
    "MX silent.example": ["silent"],
    "SRV _imaps._tcp.silent.example": ["silent"],
  });
  certificate = selfSigned("DNS:autoconfig.file.example,DNS:file.example");
  web = createServer(certificate, (request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    serve(request, response);
  });
  web.on("tlsClientError", () => undefined);
  web.listen(0, "127.0.0.1");
  await once(web, "listening");
});
afterAll(async () => {
  web.closeAllConnections();
  web.close();
  await names.stop();
});

/** Records from the name server on the loopback; addresses as the test says, else those of a public host. */
function outside(
  addresses: Outside["names"]["addresses"] = async () => ["198.41.0.4"],
  allowPrivate = false,
) {
  const resolver = new Resolver({ timeout: 200, tries: 1 });
  resolver.setServers([names.address]);
  return { names: { ...systemNames(resolver), addresses }, allowPrivate };
}
const nobody = async () => [];
const limits = () => ({
  timeout: 500,
  longest: 4_096,
  port: (web.address() as AddressInfo).port,
  ca: certificate.cert,
});

test("a well-known provider's address is answered without asking anybody", async () => {
  const before = names.asked.length;
  expect(await discover("ines@gmail.com", outside())).toMatchObject({
    value: { by: "address", login: "ines@gmail.com", provider: { name: "Gmail" } },
  });
  expect(names.asked).toHaveLength(before);
});

test("a company's domain whose mail goes to Google is at Google, whatever its SRV records say", async () => {
  expect(await discover("ines@linden.example", outside())).toMatchObject({
    value: { by: "mx", imap: { host: "imap.gmail.com" }, provider: { name: "Gmail" } },
  });
});

test("SRV records: the lowest priority, then the heaviest, and STARTTLS where TLS from the first byte is said to be missing", async () => {
  expect(await discover("ines@own.example", outside())).toEqual({
    ok: true,
    value: {
      imap: { host: "heavy.own.example", port: 993, security: "tls" },
      smtp: { host: "smtp.own.example", port: 587, security: "starttls" },
      login: "ines@own.example",
      by: "srv",
      provider: null,
    },
  });
});

test("SRV records that name another port are not taken", async () => {
  const found = await discover("ines@ssh.example", outside(nobody), limits());
  expect(found).toMatchObject({ ok: false });
  expect(found.ok ? [] : found.error).toContainEqual(expect.stringMatching(/not taken.*port 22/));
});

test.each([["10.0.0.7"], ["169.254.169.254"], ["::ffff:169.254.169.254"], ["::1"], ["127.0.0.1"]])(
  "servers that lead to %s are not shown, unless servers inside are allowed",
  async (address) => {
    // One address inside among those of the internet is enough.
    const inside = async (host: string) => (host === "imap.inside.example" ? ["198.41.0.4", address] : []);
    const found = await discover("ines@inside.example", outside(inside), limits());
    expect(found.ok ? [] : found.error).toContainEqual(expect.stringContaining(`leads to ${address}`));
    const allowed = await discover(
      "ines@inside.example",
      outside(async () => [address], true),
    );
    expect(allowed).toMatchObject({ value: { imap: { host: "imap.inside.example" } } });
  },
);

test("a name server that is silent is told as that and not taken for an absence", async () => {
  const found = await discover("ines@silent.example", outside(nobody), limits());
  const says = found.ok ? [] : found.error;
  expect(says).toContainEqual(expect.stringMatching(/did not tell where the mail of silent\.example goes/));
  expect(says).toContainEqual(expect.stringMatching(/did not tell the SRV records/));
});

describe("the autoconfig file of a domain", () => {
  const file = (host = "mail.file.example") =>
    `<clientConfig><emailProvider><incomingServer type="imap"><hostname>${host}</hostname><port>993</port><socketType>SSL</socketType></incomingServer>
     <outgoingServer type="smtp"><hostname>${host}</hostname><port>465</port><socketType>SSL</socketType></outgoingServer></emailProvider></clientConfig>`;
  const onLoopback = async (host: string) => (host.endsWith("file.example") ? ["127.0.0.1"] : []);
  const find = (allowPrivate = true) =>
    discover("ines@file.example", outside(onLoopback, allowPrivate), limits());
  const says = async () => {
    const found = await find();
    return found.ok ? "found" : found.error.join(" ");
  };

  test("is found at either place, and the person's address is told to nobody", async () => {
    for (const place of ["autoconfig.file.example/mail/", "file.example/.well-known/autoconfig/mail/"]) {
      asked.length = 0;
      serve = (request, response) => {
        const here = `${request.headers.host}${request.url}`.startsWith(place);
        response.writeHead(here ? 200 : 404).end(here ? file() : "");
      };
      expect(await find()).toMatchObject({
        value: { by: "autoconfig", imap: { host: "mail.file.example" }, login: "ines@file.example" },
      });
      expect(asked).toHaveLength(2);
      expect(asked.join(" ")).not.toContain("ines");
    }
  });

  test("is not fetched from an address inside: no connection is made", async () => {
    let connections = 0;
    const count = () => {
      connections += 1;
    };
    web.on("connection", count);
    serve = (_request, response) => response.end(file());
    const found = await find(false);
    web.off("connection", count);
    expect(found.ok ? "" : found.error.join(" ")).toContain("leads to 127.0.0.1");
    expect(connections).toBe(0);
  });

  test("a redirect is not followed", async () => {
    asked.length = 0;
    serve = (_request, response) =>
      response.writeHead(302, { location: "https://file.example/elsewhere" }).end(file());
    expect(await says()).toMatch(/points elsewhere, which is not followed/);
    expect(asked.join(" ")).not.toContain("elsewhere");
  });

  test("an answer without end is cut off, and so is one that drips", async () => {
    serve = (_request, response) => {
      const flood = setInterval(() => response.write("x".repeat(2_000)), 1);
      response.on("close", () => clearInterval(flood));
    };
    expect(await says()).toMatch(/longer than such a description/);
    serve = (_request, response) => {
      const drip = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(drip));
    };
    expect(await says()).toMatch(/took too long/);
  });

  test("a host that cannot prove its name is not believed", async () => {
    serve = (_request, response) => response.end(file());
    const found = await discover("ines@file.example", outside(onLoopback, true), {
      ...limits(),
      ca: undefined,
    });
    expect(found.ok ? "" : found.error.join(" ")).toMatch(/certificate/);
  });

  test("servers in it that lead inside are not shown", async () => {
    serve = (_request, response) => response.end(file());
    const { names } = outside(async (host) => (host === "mail.file.example" ? ["10.0.0.7"] : ["127.0.0.1"]));
    let looks = 0;
    // The two fetches may go to the loopback; what they find is judged as everywhere.
    const strictLater: Outside = {
      names,
      get allowPrivate() {
        looks += 1;
        return looks <= 2;
      },
    };
    const found = await discover("ines@file.example", strictLater, limits());
    expect(found.ok ? "" : found.error.join(" ")).toContain("mail.file.example leads to 10.0.0.7");
  });
});
