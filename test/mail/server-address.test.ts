import { describe, expect, test } from "vitest";
import { isLoopback, parseServerUrl, plainTextRefusal, printAddress } from "../../src/mail/server-address.ts";

const said = (url: string, allowPlain = false): string => {
  const result = parseServerUrl(url, { allowPlain });
  return result.ok ? "accepted" : result.error;
};

describe("a server address", () => {
  test.each([
    ["imaps://imap.mail.example", { host: "imap.mail.example", port: 993, security: "tls" }],
    ["imap://imap.mail.example", { host: "imap.mail.example", port: 143, security: "starttls" }],
    ["smtps://smtp.mail.example/", { host: "smtp.mail.example", port: 465, security: "tls" }],
    ["smtp://smtp.mail.example", { host: "smtp.mail.example", port: 587, security: "starttls" }],
    [" smtp://smtp.mail.example:2525 ", { host: "smtp.mail.example", port: 2525, security: "starttls" }],
    ["imaps://[::1]:1993", { host: "::1", port: 1993, security: "tls" }],
  ])("%s is read with the port and the TLS of its scheme", (url, address) => {
    expect(parseServerUrl(url)).toEqual({ ok: true, value: address });
  });

  test("plain text is used only when it is asked for and the host is this machine", () => {
    expect(parseServerUrl("imap://127.0.0.1:1143", { allowPlain: true })).toEqual({
      ok: true,
      value: { host: "127.0.0.1", port: 1143, security: "plain" },
    });
    expect(parseServerUrl("imap://127.0.0.1:1143")).toMatchObject({ value: { security: "starttls" } });
    expect(said("imap://mail.example", true)).toContain("plain text");
    expect(said("smtp://10.0.0.5:25", true)).toContain("10.0.0.5 would get the password in plain text");
  });

  test("implicit TLS stays implicit TLS when plain text is allowed", () => {
    expect(parseServerUrl("imaps://localhost", { allowPlain: true })).toMatchObject({
      value: { security: "tls" },
    });
  });

  test("what cannot be read is answered with an example of what can", () => {
    for (const url of ["", "mail.example", "https://mail.example", "imaps://", "imap.mail.example:993"]) {
      expect(said(url)).toContain("imaps://imap.mail.example");
    }
    expect(said("imaps://mail.example:0")).toContain("Port 0");
    expect(said("imaps://mail.example/INBOX")).toContain("only scheme, host and port");
  });

  test("a password in the address is refused and not repeated", () => {
    const answer = said("imaps://ada:hunter2@mail.example");
    expect(answer).toContain("Leave user name and password out");
    expect(answer).not.toContain("hunter2");
  });

  test("a name that only begins like this machine's is not this machine", () => {
    expect(["127.0.0.1", "127.9.9.9", "::1", "localhost", "LOCALHOST"].every(isLoopback)).toBe(true);
    expect(["127.0.0.1.mail.example", "localhost.mail.example", "0.0.0.0", "10.0.0.1"].some(isLoopback)).toBe(
      false,
    );
    expect(plainTextRefusal({ host: "127.0.0.1.mail.example", port: 143, security: "plain" })).not.toBeNull();
  });

  test("is printed with brackets where the host is an IPv6 number", () => {
    expect(printAddress({ host: "::1", port: 993, security: "tls" })).toBe("[::1]:993");
    expect(printAddress({ host: "mail.example", port: 993, security: "tls" })).toBe("mail.example:993");
  });
});
