import { plainWords } from "../text/plain-words.ts";
import type { Letter } from "./letter.ts";
import { isOccupation } from "./occupations.ts";
import { saidInLines } from "./role-lines.ts";
import { hasOccupation, titleAtEnd, titleAtStart } from "./role-phrases.ts";
import { saidInTitles } from "./role-subjects.ts";
import { greeting, isEmployer, isOwn, type SaidRole, signatureAt } from "./said-role.ts";

/** A title in capitals anywhere in the text ("to identify a Head of Application Engineering"), for mails that name the role in no usual place. */
export function saidInPassing(letter: Letter, employer: string | null): readonly SaidRole[] {
  const found: SaidRole[] = [];
  const signed = signatureAt(letter.lines);
  for (const line of letter.lines.slice(0, Math.min(signed, 40))) {
    const words = letter.wordsOf(line);
    for (const [at, word] of words.entries()) {
      if (
        !isOccupation(word.text) ||
        (words[at + 1]?.cap === true && isOccupation(words[at + 1]?.text ?? ""))
      )
        continue;
      const title = titleAtEnd(line.slice(0, word.end));
      if (title === null || isEmployer(title, employer) || isOwn(title, letter) || greeting.test(line))
        continue;
      const context = line.slice(0, Math.max(0, word.end - title.length));
      // "our Chief Curator", "Walt Simmons, Director": a human's title.
      if (
        /(?:\b(?:our|my|your|his|her|their|the|with|by|from|and|us)\s|,\s|\(|\p{Lu}\p{Ll}+\s)$/u.test(
          context,
        ) &&
        !/\b(?:for|as|permanent|of)\s(?:the\s)?$/i.test(context)
      )
        continue;
      const whole = titleAtStart(line.slice(Math.max(0, word.end - title.length)));
      const named = title.includes(" ") && word.cap;
      if (
        named ||
        /\b(?:after|need|needs|want|wants|seeking|hire|become|hiring|looking for)\s(?:an?\s)?$/.test(context)
      )
        found.push({ title: whole ?? title, score: named ? 2.4 : title.includes(" ") ? 2.1 : 1 });
    }
  }
  return found;
}

/** The role as the quoted mails below name it, for answers that do not. */
export function saidBelow(letter: Letter, employer: string | null): readonly SaidRole[] {
  const found: SaidRole[] = [];
  let below = false;
  for (const raw of letter.message.text.slice(0, 6000).split("\n")) {
    below ||= quoteOpens.test(raw);
    if (!below && !raw.startsWith(">")) continue;
    const line = plainWords(raw).replace(/^[\s>]+/, "");
    const subject = /^(?:subject|betreff|objet|asunto|onderwerp|assunto)\s*:\s*(.+)$/i.exec(line)?.[1];
    const said =
      subject === undefined
        ? saidInLines({ ...letter, lines: [line, ""] }, employer)
        : saidInTitles({ ...letter, subject, title: "" }, employer);
    found.push(...said.filter(({ title, score }) => score > 4.2 && hasOccupation(title)));
  }
  return found;
}

const quoteOpens =
  /^\s*(?:-{3,}\s*\S.*-{3,}|(?:from|von|de|van|da)\s?:\s.*\S|_{10,})\s*$|(?:wrote|schrieb.*|a écrit|escribió|escreveu|schreef.*)\s?:\s*$/i;
