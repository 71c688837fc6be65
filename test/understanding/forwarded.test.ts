import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { forwardedIn } from "../../src/understanding/text/forwarded.ts";

const at = Temporal.ZonedDateTime.from("2026-05-20T10:00[Europe/London]");
const jo = { name: "Jo Field", address: "jo.field@fairholm-bakery.example" };

/** As the program writes it: where the forward begins, its fields, the text below. */
const forwards: readonly [string, string, string][] = [
  [
    "Gmail",
    `afterword add

---------- Forwarded message ---------
From: Jo Field <jo.field@fairholm-bakery.example>
Date: Mon, 18 May 2026 at 09:12
Subject: Interview for Office Manager
To: Ana Reyes <ana@reyes.example>


Dear Ana,`,
    "2026-05-18T09:12:00+01:00",
  ],
  [
    "Gmail in the United States",
    `---------- Forwarded message ---------
From: **Jo Field** <jo.field@fairholm-bakery.example>
Date: Mon, May 18, 2026 at 2:12 PM
Subject: Interview for Office Manager
To: <ana@reyes.example>

Dear Ana,`,
    "2026-05-18T14:12:00+01:00",
  ],
  [
    "Apple Mail",
    `Begin forwarded message:

> From: Jo Field <jo.field@fairholm-bakery.example>
> Subject: Interview for Office Manager
> Date: 18 May 2026 at 09:12:00 BST
> To: ana@reyes.example
>
> Dear Ana,`,
    "2026-05-18T09:12:00+01:00",
  ],
  [
    "Outlook",
    `________________________________
From: Jo Field <jo.field@fairholm-bakery.example>
Sent: Monday, 18 May 2026 09:12
To: Ana Reyes <ana@reyes.example>
Cc: Bo Lund <bo@fairholm-bakery.example>
Subject: Interview for Office Manager

Dear Ana,`,
    "2026-05-18T09:12:00+01:00",
  ],
  [
    "an old Outlook",
    `-----Original Message-----
From: Jo Field [mailto:jo.field@fairholm-bakery.example]
Sent: Monday, May 18, 2026 9:12 AM
To: Ana Reyes
Subject: Interview for Office Manager

Dear Ana,`,
    "2026-05-18T09:12:00+01:00",
  ],
  [
    "Thunderbird",
    `-------- Forwarded Message --------
Subject: 	Interview for Office Manager
Date: 	Mon, 18 May 2026 09:12:00 +0100
From: 	Jo Field <jo.field@fairholm-bakery.example>
To: 	ana@reyes.example

Dear Ana,`,
    "2026-05-18T09:12:00+01:00",
  ],
  [
    "Gmail in German",
    `---------- Forwarded message ---------
Von: Jo Field <jo.field@fairholm-bakery.example>
Date: Mo., 18. Mai 2026 um 09:12 Uhr
Subject: Interview for Office Manager
To: <ana@reyes.example>

Dear Ana,`,
    "2026-05-18T09:12:00+01:00",
  ],
  [
    "Outlook in German",
    `Von: Jo Field <jo.field@fairholm-bakery.example>
Gesendet: Montag, 18. Mai 2026 09:12
An: Ana Reyes <ana@reyes.example>
Betreff: Interview for Office Manager

Dear Ana,`,
    "2026-05-18T09:12:00+01:00",
  ],
];

describe("a mail forwarded inline", () => {
  test.each(forwards)("by %s is found with its sender, date, subject and text", (_, text, sentAt) => {
    expect(forwardedIn(text, at)).toMatchObject({
      from: jo,
      subject: "Interview for Office Manager",
      sentAt: Temporal.Instant.from(sentAt),
      text: "Dear Ana,",
    });
  });

  test("keeps the answers that stand below it as part of its text", () => {
    const text = `${forwards[0]?.[1]}\n\nOn Fri, 15 May 2026 at 10:00, Ana Reyes <ana@reyes.example> wrote:\n> I apply.`;
    expect(forwardedIn(text, at)?.text).toContain("> I apply.");
  });

  test("by name alone has no sender", () => {
    const text =
      "________________________________\nFrom: Jo Field\nSent: Monday, 18 May 2026 09:12\nTo: Ana\nSubject: Interview\n\nDear Ana,";
    expect(forwardedIn(text, at)?.from).toBeNull();
  });

  test.each(["05/06/2026 09:12", "yesterday", "Mon, 18 May 2027 at 09:12"])("on %s has no date", (date) => {
    const text = `---------- Forwarded message ---------\nFrom: Jo <jo@abc.example>\nDate: ${date}\nSubject: Interview\n\nDear Ana,`;
    expect(forwardedIn(text, at)?.sentAt).toBeNull();
  });

  test.each([
    "Dear diary,\n\nFrom: Leeds\nTo: York\n\na long way.",
    "nothing at all",
    "---------- Forwarded message ---------\n\nDear Ana,",
  ])("is not seen in %j", (text) => {
    expect(forwardedIn(text, at)).toBeNull();
  });

  test("is looked for in no time in a huge text", () => {
    const start = Date.now();
    forwardedIn("From: a\n".repeat(30_000), at);
    forwardedIn("> ".repeat(100_000), at);
    forwardedIn(`From: ${"<".repeat(20_000)}\nDate: x\nSubject: y\n`, at);
    expect(Date.now() - start).toBeLessThan(10_000);
  });
});
