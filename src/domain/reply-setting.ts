import type { AnswerableItem, Decision, Wish } from "./approval.ts";
import type { EmployerSize } from "./candidacy.ts";
import { rhythmAllowed, rhythmSaid } from "./rhythm.ts";

/** What can be said of the candidacy of a line, with an example; shown in docs/settings.md. */
export const wishForms: readonly { readonly write: string; readonly does: string }[] = [
  {
    write: "3 every 10 days",
    does: "waits so long between two mails there; also weeks and working days, up to twelve weeks",
  },
  { write: "3 as usual", does: "takes “every” and “no more” back" },
  { write: "2 no more", does: "proposes nothing there any more, and what is approved does not leave" },
  {
    write: "5 small company",
    does: "says what the employer is: small, large, public sector, agency or charity",
  },
  { write: "2 undo", does: "takes back whatever was said last" },
];

const item = "(?:item |number |line )?#?(\\d{1,3})[.):]?";
const everyForm = new RegExp(`^${item} every (.+)$`);
const usualForm = new RegExp(`^${item} as usual$`);
const noMoreForm = new RegExp(`^${item} no more(?: e?-?mails?| follow-?ups?| messages?)?$`);
const sizeForm = new RegExp(
  `^${item} (?:is )?(?:an? )?(small|large|big|public sector|public|(?:recruitment |staffing )?agency|charity|non-?profit)(?: (?:company|employer|firm|business|organi[sz]ation))?$`,
);
/** What only a wish begins with. */
const meant = new RegExp(`^${item} (?:every|as usual|no more)\\b`);

/** Gives what "3 every 10 days", "3 as usual", "2 no more" or "5 small company" says; null for anything else. `words` fills its whole part of the line. */
export function wishIn(words: string): Wish | null {
  const every = everyForm.exec(words);
  if (every !== null) {
    const workingDays = rhythmSaid(every[2] ?? "");
    return workingDays === null ? null : { type: "every", item: Number(every[1]), workingDays };
  }
  const usual = usualForm.exec(words);
  if (usual !== null) return { type: "as_usual", item: Number(usual[1]) };
  const noMore = noMoreForm.exec(words);
  if (noMore !== null) return { type: "no_more", item: Number(noMore[1]) };
  const size = sizeForm.exec(words);
  return size === null ? null : { type: "size", item: Number(size[1]), size: sizeOf(size[2] ?? "") };
}

function sizeOf(word: string): EmployerSize {
  if (word === "small") return "small";
  if (word === "large" || word === "big") return "large";
  if (word.startsWith("public")) return "public sector";
  return word.endsWith("agency") ? "agency" : "charity";
}

export const isWish = (decision: Decision): decision is Wish =>
  decision.type === "every" ||
  decision.type === "as_usual" ||
  decision.type === "no_more" ||
  decision.type === "size";

/** True for words that begin like a wish and are none. */
export const isWishMeant = (words: string): boolean => meant.test(words);

export const wishHint = (words: string): string =>
  /^.*? every\b/.test(words)
    ? `Behind "every" you can write ${rhythmAllowed}, up to twelve weeks.`
    : 'Say for example "3 every 10 days", "3 as usual" or "2 no more".';

/** True for a line that stands for a candidacy or a draft: only there can something be wished. */
export const takesWishes = ({ type, asks }: Pick<AnswerableItem, "type" | "asks">): boolean =>
  type === "draft" || type === "candidacy" || type === "standing" || asks === "occasion";

/** True where both can be meant of one line at once: an approval says nothing about the rhythm, and neither about the size. */
export const goTogether = (a: Decision, b: Decision): boolean =>
  beside(a.type).includes(b.type) || beside(b.type).includes(a.type);

function beside(wish: Decision["type"]): readonly Decision["type"][] {
  if (wish === "size") return ["approve", "skip", "later", "is", "at", "every", "as_usual", "no_more"];
  if (wish === "every" || wish === "as_usual") return ["approve", "skip", "later", "is", "at"];
  return wish === "no_more" ? ["skip"] : [];
}
