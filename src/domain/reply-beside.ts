import { looksLikeName } from "./name-shape.ts";
import { isProgramFooter } from "./program-footer.ts";
import { isChat } from "./reply-table/chat.ts";
import { replyTokens } from "./reply-words.ts";
import { wantsShorter } from "./wish-words.ts";

/** A line of an answer; `prose`: it is no answer itself. */
export type BesideLine = { readonly words: string; readonly prose: boolean };

/**
 * Gives the line that leaves in doubt what stands beside it: "1 ok" with "Please remove the last sentence." below (POLICY 7.2, SAFETY R33). Thanks,
 * praise, the name under a mail, what stands with it, and a company's small print below the writer's own name leave nothing in doubt. Null where
 * there is none.
 */
export function unclearBeside(lines: readonly BesideLine[], writer: string): string | null {
  let greeted = false;
  let signed = false;
  for (const [at, { words, prose }] of lines.entries()) {
    const chats = isChat(words);
    const isOwnName = writer !== "" && words.toLowerCase() === writer.toLowerCase();
    const isHarmless =
      !prose ||
      chats ||
      isOwnName ||
      isFrame(words) ||
      isName(words, at === lines.length - 1) ||
      (greeted && words.length <= longestContact && contact.test(words)) ||
      (signed && words.length >= smallPrint);
    if (!isHarmless) return words;
    signed ||= isOwnName;
    greeted ||= chats || isOwnName;
  }
  return null;
}

const smallPrint = 100;
const longestContact = 80;
/** A name, a title, a telephone number or an address: every word begins with a capital or a sign. */
const contact =
  /^(?:[^\p{Ll}\s]\S*|\S+@\S+|www\.\S+|https?:\S+)(?:\s+(?:[^\p{Ll}\s]\S*|\S+@\S+|www\.\S+|of|and|de|und|et|y|e|en))*$/u;

/** What mail programs write below a mail, and above the one that it answers. */
const isFrame = (line: string): boolean =>
  line.length <= longestFrame &&
  (isProgramFooter(line) ||
    /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?(?: \d{1,2}:\d\d)?(?: ?[ap]m)?$/iu.test(line) ||
    /\bAfterword\b[^<>]{0,40}<[^<>@\s]+@[^<>@\s]+>\s*:?$/u.test(line));
const longestFrame = 200;

/** A name stands last. "Tomorrow", "Shorter" and "Just kidding" are none. */
function isName(line: string, isLast: boolean): boolean {
  return (
    isLast &&
    looksLikeName(line) &&
    !wantsShorter(line) &&
    !notNames.test(line) &&
    replyTokens(line).every(({ type }) => type === "word")
  );
}

/** Words that stand alone under an answer, and take it back or put it off. */
const notNames =
  /^(?:(?:just |only )?(?:kidding|joking|joke)|jk|lol|haha|nope|nah|tonight|soon|monthly|weekly|longer|warmer|friendlier|quatsch|scherz|witz|heute abend|morgen|später|länger|kürzer|blague|ce soir|demain|broma|esta noche|mañana|grapje|vanavond|brincadeira|hoje|amanhã|delete|remove|add|drop|cut|shorten|edit|rewrite|redo|revise|löschen|streichen|supprimer|borrar|quitar|schrappen|apagar)(?:\b| |$)/iu;
