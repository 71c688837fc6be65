import { describe, expect, test } from "vitest";
import type { AnswerableItem } from "../../src/domain/approval.ts";
import { digestItems, doubtsIn, saidIn } from "./reply-said.ts";

describe("as thumbs and keyboards write it", () => {
  test.each([
    "1 Ok.",
    "1.OK",
    "1) ok",
    "Ok 1",
    "#1 ok",
    "No. 1 ok",
    "Nr. 1 ok",
    "n° 1 ok",
    "nº 1 ok",
    "numéro 1 ok",
    "1 👍🏽",
    "👍 1",
    "1 ok!!",
    "1 OK thx",
    "1 ok 🙂",
    "1ok",
    "ok1",
    "Ok for 1",
    "1 o.k.",
    "1 is ok",
    "1 looks good",
    "1 passt",
    "1 c’est bon",
    "1 está bien",
    "1 esta bien",
    "1 is goed",
    "1 está bom",
    "1 ok\nSent from my iPhone",
    "1 ok\nVon meinem iPhone gesendet",
    "1 ok\n\nKind regards,\nSam",
    "1 ok, best regards",
    "1 ok 👍",
    "1 ok 👍🏽!",
  ])("%j approves 1", (text) => {
    expect(saidIn(text)).toEqual(["approve 1"]);
    expect(doubtsIn(text)).toEqual([]);
  });

  test.each([
    "I ok",
    "l ok",
    "1 ik",
    "1 pl",
    "1 skpi",
    "2 longer please",
    "1 ok…",
    "1 o 2 ok",
    "1 oder 2 ok",
    "1 de 3 ok",
    "3 bis 1 ok",
    "1 y 2 skip",
    "1 tot 3 ok",
    "si 1",
    "4 is ok",
    "4 passt",
    "both 1 ok",
    "ok sauf 1",
    "All is ok",
  ])("%j is asked back", (text) => {
    expect(saidIn(text)).toEqual([]);
    expect(doubtsIn(text).length).toBeGreaterThan(0);
  });

  test("`I ok` holds back a clear word about 1, and about nothing else", () => {
    expect(saidIn("I ok\n1 skip\n2 skip")).toEqual(["skip 2"]);
  });

  test("a short unknown word behind a number holds back a clear one about it", () => {
    expect(saidIn("1 ok\n1 ik\n2 ok")).toEqual(["approve 2"]);
  });

  test("a y that Spanish reads as “and” counts where both readings come to the same", () => {
    expect(saidIn("1 y 3 ok")).toEqual(["approve 1", "approve 3"]);
    expect(saidIn("1 y, 2 n")).toEqual(["approve 1", "skip 2"]);
  });

  test("`4 no. 1 ok` is two answers, and no number", () => {
    expect(saidIn("4 no. 1 ok")).toEqual(["answer 4 no", "approve 1"]);
  });

  test("praise without a number is asked back, and a number's own line says more", () => {
    const one: AnswerableItem[] = [{ n: 1, type: "draft" }];
    expect(saidIn("Looks good", one)).toEqual([]);
    expect(doubtsIn("Looks good", one)).toHaveLength(1);
    expect(saidIn("1 ok\nLooks good", one)).toEqual(["approve 1"]);
  });

  test.each([
    "Yes but make it shorter",
    "ok, but shorter please",
    "Please do 1 and 2, thanks",
    "Perfect, send it",
    "Ja, aber kürzer",
  ])("%j is no clear answer and no chat either, so it is asked back", (text) => {
    expect(saidIn(text)).toEqual([]);
    expect(doubtsIn(text)).toHaveLength(1);
  });

  test.each([
    "Yes great",
    "Thanks, see you on Monday",
    "I said yes to the dinner",
    "ok then, off to bed now",
  ])("%j is chat, and gets no answer", (text) => {
    expect(saidIn(text)).toEqual([]);
    expect(doubtsIn(text)).toEqual([]);
  });

  test("`yes to all` means every draft", () => {
    expect(saidIn("yes to all")).toEqual(saidIn("all ok"));
  });

  test("a sentence that begins with a number is prose", () => {
    expect(saidIn("2 of them showed me round the whole office.")).toEqual([]);
    expect(doubtsIn("2 of them showed me round the whole office.")).toEqual([]);
  });
});

describe("a wish without a colon", () => {
  test.each([
    ["2 shorter please", "revise 2 shorter please"],
    ["2 Kürzer bitte", "revise 2 Kürzer bitte"],
    ["2 plus court, avec son nom", "revise 2 plus court, avec son nom"],
  ])("%s", (text, expected) => expect(saidIn(text)).toEqual([expected]));

  test.each(["2 shorter, but wait", "2 shorter and ok", "4 shorter please", "2 kürzer, aber nicht heute"])(
    "%s is asked back",
    (text) => {
      expect(saidIn(text)).toEqual([]);
      expect(doubtsIn(text).length).toBeGreaterThan(0);
    },
  );

  test("`mais curto` is a Portuguese wish, though “mais” holds back in French", () => {
    expect(saidIn("2: mais curto")).toEqual(["revise 2 mais curto"]);
  });
});

describe("why", () => {
  test.each(["why 3", "3 why", "Why 3?", "3 why?", "por qué 3", "waarom 3?"])("%s", (text) => {
    expect(saidIn(text)).toEqual(["why 3"]);
    expect(doubtsIn(text)).toEqual([]);
  });

  test("can be asked of every line, a line that is only told of as well", () => {
    const items = [...digestItems, { n: 7, type: "standing" } as const];
    for (const { n } of items) expect(saidIn(`why ${n}`, items)).toEqual([`why ${n}`]);
    expect(saidIn("why 1-3")).toEqual(["why 1", "why 2", "why 3"]);
  });

  test("goes with every other word about the line, once", () => {
    expect(saidIn("1 ok\nwhy 1\n1 why")).toEqual(["approve 1", "why 1"]);
    expect(saidIn("merge 5 into 1\nwhy 1")).toEqual(["merge 5", "why 1"]);
    expect(saidIn("1 ok\n1 skip\nwhy 1")).toEqual(["why 1"]);
  });

  test("is answered though something else is held back", () => {
    for (const held of ["Actually, wait.", "Actually, let me think about it."])
      expect(saidIn(`1 ok\n${held}\nwhy 3`), held).toEqual(["why 3"]);
  });

  test("a bare one counts where the digest had one line, and holds nothing back elsewhere", () => {
    expect(saidIn("Why?", [{ n: 1, type: "draft" }])).toEqual(["why 1"]);
    expect(saidIn("2 skip\nwhy?")).toEqual(["skip 2"]);
    expect(doubtsIn("2 skip\nwhy?")).toEqual(["Which number is meant?"]);
  });

  test("`1 ok?` and `why was 3 closed` stay doubts", () => {
    for (const text of ["1 ok? why 3", "why was 3 closed", "1 ok?"]) expect(saidIn(text), text).toEqual([]);
  });
});
