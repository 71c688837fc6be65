import { describe, expect, test } from "vitest";
import { toneOf } from "../../../src/drafting/voice/tone-of.ts";
import { britishBodies, lines, reply } from "./own-mails.ts";

const signed = (...cards: readonly (readonly string[])[]): readonly string[] =>
  toneOf(
    britishBodies.map((body, at) =>
      reply(lines("Dear Greg,", "", body, "", "Kind regards,", ...(cards[at % cards.length] ?? [])), at),
    ),
  ).signature;

describe("the signature", () => {
  test("is what stands below the name in most mails: the person's own telephone and page may stay", () => {
    const card = ["Harriet Field", "", "Product designer", "+44 20 7946 0123", "www.harrietfield.example"];
    expect(signed(card)).toEqual(["Product designer", "+44 20 7946 0123", "www.harrietfield.example"]);
  });

  test("is found below two dashes as well, and does not say the name again", () => {
    expect(signed(["Harriet", "", "-- ", "Harriet Field", "Product designer", "020 7946 0123"])).toEqual([
      "Product designer",
      "020 7946 0123",
    ]);
  });

  test("keeps half of the mails' lines, not a third's", () => {
    expect(signed(["Harriet", "Bristol"], ["Harriet"])).toEqual(["Bristol"]);
    expect(signed(["Harriet", "Bristol"], ["Harriet"], ["Harriet"])).toEqual([]);
  });

  test("leaves a telephone's footer and small print out, and a link's address behind its words", () => {
    const card = [
      "*Harriet Field*",
      "My page [https://harrietfield.example/about]",
      "Sent from my iPhone",
      "This email is confidential and intended only for the person it is addressed to.",
    ];
    expect(signed(card)).toEqual(["My page"]);
  });

  test("is short, however long what stands below a name", () => {
    const card = [
      "Harriet",
      ...Array.from({ length: 30 }, (_, at) => `Line ${"abcdefghijklmnopqrstuvwxyzabcd"[at]}${at}`),
      "x".repeat(300),
    ];
    expect(signed(card).length).toBeLessThanOrEqual(6);
  });
});
