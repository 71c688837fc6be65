import { ok, type Result, refuse } from "../domain/result.ts";
import type { ApiDigestItem } from "./api.ts";
import type { ItemSought } from "./story-steps.ts";

/**
 * Puts the true numbers of a digest into a reply: every number that stands in `sought` becomes the number of the item it
 * describes; other numbers stay.
 * @returns the text, or a sentence that says which item the digest does not offer, or offers more than once.
 */
export function placeItems(
  text: string,
  sought: Readonly<Record<string, ItemSought>>,
  offered: readonly ApiDigestItem[],
): Result<string, string> {
  const numbers = new Map<string, string>();
  const used = new Set<number>();
  for (const [written, item] of Object.entries(sought)) {
    const hit = offered.find((one) => !used.has(one.n) && fits(one, item));
    if (hit === undefined)
      return refuse(`The newest digest offers no ${inWords(item)}; it offers ${offersInWords(offered)}.`);
    used.add(hit.n);
    numbers.set(written, String(hit.n));
  }
  return ok(text.replace(/\d+/g, (number) => numbers.get(number) ?? number));
}

/** "1 thank_you to greg@abc.example, 2 a question about ABC", or "nothing". */
export function offersInWords(items: readonly ApiDigestItem[]): string {
  const each = items.map(
    ({ n, type, kind, to, employer }) =>
      `${n} ${kind ?? type}${to ? ` to ${to}` : employer ? ` about ${employer}` : ""}`,
  );
  return each.length === 0 ? "nothing" : each.join(", ");
}

const fits = (item: ApiDigestItem, sought: ItemSought): boolean =>
  (sought.kind === undefined || item.kind === sought.kind) &&
  (sought.to === undefined || item.to?.toLowerCase() === sought.to) &&
  (sought.type === undefined || item.type === sought.type) &&
  (sought.employer === undefined || item.employer?.toLowerCase() === sought.employer.toLowerCase());

const inWords = ({ kind, type, to, employer }: ItemSought): string =>
  `${kind ?? type ?? "item"}${to ? ` to ${to}` : ""}${employer ? ` about ${employer}` : ""}`;
