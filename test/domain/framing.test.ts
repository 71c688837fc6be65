import { describe, expect, test } from "vitest";
import { type Frame, formalityOf, framed, framingOf } from "../../src/domain/framing.ts";
import type { Language } from "../../src/domain/language.ts";
import type { LanguageTone, ToneProfile } from "../../src/domain/tone.ts";

const frame: Frame = {
  language: "en",
  greetings: { formal: ["Dear {name},"], familiar: ["Hello {name},", "Hi {name},"] },
  nameless: ["Hello,"],
  signOffs: { formal: ["Kind regards,"], familiar: ["Best wishes,", "All the best,"] },
};
const german: Frame = {
  language: "de",
  greetings: { formal: ["Guten Tag {name},"], familiar: ["Hallo {name},"] },
  nameless: ["Guten Tag,"],
  signOffs: { formal: ["Mit freundlichen Grüßen"], familiar: ["Viele Grüße"] },
};

const manner: LanguageTone = {
  basedOn: 12,
  greetings: { formal: null, familiar: "Hey {name} –" },
  signOffs: { formal: null, familiar: "Cheers," },
  contracts: null,
  wordsPerSentence: null,
  wordsPerMail: null,
  exclaims: 0,
  dashes: 0,
  emoji: 0,
};
const tone = (
  change: Partial<LanguageTone> = {},
  profile: Partial<ToneProfile> = {},
  language: Language = "en",
): ToneProfile => ({
  basedOn: 12,
  languages: { [language]: { ...manner, ...change } },
  spelling: null,
  signature: [],
  passages: [],
  ...profile,
});

const greg = { language: "en", recipientName: "Greg Blake" } as const;
const first = { greeting: 0, signOff: 0 };
const written = (facts: Parameters<typeof framingOf>[1], profile: ToneProfile | null, turn = first) => {
  const { greeting, signOff } = framingOf(facts.language === "de" ? german : frame, facts, profile, turn);
  return [greeting, signOff];
};

describe("where nothing is known of the person's manner", () => {
  test("a first name is familiar in English, a title or no name formal", () => {
    expect(written(greg, null)).toEqual(["Hello Greg,", "Best wishes,"]);
    expect(written({ ...greg, recipientName: "Dr. Anna Meier" }, null)).toEqual([
      "Dear Dr. Meier,",
      "Kind regards,",
    ]);
    expect(written({ ...greg, recipientName: null }, null)).toEqual(["Hello,", "Kind regards,"]);
    expect(written({ ...greg, recipientName: "Talent Team" }, null)).toEqual(["Hello,", "Kind regards,"]);
  });

  test("greetings and sign-offs go round in turn", () => {
    expect(written(greg, null, { greeting: 1, signOff: 1 })).toEqual(["Hi Greg,", "All the best,"]);
    expect(written(greg, null, { greeting: 2, signOff: 2 })).toEqual(["Hello Greg,", "Best wishes,"]);
  });

  test("German is formal with the whole name until du is said, and then says the first name", () => {
    const anna = { language: "de", recipientName: "Dr. Anna Meier" } as const;
    expect(written(anna, null)).toEqual(["Guten Tag Dr. Meier,", "Mit freundlichen Grüßen"]);
    expect(written({ ...anna, recipientName: "Anna Meier" }, null)[0]).toBe("Guten Tag Anna Meier,");
    expect(written({ ...anna, informal: true }, null)).toEqual(["Hallo Anna,", "Viele Grüße"]);
    expect(formalityOf({ language: "de", recipientName: "Herr Meier", informal: true })).toBe("formal");
    expect(written({ language: "de", recipientName: null, informal: true }, null)[0]).toBe("Guten Tag,");
  });
});

describe("the person's own manner", () => {
  test("greets and closes as they do, by how formal the thread is", () => {
    expect(written(greg, tone())).toEqual(["Hey Greg –", "Cheers,"]);
    // Nothing is known of how they write to somebody with a title.
    expect(written({ ...greg, recipientName: "Dr. Anna Meier" }, tone())).toEqual([
      "Dear Dr. Meier,",
      "Kind regards,",
    ]);
  });

  test("another language's is not taken", () => {
    expect(written(greg, tone({}, {}, "nl"))).toEqual(["Hello Greg,", "Best wishes,"]);
  });

  test.each([
    "Dear {name} and all,",
    "Dear Hana,",
    "Sehr geehrter {name},",
    "Lieber {name},",
    "Good evening {name},",
    "Hi {name} {name},",
    "Hi {name}, see www.shop.example",
    "Hi\n{name},",
    "",
  ])("a greeting that was meant for somebody else is not taken: %j", (familiar) => {
    expect(written(greg, tone({ greetings: { formal: null, familiar } }))[0]).toBe("Hello Greg,");
  });

  test.each(["Cheers {name},", "Best,\nAna", "Call 020 1234", "https://x.example", ""])(
    "a sign-off that says more than that is not taken: %j",
    (familiar) => {
      expect(written(greg, tone({ signOffs: { formal: null, familiar } }))[1]).toBe("Best wishes,");
    },
  );

  test("in German a gendered greeting is not taken, one that fits everybody is", () => {
    const anna = { language: "de", recipientName: "Anna Meier", informal: true } as const;
    const with_ = (familiar: string) =>
      written(anna, tone({ greetings: { formal: null, familiar } }, {}, "de"))[0];
    expect(with_("Liebe {name},")).toBe("Hallo Anna,");
    expect(with_("Moin {name}!")).toBe("Moin Anna!");
  });
});

describe("the whole mail", () => {
  const framing = { greeting: "Hallo Anna,", signOff: "Viele Grüße", below: ["Datenbanken und Kuchen"] };

  test("has the name below the sign-off and the signature below the name", () => {
    expect(framed("danke.", framing, "Sam\nReed")).toBe(
      "Hallo Anna,\n\ndanke.\n\nViele Grüße\nSam Reed\nDatenbanken und Kuchen",
    );
  });

  test("begins with a capital where no comma stands before it", () => {
    expect(framed("danke.", { ...framing, greeting: "Hallo Anna!" }, "Sam")).toContain("\n\nDanke.\n\n");
  });

  test("the signature is the person's own, a few lines on one line each, and only where their manner is known", () => {
    const lines = ["Sam Reed Design", " ", "Tel. 020 7946 0000", "3", "4", "5", "6", "7"];
    const below = framingOf(frame, greg, tone({}, { signature: lines }), first).below;
    expect(below).toEqual(["Sam Reed Design", "3", "4", "5", "6", "7"]);
    const reaching = ["Tel. 020 7946 0000", "www.sam.example", "sam@reed.example", "https://sam.example/x"];
    expect(framingOf(frame, greg, tone({}, { signature: reaching }), first).below).toEqual([]);
    expect(framingOf(frame, greg, tone({}, { signature: lines }, "nl"), first).below).toEqual([]);
  });
});
