import { Temporal } from "temporal-polyfill";
import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { bodyOf, plainPart } from "../../src/mail/body.ts";
import { composeFollowUp } from "../../src/mail/compose.ts";
import { cleanText } from "../../src/domain/plain-text.ts";
import { programManner } from "../../src/drafting/voice/program-manner.ts";
/** RFC 3676 section 4, DelSp=no. */
function read(text: string) { const out: { depth: number; text: string }[] = []; let open: { depth: number; text: string } | null = null;
  for (const raw of text.split("\n")) { const marks = /^>*/.exec(raw)![0].length; let t = raw.slice(marks); if (t.startsWith(" ")) t = t.slice(1);
    const isFlow = t.endsWith(" ") && t !== "-- ";
    if (open && open.depth === marks && t !== "-- ") open.text += t; else { open = { depth: marks, text: t }; out.push(open); }
    if (!isFlow) open = null; } return out; }
const bits = ["a", "word", " ", "  ", "-- ", "--", ">", "> ", "From ", "\n", "\n\n", "\t", "x".repeat(80), "\u00a0", "é", ".", "\r", "\r\n", "\u2028", "\f", "\u200b", "=?utf-8?q?x?=", "\u3000", "\u2003", "1 ok", "longer words stand here together, "];
test("what a reader of format=flowed joins is what was approved, whatever it is", () => {
  let seed = 7; const rnd = (n: number) => { seed = (seed * 1103515245 + 12345) & 0x7fffffff; return (seed >> 8) % n; };
  const bad: unknown[] = [];
  for (let i = 0; i < 60_000; i++) { const text = Array.from({ length: 1 + rnd(30) }, () => bits[rnd(bits.length)]).join("");
    const want = cleanText(text).trimEnd().split("\n").map((l) => (l === "-- " ? l : l.replace(/ +$/, "")));
    const part = plainPart(bodyOf(text, null)); const got = read(part.slice(0, -1)).map((l) => ">".repeat(l.depth) + l.text);
    if (JSON.stringify(want) !== JSON.stringify(got)) bad.push({ want, got }); }
  console.log("flowed bad", bad.length, JSON.stringify(bad[0])); expect(bad.length).toBe(0);
});
const mail = (quoted: object, text = "Dear Jo,\n\nThank you.\n\nAna") => composeFollowUp({ outboxId: "6f0c7a52-9d0e-4c0b-8a39-0f1c64d7e001" as never, from: { name: "Ana Reyes", address: "ana@reyes.example" }, draft: { to: { name: "Jo", address: "jo@f.example" }, subject: "Re: x", text, inReplyTo: "a@b", references: ["a@b", "evil\r\nBcc: e@e.example"] }, messageId: "m@reyes.example", date: Temporal.Now.zonedDateTimeISO("Europe/London"), html: true, quoted: { shape: "attribution", language: "en", at: Temporal.Now.zonedDateTimeISO("Europe/London"), from: { name: "Jo", address: "jo@f.example" }, to: [], subject: "x", text: "hi", ...quoted } as never });
test("attribution lines, subjects and addresses inject no header, line or HTML", async () => {
  for (const shape of ["attribution", "header"]) { const raw = (await mail({ shape, from: { name: "Jo\r\nBcc: e@e.example\r\n\r\nI accept\u2028x\u0085y", address: '"a\r\nI resign"@f.example' }, subject: "x\r\nBcc: e@e.example\n\nI accept <script>", to: [{ name: "<b>K\n", address: "k@f.example\r\nBcc: z@z.example" }], text: "</blockquote></body><p>own words</p>\n-- \n=_boundary\n--=_x\n.\n" })).toString();
    const parsed = await simpleParser(raw); const head = raw.split("\r\n\r\n")[0]!; console.log(shape, "\n" + parsed.text, "\n" + parsed.html);
    expect(head).not.toMatch(/^Bcc/im); expect(parsed.bcc).toBeUndefined(); expect(parsed.html).not.toContain("<script>"); expect(parsed.html).not.toContain("<p>own words");
    expect.soft(parsed.text).not.toMatch(/^I (accept|resign)/m); expect.soft(parsed.text).not.toMatch(/^Bcc/m); }
});
test("program manner: others' words", () => {
  console.log(programManner("Dear Jo,\n\nfine\n\n-- \nAna", false), programManner("Dear Jo\n\n-----Original Message-----\n-- \n", false));
});
test("json of the cli", () => { console.log("json C1 raw:", JSON.stringify("\u009b31m\u202e").includes("\u009b")); });
