import { describe, expect, test } from "vitest";
import { answerReferences, answerSubject } from "../../src/domain/thread.ts";

describe("the subject of an answer", () => {
  test.each([
    ["Interview", "Re: Interview"],
    ["Re: Interview", "Re: Interview"],
    ["RE: Interview", "RE: Interview"],
    ["AW: Gespräch", "AW: Gespräch"],
    ["SV: Intervju", "SV: Intervju"],
    ["R: Colloquio", "R: Colloquio"],
    ["Antw: Gesprek", "Antw: Gesprek"],
    ["Re: AW: Re: Interview", "Re: Interview"],
    ["AW: Re: Interview", "AW: Interview"],
    ["Re[4]: RE : Entretien", "Re: Entretien"],
    ["RE:Interview", "RE: Interview"],
    ["Re: Fwd: Interview", "Re: Fwd: Interview"],
    ["Research: the next step", "Re: Research: the next step"],
    ["Reference 1234", "Re: Reference 1234"],
    ["", "Re:"],
  ])("%j is answered as %j: one mark, the one that stands there", (subject, answer) => {
    expect(answerSubject(subject)).toBe(answer);
    expect(answerSubject(answer)).toBe(answer);
  });

  test("has the mark that the person's own program writes where theirs has none", () => {
    expect(answerSubject("Gespräch", "AW: Ihre Unterlagen")).toBe("AW: Gespräch");
    expect(answerSubject("Re: Gespräch", "AW: Ihre Unterlagen")).toBe("Re: Gespräch");
    expect(answerSubject("Gespräch", "Meine Unterlagen")).toBe("Re: Gespräch");
  });
});

describe("the References of an answer", () => {
  test("are those of the answered mail and its own id, each once (RFC 5322 section 3.6.4)", () => {
    expect(answerReferences([], "c@abc.example")).toEqual(["c@abc.example"]);
    expect(answerReferences(["a@x", "b@x", "a@x", "c@x"], "c@x")).toEqual(["a@x", "b@x", "c@x"]);
  });

  test("of an absurdly long thread are the first and the newest, whole", () => {
    const thread = Array.from({ length: 500 }, (_, n) => `${n}@abc.example`);
    const kept = answerReferences(thread, "last@abc.example");
    expect(kept).toHaveLength(50);
    expect(kept[0]).toBe("0@abc.example");
    expect(kept.slice(-3)).toEqual(["498@abc.example", "499@abc.example", "last@abc.example"]);
    const huge = thread.map((id) => `${"x".repeat(800)}${id}`);
    const few = answerReferences(huge, "last@abc.example");
    expect(few.join("").length).toBeLessThan(5_000);
    expect([few[0], few.at(-2)]).toEqual([huge[0], huge[499]]);
  });
});
