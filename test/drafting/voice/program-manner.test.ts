import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { ProgramManner } from "../../../src/domain/tone.ts";
import type { OwnMail } from "../../../src/drafting/voice/own-mail.ts";
import { programManner, usualProgram } from "../../../src/drafting/voice/program-manner.ts";

const quoteOf = (text: string) => programManner(text, false).quote;

describe("how a mail program quotes is read from", () => {
  test.each([
    "Yes.\n\nOn Mon, 18 May 2026 at 09:12, Greg Blake <greg@abc.example> wrote:\n> Can you come?",
    "Ja.\n\nAm 18.05.2026 um 09:12 schrieb Greg Blake:\n> Können Sie kommen?",
    "Oui.\n\nLe 18 mai 2026 à 09:12, Greg Blake a écrit :\n\n> Pouvez-vous venir ?",
    "> Can you come?\n\nYes.",
  ])("a line above marked lines, or the marks alone: %j", (text) => {
    expect(quoteOf(text)).toBe("attribution");
  });

  test.each([
    "Yes.\n\n________________________________\nFrom: Greg Blake <greg@abc.example>\nSent: 18 May 2026 09:12\nTo: Sam\nSubject: Talk\n\nCan you come?",
    "Ja.\n\n-----Ursprüngliche Nachricht-----\nVon: Greg Blake\nGesendet: 18. Mai 2026\nAn: Sam\n\nKönnen Sie?",
  ])("a head of fields: %j", (text) => {
    expect(quoteOf(text)).toBe("header");
  });

  test("nothing of the kind", () => {
    expect(quoteOf("Yes, I can.\n\nFrom: Leeds\nTo: York\n\nSam")).toBe("none");
  });

  test("the mark of a signature counts above the quote only", () => {
    expect(programManner("Yes.\n\n-- \nSam", false).marksSignature).toBe(true);
    expect(programManner("Yes.\n\nSam\n\n> -- \n> Greg", false).marksSignature).toBe(false);
    expect(
      programManner("Yes.\n\nOn 18 May 2026, Greg wrote:\n> Hi\n\n-- \nGreg", false).marksSignature,
    ).toBe(false);
  });
});

describe("what leaves around an approved text follows most of the person's newer answers", () => {
  const noon = Temporal.Instant.from("2026-05-18T12:00:00Z");
  const usual: ProgramManner = { quote: "attribution", html: false, marksSignature: false };
  const answers = (count: number, program: Partial<ProgramManner>, change: Partial<OwnMail> = {}) =>
    Array.from(
      { length: count },
      (_, n): OwnMail => ({
        text: "Yes.",
        subject: "Re: Talk",
        to: [],
        isReply: true,
        isForward: false,
        isBulk: false,
        at: noon.add({ hours: n }),
        program: { ...usual, ...program },
        ...change,
      }),
    );

  test("more than half decide, each for itself", () => {
    const mails = [...answers(6, { quote: "header", html: true }), ...answers(4, { quote: "none" })];
    expect(usualProgram(mails)).toEqual({ quote: "header", html: true, marksSignature: false });
    expect(usualProgram([...mails, ...answers(2, {})])).toEqual(usual);
  });

  test("HTML is no habit at half of them", () => {
    expect(usualProgram([...answers(5, { html: true }), ...answers(5, {})])?.html).toBe(false);
  });

  test("fewer than five tell nothing; forwards, mails to many and those that begin a thread tell nothing either", () => {
    expect(usualProgram(answers(4, { quote: "none" }))).toBeNull();
    for (const other of [{ isForward: true }, { isBulk: true }, { isReply: false }])
      expect(usualProgram(answers(9, { quote: "none" }, other))).toBeNull();
  });

  test("what was done long ago tells nothing", () => {
    const long = { at: noon.subtract({ hours: 9_000 }) };
    expect(usualProgram([...answers(90, { html: true }, long), ...answers(30, {})])?.html).toBe(false);
  });
});
