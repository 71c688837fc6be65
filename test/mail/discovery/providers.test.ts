import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { portsOf } from "../../../src/mail/discovery/found.ts";
import {
  providerOfDomain,
  providerOfMx,
  providerOfServer,
  providers,
} from "../../../src/mail/discovery/provider.ts";
import { isPublicAddress } from "../../../src/mail/discovery/public-address.ts";

test("every provider is reached encrypted and on the four ports alone; only a bridge is on this machine", () => {
  for (const { name, imap, smtp, password } of providers) {
    expect([imap.security, smtp.security], name).not.toContain("plain");
    if (password === "bridge") expect(isPublicAddress(imap.host), name).toBe(false);
    else {
      expect(portsOf.imap, name).toContain(imap.port);
      expect(portsOf.smtp, name).toContain(smtp.port);
    }
  }
});

test("no domain belongs to two providers, and each says what to do and where the provider says so", () => {
  const domains = providers.flatMap((provider) => provider.domains);
  expect(new Set(domains).size).toBe(domains.length);
  for (const { name, help, page } of providers) {
    expect(help, name).toMatch(/\w\.$/);
    expect(URL.parse(page)?.protocol, name).toBe("https:");
  }
});

test("docs/providers.md tells of every provider in the table, with its servers and the page it was taken from", () => {
  const text = readFileSync(new URL("../../../docs/providers.md", import.meta.url), "utf8");
  for (const { name, imap, smtp, page } of providers)
    for (const part of [name, imap.host, smtp.host, page]) expect(text, name).toContain(part);
});

test.each([
  [["aspmx.l.google.com", "alt1.aspmx.l.google.com", "aspmx2.googlemail.com"], "Gmail"],
  [["lindenworks-example.mail.protection.outlook.com"], "Microsoft 365"],
  [["outlook-com.olc.protection.outlook.com"], "Outlook.com"],
  [["in1-smtp.messagingengine.com", "in2-smtp.messagingengine.com"], "Fastmail"],
  [["mx01.mail.icloud.com"], "iCloud Mail"],
  [["mail.protonmail.ch", "mailsec.protonmail.ch"], "Proton Mail"],
  [["mxext1.mailbox.org", "mxext2.mailbox.org"], "mailbox.org"],
  [["mx00.ionos.co.uk"], "IONOS (co.uk)"],
])("a domain whose mail goes to %s is at %s", (exchanges, name) => {
  expect(providerOfMx(exchanges)?.name).toBe(name);
});

test("a name that only ends like a provider's, a mixture, and no server at all say nothing", () => {
  expect(providerOfMx(["aspmx.l.evil-google.com"])).toBeNull();
  expect(providerOfMx(["google.com.mx.example"])).toBeNull();
  expect(providerOfMx(["aspmx.l.google.com", "mx.filter.example"])).toBeNull();
  expect(providerOfMx([])).toBeNull();
});

test("an address's own domain, and the servers of an account that was typed, lead to the provider", () => {
  expect(providerOfDomain("gmail.com")?.smtp).toEqual({ host: "smtp.gmail.com", port: 465, security: "tls" });
  expect(providerOfDomain("okafor.example")).toBeNull();
  expect(providerOfServer({ host: "IMAP.gmail.com", port: 993, security: "tls" })?.name).toBe("Gmail");
});
