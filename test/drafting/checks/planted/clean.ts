import type { DraftBasis } from "../../../../src/domain/draft-basis.ts";
import type { FollowUpKind } from "../../../../src/domain/follow-up.ts";
import { type Language, languages } from "../../../../src/domain/language.ts";
import { chanceOf } from "../../../season/chance.ts";
import { settingOf } from "./bases.ts";
import { cleanEnglish } from "./clean-english.ts";
import { cleanDutch, cleanFrench, cleanGerman, cleanPortuguese, cleanSpanish } from "./clean-others.ts";

/** Kind, greeting, body and sign-off, with slots in braces. */
export type CleanDraft = readonly [kind: FollowUpKind, greeting: string, body: string, signOff: string];

const drafts: Readonly<Record<Language, readonly CleanDraft[]>> = {
  en: cleanEnglish,
  de: cleanGerman,
  fr: cleanFrench,
  es: cleanSpanish,
  nl: cleanDutch,
  pt: cleanPortuguese,
};

export type Case = {
  readonly text: string;
  readonly basis: DraftBasis;
  readonly language: Language;
  readonly kind: FollowUpKind;
};

/** How many wordings there are. */
export const wordings: number = languages.reduce((sum, language) => sum + drafts[language].length, 0);

/** Every wording, over and over with other names, days and roles, until there are `count`. */
export function cleanCases(count: number, seed: string): readonly Case[] {
  const all = languages.flatMap((language) => drafts[language].map((draft) => ({ language, draft })));
  return Array.from({ length: count }, (_, at) => {
    const { language, draft } = all[at % all.length] ?? { language: "en" as const, draft: cleanEnglish[0] };
    if (draft === undefined) throw new Error("there is no wording");
    return filled(draft, language, `${seed} ${at}`);
  });
}

function filled([kind, greeting, body, signOff]: CleanDraft, language: Language, seed: string): Case {
  const { basis, slots } = settingOf(kind, language, chanceOf(seed));
  const text = `${greeting}\n\n${body}\n\n${signOff}\n{me}`.replaceAll(
    /\{(\w+)\}/g,
    (whole, name: string) => slots[name] ?? whole,
  );
  return { text, basis, language, kind };
}
