import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { commandHelp } from "../../src/domain/command-help.ts";
import { behindWord, holdsBack, readCommands, withoutAnswerMark } from "../../src/domain/command-mail.ts";
import { type MailCommand, readCommandLine } from "../../src/domain/command-words.ts";
import { pauseEnd } from "../../src/domain/pause-length.ts";

const said = (text: string): readonly MailCommand[] =>
  readCommands(text).commands.map(({ command }) => command);
const xyz = { employer: "XYZ" };

describe("a line that is a command and nothing else", () => {
  test.each<[string, MailCommand]>([
    ["status", { type: "status" }],
    ["Status?", { type: "status" }],
    ["help", { type: "help" }],
    ["resume", { type: "resume" }],
    ["pause 2w", { type: "pause", length: "2w" }],
    ["Pause for two weeks, please.", { type: "pause", length: "for two weeks" }],
    ["pause until Monday", { type: "pause", length: "until Monday" }],
    ["pause until 12 June", { type: "pause", length: "until 12 June" }],
    ["Afterword, pause 10 days", { type: "pause", length: "10 days" }],
    ["break up XYZ", { type: "break_up", whom: xyz }],
    ["break up with XYZ", { type: "break_up", whom: xyz }],
    ["I got an offer from XYZ, answer by Friday", { type: "offer", whom: xyz, by: "Friday" }],
    ["offer from XYZ until 12 June", { type: "offer", whom: xyz, by: "12 June" }],
    ["I’ve got an offer from XYZ (answer by Friday)", { type: "offer", whom: xyz, by: "Friday" }],
    [
      "I have received an offer from XYZ - I must decide by 2026-06-12",
      { type: "offer", whom: xyz, by: "2026-06-12" },
    ],
    ["XYZ made me an offer, deadline is 12 June", { type: "offer", whom: xyz, by: "12 June" }],
    ["offer from XYZ", { type: "offer", whom: xyz, by: null }],
    ["accepted XYZ", { type: "accepted", whom: xyz }],
    ["I accepted the offer from XYZ.", { type: "accepted", whom: xyz }],
    ["I accepted XYZ's offer", { type: "accepted", whom: xyz }],
    ["signed with XYZ", { type: "signed", whom: xyz }],
    ["I signed the contract with XYZ!", { type: "signed", whom: xyz }],
    ["let XYZ go", { type: "declined", whom: xyz }],
    ["I declined the offer from XYZ", { type: "declined", whom: xyz }],
    ["withdrew from XYZ", { type: "withdrew", whom: xyz }],
    ["I withdrew my application from XYZ", { type: "withdrew", whom: xyz }],
    [
      "note XYZ: they opened an office in Leeds",
      { type: "note", whom: xyz, text: "they opened an office in Leeds" },
    ],
    ['offer from "Now" by friday', { type: "offer", whom: { employer: "Now" }, by: "friday" }],
    [
      "offer from Hewlett-Packard Enterprise until friday",
      { type: "offer", whom: { employer: "Hewlett-Packard Enterprise" }, by: "friday" },
    ],
    ["break up 3", { type: "break_up", whom: { line: 3 } }],
  ])("%s", (line, command) => {
    expect(readCommandLine(line)).toEqual({ type: "command", command });
  });
});

