import { dayNames } from "./day-names.ts";
import { writtenAbove } from "./written-lines.ts";

const name = "\\p{Lu}[\\p{L}'-]+";
const between = "\\p{Lu}\\.|von|van|de|der|den|da|dos|du|del|la|le|ten";
const before = "(?:(?:Dr|Prof|Dipl\\.-Ing|Mag|Mme|Sra?|Dra|Drs|Ir)\\.? )";
const behind = "(?:,? (?:Ph\\.?D|M\\.?D|MBA|M\\.?Sc|B\\.?Sc|LL\\.?M|[A-Z]+-[A-Z]+)\\.?)*";
const fullName = new RegExp(
  `^\\s*\\*?${before}*${name}(?: (?:${between}))* ${name}(?: ${name})?${behind}\\*?(?: [|/·-] [\\p{L} &,]{3,40})?\\s*$`,
  "u",
);
const noName = new RegExp(
  `(?<!\\p{L})(?:${dayNames}|interview|details?|meeting|call|link|location|venue|address|steps?|contacts?|date|video|teams|office|team|job|role|next|please|your|our|the|treffpunkt|adresse|dirección|morada|endereço|adres|lieu|ort)(?!\\p{L})`,
  "iu",
);

/** "Ana Reyes", "Dr. Greg van Dam, PhD": two words at least, no heading and no day. */
export const isFullName = (line: string): boolean =>
  line.length <= 80 && fullName.test(line) && !noName.test(line);

const label =
  "(?:(?:t|tel|tél|phone|telephone|téléphone|telefon|teléfono|telefone|telefoon|m|mob|mobile|mobil|mobiel|móvil|movil|telemóvel|handy|cell|c|d|direct|o|f|fax|e|e-?mail|mail|correo|w|web|website|site|skype|linkedin)\\s?[.:|]{0,2}\\s*)?";
// A link to a talk, a test or a calendar is what the mail is about.
const business =
  "(?:zoom|teams|meet|webex|whereby|cal\\.|calend|doodle|join|survey|test|assess|task|schedul|book|appl|sign|offer|portal|form|confirm|status)";
const contact = new RegExp(
  `^\\s*${label}(?:<?(?:mailto:)?[^\\s<>@]{1,64}@[^\\s<>@]{3,120}>?|\\+?\\(?\\d[\\d ()./-]{6,22}(?: ?(?:x|ext\\.?) ?\\d{1,5})?|(?:https?:\\/\\/|www\\.)(?!\\S*${business})[^\\s?#]{3,80})\\s*$`,
  "iu",
);

/** What is said, asked, announced or dated is no part of a card. */
const told = /[.!?:;]\s*$|\b\d{1,2}(?:[:h]\d{2}|\s?[ap]m\b|\s?uhr\b)|\b(?:19|20)\d\d\b/i;
const company = /\b(?:inc|ltd|co|corp|s\.?a|s\.?l|b\.?v|n\.?v|e\.?v|lda)\.\s*$/i;
const rule = /^\s*(?:-{3,}|={3,}|\*{3,}|#{3,})\s*$/;
const mostLines = 12;

/**
 * Where the writer's card begins that stands under a letter without a closing: a name over its contacts, or short lines under a
 * rule; -1 where there is none. Only below a finished sentence: "You will meet:" is answered by just such lines.
 */
export function contactsFrom(lines: readonly string[]): number {
  const end = writtenAbove(lines, lines.length) + 1;
  let parted = false;
  let count = 0;
  for (let at = end - 1; at > 0 && count <= mostLines; at--) {
    const line = lines[at] ?? "";
    parted ||= line.trim() === "";
    if (line.trim() === "") continue;
    const opens = rule.test(line) || (!parted && isFullName(line) && (lines[at - 1] ?? "").trim() === "");
    if (opens && contactsIn(lines.slice(at, end)) >= 2 && isSaidAbove(lines, at)) return at;
    if (!belongs(line)) return -1;
    count += 1;
  }
  return -1;
}

const belongs = (line: string): boolean =>
  line.trim().length <= 70 &&
  (isContact(line) || isFullName(line) || ((company.test(line) || !told.test(line)) && !noName.test(line)));

const isContact = (line: string): boolean => line.length <= 160 && contact.test(line);

const contactsIn = (lines: readonly string[]): number =>
  lines.flatMap((line) => line.split(/\s[|·•]\s/)).filter(isContact).length;

/** A sentence that ends stands above, and nothing that announces what follows. */
export function isSaidAbove(lines: readonly string[], at: number): boolean {
  return /\p{L}{2,}[.!)]{1,3}\s*$/u.test(lines[writtenAbove(lines, at)] ?? "");
}
