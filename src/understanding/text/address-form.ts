import type { Language } from "../../domain/language.ts";

/** The words by which one speaks to somebody, in languages that have two ways of it. Whole words; the beginning of a sentence tells nothing where capitals matter. */
type Forms = { readonly familiar: RegExp; readonly formal: RegExp };

const forms: Readonly<Partial<Record<Language, Forms>>> = {
  de: {
    familiar: word("du|dich|dir|dein(?:e[mnrs]?)?|euch|euer|eure[mnrs]?", "iu"),
    // "Sie" at the beginning of a sentence may be she or they.
    formal: midSentence("Sie|Ihnen|Ihr(?:e[mnrs]?)?"),
  },
  fr: {
    familiar: word("tu|toi|ton|tes", "iu"),
    formal: word("(?<!rendez-)vous|votre|vos", "iu"),
  },
  es: {
    familiar: word("tú|tu|tus|te|ti|contigo|tuy[oa]s?", "iu"),
    formal: word("usted(?:es)?|uds?|su|sus", "iu"),
  },
  nl: {
    familiar: word("je|jij|jou|jouw|jullie", "iu"),
    formal: word("u|uw", "iu"),
  },
  // In Brazil "te" stands beside "você", which is no more familiar than "you".
  pt: {
    familiar: word("tu|ti|teus?|tuas?|contigo", "iu"),
    formal: word("você|vc|senhor(?:a)?|sr|sra|v\\. ?ex", "iu"),
  },
};

/**
 * True where whoever wrote these mails says du, tu, tú or je to the person and never Sie, vous, usted or u. Where nothing tells, or both stand
 * there, false: the formal word offends nobody. English has one form only.
 * @param mails newest texts, without what they quote
 */
export function isFamiliar(mails: readonly string[], language: Language): boolean {
  const form = forms[language];
  return (
    form !== undefined &&
    mails.some((mail) => form.familiar.test(mail)) &&
    !mails.some((mail) => form.formal.test(mail))
  );
}

function word(words: string, flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}\\d'’])(?:${words})(?![\\p{L}\\p{M}])`, flags);
}

/** Behind a word, or a comma, of the same sentence. */
function midSentence(words: string): RegExp {
  return new RegExp(`(?<=[\\p{L}\\d,;] {1,3}|[\\p{L},]\\n)(?:${words})(?![\\p{L}\\p{M}])`, "u");
}
