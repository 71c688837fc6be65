import { expect, test } from "vitest";
import { newestText } from "../../../src/understanding/text/reply-text.ts";

const head = "On Mon, 18 May 2026 at 09:12, Ana Reyes <ana@mailbox.example> wrote:";
const broken = [
  "> I could come on Thursday at ten, or on Friday at two if that suits you",
  "better, and I would bring the drawings along.",
  ">",
  "> Please tell me by Wednesday which of the two it is, so that I can book",
  'the train: "1 ok" will do.',
  "> Ana",
].join("\n");

test("a quote that was broken at a margin keeps none of its lines, with or without their marks", () => {
  expect(newestText(`Thursday suits us.\n\n${head}\n${broken}`)).toBe("Thursday suits us.");
  expect(newestText(`${head}\n${broken}`)).toBe("");
});

test("what stands below a broken quote is the writer's", () => {
  expect(newestText(`${head}\n${broken}\n\nThursday suits us.`)).toBe("Thursday suits us.");
});

test("a rest that fills several lines is a quote to its end", () => {
  const [first = "", , , second = "", rest = ""] = broken.split("\n");
  const long = [
    first,
    "better, and I would bring along all of the drawings that were made for",
    "the first of both bridges, and the model, if there is room for it on a",
    "table.",
    second,
    rest,
  ].join("\n");
  expect(newestText(`${head}\n${long}\nThursday suits us.`)).toBe("Thursday suits us.");
});

test("answers right below full lines of a quote are kept where the other lines show that nothing was broken", () => {
  const answered = [
    "> I could come on Thursday at ten, or on Friday at two if that suits you",
    "Thursday is better.",
    "> Who will be there?",
    "Priya and I.",
    "> Please tell me as well whether I should bring along any of the drawings",
    "Please bring them all.",
    "> And where is it?",
    "At the mill.",
  ].join("\n");
  expect(newestText(`${head}\n${answered}`)).toBe(
    "Thursday is better.\nPriya and I.\nPlease bring them all.\nAt the mill.",
  );
});

test("one line that goes on without a mark may as well be an answer, and is kept", () => {
  expect(newestText(`${head}\n${broken.split("\n").slice(0, 2).join("\n")}`)).toContain("better");
});
