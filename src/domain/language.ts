/** The languages in which mail is read and drafts are written. */
export const languages = ["en", "de", "fr", "es", "nl", "pt"] as const;
export type Language = (typeof languages)[number];

/** What each is called in English. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: "English",
  de: "German",
  fr: "French",
  es: "Spanish",
  nl: "Dutch",
  pt: "Portuguese",
};
