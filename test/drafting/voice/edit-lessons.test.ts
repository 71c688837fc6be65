import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Language } from "../../../src/domain/language.ts";
import { editLessons } from "../../../src/drafting/voice/edit-lessons.ts";
import { lines } from "./own-mails.ts";

const draft = lines(
  "Dear Greg,",
  "",
  "Thank you for the conversation on Thursday. I am still very interested in the role, and what you said about the team made me more so. Is there anything else that you need from me? I look forward to hearing from you.",
  "",
  "Kind regards,",
  "Dana Field",
);
const says = (sent: string, proposed = draft, language: Language = "en"): readonly string[] =>
  editLessons(proposed, sent, language).map((lesson) => lesson.says);
const changed = (from: string, to: string): string => draft.replace(from, to);

describe("one edit teaches one thing", () => {
  test.each([
    ["the greeting", changed("Dear Greg,", "Hi Greg,"), 'Greets with "Hi …," instead of "Dear …,"'],
    ["the sign-off", changed("Kind regards,", "Cheers,"), 'Closes with "Cheers," instead of "Kind regards,"'],
    ["short forms", changed("I am still", "I'm still"), 'Uses short forms such as "I\'m"'],
    ["an exclamation mark", changed("Thursday.", "Thursday!"), "Adds an exclamation mark"],
  ])("%s", (_, sent, lesson) => {
    expect(says(sent)).toEqual([lesson]);
  });

  test("length, in words of everyday and never in figures", () => {
    const shorter = changed(", and what you said about the team made me more so", "");
    expect(says(shorter)[0]).toBe("Makes drafts about a quarter shorter");
    expect(says(draft, shorter)[0]).toBe("Makes drafts about a third longer");
  });

  test("long forms and no exclamation marks, the other way round", () => {
    expect(says(draft, changed("I am still", "I'm still"))).toEqual(['Writes "I am" rather than "I\'m"']);
    expect(says(draft, changed("Thursday.", "Thursday!"))).toEqual(["Takes exclamation marks out"]);
  });

  test("in German too, for those it says Sie to", () => {
    const proposed = lines(
      "Guten Tag Frau Lee,",
      "",
      "vielen Dank für das Gespräch. Ich freue mich auf Ihre Nachricht und bin gerne für Sie da.",
      "",
      "Mit freundlichen Grüßen",
      "Jonas Field",
    );
    const sent = proposed.replace("Mit freundlichen Grüßen", "Beste Grüße").replace("Guten Tag", "Hallo");
    expect(editLessons(proposed, sent, "de")).toEqual([
      {
        rule: "greeting",
        language: "de",
        formality: "formal",
        wants: "Hallo {name},",
        says: 'Greets with "Hallo …," instead of "Guten Tag …,"',
      },
      {
        rule: "sign_off",
        language: "de",
        formality: "formal",
        wants: "Beste Grüße",
        says: 'Closes with "Beste Grüße" instead of "Mit freundlichen Grüßen"',
      },
    ]);
  });
});

describe("what teaches nothing", () => {
  test.each([
    ["nothing changed", draft],
    ["another day", changed("Thursday", "Wednesday")],
    ["another person", changed("Dear Greg,", "Dear Hana,")],
    ["a fact put right", changed("the role", "the Bristol role")],
    ["a number", changed("the conversation", "the two conversations")],
    ["when", changed("Thank you for the conversation", "Thank you for the conversation yesterday")],
    ["another when", changed("still very", "tomorrow very")],
    ["its sense", changed("still very", "never very")],
    ["nothing left", ""],
    [
      "another language",
      lines(
        "Hallo Greg,",
        "",
        "danke dir für das Gespräch, das war sehr schön und ich freue mich auf die Stelle.",
        "",
        "Viele Grüße",
        "Dana",
      ),
    ],
  ])("%s", (_, sent) => {
    expect(says(sent)).toEqual([]);
  });

  test("words and sentences that were changed are no lesson: they are of one candidacy, and lessons are shown with every one (SAFETY R43)", () => {
    expect(says(changed("conversation", "chat"))).toEqual([]);
    expect(says(changed(" I look forward to hearing from you.", ""))).toEqual([]);
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    "I am",
    "I'm",
    "glad",
    "Greg",
    "Priya",
    "12",
    "on Monday",
    "a@b.example",
    "the talk.",
    "Thanks!",
    "\n\n",
    "Cheers,",
    "Kind regards,",
    "Dana",
    "Hi Greg,",
    "Dear Hana,",
  ),
  fc.string({ maxLength: 10, unit: "grapheme" }),
);
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(" "));

test("whatever was edited, there are at most four lessons, short, the same each time, without figure, address or name", () => {
  fc.assert(
    fc.property(
      anyText,
      anyText,
      fc.constantFrom<Language>("en", "de", "fr", "es", "nl", "pt"),
      (before, after, language) => {
        const lessons = editLessons(before, after, language);
        expect(editLessons(before, after, language)).toEqual(lessons);
        expect(lessons.length).toBeLessThanOrEqual(4);
        for (const lesson of lessons) {
          expect(lesson.says.length).toBeLessThanOrEqual(160);
          expect(lesson.says).not.toMatch(/\p{N}|@|Greg|Priya|Hana|Dana|Monday/u);
        }
      },
    ),
    { numRuns: 300 },
  );
});
