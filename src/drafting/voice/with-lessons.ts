import { type Language, languages } from "../../domain/language.ts";
import { formalities, type LanguageTone, type Lesson, type ToneProfile } from "../../domain/tone.ts";
import { neutral } from "./habits.ts";

const seenTwice = 2;

/**
 * Gives the profile with what the person's edits say on top: an edit counts more than old mail (POLICY 5). Of lessons that contradict each other,
 * the one last seen among those seen twice counts; where none was, the newest. The length is what their newest such edit left.
 * @param lessons from old to new
 */
export function withLessons(profile: ToneProfile, lessons: readonly Lesson[]): ToneProfile {
  const changed = languages.flatMap((language): readonly (readonly [Language, LanguageTone])[] => {
    const own = lessons.filter((lesson) => lesson.language === language);
    const tone = profile.languages[language] ?? neutral(0);
    const taught = taughtBy(tone, own);
    return taught === tone ? [] : [[language, taught]];
  });
  return changed.length === 0
    ? profile
    : { ...profile, languages: { ...profile.languages, ...Object.fromEntries(changed) } };
}

function taughtBy(tone: LanguageTone, lessons: readonly Lesson[]): LanguageTone {
  const wished = (rule: "greeting" | "sign_off") =>
    Object.fromEntries(
      formalities.flatMap((formality) => {
        const wants = settled(
          lessons.flatMap((one) => (one.rule === rule && one.formality === formality ? [one.wants] : [])),
        );
        return wants === undefined ? [] : [[formality, wants]];
      }),
    );
  const contracts = settled(lessons.flatMap((one) => (one.rule === "contractions" ? [one.wants] : [])));
  const exclaims = settled(lessons.flatMap((one) => (one.rule === "exclamation" ? [one.wants] : [])));
  const lengths = lessons.flatMap((one) => (one.rule === "shorter" || one.rule === "longer" ? [one] : []));
  const direction = settled(lengths.map(({ rule }) => rule));
  const wordsPerMail = lengths.findLast(({ rule }) => rule === direction)?.words;
  const [greetings, signOffs] = [wished("greeting"), wished("sign_off")];
  if (
    contracts === undefined &&
    exclaims === undefined &&
    wordsPerMail === undefined &&
    Object.keys(greetings).length + Object.keys(signOffs).length === 0
  )
    return tone;
  return {
    ...tone,
    greetings: { ...tone.greetings, ...greetings },
    signOffs: { ...tone.signOffs, ...signOffs },
    contracts: contracts ?? tone.contracts,
    exclaims: exclaims === undefined ? tone.exclaims : Number(exclaims),
    wordsPerMail: wordsPerMail ?? tone.wordsPerMail,
  };
}

/** Of what was wished for, from old to new: the last that was seen twice, else the newest. */
function settled<Wish>(wishes: readonly Wish[]): Wish | undefined {
  const count = (wish: Wish): number => wishes.filter((one) => one === wish).length;
  return wishes.findLast((wish) => count(wish) >= seenTwice) ?? wishes.at(-1);
}
