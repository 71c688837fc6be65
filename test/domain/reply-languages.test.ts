import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { kinds } from "../../src/domain/assessment.ts";
import { readCommandLine } from "../../src/domain/command-words.ts";
import { kindSaid } from "../../src/domain/kind-words.ts";
import { languages } from "../../src/domain/language.ts";
import { dayMeant } from "../../src/domain/later.ts";
import { pauseEnd } from "../../src/domain/pause-length.ts";
import { kindsElsewhere } from "../../src/domain/reply-table/kinds.ts";
import { lexemesIn } from "../../src/domain/reply-table/lexemes.ts";
import { type Meaning, meaningOf } from "../../src/domain/reply-table/roles.ts";
import { verbs } from "../../src/domain/reply-table/shape.ts";
import { spellings } from "../../src/domain/reply-table/spelling.ts";
import { replyWords } from "../../src/domain/reply-table/table.ts";
import { digestItems, doubtsIn, saidIn } from "./reply-said.ts";

describe("clear answers in six languages", () => {
  test.each<[string, string[]]>([
    ["1 ja, 2 nein", ["approve 1", "skip 2"]],
    ["1 oui, 2 non", ["approve 1", "skip 2"]],
    ["1 sí, 2 no", ["approve 1", "skip 2"]],
    ["1 si, 2 no", ["approve 1", "skip 2"]],
    ["1 ja, 2 nee", ["approve 1", "skip 2"]],
    ["1 sim, 2 não", ["approve 1", "skip 2"]],
    ["2 freigeben", ["approve 2"]],
    ["Entwurf 2 senden", ["approve 2"]],
    ["ok für 1 und 3", ["approve 1", "approve 3"]],
    ["D'accord pour 1", ["approve 1"]],
    ["1 ok, viele Grüße", ["approve 1"]],
    ["1 oui, s’il te plaît", ["approve 1"]],
    ["alle außer 2", ["approve 1", "approve 3"]],
    ["alle ausser 2", ["approve 1", "approve 3"]],
    ["tous sauf 2", ["approve 1", "approve 3"]],
    ["todos menos 2", ["approve 1", "approve 3"]],
    ["todos menos 1 y 2", ["approve 3"]],
    ["alle behalve 2", ["approve 1", "approve 3"]],
    ["todos exceto 2", ["approve 1", "approve 3"]],
    ["1 bis 3 ok", ["approve 1", "approve 2", "approve 3"]],
    ["de 1 à 3 ok", ["approve 1", "approve 2", "approve 3"]],
    ["1 t/m 3 ok", ["approve 1", "approve 2", "approve 3"]],
    ["eins und drei ok", ["approve 1", "approve 3"]],
    ["un et trois ok", ["approve 1", "approve 3"]],
    ["uno y tres ok", ["approve 1", "approve 3"]],
    ["1 überspringen", ["skip 1"]],
    ["1 nicht senden", ["skip 1"]],
    ["1 n'envoie pas", ["skip 1"]],
    ["1 no lo envíes", ["skip 1"]],
    ["1 overslaan", ["skip 1"]],
    ["1 nao enviar", ["skip 1"]],
    ["3 später Freitag", ["later 3 freitag"]],
    ["3 spaeter bis Montag", ["later 3 montag"]],
    ["3 plus tard demain", ["later 3 demain"]],
    ["3 después el 12 de junio", ["later 3 12 de junio"]],
    ["3 mas tarde manana", ["later 3 manana"]],
    ["3 uitstellen tot maandag", ["later 3 maandag"]],
    ["3 adiar depois de amanhã", ["later 3 depois de amanhã"]],
    ["3 depois segunda-feira", ["later 3 segunda-feira"]],
    ["rückgängig 1", ["undo 1"]],
    ["5 rouvrir", ["reopen 5"]],
    ["cerrar 5", ["close 5"]],
    ["6 wurde gesendet", ["was_sent 6"]],
    ["6 opnieuw versturen", ["send_again 6"]],
    ["warum 3?", ["why 3"]],
    ["3 pourquoi ?", ["why 3"]],
    ["4 ist Absage", ["is 4 rejection"]],
    ["4 est un refus", ["is 4 rejection"]],
    ["4 es una invitación", ["is 4 interview_invitation"]],
    ["4 is een aanbod, graag", ["is 4 offer"]],
    ["4 é uma recusa", ["is 4 rejection"]],
    ["1 ja und 4 ist eine Zusage", ["is 4 offer", "approve 1"]],
  ])("%s", (text, expected) => {
    expect(saidIn(text)).toEqual(expected);
    expect(doubtsIn(text)).toEqual([]);
  });

  test("every verb of the table is understood behind a number and in front of one, with and without its accents", () => {
    for (const language of languages)
      for (const verb of verbs)
        for (const word of replyWords[language].verbs[verb]) {
          const item = verb === "send_again" || verb === "was_sent" ? 6 : 1;
          // "Si 1" may be a French "if".
          for (const text of [`${item} ${word}`, `${word === "si" ? "sí" : word} ${item}`]) {
            expect([text, saidIn(text).length]).toEqual([text, 1]);
          }
        }
  });
});

