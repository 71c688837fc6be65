import type { Connected, Made, ReceivingApp } from "./receiving-app.ts";

/** Gives the number of the line of a digest that fits; the last `$` of the words it begins with may be left out. */
export function numberOf(digest: Made, words: RegExp): number {
  const line = digest.text.split("\n").find((one) => /^\d+\. /.test(one) && words.test(one));
  if (line === undefined) throw new Error(`no line fits ${words} in:\n${digest.text}`);
  return Number.parseInt(line, 10);
}

/** Makes the digest that is due, and throws where none is. */
export async function digestOf(
  here: ReceivingApp,
  of: Connected,
  when: "due" | "now" = "due",
): Promise<Made> {
  const made = await here.digest(of, when);
  if (!made) throw new Error("no digest was made");
  return made;
}

/** The person's answer to a digest, as their Sent folder proves it. */
export const answer = (here: ReceivingApp, to: Connected, digest: Made, text: string): Promise<unknown> =>
  here.deliver(
    to,
    { from: `Ana Reyes <${to.address}>`, to: to.address, answers: digest.messageId, proven: null, text },
    "sent",
  );
