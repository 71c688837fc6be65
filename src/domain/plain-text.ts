/** Text of strangers made fit to be stored and shown. Characters are named by number because they cannot be seen. */

/**
 * Bidirectional controls, invisible operators, soft hyphen, byte order mark: they change what a reader believes to see. So do fillers that show
 * nothing, and the tag characters, with which whole sentences can be written that only a machine reads (POLICY 8.9).
 */
const unseen =
  /\u034f|[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0]|[\u{e0000}-\u{e007f}]/gu;

/** Joiners have an honest use in some scripts and in emoji, never between Latin letters (POLICY 8.9). */
const joinersInWords = /(?<=[\p{Script=Latin}\d])[\u200c\u200d]+(?=[\p{Script=Latin}\d])/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Gives the text with line feeds only, without control, bidirectional and invisible characters; a word broken by them is whole again. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(controls, "")
    .replace(unseen, "")
    .replace(joinersInWords, "");

/** The same on one line: what is shown as a name or a subject cannot start a line of its own. */
export const cleanLine = (text: string): string =>
  cleanText(text.replace(/[\r\n\t\v\f\u0085\u2028\u2029]+/g, " "))
    .replace(/ {2,}/g, " ")
    .trim();
