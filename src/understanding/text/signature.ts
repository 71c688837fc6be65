import { isProgramFooter } from "../../domain/program-footer.ts";
import { closesLetter } from "./closings.ts";
import { contactsFrom, isFullName, isSaidAbove } from "./contact-lines.ts";
import { dayNames } from "./day-names.ts";
import { writtenBelow } from "./written-lines.ts";

const disclaimer =
  /^\W*(?:(?:this|the (?:information|content)s?) (?:in |contained in )?(?:this )?(?:(?:e-?mail|message|communication|transmission)(?: message)?)?(?: \([^)]{0,60}\))?,? ?(?:and (?:any|its|all)|including|is|was|are|may|contains)\b.*(?:confidential|intended|privileged)|confidentiality (?:notice|note)|disclaimer\b|please consider the environment|diese (?:e-?mail|nachricht)\b.*\bvertraulich|ce (?:message|courriel|mail)\b.*\bconfidentiel|este (?:mensaje|correo|e-?mail|mensagem)\b.*\bconfiden|dit (?:bericht|e-?mail\w*)\b.*\bvertrouwelijk|esta mensagem\b.*\bconfidencial)/i;

/** "-Greg", "/ Ana Reyes": a name behind a dash, as the last words. */
const dashedName = /^\s*(?:-{1,2}|~|\/{1,2})\s?\p{Lu}[\p{L}.']{1,20}(?: \p{Lu}[\p{L}.']{0,20}){0,2}\s*$/u;
const dashedAnswer = new RegExp(
  `^\\s*\\W+(?:${dayNames}|yes|no|ok|okay|agreed|done|both|none|neither|ja|nein|beides?|oui|non|sí|si|sim|não|nee|remote|hybrid)(?!\\p{L})`,
  "iu",
);

const underscores = /^\s*_{2,}\s*$/;
/** More than a motto: long, with a number in it, or a question. */
const statement = /^(?:[^\n]{40,}|[^\n]*\d[^\n]*)\p{L}{2,}[.!]\s*$|\p{L}{2,}\?\s*$/u;

/** What is written below a signature and is meant for the reader: a postscript, or a short line that holds back what stands above. */
export const isPostscript = (line: string): boolean =>
  postscript.test(line) || (line.trim().split(/\s+/).length <= 9 && holdsBack.test(line));

const postscript =
  /^\s*(?:p\.?\s?[sd]\.?(?=[:\s])|n\.?b\.?(?=[:\s])|(?:just )?one more thing\b|noch etwas\b|encore une chose\b|una cosa más\b|nog iets\b|mais uma coisa\b)/i;
const holdsBack =
  /^\W*(?:(?:oh|oops|no|sorry|aber|mais|pero|maar|mas|but|and)[,\s]+)*(?:wait|stop|hold on|actually|don'?t|do not|not yet|never ?mind|on second thoughts?|by mistake|wart(?:e|en)|stopp|moment|halt|(?:doch|noch) nicht|lieber nicht|attend(?:s|ez)|pas encore|plutôt pas|finalement|esper[ae]|todavía no|mejor no|wacht|(?:toch|nog) niet|liever niet|aguarde|ainda não|melhor não)(?!\p{L})/iu;
/** Where the signature begins: a closing, a name behind a dash, a telephone's footer, a disclaimer, a name over its contacts; -1 where there is none. */
export function signatureStart(lines: readonly string[]): number {
  let written = false;
  let listed = false;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") continue;
    if (written && isFooter(lines, at)) return nameAbove(lines, at);
    if (at > 0 && closesLetter(lines, at)) return at;
    // A bullet in a list is no name.
    if (written && !listed && isDashedName(line) && isLast(lines, at)) return at;
    listed = /^\s*(?:[-*•/~]|\d+[.)])|:\s*$/.test(line);
    written = true;
  }
  return contactsFrom(lines);
}

function isFooter(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  if (line.length >= 2_000) return false;
  if (isProgramFooter(line) || disclaimer.test(line)) return true;
  if (!underscores.test(line)) return false;
  // Some letters have such rules between their chapters.
  const first = writtenBelow(lines, at);
  const second = first === -1 ? -1 : writtenBelow(lines, first);
  return !statement.test(lines[first] ?? "") && !statement.test(lines[second] ?? "");
}

/** The name over a telephone's footer, when it stands apart from a finished sentence; "Who is it?" may be answered by a name alone. */
function nameAbove(lines: readonly string[], footer: number): number {
  const name = footer - 1;
  if (!isFullName(lines[name] ?? "") || (lines[name - 1] ?? "").trim() !== "") return footer;
  return isSaidAbove(lines, name) ? name : footer;
}

const isDashedName = (line: string): boolean => dashedName.test(line) && !dashedAnswer.test(line);

function isLast(lines: readonly string[], at: number): boolean {
  const below = writtenBelow(lines, at);
  return below === -1 || isFooter(lines, below);
}
