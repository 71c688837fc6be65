import { as, by, type Case } from "./case.ts";
import type { Language } from "./words.ts";

/** How the same few words are set down: lists, tabs, signs between them, words for "good" (POLICY 7.2). */
const rows: readonly (readonly [
  id: string,
  answer: string,
  expects: string | readonly string[],
  language?: Language,
])[] = [
  ["no-break-space", "1\u00a0ok", "1 approve"],
  ["colon", "1: ok", "1 approve"],
  ["colon-yes", "4: yes", "4 yes"],
  ["dash", "1 - ok\n2 - skip", "1 approve; 2 skip"],
  ["long-dash", "1 – ok", "1 approve"],
  ["tick", "1 ✅", "1 approve"],
  ["thumbs", "1 👍 2 👎", "1 approve; 2 skip"],
  ["semicolons", "1 ok; 2 skip; 3 later friday", "1 approve; 2 skip; 3 later friday"],
  ["capitals", "1 OK\n2 SKIP", "1 approve; 2 skip"],
  ["bullets", "- 1 ok\n- 2 skip", "1 approve; 2 skip"],
  ["stars", "* 1 ok\n* 3 ok", "1 approve; 3 approve"],
  ["auto-list", "1.       ok\n2.       skip", "1 approve; 2 skip"],
  ["tabs", "1.\tok\n2.\tskip", "1 approve; 2 skip"],
  ["quotes", "“1 ok”", "1 approve"],
  ["comma", "1, ok", "1 approve"],
  ["spaced-out", "\n\n   1 ok\n\n\n   2 skip\n\n", "1 approve; 2 skip"],
  ["nr-de", "Nr. 1 ok", "1 approve", "de"],
  ["no-en", "No. 1 ok", "1 approve"],
  ["n-fr", "n° 1 ok", "1 approve", "fr"],
  ["both", "both ok", "ask_back"],
  ["passt", "1 passt", ["1 approve", "ask_back"], "de"],
  ["daccord", "1 d'accord", ["1 approve", "ask_back"], "fr"],
  ["vale", "1 vale", ["1 approve", "ask_back"], "es"],
  ["akkoord", "1 akkoord", ["1 approve", "ask_back"], "nl"],
  ["pode", "1 pode enviar", ["1 approve", "ask_back"], "pt"],
  ["looks-good", "1 looks good", ["1 approve", "ask_back"]],
  ["ok-question", "1 ok?", ["1 approve", "ask_back"]],
  ["price", "1 ok, they pay 2,500", ["1 approve", "ask_back"]],
  ["two-answers", "1 ok and 2 ok", "1 approve; 2 approve"],
  ["not-two", "1 ok, not 2", ["1 approve", "1 approve; ask_back", "1 approve; 2 skip", "ask_back"]],
  ["wish-and-ok", "1: shorter please\n2 ok", "1 revise shorter please; 2 approve"],
  ["wish-against-ok", "1 ok\n1: shorter please", "ask_back"],
  ["later-past", "2 later 1 May 2025", "ask_back"],
];

export const writtenMarks: readonly Case[] = [
  ...rows.map(
    ([id, answer, expects, language = "en"], at): Case =>
      by(
        (["gmail_web", "ios", "outlook_web"] as const)[at % 3] ?? "gmail_web",
        [`mark-${id}`, "five", answer, expects],
        { language },
      ),
  ),
  as("gmail_web", ["mark-html-list", "five", "1 approve; 2 skip"], {
    html: '<div dir="ltr"><ol><li>ok</li><li>skip</li></ol></div><br><div class="gmail_quote"><div class="gmail_attr">On Fri, 22 May 2026 at 07:30, Afterword &lt;sam@reed.example&gt; wrote:<br></div><blockquote class="gmail_quote">{{digest_html}}</blockquote></div>',
  }),
  as("gmail_web", ["mark-both-of-two", "two", "1 approve; 2 approve"], "both ok\n"),
];
