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

test("answers below short lines of a quote are kept where a longer quoted line shows that nothing was broken", () => {
  const answered = [
    "> 1. Thank you to Nora Whitlock, Larkfield Instruments",
    "1 ok",
    "> 2. Thank you to Greg Moss, the ABC bakery on the quay",
    "2 skip",
    "> Thank you for the time that you took for me on Thursday, and for going through the role with me.",
  ].join("\n");
  expect(newestText(`${head}\n${answered}`)).toBe("1 ok\n2 skip");
});

test("one line that goes on without a mark may as well be an answer, and is kept", () => {
  expect(newestText(`${head}\n${broken.split("\n").slice(0, 2).join("\n")}`)).toContain("better");
});

test.each(["> ", ">"])(
  "an answer that ends a subject of the employer's is no answer, at whatever width a gateway breaks the lines that `%s` marks",
  (mark) => {
    const digest = (subject: string): string =>
      [
        `To: Jo Field <jo.field@fairholm-bakery.example>\nSubject: Re: ${subject}`,
        "> It was good to talk with you on Thursday 21 May. Thank you for your time, and for going through the Office Manager role with me.",
        "> I would like to work with you. I am happy to answer any question that may come up while you are deciding on it.",
        'Reply "1 ok" to send it, "1 later friday" to decide then, "1 skip" to leave it out.',
        'Other words for a draft: "1: shorter, please", or "1 send:" and your own text. Read wrongly? "2 is rejection" puts it right, "undo 2" takes it back.',
      ].join("\n\n");
    const filler =
      "Interview for the post in our shop on the corner of the old street by the river and the park at ten today";
    for (let length = 5; length < filler.length; length += 1)
      for (let width = 40; width <= 130; width += 1) {
        const quote = digest(`${filler.slice(0, length).trim()} 1 ok`).replaceAll(/^/gm, mark);
        const wrapped = quote.replaceAll(
          new RegExp(`(.{3,${width}})(?: |$)`, "gm"),
          (_, line) => `${line}\n`,
        );
        const lines = wrapped.replaceAll("\n\n", "\n");
        expect(newestText(`Thanks!\n\n${head}\n${lines}`), `${length} at ${width}`).not.toMatch(/^1 ok$/m);
      }
  },
);
