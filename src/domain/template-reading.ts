import { isAlwaysKnown, isAskedOnly, isFact, type Known } from "./draft-facts.ts";
import { ok, type Result, refuse } from "./result.ts";
import { type Condition, holds, type Sentence, type Template, type Variant } from "./template.ts";

/**
 * Reads a template's text. Headings begin a variant, empty lines a paragraph; a line is a sentence. `- when FACT:` in front of a sentence, or `when FACT:` in a
 * heading, uses it only where the fact is known; `no FACT` where it is not; commas join conditions.
 * Refuses, in one sentence, what could leave a gap: an unknown name, or a fact used in a place where it may be missing.
 */
export function readTemplate(
  front: Pick<Template, "name" | "version" | "subject">,
  body: string,
): Result<Template, string> {
  const variants: Variant[] = [];
  for (const part of body
    .replace(/<!--[\s\S]*?-->/g, "")
    .split(/^## +/m)
    .slice(1)) {
    const [heading = "", ...lines] = part.split(/\r?\n/);
    const when = conditionsOf(heading);
    if (when === null) return refuse(`the heading "${heading}" names an unknown fact`);
    const paragraphs: Sentence[][] = [[]];
    for (const line of lines.map((line) => line.trim())) {
      const sentence = line === "" ? null : sentenceOf(line);
      if (sentence === undefined) return refuse(`"${line}" has a condition that names no known fact`);
      if (sentence === null) paragraphs.push([]);
      else paragraphs.at(-1)?.push(sentence);
    }
    variants.push({ when, paragraphs: paragraphs.filter((sentences) => sentences.length > 0) });
  }
  const template = { ...front, variants };
  const fault = faultOf(template);
  return fault === null ? ok(template) : refuse(fault);
}

function sentenceOf(line: string): Sentence | undefined {
  const found = /^- (when [^:]+): (.+)$/.exec(line);
  if (found === null) return line.startsWith("- ") ? undefined : { when: [], words: line };
  const when = conditionsOf(`${found[1]}:`);
  return when === null ? undefined : { when, words: found[2] ?? "" };
}

function conditionsOf(words: string): Condition[] | null {
  const list = /^when ([^:]+):/.exec(words)?.[1];
  if (list === undefined) return [];
  const conditions = list.split(",").flatMap((part) => {
    const [, no, fact = ""] = /^\s*(no )?(\w+)\s*$/.exec(part) ?? [];
    return isFact(fact) ? [{ fact, known: no === undefined }] : [];
  });
  return conditions.length === list.split(",").length ? conditions : null;
}

function faultOf({ subject, variants }: Template): string | null {
  const places = [
    { words: subject, when: [] },
    ...variants.flatMap(({ when, paragraphs }) =>
      paragraphs.flat().map((sentence) => ({ words: sentence.words, when: [...when, ...sentence.when] })),
    ),
  ];
  for (const { words, when } of places) {
    const names = [...words.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? "");
    const loose = names.find((name) => !isAlwaysKnown(name) && !when.some((c) => c.known && c.fact === name));
    if (loose !== undefined) return `"${words}" uses {${loose}}, which may be unknown there`;
    if (names.some(isAskedOnly)) return `"${words}" would paste what must not be pasted`;
    if (/[{}[\]\\]/.test(words.replace(/\{\w+\}/g, ""))) return `"${words}" holds a bracket that is no fact`;
  }
  return uncovered(variants);
}

/** Only what a heading asks for decides which variants fit. */
function uncovered(variants: readonly Variant[]): string | null {
  const asked = [...new Set(variants.flatMap(({ when }) => when.map(({ fact }) => fact)))];
  for (let some = 0; some < 2 ** asked.length; some += 1) {
    const known: Known = Object.fromEntries(
      asked.filter((_, at) => some & (1 << at)).map((fact) => [fact, "x"]),
    );
    if (!variants.some((variant) => holds(variant.when, known)))
      return `no variant fits when only ${Object.keys(known).join(", ") || "nothing"} is known`;
  }
  return null;
}
