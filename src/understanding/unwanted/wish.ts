import { type Amount, amountsIn } from "./amounts.ts";
import { type Topic, topics } from "./topics.ts";

/** One thing that a person will not do, taken apart: what it is about, and from which amount on. */
export type Wish = {
  readonly topics: readonly Topic[];
  /** Other words that must all be there, as the beginnings of words. */
  readonly stems: readonly string[];
  /** Only what is not paid for. */
  readonly unpaid: boolean;
  readonly limit: { readonly over: boolean; readonly amount: Amount } | null;
};

const under =
  /(?<!\p{L})(?:under|below|less than|at least|minimum(?: of)?|min\.?|fewer than|unter|weniger als|mindestens|moins de|au moins|menos de|al menos|minder dan|minstens|pelo menos|no mínimo)(?!\p{L})|</iu;
const over =
  /(?<!\p{L})(?:over|more than|longer than|above|beyond|exceeding|max(?:imum)?(?: of)?|at most|up to|über|mehr als|länger als|höchstens|maximal|plus de|au plus|más de|como máximo|meer dan|langer dan|hoogstens|mais de|no máximo)(?!\p{L})|>/iu;
const unpaidWork =
  /(?<!\p{L})(?:unpaid|for free|without pay|unbezahlt\p{L}*|non rémunéré\p{L}*|no remunerad\p{L}*|sin pagar|onbetaald\p{L}*|não remunerad\p{L}*)(?!\p{L})/iu;

/** Words that carry nothing of what it is about. */
const filler =
  /^(?:that|this|with|from|into|than|them|they|will|would|want|wants|accept|take|never|nothing|without|work|working|works|long|longer|mandatory|compulsory|regular|regularly|much|more|most|least|over|under|weeks?|days?|hours?|months?|years?|kind|role|roles|jobs?|position|required|doing|have|there|where|only|anything|keine?[nrms]?|nicht|ohne|aucun\p{L}*|sans|ningun\p{L}*|ningún|geen|zonder|nenhum\p{L}*|trabajo|travail|arbeit|werk|trabalho|maximum|minimum)$/iu;

/** Reads a sentence such as "no unpaid task over 2 hours"; null where it names nothing that a mail could announce. */
export function wishIn(words: string): Wish | null {
  const [amount] = amountsIn(words);
  const limit =
    amount === undefined
      ? null
      : over.test(words)
        ? { over: true, amount }
        : under.test(words)
          ? { over: false, amount }
          : null;
  const about = topics.filter((topic) => words.match(topic.wish) !== null);
  // "Interviews" beside "recorded", or "pay" in "no unpaid tasks", is not what the wish is about.
  const main = about.length > 1 ? about.filter(({ name }) => name !== "rounds" && name !== "pay") : about;
  const rest = about.reduce((left, topic) => left.replace(topic.wish, " "), words).replace(unpaidWork, " ");
  const stems = rest
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 4 && !filler.test(word) && !/^(?:unpaid|paid)$/.test(word))
    .map((word) => (word.length > 6 ? word.slice(0, word.length - 2) : word.replace(/s$/, "")));
  // Beside a topic that is known, other words only describe it.
  const needed = main.length > 0 ? [] : stems;
  if (main.length === 0 && needed.length === 0) return null;
  return { topics: main, stems: needed, unpaid: unpaidWork.test(words), limit };
}
