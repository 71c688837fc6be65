/** What reads mail is not there, or is closing: no fault of the mail, which is met again. */
export class ReaderAway extends Error {}
