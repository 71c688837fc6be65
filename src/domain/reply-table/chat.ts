import { languages } from "../language.ts";
import { lexemesIn } from "./lexemes.ts";
import { list } from "./shape.ts";
import { spellings } from "./spelling.ts";
import { replyWords } from "./table.ts";

/** Words of praise, thanks and goodbye: a line of nothing else changes nothing of what stands beside it (POLICY 7.7). */
const praise = list(
  `great, perfect, nice, good, lovely, wonderful, excellent, brilliant, super, awesome, fantastic, love, like, it, this, that's, it's, so, very, really,
   much, a, lot, work, job, well, done, you, for, your, the, help, have, day, weekend, evening, morning, one, take, care, talk, soon, sent, best, yours,
   sincerely, looks, sounds, that, is, i, from, my, phone, afternoon, night, speak, many, kind, warm, wishes,
   klasse, toll, prima, gut, sehr, schön, schöner, schönen, schönes, wunderbar, tag, abend, wochenende, wirklich, das, ist, für, die, deine, hilfe, arbeit,
   und, auch, dir, ihnen, tausend, guten, beste, herzliche, herzlichen, freundliche, mit,
   parfait, parfaite, génial, très, bien, bon, bonne, beau, journée, soirée, weekend, week-end, travail, c'est, pour, ton, votre, aide, beaucoup, à, bientôt, et,
   excelente, perfecto, perfecta, genial, muy, bueno, buena, buen, trabajo, día, tarde, noche, fin, de, semana, por, tu, su, ayuda, mil, que, tengas, tenga, un,
   mooi, goed, fijn, fijne, heel, erg, werk, dag, avond, avonds, voor, je, uw, hulp, en, een, veel, top, hartelijk, super,
   perfeito, perfeita, ótimo, ótima, muito, bom, boa, trabalho, dia, noite, pela, ajuda, fim, semana, bem, até, logo, e, um, uma`,
);

const harmless: ReadonlySet<string> = new Set(
  [...praise, ...languages.flatMap((language) => replyWords[language].courtesies)]
    .flatMap((words) => words.split(/[\s'’]+/))
    .flatMap(spellings),
);

const longestChat = 160;

/** True for a line of praise, thanks or goodbye and of nothing else, dots behind it or not. A question mark, a figure or a single other word makes it something else. */
export const isChat = (line: string): boolean =>
  line.length <= longestChat &&
  lexemesIn(
    line
      .normalize("NFC")
      .toLowerCase()
      .replace(/[‘’ʼ`´'¡]/g, " "),
  ).every(
    ({ type, text }) =>
      type === "sign" || type === "dash" || text.startsWith("..") || (type === "word" && harmless.has(text)),
  );
