import { by, type Case } from "./case.ts";
import type { ClientName } from "./clients.ts";
import type { Language } from "./words.ts";

type Row = readonly [ClientName, string, string, string | readonly string[], Language?];

/** Contradictions, doubts and chat about the digest "five": asked back or left alone, never guessed (POLICY 7.1, 7.2, 7.5, 7.7). */
const rows: readonly Row[] = [
  ["gmail_web", "contradiction", "1 ok\n1 skip", "ask_back"],
  ["outlook_desktop", "contradiction-and-clear", "1 ok\n1 skip\n2 ok", "2 approve; ask_back"],
  ["ios", "unknown-number", "9 ok", "ask_back"],
  ["gmail_phone", "clear-and-unknown", "1 ok\n9 skip", "1 approve; ask_back"],
  ["apple_mail", "approves-a-candidacy", "5 ok", "ask_back"],
  ["k9", "maybe", "1 maybe", "ask_back"],
  ["proton", "stop", "stop", "ask_back"],
  ["yahoo", "unsubscribe", "Unsubscribe", "ask_back"],
  ["outlook_web", "pause-alone", "pause", "ask_back"],
  ["gmail_web", "wait-en", "1 ok but wait until I have talked to them", "ask_back"],
  ["ios", "wait-below", "1 ok\nActually, don't", "ask_back"],
  ["outlook_phone", "wait-de", "1 ok, aber warte noch", "ask_back", "de"],
  ["gmail_phone", "wait-fr", "1 ok mais attends", "ask_back", "fr"],
  ["galaxy", "wait-es", "1 ok pero espera", "ask_back", "es"],
  ["k9", "wait-nl", "1 ok maar wacht nog even", "ask_back", "nl"],
  ["yahoo", "wait-pt", "1 ok mas espera", "ask_back", "pt"],
  ["thunderbird", "not-yet-de", "1 noch nicht", "ask_back", "de"],
  ["ios", "not-en", "do not send 1", ["1 skip", "ask_back"]],
  ["gmail_web", "all-but-unknown", "all except 18", "ask_back"],
  ["outlook_desktop", "all-no-verb", "all", ["ask_back", "nothing"]],
  // Second thoughts, wherever they stand.
  ["ios", "thought-below-thanks", "1 ok\nThanks\nActually wait", "ask_back"],
  ["gmail_web", "thought-below-name", "1 ok\n\nBest regards,\nSam\n\nWait, not yet", "ask_back"],
  ["gmail_phone", "thought-like-a-footer", "1 ok\nSent by mistake, wait", "ask_back"],
  ["outlook_web", "thought-de", "1 ok\n\nViele Grüße\nSam\n\nDoch nicht, bitte warten", "ask_back", "de"],
  ["k9", "thought-fr", "1 ok\nMerci\nAttends, pas encore", "ask_back", "fr"],
  ["yahoo", "thought-es", "1 ok\n\nUn saludo,\nSam\n\nEspera, todavía no", "ask_back", "es"],
  ["thunderbird", "thought-nl", "1 ok\nBedankt\nWacht, toch niet", "ask_back", "nl"],
  ["galaxy", "thought-pt", "1 ok\nObrigado\nEspera, ainda não", "ask_back", "pt"],
  // Numbers inside prose never count.
  [
    "gmail_web",
    "prose-people",
    "I talked to 2 people yesterday and the 3 of us agreed on Monday.",
    ["nothing", "ask_back"],
  ],
  ["apple_mail", "prose-time", "Could you call me at 1 pm?", ["nothing", "ask_back"]],
  ["ios", "prose-ok", "That looks ok to me in general", ["nothing", "ask_back"]],
  ["outlook_desktop", "prose-address", "We moved to 4 Mill Lane, by the way.", ["nothing", "ask_back"]],
  [
    "proton",
    "prose-price",
    "They offered 2 weeks of leave and 1 free lunch, yes really.",
    ["nothing", "ask_back"],
  ],
  ["gmail_phone", "prose-de", "Ich war gestern um 2 da und es war ok.", ["nothing", "ask_back"], "de"],
  ["thunderbird", "prose-fr", "On était 3 hier, oui, c'était bien.", ["nothing", "ask_back"], "fr"],
  // Chat and silence.
  ["gmail_phone", "thanks", "Thanks!", "nothing"],
  ["ios", "great", "Great, thank you", "nothing"],
  ["outlook_phone", "empty", "", "nothing"],
  ["galaxy", "empty-galaxy", "", "nothing"],
  ["apple_mail", "danke", "Danke", "nothing", "de"],
  ["gmail_web", "merci", "Merci beaucoup", "nothing", "fr"],
  ["k9", "gracias", "Muchas gracias", "nothing", "es"],
  ["outlook_web", "obrigado", "Obrigado", "nothing", "pt"],
  ["yahoo", "greeting", "Hello there", "nothing"],
];

export const doubtfulAnswers: readonly Case[] = rows.map(
  ([client, id, answer, expects, language = "en"]): Case =>
    by(client, [`doubt-${id}`, "five", answer, expects], { language }),
);
