import type { Facts } from "../../domain/assessment.ts";
import { interviewersIn } from "./interviewers.ts";
import type { Letter } from "./letter.ts";
import { sameHuman } from "./person-name.ts";

/** The writer says that they will be there. "I would like to invite you" and "let me know" say nothing of the kind. */
const takesPart = new RegExp(
  [
    "\\b(?:with|by|and|&|join(?:ing)?|meet(?:ing)?|see(?:ing)?) (?:me|myself|us both)\\b|\\b(?:talk|speak|chat)(?:ing)? to (?:me|us both)\\b|\\b(?:me and|and I)\\b|\\b(?:will join|is joining|are joining|will be joining|joins) us\\b|\\b(?:there|with us|on the call|in the room|join(?:s|ing)?(?: us)?) (?:too|as well)\\b",
    "\\bI(?:'ll| will| shall| can| am going to)(?: also| then| both| be){0,2} (?:interview|meet|talk|speak|show|join|walk|host|lead|chat|see you|call you|ring you|there\\b|taking part|in the room)",
    "\\bI(?:'m| am)? look(?:ing)? forward to (?:meeting|talking|speaking|seeing|our )|\\bI(?:'d| would)\\b[^.?!\\n]{0,25} to (?:interview|meet|see|talk to|talk with|speak to|speak with) you\\b|\\bsee you (?:on|at|then|there|tomorrow|next)\\b",
    "\\b(?:mit|und) mir\\b|\\bmir und\\b|\\bund ich\\b|\\bich freue mich (?:darauf, sie|auf unser|dich)",
    "\\b(?:avec|et) moi\\b|\\bmoi(?:-même| et)\\b|\\bje (?:vous recevrai|te recevrai|serai)\\b",
    "\\bconmigo\\b|\\by yo\\b|\\b(?:te|le|la) recibiré\\b|\\b(?:met|en) mij\\b|\\ben ik\\b|\\bcomigo\\b|\\be eu\\b",
  ].join("|"),
  "iu",
);

/**
 * Gives the lower-case addresses of those who write a mail about a meeting or organize its calendar entry and are not said to be there
 * (POLICY 1 thank_you: the coordinator); whether others will be is for the caller to know.
 */
export function arrangersIn(letter: Letter): Facts["arrangers"] {
  if (!letter.kind.startsWith("interview_") || takesPart.test(letter.lines.join("\n"))) return [];
  const named = interviewersIn(letter, true);
  const hands = [letter.message.from, letter.event?.organizer ?? null].flatMap((one) => one ?? []);
  return [
    ...new Set(
      hands
        .filter(({ name }) => name === "" || !named.some((one) => sameHuman(one, name)))
        .map(({ address }) => address.toLowerCase()),
    ),
  ];
}
