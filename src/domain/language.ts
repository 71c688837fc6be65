/** The languages in which mail is read and drafts are written. */
export const languages = ["en", "de", "fr", "es", "nl", "pt"] as const;
export type Language = (typeof languages)[number];
