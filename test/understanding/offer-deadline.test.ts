import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { datedSentences } from "../../src/understanding/when/dated-sentences.ts";
import { offerDeadlineIn } from "../../src/understanding/when/offer-deadline.ts";

const monday = Temporal.ZonedDateTime.from("2026-05-18T10:00[Europe/London]");
const read = (text: string) => offerDeadlineIn(datedSentences(text), monday, () => false, null);
const due = (text: string): string | null => read(text).due?.toString() ?? null;

test.each([
  ["We would be grateful for your decision by Friday 29 May.", "2026-05-29"],
  ["The offer is valid for 7 days.", "2026-05-25"],
  ["It's good through close of business on Wednesday, 27 May.", "2026-05-27"],
  ["They have a runner-up, so they need to know before Friday.", "2026-05-21"],
  ["They'd like a yes or no a week today.", "2026-05-25"],
  ["Should we not hold a signed copy by Friday 29 May, it lapses.", "2026-05-29"],
  [
    "I confirm the offer made to you on Friday. Please accept or decline within 5 working days.",
    "2026-05-25",
  ],
  ["Start date: 1 July. Deadline for acceptance: 25 May.", "2026-05-25"],
  ["Take until Tuesday 26 May.", "2026-05-26"],
  ["Das Angebot gilt bis zum 31. Mai.", "2026-05-31"],
  ["Merci de nous donner votre réponse avant le 29 mai.", "2026-05-28"],
  ["La oferta es válida hasta el 30 de mayo.", "2026-05-30"],
  ["Graag ontvangen we je reactie uiterlijk maandag 25 mei.", "2026-05-25"],
  ["A proposta é válida até 29 de maio.", "2026-05-29"],
  ["You will start on 1 June and your first day includes an induction.", null],
])("%s -> %s", (text, expected) => {
  expect(due(text)).toBe(expected);
});

test("an expiry that could be two days is told and not used", () => {
  expect(read("This offer expires on 07/08/2026.").due).toBeNull();
  expect(read("This offer expires on 07/08/2026.").ambiguous[0]).toContain("7 August");
});