describe("the table itself", () => {
  const texts = (words: unknown): readonly string[] =>
    typeof words === "string"
      ? [words]
      : typeof words === "object" && words !== null
        ? Object.values(words).flatMap(texts)
        : [];
  const keyOf = (word: string): string =>
    lexemesIn(word)
      .map(({ text }) => text)
      .join(" ");
  const keys = new Set(
    texts(Object.values(replyWords)).flatMap((word) => [word, ...spellings(word)].map(keyOf)),
  );
  const meanings: readonly Meaning[] = [...keys].flatMap((key) => meaningOf(key) ?? []);

  test("no word is two answers, and what is two things in two languages is known", () => {
    const other = meanings.filter(
      ({ roles }) => [...roles].filter((role) => !["sends", "courtesy", "towards"].includes(role)).length > 1,
    );
    expect(
      other.map(({ texts, roles }) => `${texts.join(" ")}: ${[...roles].toSorted().join(", ")}`),
    ).toMatchInlineSnapshot(`
      [
        "y: and, yes",
        "except: brake, except",
        "but: brake, except",
        "nein: brake, no",
        "nee: brake, no",
        "außer: brake, except",
        "ausser: brake, except",
        "non: brake, no",
        "sauf: brake, except",
        "si: brake, yes",
        "excepto: brake, except",
        "salvo: brake, except",
        "para: before, brake",
        "behalve: brake, except",
        "não: brake, no",
        "nao: brake, no",
        "exceto: brake, except",
      ]
    `);
  });

  test("no word names two kinds of mail", () => {
    const words = kinds.flatMap((kind) => kindsElsewhere[kind].map((word) => ({ word, kind })));
    for (const { word, kind } of words) expect([word, kindSaid(word)]).toEqual([word, kind]);
  });

  test("every word is written as it is compared", () => {
    for (const { texts: own } of meanings)
      expect(lexemesIn(own.join(" ")).map(({ text }) => text)).toEqual(own);
  });
});

const friday = Temporal.PlainDate.from("2026-05-22");
const meant = (words: string): string | undefined => dayMeant(words, friday)?.toString();

