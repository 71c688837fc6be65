import type { Language } from "./language.ts";

/** "Your client", formal and familiar, as it stands behind the preposition with which templates of that language name an employer ("bei Ihrem Kunden"). */
const yourClient: Readonly<Record<Language, { readonly formal: string; readonly familiar: string }>> = {
  en: { formal: "your client", familiar: "your client" },
  de: { formal: "Ihrem Kunden", familiar: "deinem Kunden" },
  fr: { formal: "votre client", familiar: "ton client" },
  es: { formal: "su cliente", familiar: "tu cliente" },
  nl: { formal: "uw opdrachtgever", familiar: "je opdrachtgever" },
  pt: { formal: "seu cliente", familiar: "teu cliente" },
};

/** Gives the employer as a mail to them, or to their recruiter, speaks of them: an agency's unnamed client (POLICY 8.5) is "your client". */
export function spokenEmployer(employer: string, language: Language, informal: boolean): string {
  if (!/^a client of /i.test(employer)) return employer;
  return yourClient[language][informal ? "familiar" : "formal"];
}
