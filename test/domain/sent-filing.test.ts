import { expect, test } from "vitest";
import { filerOf } from "../../src/domain/sent-filing.ts";

test.each([
  "smtp.gmail.com",
  "smtp.googlemail.com",
  "smtp.office365.com",
  "SMTP.Office365.com",
  "smtp-mail.outlook.com",
  "outlook.office365.com",
])("%s files what goes through it by itself (R7)", (host) => {
  expect(filerOf(host)).toBe("provider");
});

test.each(["127.0.0.1", "::1", "localhost", "mail"])("%s, a server of one's own, files nothing", (host) => {
  expect(filerOf(host)).toBe("us");
});

// A relay of Gmail's files nothing, and a name that only resembles a provider's is none.
test.each(["smtp-relay.gmail.com", "smtp.gmail.com.example", "smtp.fairholm.example"])(
  "of %s it is not known",
  (host) => {
    expect(filerOf(host)).toBe("unknown");
  },
);
