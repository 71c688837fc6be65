import { describe, expect, test } from "vitest";
import { neutral } from "../../../src/drafting/voice/habits.ts";
import { toneOf } from "../../../src/drafting/voice/tone-of.ts";
import { american, british, britishBodies, german, lines, reply } from "./own-mails.ts";

describe("people who write in one way", () => {
  test("a formal British writer greets by title and by first name alike, closes each in its way and writes everything out", () => {
    const { basedOn, languages, spelling } = toneOf(british());
    expect(basedOn).toBe(8);
    expect(spelling).toBe("british");
    expect(languages.en).toMatchObject({
      greetings: { formal: "Dear {name},", familiar: "Dear {name}," },
      signOffs: { formal: "Yours sincerely,", familiar: "Kind regards," },
      contracts: false,
      exclaims: 0,
    });
  });

  test("a casual American writer uses short forms and exclamation marks; how they would be formal is not known", () => {
    const { languages, spelling, signature } = toneOf(american());
    expect(spelling).toBe("american");
    expect(signature).toEqual([]);
    expect(languages.en).toMatchObject({
      greetings: { formal: null, familiar: "Hi {name}," },
      signOffs: { formal: null, familiar: "Best," },
      contracts: true,
      exclaims: 1,
      dashes: 0.14,
    });
  });

  test("a German who says Sie to some and du to others keeps both manners apart", () => {
    expect(toneOf(german()).languages.de).toMatchObject({
      basedOn: 8,
      greetings: { formal: "Guten Tag {name},", familiar: "Hallo {name}," },
      signOffs: { formal: "Mit freundlichen Grüßen", familiar: "Viele Grüße" },
      contracts: null,
    });
  });

  test("lengths are the middle of what the person writes, greeting, sign-off and signature not counted", () => {
    const bodies = [
      "We can talk any time.",
      "That is kind of you. It suits me well.",
      "The plan is good. It is short and clear. My thanks to everyone who helped with it.",
      "I have read the outline with much pleasure, and there is very little that I would change about it.",
      "Let us do it. We have waited long enough. Nobody minds. The rest can be settled when we are all in one room again, and not before.",
    ];
    const card = ["Dana", "Field and Sons", "Makers of fine paper since ever"];
    const mails = bodies.map((body, at) => reply(lines("Hi Greg,", "", body, "", "Best,", ...card), at));
    expect(toneOf(mails).languages.en).toMatchObject({ wordsPerMail: 17, wordsPerSentence: 5 });
  });
});

test("a dash counts however it is set, a hyphen in a word does not", () => {
  const share = (between: string) =>
    toneOf(american().map((mail) => ({ ...mail, text: mail.text.replace(/ — |, /, between) }))).languages.en
      ?.dashes;
  expect([share("—"), share(" – "), share(" - ")]).toEqual([0.71, 0.71, 0.71]);
  expect(share("-")).toBe(0);
});

test("where a letter in German says neither Sie nor du, the greeting by first name tells", () => {
  const plain = [
    "vielen Dank, das passt sehr gut, und die Unterlagen kommen dann mit der Post.",
    "danke für die Nachricht, leider ist noch nichts entschieden, aber es sieht gut aus.",
    "das freut mich sehr, und ich bin gerne wieder dabei, wenn es um die Pläne geht.",
    "ich habe alles gelesen und finde den Vorschlag gut, auch wenn noch etwas fehlt.",
    "ich komme gerne dazu und bringe die Bilder mit, es sind nicht viele.",
  ];
  const mails = plain.map((body, at) =>
    reply(
      lines(at < 2 ? "Hallo Greg, hallo Hana," : "Hallo Greg,", "", body, "", "Beste Grüße", "Jonas"),
      at,
    ),
  );
  const tone = toneOf(mails).languages.de;
  expect(tone?.greetings).toEqual({ formal: null, familiar: "Hallo {name}," });
  expect(tone?.signOffs).toEqual({ formal: null, familiar: "Beste Grüße" });
  // "hallo Hana" is greeted, not told.
  expect(tone?.wordsPerMail).toBe(14);
});