describe("prose never acts", () => {
  test.each([
    "I signed with love",
    "an offer from a friend",
    "I got an offer from them by phone",
    "I got an offer from XYZ?",
    "I accepted XYZ but then changed my mind",
    "If I accepted XYZ, what then",
    "I have not accepted XYZ",
    "note to self: buy milk",
    "Please let me go",
    "let it go",
    "We were let go",
    "I would withdraw from XYZ",
    "withdraw from XYZ",
    "The status is unclear",
    "pausing for thought",
    "I will pause 2w",
    "pause for thought",
    "resume attached",
    "my resume",
    "They signed with XYZ",
    "When I signed with XYZ",
    "break up the work into pieces, then go on with the rest as they said",
    "I offer from time to time",
  ])("%s", (line) => {
    expect(said(line)).toEqual([]);
  });

  test("sentences of ordinary words are no commands, whatever command stands among them", () => {
    const words = fc.constantFrom(
      ..."I we they think that maybe the weather was nice and then my friend would like to go there again tomorrow because it is not far from here status pause resume offer accepted signed let go note withdrew break up until friday two weeks with from".split(
        " ",
      ),
    );
    const subject = fc.constantFrom(
      "I think",
      "We said that",
      "My brother",
      "Yesterday",
      "They",
      "It is odd:",
      "Perhaps",
    );
    fc.assert(
      fc.property(subject, fc.array(words, { minLength: 1, maxLength: 12 }), (start, rest) => {
        expect(said(`${start} ${rest.join(" ")}`)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test("no text without a command's own word is a command", () => {
    const other = fc.stringMatching(/^[bcdghjkmqvxyz0-9 ,.?!'"-]{0,80}$/);
    fc.assert(
      fc.property(other, (text) => {
        expect(said(text)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test("a hundred thousand signs are read at once", () => {
    const start = Date.now();
    for (const text of [
      "pause ".repeat(20_000),
      "offer from ".repeat(10_000),
      "a,".repeat(50_000),
      "let\n".repeat(20_000),
    ])
      readCommands(text);
    expect(Date.now() - start).toBeLessThan(2000);
  });
});

describe("a mail of several lines", () => {
  test("has one command a line; greeting, thanks and name mean nothing", () => {
    const text = "Hi Afterword,\n\npause 2w\naccepted XYZ\n\nThanks!\nAna Reyes";
    expect(readCommands(text)).toMatchObject({
      commands: [{ words: "pause 2w" }, { words: "accepted XYZ" }],
      doubts: [],
      rest: [],
    });
  });

  test.each([
    "Hallo Afterword,\n\nPause 2w\n\nVielen Dank!\nAna Reyes",
    "Hola,\npausa 2w\nUn saludo,\nDomingo Reyes",
  ])("greeting and thanks mean nothing in any language: %j", (text) => {
    expect(said(text)).toEqual([{ type: "pause", length: "2w" }]);
    expect(readCommands(text).rest).toEqual([]);
  });

  test("gives every line that is something else, so that nothing acts beside it", () => {
    expect(readCommands("pause 2w\nI am so tired of this").rest).toEqual(["I am so tired of this"]);
    expect(readCommands("Stop\npause 2w").doubts).toHaveLength(1);
    expect(readCommands("status\nLater").rest).toEqual(["Later"]);
  });

  test("a note goes on until the empty line", () => {
    const { commands, rest } = readCommands(
      "note XYZ: they moved to Leeds,\nand hire two testers.\n\nstatus",
    );
    expect(commands.map(({ command }) => command)).toEqual([
      { type: "note", whom: xyz, text: "they moved to Leeds, and hire two testers" },
      { type: "status" },
    ]);
    expect(rest).toEqual([]);
    expect(readCommands("note XYZ: they moved\n\nto Leeds they say").rest).toEqual(["to Leeds they say"]);
  });

  test.each([
    ["pause 2w\nresume"],
    ["pause 2w\npause until Monday"],
    ["accepted XYZ\nlet xyz go"],
    ["offer from XYZ until friday\noffer from XYZ until 12 June"],
    ["break up XYZ\nwithdrew from XYZ"],
  ])("contradictions are asked back: %j", (text) => {
    expect(said(text)).toEqual([]);
    expect(readCommands(text).doubts).toHaveLength(1);
  });

  test("the same thing twice is once, and an offer that was accepted is no contradiction", () => {
    expect(said("pause 2w\npause 2w")).toHaveLength(1);
    expect(said("offer from XYZ\naccepted XYZ")).toHaveLength(2);
  });

  test.each(["wait, do not send it yet", "they moved, but wait", "stop", "no", "warte noch", "mejor no"])(
    "what is noted may hold back: %j",
    (text) => expect(holdsBack(text)).toBe(true),
  );
  test.each(["they opened an office in Leeds", "ok"])("and may not: %j", (text) =>
    expect(holdsBack(text)).toBe(false),
  );

  test("quotes and what stands below a signature are not the person's words", () => {
    expect(said("status\n> pause 2w\n-- \nresume")).toEqual([{ type: "status" }]);
  });

  test("the mail that explains the commands is none, should it come back", () => {
    expect(said(commandHelp)).toEqual([]);
  });
});

describe("without a length", () => {
  test.each(["pause", "stop", "unsubscribe", "Stop everything", "pause for thought"])(
    "%s is asked back with the choices (POLICY 7.5)",
    (line) => {
      const read = readCommandLine(line);
      expect(read.type === "doubt" && read.question).toMatch(/"pause 2w"/);
    },
  );
});

describe("the subject", () => {
  test.each([
    ["Afterword", ""],
    ["afterword: status", "status"],
    ["AFTERWORD add", "add"],
    ["Afterword, Friday 22 May: 1 to approve", "Friday 22 May: 1 to approve"],
  ])("%s begins with the word", (subject, behind) => {
    expect(behindWord(subject)).toBe(behind);
  });

  test.each(["Re: Afterword", "My afterword", "Afterwords", "", "After word"])("%s does not", (subject) => {
    expect(behindWord(subject)).toBeNull();
  });

  test("behind marks of an answer it does, for a mail that answers ours", () => {
    expect(behindWord(withoutAnswerMark("AW: Re: Afterword: done"))).toBe("done");
  });
});

describe("how long a pause is", () => {
  const friday = Temporal.PlainDate.from("2026-05-22");
  test.each([
    ["2w", "2026-06-05"],
    ["for ten days", "2026-06-01"],
    ["a month", "2026-06-22"],
    ["until Monday", "2026-05-25"],
    ["until friday", "2026-05-29"],
    ["until Saturday", "2026-05-23"],
    ["until 12 June", "2026-06-12"],
    ["until 2026-06-12", "2026-06-12"],
    ["until tomorrow", "2026-05-23"],
    ["until next week", "2026-05-25"],
  ])("%s, said on a Friday", (words, end) => {
    expect(pauseEnd(words, friday)).toEqual({ ok: true, value: Temporal.PlainDate.from(end) });
  });

  test.each([
    "until today",
    "until he is back",
    "until 21 May",
    "0 days",
    "300 days",
    "until 2026-05-22",
    "until 2026-05-01",
  ])("%s is asked back", (words) => {
    expect(pauseEnd(words, friday).ok).toBe(false);
  });
});
