import { by, type Case } from "./case.ts";
import type { ClientName } from "./clients.ts";
import type { Language } from "./words.ts";

type Row = readonly [
  id: string,
  client: ClientName,
  digest: string,
  answer: string,
  expects: string | readonly string[],
  language?: Language,
];

/** What telephones and haste make of an answer, and what is said without a number. */
const rows: readonly Row[] = [
  // Exactly one thing to answer: a word is enough (POLICY 7.1).
  ["bare-ok", "gmail_phone", "one", "ok", "1 approve"],
  ["bare-Ok-stop", "ios", "one", "Ok.", "1 approve"],
  ["bare-yes-thanks", "outlook_phone", "one", "Yes, thanks", "1 approve"],
  ["bare-thumb", "gmail_phone", "one", "👍", "1 approve"],
  ["bare-brown-thumb", "galaxy", "one", "👍🏾", "1 approve"],
  ["bare-send", "yahoo", "one", "send", "1 approve"],
  ["bare-go-ahead", "apple_mail", "one", "Go ahead!", "1 approve"],
  ["bare-no", "k9", "one", "no", "1 skip"],
  ["bare-skip", "outlook_web", "one", "Skip", "1 skip"],
  ["bare-later-fri", "gmail_web", "one", "later fri", "1 later friday"],
  ["bare-ok-named", "ios", "one", "Ok\n\nSam", "1 approve"],
  ["bare-ja", "ios", "one", "Ja", "1 approve", "de"],
  ["bare-oui", "gmail_phone", "one", "Oui merci", "1 approve", "fr"],
  ["bare-si", "outlook_phone", "one", "Sí", "1 approve", "es"],
  ["bare-question-yes", "gmail_web", "asked", "yes", "1 yes"],
  ["bare-question-ok", "ios", "asked", "Ok", "1 yes"],
  ["bare-question-no", "proton", "asked", "No", "1 no"],
  ["bare-question-nee", "k9", "asked", "nee", "1 no", "nl"],
  // With more to answer it is asked back.
  ["bare-of-two", "gmail_phone", "two", "ok", "ask_back"],
  ["bare-of-five", "ios", "five", "Yes", "ask_back"],
  ["bare-thumb-of-five", "outlook_phone", "five", "👍", "ask_back"],
  // Signs, marks, words for numbers.
  ["sign-stop", "ios", "five", "1.OK", "1 approve"],
  ["sign-bracket", "thunderbird", "five", "1) ok", "1 approve"],
  ["sign-hash", "gmail_web", "five", "#1 ok", "1 approve"],
  ["sign-bangs", "galaxy", "five", "1 ok!!", "1 approve"],
  ["sign-thx", "gmail_phone", "five", "1 OK thx", "1 approve"],
  ["sign-verb-first", "yahoo", "five", "Ok 1", "1 approve"],
  ["sign-thumb-first", "ios", "five", "👍 1", "1 approve"],
  ["sign-please", "outlook_web", "five", "Please skip 2", "2 skip"],
  ["numbers-range", "apple_mail", "five", "1-3 ok", "1 approve; 2 approve; 3 approve"],
  ["numbers-long-dash", "ios", "five", "1 – 3 ok", "1 approve; 2 approve; 3 approve"],
  ["numbers-beside", "gmail_phone", "five", "1 2 ok", "1 approve; 2 approve"],
  ["numbers-words", "outlook_desktop", "five", "one and three ok", "1 approve; 3 approve"],
  ["numbers-ampersand", "proton", "five", "1 & 3 ok", "1 approve; 3 approve"],
  ["numbers-line", "k9", "five", "1 ok 2 skip 3 later monday", "1 approve; 2 skip; 3 later monday"],
  ["numbers-send", "gmail_web", "five", "2 send", "2 approve"],
  ["later-date", "outlook_desktop", "five", "2 later 12 June", "2 later 2026-06-12"],
  ["later-week", "yahoo", "five", "2 later next week", "2 later next week"],
  // A keyboard that knows better: never guessed.
  ["typo-I", "ios", "five", "I ok", "ask_back"],
  ["typo-of", "gmail_phone", "five", "1 of", ["ask_back", "nothing"]],
  ["typo-ik", "galaxy", "five", "1 ik", ["ask_back", "nothing"], "nl"],
  // What was decided is taken back, or told.
  ["undo-first", "ios", "decided", "undo 1", "1 undo"],
  ["undo-behind", "gmail_web", "decided", "1 undo", "1 undo"],
  ["undo-skip", "outlook_web", "decided", "2 undo", "2 undo"],
  ["undo-and-yes", "thunderbird", "decided", "undo 1\n3 no", "1 undo; 3 no"],
  ["undo-nothing", "k9", "five", "undo 1", ["ask_back", "1 undo"]],
  ["help", "gmail_web", "five", "help", "help"],
  ["why", "apple_mail", "five", "why 2", "why"],
  ["pause-length", "ios", "five", "pause 2w", "pause 2w"],
  ["related-yes", "gmail_web", "mixed", "1 ok\n2 yes\n3 no", "1 approve; 2 yes; 3 no"],
  ["reopened-close", "outlook_web", "mixed", "4 close", "4 close"],
];

export const shortAnswers: readonly Case[] = rows.map(
  ([id, client, digest, answer, expects, language = "en"]): Case =>
    by(client, [id, digest, answer, expects], { language }),
);
