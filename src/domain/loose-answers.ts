import { readLine } from "./reply-line.ts";

/**
 * Takes out of an answer to a confirmation what names no number and could approve something: "ok" may be no more than thanks for it, and "all" may
 * mean its lines or those of the digest. Where the confirmation shows one text for approval, "ok" is left to mean that one; where it asks something
 * else, it is asked back; else it is silence (POLICY 7.1, 7.7).
 * @param asked how many texts the confirmation shows for approval
 */
export function withoutLooseAnswers(
  text: string,
  { asked, asks }: { readonly asked: number; readonly asks: boolean },
): { readonly text: string; readonly doubts: readonly { words: string; question: string }[] } {
  const doubts: { words: string; question: string }[] = [];
  const kept = text.split("\n").filter((line) => {
    const words = line.trim();
    const reading = /^[>|]/.test(words) ? null : readLine(words);
    const isAll = reading?.type === "clauses" && reading.clauses.some(({ all }) => all);
    const isLooseYes = reading?.type === "bare" && praises.has(reading.verb) && asked !== 1;
    if (isAll || (isLooseYes && asks)) doubts.push({ words: words.slice(0, 160), question });
    return !isAll && !isLooseYes;
  });
  return { text: kept.join("\n"), doubts };
}

const praises: ReadonlySet<string> = new Set(["yes", "good"]);

const question = "Which numbers are meant? I did nothing about that.";
