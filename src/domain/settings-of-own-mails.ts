import { count, oneOf, onOff, weekdays } from "./measure.ts";
import { type PreferenceSetting, preference } from "./setting.ts";

/** Settings of the mails that the person gets from us, what comes, when, and what it shows, and of what is kept. */
export const ownMailSettings: readonly PreferenceSetting[] = [
  preference("debrief", "debrief", onOff, "Whether you are asked how an interview went."),
  preference(
    "debrief-after",
    "debriefAfter",
    count("minutes", 0, 1440),
    "From an interview's end until you are asked.",
  ),
  preference(
    "shown-in-full",
    "shownInFull",
    count("digests", 1, 30),
    "A draft that you leave undecided is shown in full so often, then as one line.",
  ),
  preference(
    "drafts-folder",
    "draftsFolder",
    onOff,
    "Whether every draft that is offered is put into your Drafts folder as well: sending it from there approves it, deleting it there skips it.",
    "for all",
  ),
  preference(
    "confirm",
    "confirm",
    oneOf(["always", "doubts"]),
    "Whether a short mail tells what your answer to a digest did: always, or only where something was not understood.",
    "for all",
  ),
  preference("digest-days", "digestDays", weekdays, "The days on which a digest comes.", "for all"),
  preference(
    "sign-of-life",
    "signOfLife",
    onOff,
    "Whether a short mail comes after a week without any, so that you know that all is well.",
    "for all",
  ),
  preference(
    "links",
    "links",
    onOff,
    "Whether drafts in a digest have a link to a page; off ends those that are out. Needs PUBLIC_URL.",
    "for all",
  ),
  preference(
    "keep-texts",
    "keepTexts",
    count("days", 7, 3650),
    "How long the text of a mail is kept; one of an open candidacy, or of an open question, is kept until that is closed.",
    "for all",
  ),
];
