import type { Letter } from "./letter.ts";
import { wordsIn } from "./name-runs.ts";
import { isPersonName } from "./person-name.ts";
import { hasOccupation, titleAtEnd, titleAtStart } from "./role-phrases.ts";
import { opener } from "./role-subjects.ts";
import {
  greeting,
  isEmployer,
  isOwn,
  looksNamed,
  type SaidRole,
  signatureAt,
  withoutEmployer,
} from "./said-role.ts";

const trade =
  "role|position|post|job|vacancy|opening|opportunity|internship|placement|seat|brief|assignment|search|req|apprenticeship|interview|application|contract|places?|questions|spot";
const before = new RegExp(
  String.raw`\s(?:${trade})\b(?!\s+(?:title|board|alert|centre|center|offer|market|search|description))`,
  "gi",
);
const after =
  /\b(?:applications?(?:\s(?:from|of|by)\s\S+)?\sfor|(?:application|applications|applied|applying|apply|interview(?:s|ed|ing)?|considered|consideration|candidacy|shortlisted|selected|selection|search|recruitment|recruiting|looking|hiring|hand|contract|interest|appointment|process|chosen|perfect)\s+(?:you\s)?(?:for|as|to|in)|seeking|identify|(?:position|role|post|job|vacancy|opening|opportunity|place|seat|advert|title|offer|contract)\s+(?:of|as|for|is|called)|join(?:ing)?\s+(?:\S+\s){1,6}?as|work(?:ing)?\s+as|bewerb\S*\s+(?:als|um|auf|für)|bei uns\s+als|sich\s+als|dich\s+(?:\S+\s){0,4}als|stelle\s+(?:als|der|des|einer|eines|zur|zum|im)|position\s+(?:als|der|des)|postes?\s+(?:de|du)|postulé\s+(?:au|pour)|candidature\s+(?:de|au|pour|comme|à)|l'offre|puesto\s+de|vacante\s+de|plaza\s+de|cargo\s+de|solicitud\s+(?:para|de)|candidatura\s+(?:a|para|à|de|ao)|ronda para|selección\s+(?:de|para)|functie\s+van|vacature\s+(?:voor|van)|sollicitatie\s+(?:als|op|voor)|plek\s+van|rol\s+van|gesolliciteerd\s+(?:op|als)|vaga\s+(?:de|para)|função\s+de|seletivo\s+para|inscrição\s+para|posição\s+(?:de)?|concurso\s+para|posición\s+de|appointment\s+of|devenir|werden|worden)(?=[\s:])|\b(?:postes?|candidature|l'emploi)\s+d'|\b(?:[Pp]osition|[Rr]ole|[Pp]ost|[Vv]acancy|[Ss]telle|[Pp]oste|[Pp]uesto|[Ff]unctie|[Vv]acature|[Vv]aga|[Cc]onvocatoria|[Tt]itle|[Aa]ppointment of)(?=\s["«“]?\s?\p{Lu})/giu;
const labelled =
  /^(?:job(?: title)?|position(?: title)?|role(?: title)?|post|title|vacancy|opening|opportunity|requisition|result for|your result for|applied for|regarding|re|betreff|stelle|poste|puesto|cargo|functie|vacature|vaga|what|topic|event(?: type| name)?|subject|you have applied for|you applied for)(?:\s*:\s*|\s{2,})(.{3,90})$/iu;

