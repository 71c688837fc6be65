import { amountsIn } from "./unwanted/amounts.ts";
import { type Wish, wishIn } from "./unwanted/wish.ts";

/** A mail announces what the person will not do; `unclear` where it does not say how much of it, and the person set a limit. */
export type Announced = { readonly wish: string; readonly quote: string; readonly unclear: boolean };

/**
 * Gives which of a person's non-negotiables a mail announces, each with the sentence that does (POLICY 4). All that a wish is about must stand in one
 * sentence, not denied; amounts are compared where both name one, in that sentence or the next.
 * @param wishes sentences such as "no unpaid task over 2 hours", "no relocation"
 */
export const announcedIn = (sentences: readonly string[], wishes: readonly string[]): readonly Announced[] =>
  wishes.flatMap((words) => {
    const wish = wishIn(words);
    if (wish === null) return [];
    for (const [at, sentence] of sentences.entries()) {
      const found = judged(wish, sentence, sentences[at + 1] ?? "");
      if (found !== null) return [{ wish: words, quote: sentence, unclear: found === "unclear" }];
    }
    return [];
  });

/** Whether a mail could announce it at all: "never" names nothing. */
export const canBeAnnounced = (wish: string): boolean => wishIn(wish) !== null;

function judged(wish: Wish, sentence: string, next: string): "announced" | "unclear" | null {
  if (!isAbout(wish, sentence)) return null;
  const around = `${sentence} ${next}`.replace(deadlines, " ");
  if (wish.unpaid && paid.test(around)) return null;
  if (wish.limit === null) return "announced";
  const { over, amount } = wish.limit;
  const named = [sentence.replace(deadlines, " "), around]
    .map((text) => amountsIn(text).filter(({ unit, each }) => unit === amount.unit && each === amount.each))
    .find((amounts) => amounts.length > 0);
  if (named === undefined)
    return wish.topics.some(({ tellsAlone }) => tellsAlone) && amountsIn(sentence).length === 0
      ? "unclear"
      : null;
  const values = named.map(({ value }) => value);
  return (over ? Math.max(...values) > amount.value : Math.max(...values) < amount.value)
    ? "announced"
    : null;
}

/** Until when it is wanted is not how long it takes. */
const deadlines =
  /(?<!\p{L})(?:within|in|after|have|given?|gives you|valid for|open for|next|innerhalb|innert|binnen|sous|dans|dentro de|en|em)\s+(?:of |von |the next |about |around |another )?(?:\d+|\p{L}+)\s+(?:working |business |calendar )?(?:days?|weeks?|tagen?|wochen?|jours|semaines?|días|semanas?|dagen|weken|dias)(?!\p{L})/giu;

function isAbout(wish: Wish, sentence: string): boolean {
  const places = [
    ...wish.topics.map(({ mail }) => mail.exec(sentence)),
    ...wish.stems.map((stem) => new RegExp(`(?<!\\p{L})${stem}`, "iu").exec(sentence)),
  ];
  if (places.some((place) => place === null)) return false;
  if (wish.topics.some(({ name }) => name === "task") && ofTheSystem.test(sentence)) return false;
  return places.every((place) => place !== null && !isDenied(sentence, place.index, place[0].length));
}

/** Applicant systems call whatever waits for a click a task. */
const ofTheSystem =
  /\b(?:outstanding|new|open|pending) tasks?\b|\btasks? (?:in your|relating to|will expire|inbox)\b|\btask "|candidate home/i;

/** "There is no relocation", "relocation is not needed"; "not willing to relocate" denies nothing. */
function isDenied(sentence: string, index: number, length: number): boolean {
  const before = sentence.slice(Math.max(0, index - 45), index);
  const after = sentence.slice(index + length, index + length + 45);
  return (deniedBefore.test(before) && !unwilling.test(before)) || deniedAfter.test(after);
}

const deniedBefore =
  /(?<!\p{L})(?:no|not|never|without|n't|don't|doesn't|won't|isn't|neither|nor|kein\p{L}*|nicht|ohne|pas|sans|aucune?|sin|ning[uú]n\p{L}*|geen|niet|zonder|não|sem|nenhum\p{L}*)(?!\p{L})(?! (?:only|later|more than|longer than|less than))[^,;:.]{0,32}$/iu;
const unwilling =
  /(?:not|n't|nicht|pas|niet|não) (?:be )?(?:able|willing|prepared|happy|bereit|prêt\p{L}*|bereid|dispost\p{L}*)/iu;
const deniedAfter =
  /^[^,;.]{0,25}(?<!\p{L})(?:(?:not|n't|never|nicht|pas|niet|não) (?:be )?(?:required|needed|necessary|expected|part|nötig|erforderlich|nécessaire|requis|nodig|vereist|necess\p{L}*)|optional|no es necesari\p{L}*)/iu;
const paid =
  /(?<!\p{L})(?:paid (?:for|task|test|trial|exercise|assignment|at|day)|(?:is|are|be|fully|get) paid|we (?:will )?pay|compensated?|remunerated|a fee of|bezahlt|vergütet|rémunérée?|remunerad[oa]|betaald|remunerad[oa])(?!\p{L})/iu;
