import { describe, expect, test } from "vitest";
import { serversIn } from "../../../src/mail/discovery/autoconfig.ts";

const address = "ines@okafor.example";
type Parts = { host?: string; port?: number; socket?: string; login?: string; auth?: string };
const server = (
  tag: string,
  type: string,
  {
    host = `${type}.okafor.example`,
    port = 993,
    socket = "SSL",
    login = "%EMAILADDRESS%",
    auth = "password-cleartext",
  }: Parts,
) =>
  `<${tag} type="${type}"><hostname>${host}</hostname><port>${port}</port><socketType>${socket}</socketType>
   <username>${login}</username><authentication>${auth}</authentication></${tag}>`;
const imap = (parts: Parts = {}) => server("incomingServer", "imap", parts);
const smtp = (parts: Parts = {}) => server("outgoingServer", "smtp", { port: 465, ...parts });
const file = (...servers: string[]) =>
  `<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="okafor.example">
   <domain>okafor.example</domain>${servers.join("")}</emailProvider></clientConfig>`;

test("the first IMAP and SMTP server with one login are taken, POP left out", () => {
  const xml = file(
    server("incomingServer", "pop3", { port: 995 }),
    imap({ host: "MAIL.okafor.example" }),
    smtp({ port: 587, socket: "STARTTLS" }),
  );
  expect(serversIn(xml, address)).toEqual({
    ok: true,
    value: {
      imap: { host: "mail.okafor.example", port: 993, security: "tls" },
      smtp: { host: "smtp.okafor.example", port: 587, security: "starttls" },
      login: address,
    },
  });
});

test("the login is what the file makes of the address", () => {
  const login = "%EMAILLOCALPART%+%EMAILDOMAIN%";
  expect(serversIn(file(imap({ login }), smtp({ login })), address)).toMatchObject({
    value: { login: "ines+okafor.example" },
  });
});

describe("a server is passed over", () => {
  test.each<[string, Parts]>([
    ["without encryption", { socket: "plain", port: 143 }],
    ["on another port", { port: 22 }],
    ["on the web's port", { port: 443 }],
    ["that is a number", { host: "169.254.169.254" }],
    ["that is a number in another coat", { host: "2852039166" }],
    ["that is an IPv6 address", { host: "[::ffff:a9fe:a9fe]" }],
    ["that is this machine", { host: "localhost" }],
    ["with a path behind its name", { host: "imap.okafor.example/x" }],
    ["with a line end in its name", { host: "imap.okafor.example\r\nX: y.example" }],
    ["that takes OAuth2 alone", { auth: "OAuth2" }],
  ])("%s, and the next one is taken", (_what, parts) => {
    expect(serversIn(file(imap(parts), smtp()), address)).toMatchObject({ ok: false });
    expect(
      serversIn(file(imap(parts), imap({ host: "next.okafor.example" }), smtp()), address),
    ).toMatchObject({
      value: { imap: { host: "next.okafor.example" } },
    });
  });

  test("for sending with another login than for reading", () => {
    const read = serversIn(file(imap(), smtp({ login: "%EMAILLOCALPART%" })), address);
    expect(read).toMatchObject({
      ok: false,
      error: expect.stringMatching(/no SMTP server with the same login/),
    });
  });
});

test("hostile files give no server and do no harm", () => {
  const bomb = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${file(imap({ host: "&b;.example" }), smtp())}`;
  const outside = `<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/hostname">]>${file(imap({ host: "&f;" }), smtp())}`;
  const proto = file(
    `<incomingServer type="imap"><__proto__>x</__proto__><constructor>x</constructor></incomingServer>`,
  );
  const deep = "<clientConfig>".repeat(4_000);
  for (const xml of [bomb, outside, proto, deep, "", "<", "not xml at all", "<html><body>404</body></html>"])
    expect(serversIn(xml, address).ok, xml.slice(0, 60)).toBe(false);
  expect({}).not.toHaveProperty("NaN");
});
