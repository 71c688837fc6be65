import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { openTeller, type Told } from "../../src/sandbox/telling.ts";

const told = (at: string, says: string, text?: string): Told => ({
  at: Temporal.Instant.from(at),
  event: "arrives",
  says,
  ...(text === undefined ? {} : { text }),
});

function hear(options: { json: boolean; colour?: boolean }, lines: readonly Told[]): string {
  let heard = "";
  const teller = openTeller({
    zone: "Europe/London",
    colour: false,
    ...options,
    write: (text) => {
      heard += text;
    },
  });
  for (const line of lines) teller.tell(line);
  return heard;
}

test("a day is named once, in the person's zone, and times stand in a column", () => {
  expect(
    hear({ json: false }, [
      told("2026-05-18T08:12:00Z", "one"),
      told("2026-05-18T22:59:00Z", "two"),
      told("2026-05-18T23:01:00Z", "three"),
    ]),
  ).toBe("\nMonday 18 May 2026\n  09:12  ← one\n  23:59  ← two\n\nTuesday 19 May 2026\n  00:01  ← three\n");
});

test("long sentences go on under their beginning, a mail's text stands in a frame", () => {
  const heard = hear({ json: false }, [
    told("2026-05-18T08:12:00Z", "word ".repeat(40).trim(), "a\r\n\r\nb\r\n"),
  ]);
  const [, , first, second] = heard.split("\n");
  expect(first?.indexOf("word")).toBe(second?.indexOf("word"));
  expect(heard).toContain("\n           │ a\n           │\n           │ b\n");
});

test("with json every line is one object with the instant", () => {
  const heard = hear({ json: true }, [
    told("2026-05-18T08:12:00Z", "one"),
    told("2026-05-18T08:13:00Z", "two", "t"),
  ]);
  expect(
    heard
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { at: "2026-05-18T08:12:00Z", event: "arrives", says: "one" },
    { at: "2026-05-18T08:13:00Z", event: "arrives", says: "two", text: "t" },
  ]);
});

test("what another line says already stands only in the json", () => {
  const quiet: Told = { ...told("2026-05-18T08:12:00Z", "one"), type: "sent", quiet: true };
  expect(hear({ json: false }, [quiet])).toBe("");
  expect(JSON.parse(hear({ json: true }, [quiet]))).toMatchObject({ type: "sent", says: "one" });
});

test("colour only where it is wanted", () => {
  const escapeCode = String.fromCharCode(27);
  expect(hear({ json: false, colour: false }, [told("2026-05-18T08:12:00Z", "one")])).not.toContain(
    escapeCode,
  );
  expect(hear({ json: false, colour: true }, [told("2026-05-18T08:12:00Z", "one")])).toContain(escapeCode);
});
