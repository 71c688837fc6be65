import type { Letter } from "./letter.ts";
import type { Failure, View } from "./view.ts";

/** No two bodies that were sent are equal, also without the names of people, places of work and days. */
export function textsDiffer(view: View): readonly Failure[] {
  const names = [
    view.person.name,
    ...view.candidacies.map(({ employer }) => employer),
    ...view.sent.flatMap(({ letter }) => namesIn(letter)),
  ];
  const seen = new Map<string, string>();
  const failures: Failure[] = [];
  for (const { letter, to } of view.sent) {
    const body = withoutNames(letter.text, names);
    const twin = seen.get(body);
    if (twin !== undefined)
      failures.push({
        expected: "texts that differ, also without the names",
        seen: `the mails to ${twin} and to ${to.join(", ")} say the same: ${letter.text.trim()}`,
      });
    seen.set(body, to.join(", "));
  }
  return failures;
}

const namesIn = (letter: Letter): readonly string[] =>
  letter.to.flatMap(({ name, address }) => [name, address.split("@", 1)[0] ?? ""]);

function withoutNames(text: string, names: readonly string[]): string {
  const words = new Set(names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter(Boolean));
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !words.has(word))
    .join(" ");
}