/** Phrases of the text: behind "application for", before "role", under a label, or a heading of its own. */
export function saidInLines(letter: Letter, employer: string | null): readonly SaidRole[] {
  const found: SaidRole[] = [];
  const add = (title: string | null, withHead: number, without: number): void => {
    if (title === null || isEmployer(title, employer) || isOwn(title, letter)) return;
    const plain = withoutEmployer(title, employer);
    const score = hasOccupation(plain) ? withHead : looksNamed(plain) ? without : 0;
    if (score > 0) found.push({ title: plain, score: score - Math.min(found.length, 5) * 0.1 });
  };
  const signed = signatureAt(letter.lines);
  // Outside English a title is often in lower case, and no list holds them all: "puesto de tramitador".
  const foreign = (title: string, mark: string): void => {
    if (/^(?:stelle|poste|puesto|vacante|functie|vaga|função)/i.test(mark) && title.split(" ").length <= 6)
      found.push({ title, score: 2.4 });
  };
  for (const [at, line] of letter.lines.slice(0, 60).entries()) {
    const label = labelled.exec(line)?.[1];
    if (label !== undefined) {
      const pieces = label.split(/\s+[-–—|]\s+|:\s/);
      add(
        pieces
          .map((piece) => titleAtStart(piece.replace(opener, "")))
          .find((title) => title !== null && hasOccupation(title)) ?? titleAtStart(pieces[0] ?? ""),
        6.5,
        2.5,
      );
    }
    for (const mark of line.matchAll(before)) {
      const title = titleAtEnd(line.slice(Math.max(0, mark.index - 95), mark.index));
      add(title, 5, /^\s(?:role|position|post|vacancy|job|internship)/i.test(mark[0]) ? 2.6 : 0);
      // "the in-house reviser position": no list holds every trade.
      if (
        title !== null &&
        /^\p{Ll}/u.test(title) &&
        title.split(" ").length <= 3 &&
        !hasOccupation(title) &&
        /^\s(?:role|position|post|vacancy)\b/i.test(mark[0])
      )
        found.push({ title, score: 2.05 });
    }
    for (const mark of line.matchAll(after)) {
      const strong =
        /^(?:appl|position|role|post|vacanc|bewerb|stelle|candidature|puesto|vacante|functie|vaga|função|interview\w*\s(?:for|as)|selecc|seletivo|sollicit|considered)/i.test(
          mark[0],
        );
      const title = titleAtStart(line.slice(mark.index + mark[0].length, mark.index + mark[0].length + 110));
      const exact =
        /^(?:position|role|post|vacancy|stelle|poste|puesto|vacante|functie|vaga|função)\S*\s\S/i.test(
          mark[0],
        );
      // "die Stelle einer wissenschaftlichen Mitarbeiterin"
      const nominative = /^stelle\s(?:einer|der)/i.test(mark[0])
        ? (title?.replace(/^(\p{Ll}+e)n(?=\s\p{Lu})/u, "$1") ?? null)
        : title;
      if (exact && nominative !== null && !hasOccupation(nominative)) foreign(nominative, mark[0]);
      add(
        nominative,
        exact ? 6.6 : strong ? 5 : 3.5,
        strong && /(?:for|as|of|als|de|para|van|op|voor)\s*$/i.test(mark[0]) ? 2.3 : 0,
      );
    }
    if (
      at < signed &&
      line.length <= 80 &&
      at < 12 &&
      /^[\p{Lu}\d]/u.test(line) &&
      !/[.!?]$/.test(line) &&
      !greeting.test(line)
    ) {
      const piece = (line.split(/,\s|\s+[-–—|]\s+|\s{2,}|\s\(/)[0] ?? "").replace(
        /^(?:[A-Z]{1,4}-)?\d{3,}\S*\s/,
        "",
      );
      const title = titleAtStart(capitalised(piece));
      const words = wordsIn(piece);
      if (
        title !== null &&
        hasOccupation(title) &&
        words.every((word) => word.cap || word.text.length < 4) &&
        words.length <= 7 &&
        !isPersonName(piece)
      )
        add(title, 4, 0);
    }
  }
  return found;
}

/** "PARKS AND GARDENS OFFICER" -> "Parks and Gardens Officer"; short capitals like "HGV" stay. */
const capitalised = (text: string): string =>
  text === text.toUpperCase() && text.length > 6
    ? text.replace(/\p{Lu}+/gu, (word) =>
        /^(?:AND|OF|FOR|THE|IN)$/.test(word)
          ? word.toLowerCase()
          : word.length > 3
            ? word.charAt(0) + word.slice(1).toLowerCase()
            : word,
      )
    : text;
