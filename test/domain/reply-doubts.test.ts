import { describe, expect, test } from "vitest";
import type { AnswerableItem } from "../../src/domain/approval.ts";
import { newestText } from "../../src/understanding/text/reply-text.ts";
import { doubtsIn, saidIn, sends } from "./reply-said.ts";

const oneDraft: readonly AnswerableItem[] = [{ n: 1, type: "draft" }];
const questions: readonly AnswerableItem[] = [
  { n: 1, type: "question", asks: "kind" },
  { n: 2, type: "question", asks: "belongs" },
];

describe("what may mean less or something else than a yes is asked back, never sent (POLICY 7.2)", () => {
  test.each([
    // A range, or whom a mail goes to.
    "send 1 to 2",
    "send 1 to anna@other.example",
    "send 1 to Anna",
    "please send 1 to 3",
    "envoie 1 à 2",
    "envía 1 a 2",
    "envia 1 ao 2",
    // A sigh.
    "1 ok :(",
    "1 ok :-(",
    "1 ok. :/",
    "ok 1 :'(",
    "1 👍 :(",
    "all ok :(",
    "1 ok 😞",
    // A sentence that is not at its end.
    "ok 1 but…",
    "ok 1 but...",
    "ok 1 aber…",
    "1 ok...",
    "1 ok…",
  ])("%j", (text) => {
    expect(sends(text)).toBe(false);
    expect(doubtsIn(text)).not.toEqual([]);
  });

  test.each(["ok :(", "yes…", "ok...", "ok 😞"])("%j to the only draft", (text) => {
    expect(sends(text, oneDraft)).toBe(false);
    expect(doubtsIn(text, oneDraft)).not.toEqual([]);
  });

  test.each([
    ["send 1-2", ["approve 1", "approve 2"]],
    ["send 1 through 2", ["approve 1", "approve 2"]],
    ["sende 1 bis 2", ["approve 1", "approve 2"]],
    ["ok 1 to 2", ["approve 1", "approve 2"]],
    ["1 ok :)", ["approve 1"]],
    ["1 ok\nThanks...", ["approve 1"]],
  ])("%j is plain", (text, said) => expect(saidIn(text)).toEqual(said));
});

describe("a no to a draft that speaks of a mail of theirs is asked back: left out, or the candidacy closed?", () => {
  test.each(["1 is no", "1 is a no", "1 = no", "1 ist nein", "1 est non", "2 ok, 1 is no"])("%j", (text) => {
    expect(saidIn(text)).not.toContain("is 1 rejection");
    expect(doubtsIn(text)).toEqual([expect.stringMatching(/"1 skip".*"1 close"/)]);
  });

  test("an approval of the same draft does not act beside it", () => {
    expect(saidIn("1 ok\n1 is no")).toEqual([]);
  });

  test.each([
    ["1 is rejection", ["is 1 rejection"]],
    ["4 is no", ["is 4 rejection"]],
    ["1 is rejection, 4 no", ["is 1 rejection", "answer 4 no"]],
  ])("%j is plain", (text, said) => expect(saidIn(text)).toEqual(said));
});

describe("everything means every draft and never a question (POLICY 7.1)", () => {
  test.each(["everything ok", "alles ok", "tout ok", "todo ok", "all ok"])("%j", (text) => {
    expect(saidIn(text)).toEqual(["approve 1", "approve 2", "approve 3"]);
    expect(saidIn(text, [...oneDraft, { n: 2, type: "question", asks: "kind" }])).toEqual(["approve 1"]);
    expect(saidIn(text, questions)).toEqual([]);
    expect(doubtsIn(text, questions)).toEqual(["There is no draft to which this could apply."]);
  });

  test("an exception that leaves no draft decides nothing, and that is said", () => {
    const nothing = ["That leaves out every draft of that digest, so nothing was decided."];
    expect(saidIn("all except 1", oneDraft)).toEqual([]);
    expect(doubtsIn("all except 1", oneDraft)).toEqual(nothing);
    expect(doubtsIn("all ok except 1, 2 and 3")).toEqual(nothing);
    expect(doubtsIn("all except 1", questions)).toEqual(["There is no draft to which this could apply."]);
  });
});

describe("what a mail program puts below an answer says nothing", () => {
  test.each([
    "Sent from my iPhone",
    "Get Outlook for iOS",
    "Gesendet mit der GMX Mail App",
    "Von meinem iPhone gesendet",
    "Envoyé via Proton Mail",
    "Envoyé avec la messagerie sécurisée [Proton Mail](https://proton.me/mail/home).",
    "Enviado con el correo electrónico seguro de Proton Mail.",
    "Enviado com Outlook",
    "Verstuurd vanaf mijn iPad",
    "Sent from my Wiko Ridge 4G",
  ])("%j", (footer) => {
    expect(saidIn(`1 ok\n${footer}`)).toEqual(["approve 1"]);
    expect(newestText(`1 ok\n\n${footer}`)).toBe("1 ok");
  });

  test.each(["Sent by Friday please", "sent with changes", "Sent on Monday", "sent by mistake"])(
    "%j is none: it is the person's, and leaves the answer above it in doubt",
    (line) => {
      expect(newestText(`1 ok\n${line}`)).toContain(line);
      expect(sends(`1 ok\n${line}`)).toBe(false);
      expect(doubtsIn(`1 ok\n${line}`)).not.toEqual([]);
    },
  );

  test.each([
    "Sent via LinkedIn already, skip 1",
    "Sent by hand already",
    "Sent by mail",
    "Sent from my iPhone. Hold 1",
    "SENT FROM OUTLOOK TO MARIA",
    "Gesendet von mir gestern schon, also nicht",
    "Gesendet mit Outlook, aber 2 nicht",
    "Enviado de minha parte ontem, não enviar",
    "Sent with Maria's new address\n1 hold",
  ])("%j names no program alone: it is the person's, and holds back what stands above it", (line) => {
    expect(newestText(`1 ok\n${line}`)).toBe(`1 ok\n${line}`);
    expect(sends(`1 ok\n${line}`)).toBe(false);
    expect(doubtsIn(`1 ok\n${line}`)).not.toEqual([]);
  });

  test.each(["1 hold", "1 skip", "skip", "2 later"])(
    "%j below a footer leaves what stands above it in doubt",
    (line) => {
      const text = newestText(`1 ok\n\nSent from my iPhone\n${line}`);
      expect(saidIn(text)).toEqual([]);
      expect(doubtsIn(text)).toEqual([expect.stringContaining(line)]);
    },
  );

  test("an answer below a footer decides nothing, and a name and thanks there leave nothing in doubt", () => {
    expect(saidIn(newestText("1 skip\n\nSent from my iPhone\n2 ok"))).toEqual(["skip 1"]);
    expect(saidIn(newestText("1 ok\n\nSent from my iPhone\n\nSam Reed\n12 Harbour Street\nThanks!"))).toEqual(
      ["approve 1"],
    );
  });
});