describe("days behind `later`, said on Friday 22 May 2026", () => {
  test.each([
    ["morgen", "2026-05-23"],
    ["mañana", "2026-05-23"],
    ["après-demain", "2026-05-24"],
    ["depois de amanhã", "2026-05-24"],
    ["nächste Woche", "2026-05-25"],
    ["la semaine prochaine", "2026-05-25"],
    ["la semana que viene", "2026-05-25"],
    ["volgende week", "2026-05-25"],
    ["próxima semana", "2026-05-25"],
    ["in zwei Wochen", "2026-06-05"],
    ["dans 3 jours", "2026-05-25"],
    ["over een week", "2026-05-29"],
    ["daqui a 2 dias", "2026-05-24"],
    ["bis zum 12. Juni", "2026-06-12"],
    ["le 1er juin", "2026-06-01"],
    ["el 12 de junio", "2026-06-12"],
    ["12.6.", "2026-06-12"],
    ["12.06.2026", "2026-06-12"],
    ["dimanche", "2026-05-24"],
    ["so", "2026-05-24"],
    ["terça", "2026-05-26"],
    ["terca-feira", "2026-05-26"],
  ])("%s is %s", (words, day) => expect(meant(words)).toBe(day));

  test("every weekday and month of every language is the right one", () => {
    for (const language of languages) {
      const { weekdays, months } = replyWords[language].days;
      expect([weekdays.length, months.length]).toEqual([7, 12]);
      for (const [at, names] of weekdays.entries())
        for (const name of names)
          expect([name, Temporal.PlainDate.from(meant(name) ?? "").dayOfWeek]).toEqual([name, at + 1]);
      for (const [at, names] of months.entries())
        for (const name of names)
          expect([name, meant(`3 ${name}`)?.slice(5)]).toEqual([name, `${`${at + 1}`.padStart(2, "0")}-03`]);
    }
  });

  test("an abbreviation that is a word elsewhere counts only behind `later`, at the end", () => {
    expect(saidIn("3 später fr")).toEqual(["later 3 fr"]);
    expect(saidIn("3 later so I can think")).toEqual([]);
  });
});

describe("told at any time", () => {
  test.each([
    ["Pause 2 Wochen", { type: "pause", length: "2 Wochen" }, "2026-06-05"],
    ["pausieren für zehn Tage", { type: "pause", length: "für zehn Tage" }, "2026-06-01"],
    ["pause jusqu'à lundi", { type: "pause", length: "jusqu'à lundi" }, "2026-05-25"],
    ["pausa hasta el 12 de junio", { type: "pause", length: "hasta el 12 de junio" }, "2026-06-12"],
    ["pauze tot maandag", { type: "pause", length: "tot maandag" }, "2026-05-25"],
    ["pausa um mês", { type: "pause", length: "um mês" }, "2026-06-22"],
  ])("%s", (line, command, end) => {
    expect(readCommandLine(line)).toEqual({ type: "command", command });
    expect(pauseEnd(command.length, friday)).toEqual({ ok: true, value: Temporal.PlainDate.from(end) });
  });

  test.each([
    ["Hilfe", "help"],
    ["aide", "help"],
    ["estado", "status"],
    ["stand van zaken?", "status"],
    ["fortsetzen, bitte", "resume"],
    ["reprendre", "resume"],
  ])("%s is %s", (line, type) =>
    expect(readCommandLine(line)).toEqual({ type: "command", command: { type } }),
  );

  test.each(["Pause", "stopp", "arrête tout", "parar", "uitschrijven", "pausa para pensar"])(
    "%s is asked back with the choices (POLICY 7.5)",
    (line) => {
      const read = readCommandLine(line);
      expect(read.type === "doubt" && read.question).toMatch(/"pause 2w"/);
    },
  );

  test.each(["Die Pause war kurz", "mon état de santé", "ayuda a todos", "ik help je graag"])(
    "%s is prose",
    (line) => expect(readCommandLine(line)).toEqual({ type: "none" }),
  );
});

test("both is all where the digest has two drafts, and is asked back where it has not", () => {
  const two = digestItems.filter(({ n }) => n !== 3);
  for (const words of [
    "both ok",
    "beide ok",
    "les deux ok",
    "ambos ok",
    "allebei ok",
    "os dois ok",
    "ok beide",
  ]) {
    expect(saidIn(words, two), words).toEqual(["approve 1", "approve 2"]);
    expect(saidIn(words), words).toEqual([]);
    expect(doubtsIn(words)[0], words).toContain("two drafts");
  }
});