describe("what is not read", () => {
  test("of three mails their number is told and nothing else", () => {
    expect(toneOf(american().slice(0, 3))).toEqual({
      basedOn: 3,
      languages: {},
      spelling: null,
      signature: [],
      passages: [],
    });
  });

  test("newsletters, forwards, calendar answers, machines' addresses and mails without prose tell nothing", () => {
    const [mail] = american();
    if (mail === undefined) throw new Error("no mail");
    const own = american();
    const bulk = own.map((one) => ({ ...one, isBulk: true }));
    const forwards = own.map((one) => ({ ...one, isForward: true }));
    const answers = own.map((one) => ({ ...one, subject: "Accepted: planning" }));
    const machines = own.map((one) => ({ ...one, to: [{ name: "", address: "no-reply@shop.example" }] }));
    const bare = own.map((one, at) => ({
      ...one,
      text: `https://files.example/${at}\n12 14 17 20\nA1: 3, B2: 7`,
    }));
    expect(toneOf([...bulk, ...forwards, ...answers, ...machines, ...bare]).basedOn).toBe(0);
  });

  test("one text that went to many people counts once", () => {
    const same = Array.from({ length: 9 }, (_, at) =>
      reply(
        lines(
          `Dear ${["Ana", "Greg", "Hana"][at % 3]},`,
          "",
          britishBodies[0] ?? "",
          "",
          "Kind regards,",
          "Jo",
        ),
        at,
      ),
    );
    expect(toneOf(same).basedOn).toBe(1);
  });

  test("what goes to family is not how somebody writes at work", () => {
    const family = british().map((mail) => ({ ...mail, text: mail.text.replace(/^Dear .*$/m, "Hi Mum,") }));
    const tender = american().map((mail) => ({ ...mail, text: mail.text.replace("Best,", "Lots of love,") }));
    const kisses = american().map((mail) => ({ ...mail, text: mail.text.replace("Best,\nDana", "xx Dana") }));
    expect(toneOf([...family, ...tender, ...kisses]).basedOn).toBe(0);
  });

  test("a language of few mails stays neutral beside one of many", () => {
    const { languages } = toneOf([...american(), ...german().slice(0, 3)]);
    expect(languages.de).toEqual(neutral(3));
    expect(languages.en?.contracts).toBe(true);
  });

  test("a greeting seen once is no habit, nor is one that fits one gender or one time of day", () => {
    const greetings = [
      "Good morning Greg,",
      "Good morning Greg,",
      "Good morning Greg,",
      "Hi Greg,",
      "Hello all,",
    ];
    const mails = american()
      .slice(0, 5)
      .map((mail, at) => ({ ...mail, text: mail.text.replace("Hi Greg,", greetings[at] ?? "") }));
    expect(toneOf(mails).languages.en?.greetings.familiar).toBeNull();
    const gendered = german().map((mail) => ({
      ...mail,
      text: mail.text.replace("Guten Tag Frau", "Sehr geehrte Frau").replace("Hallo", "Lieber"),
    }));
    const tone = toneOf(gendered).languages.de;
    expect(tone?.greetings).toEqual({ formal: null, familiar: null });
    expect(tone?.signOffs.formal).toBe("Mit freundlichen Grüßen");
  });

  test("a sign-off for one day is none for others", () => {
    const mails = american().map((mail) => ({
      ...mail,
      text: mail.text.replace("Best,", "Have a great weekend,"),
    }));
    expect(toneOf(mails).languages.en?.signOffs.familiar).toBeNull();
  });
});

test("replies tell more than first mails: where there are enough of them, nothing else is read", () => {
  const first = Array.from({ length: 200 }, (_, at) =>
    reply(
      lines(
        "Dear Greg,",
        "",
        `I am writing about the opening ${letterly(at)}, and I would be glad to hear more.`,
        "",
        "Yours,",
        "Dana",
      ),
      0,
      { isReply: false },
    ),
  );
  const replies = Array.from({ length: 150 }, (_, at) =>
    reply(
      lines(
        "Hi Greg,",
        "",
        `thanks, that works for me and I'll bring the ${letterly(at)} along.`,
        "",
        "Best,",
        "Dana",
      ),
      30,
    ),
  );
  const tone = toneOf([...first, ...replies]);
  expect(tone.basedOn).toBe(150);
  expect(tone.languages.en?.greetings.familiar).toBe("Hi {name},");
});

const letterly = (count: number): string =>
  String(count).replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "");

describe("greetings and sign-offs as mail programs leave them", () => {
  const from = (before: string, after: string) =>
    toneOf(
      american().map((mail) => ({
        ...mail,
        text: mail.text.replace("Hi Greg,\n\n", before).replace("\n\nBest,\nDana", after),
      })),
    ).languages.en;

  test.each([
    ["on the line of the first sentence", "Hi Greg, ", "\n\nBest,\nDana", "Hi {name},", "Best,"],
    ["without a comma", "Hello Greg\n\n", "\n\nThanks\nDana", "Hello {name}", "Thanks"],
    ["in small letters", "hey greg,\n\n", "\n\ncheers,\ndana", "Hey {name},", "Cheers,"],
    ["to two people", "Hi Greg and Hana,\n\n", "\n\nBest wishes,\nDana", "Hi {name},", "Best wishes,"],
    ["with the name beside it", "Hi Greg!\n", "\n\nCheers, Dana", "Hi {name}!", "Cheers,"],
    [
      "as no list of closings has it",
      "Hi there Greg,\n\n",
      "\n\nTalk soon,\nDana",
      "Hi there {name},",
      "Talk soon,",
    ],
    [
      "turned from HTML",
      "\u00a0\nHi Greg,\u00a0\n\n\u00a0\n",
      "\n\n\u00a0\n*Best,*\n\n*Dana*",
      "Hi {name},",
      "Best,",
    ],
    ["with nobody's name", "Hi all,\n\n", "\n\nDana", null, null],
    ["without either", "", "", null, null],
  ])("%s", (_, before, after, greeting, signOff) => {
    const tone = from(before, after);
    expect([tone?.greetings.familiar, tone?.signOffs.familiar]).toEqual([greeting, signOff]);
  });

  test("what is left of a quote, above or below, is not the person's", () => {
    const quotes = [
      "\n\nOn Tue, 12 May 2026 at 09:00, Greg Vance <greg.vance@northmoor.example> wrote:\n> Hello Dana!\n> Are you well? Cheers!",
      "\n\n-----Original Message-----\nFrom: Greg Vance\nSent: Tuesday\nTo: Dana\nSubject: Hello\n\nDear Dana! Are you well!",
    ];
    const top = british().map((mail, at) => ({ ...mail, text: `${mail.text}${quotes[at % 2]}` }));
    const bottom = british().map((mail) => ({
      ...mail,
      text: `> Can you come! We'd love that!\n\n${mail.text}`,
    }));
    for (const mails of [top, bottom])
      expect(toneOf(mails).languages.en).toEqual(toneOf(british()).languages.en);
  });
});
