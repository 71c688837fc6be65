import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { Message } from "../../src/domain/message.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { assess } from "../../src/understanding/assess.ts";
import { ana, proven } from "../support/message.ts";

const read = async (name: string, received: string): Promise<Message> => {
  const source = readFileSync(new URL(`./mails/${name}.eml`, import.meta.url));
  const parsed = await parseMessage(source, {
    internalDate: Temporal.Instant.from(received),
    proof: proven("northwind-traders.example"),
  });
  return parsed.message;
};

test("an Outlook invitation gives interview, people, employer, role and promise", async () => {
  const { kind, by, facts } = assess(await read("invitation-outlook", "2026-05-18T09:10:05Z"), ana);
  expect({ kind, by }).toEqual({ kind: "interview_invitation", by: "calendar" });
  expect(facts.interview?.start.toString()).toBe("2026-05-21T14:00:00+02:00[Europe/Berlin]");
  expect(facts.interview?.place).toBe("Harbour Street 12, second floor");
  expect(facts).toMatchObject({
    employer: "Northwind Traders",
    employerDomain: "northwind-traders.example",
    role: "Data Analyst",
  });
  expect(facts.people).toEqual([
    { name: "Greg Miller", address: "greg.miller@northwind-traders.example" },
    { name: "Priya Shah", address: null },
  ]);
  expect(facts.promise?.due.toString()).toBe("2026-05-29");
});

test("a rejection above an unmarked quote is read from its own words alone", async () => {
  const { kind, evidence, facts } = assess(await read("rejection-top-posted", "2026-06-10T10:02:05Z"), ana);
  expect(kind).toBe("rejection");
  expect(evidence[0]).toMatch(/chosen another candidate/);
  expect(facts.promise).toBeNull();
});

test("a quoted rejection under a word of patience rejects nobody", async () => {
  const { kind, facts } = assess(await read("holding-quotes-a-rejection", "2026-05-27T15:20:05Z"), ana);
  expect(kind).toBe("holding");
  expect(facts.promise?.due.toString()).toBe("2026-06-05");
});
