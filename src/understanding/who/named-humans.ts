import type { Word } from "./name-runs.ts";
import { isOccupation } from "./occupations.ts";
import { isPersonName } from "./person-name.ts";
import { endsLikeBusiness } from "./subject-names.ts";

/** A human's name in a line. `name` keeps a title where no first name stands ("Dr Ng"); `whole` when there is more than one word. */
export type NamedHuman = {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly whole: boolean;
  readonly honoured: boolean;
};

const honorific =
  /^(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Herr|Herrn|Frau|Madame|Mme|Monsieur|Sra?|Srta|Don|Doña|Dra|Mevrouw|Meneer|Dhr|Mevr|Captain|Capt|Cllr|Coach|Sister|Rev|Revd|Sir|Dame|Lady|Uncle|Aunty|Canon|Father|Fr|Meneer|meneer|mevrouw|Señor|Señora|Senhor|Senhora|Maître|Me)$/;
const particle = /^(?:van|von|de|der|den|del|della|di|da|do|dos|la|le|bin|ten|ter)$/;
const longest = 3;

/** Finds what is written like a human's name, one by one. */
export function namedHumans(line: string, words: readonly Word[]): readonly NamedHuman[] {
  const found: NamedHuman[] = [];
  for (let at = 0; at < words.length; at += 1) {
    let first = at;
    while (
      honorific.test(words[first]?.text ?? "") &&
      /^\.?\s(?:med\.\s)?$/.test(between(line, words, first))
    )
      first += 1;
    const honoured = first > at && !/^(?:Sister|Uncle|Aunty|Father|Me)$/.test(words[at]?.text ?? "");
    if (words[first]?.cap !== true) {
      at = Math.max(at, first - 1);
      continue;
    }
    let last = first;
    let size = 1;
    while (size < longest) {
      let next = last + 1;
      if (!isGap(line, words, last)) break;
      while (particle.test(words[next]?.text ?? "") && between(line, words, next) === " ") next += 1;
      if (words[next]?.cap !== true) break;
      if (!isPersonName(line.slice(words[first]?.start ?? 0, words[next]?.end ?? 0).replace(/"/g, ""))) break;
      last = next;
      size += 1;
    }
    const [one, end] = [words[first], words[last]];
    if (one === undefined || end === undefined) break;
    const text = line
      .slice(one.start, end.end)
      .replace(/"/g, "")
      .replace(/['’]s$/, "");
    // A first name alone must not be the head of something longer: "Market Hill Offices".
    const whole = text.includes(" ");
    // "Area Manager", "Emergency Medicine": part of something longer, or a field.
    const next = words[last + 1];
    const partial =
      !honoured &&
      next?.cap === true &&
      between(line, words, last) === " " &&
      (!whole || isOccupation(next.text));
    // "April 17" is a day.
    const dated = !whole && /^\s\d/.test(line.slice(end.end, end.end + 2));
    const business = whole && /\S{6,}$/.test(text) && endsLikeBusiness(text);
    if (isPersonName(text) && !business && !partial && !dated) {
      const start = honoured ? (words[at]?.start ?? one.start) : one.start;
      found.push({
        name:
          honoured && !whole
            ? `${words[at]?.text ?? ""}${/^\./.test(between(line, words, at)) ? "." : ""} ${text}`
            : text,
        start,
        end: end.end,
        whole,
        honoured,
      });
      at = last;
    } else at = Math.max(at, first);
  }
  return found;
}

const between = (line: string, words: readonly Word[], at: number): string =>
  line.slice(words[at]?.end ?? 0, words[at + 1]?.start ?? line.length);
const isGap = (line: string, words: readonly Word[], at: number): boolean => {
  const gap = between(line, words, at);
  return (
    gap === " " || gap === ' "' || gap === '" ' || (gap === ". " && /^\p{Lu}$/u.test(words[at]?.text ?? ""))
  );
};
