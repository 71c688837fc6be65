import { as, by, type Case } from "./case.ts";
import { closings, gmailSays, languages, thunderbirdSays } from "./words.ts";

/** Below the quote, between its lines, under one's own card, in HTML alone. */
export const placedAnswers: readonly Case[] = [
  // HTML alone.
  by("gmail_web", ["html-gmail", "five", "1 ok\n2 skip", "1 approve; 2 skip"], { only: "html" }),
  by("gmail_phone", ["html-gmail-phone", "one", "Ok", "1 approve"], { only: "html" }),
  by("outlook_desktop", ["html-outlook", "five", "1 ok\n2 later friday", "1 approve; 2 later friday"], {
    only: "html",
  }),
  by("outlook_web", ["html-outlook-web", "five", "1 ok", "1 approve"], { only: "html" }),
  by("outlook_phone", ["html-outlook-phone", "five", "all ok", "1 approve; 2 approve; 3 approve"], {
    only: "html",
    language: "fr",
  }),
  by("apple_mail", ["html-apple", "five", "2: shorter please", "2 revise shorter please"], { only: "html" }),
  by("ios", ["html-ios", "five", "1 ok\n3 skip", "1 approve; 3 skip"], { only: "html", language: "de" }),
  by("proton", ["html-proton", "five", "4 yes", "4 yes"], { only: "html" }),
  by("thunderbird", ["html-thunderbird", "five", "1 ok\n2 ok", "1 approve; 2 approve"], { only: "html" }),
  by("k9", ["html-k9", "five", "3 skip", "3 skip"], { only: "html", language: "nl" }),
  by("yahoo", ["html-yahoo", "five", "1 ok", "1 approve"], { only: "html", language: "es" }),
  by("galaxy", ["html-galaxy", "five", "1 ok", "1 approve"], { only: "html", language: "pt" }),
  as("apple_mail", ["html-rich", "five", "1 approve; 2 skip"], {
    html: '<html><body><span style="font-family: Optima; font-size: 14px;"><b>1</b>&nbsp;<i>ok</i></span><div><span style="font-size: 14px;"><b>2</b> skip</span></div><br><blockquote type="cite"><div>On 22 May 2026, at 07:30, Afterword wrote:</div>{{digest_html}}</blockquote></body></html>',
  }),
  as("outlook_desktop", ["html-table", "five", "1 approve"], {
    html: '<div><table border="0"><tr><td style="padding:0">1 ok</td></tr></table></div><hr><div><b>From:</b> Afterword &lt;sam@reed.example&gt;<br><b>Sent:</b> Friday, May 22, 2026 7:30 AM<br><b>To:</b> Sam Reed<br><b>Subject:</b> Afterword</div>{{digest_html}}',
  }),
  // Below the quote.
  ...languages.map((language) =>
    as(
      "thunderbird",
      [`below-${language}`, "five", "1 approve; 2 skip"],
      `${thunderbirdSays[language]}\n{{quoted_digest_text}}\n\n1 ok\n2 skip\n`,
      { language },
    ),
  ),
  as(
    "mutt",
    ["below-mutt", "five", "1 approve"],
    "* Afterword <sam@reed.example> [2026-05-22 07:30]:\n{{quoted_digest_text}}\n1 ok\n\n-- \nSam\n",
  ),
  as(
    "pine",
    ["below-short-quote", "five", "3 skip"],
    "On Fri, 22 May 2026, Afterword wrote:\n\n> {{digest_head}}\n> [...]\n\n3 skip\n",
  ),
  // A quote that lost its marks on the way.
  as(
    "old_gateway",
    ["broken-above", "five", "1 approve"],
    `1 ok\n\n${gmailSays.en}\n{{quoted_digest_text_broken}}\n`,
  ),
  as(
    "old_gateway",
    ["broken-above-de", "two", "2 skip"],
    `2 skip\n\n${gmailSays.de}\n{{quoted_digest_text_broken}}\n`,
    { language: "de" },
  ),
  as(
    "old_gateway",
    ["broken-nothing-new", "five", "nothing"],
    `${gmailSays.en}\n{{quoted_digest_text_broken}}\n`,
  ),
  // Between the lines of the quote, each with its number or right below the number's line.
  as(
    "mutt",
    ["between-numbered", "five", "1 approve; 2 skip"],
    "On Fri, 22 May 2026, Afterword wrote:\n> {{item_1_text}}\n1 ok\n> {{item_2_text}}\n2 skip\n> {{digest_foot}}\n",
  ),
  as(
    "thunderbird",
    ["between-question", "five", "4 yes"],
    "On 22/05/2026 07:30, Afterword wrote:\n> {{digest_head}}\n> {{item_4_text}}\n\nyes\n\n> {{digest_foot}}\n",
  ),
  as(
    "gmail_web",
    ["between-question-no", "five", "4 no"],
    `${gmailSays.en}\n\n> {{digest_head}}\n>\n> {{item_4_text}}\n\nNo\n\n> {{digest_foot}}\n`,
  ),
  as(
    "outlook_desktop",
    ["between-two-questions", "mixed", "2 yes; 3 no"],
    "On Fri, 22 May 2026, Afterword wrote:\n> {{item_2_text}}\nyes\n> {{item_3_text}}\nno\n",
  ),
  as(
    "mutt",
    ["between-far", "five", "ask_back"],
    "On Fri, 22 May 2026, Afterword wrote:\n> {{item_1_text}}\n> {{item_2_text}}\n> {{digest_foot}}\n\nok\n",
  ),
  as(
    "thunderbird",
    ["between-chat", "five", "nothing"],
    "On 22/05/2026 07:30, Afterword wrote:\n> {{item_4_text}}\n\nThanks!\n\n> {{digest_foot}}\n",
  ),
  // Under one's own card.
  ...languages.map((language) =>
    by(
      language === "de" || language === "nl" ? "outlook_desktop" : "gmail_web",
      [
        `card-${language}`,
        "five",
        `1 ok\n\n${closings[language]}\nSam Reed\nReed & Sons\nTel. +44 20 7946 0321 | M 07700 900123\n2 Mill Lane, York`,
        "1 approve",
      ],
      { language, only: "text" },
    ),
  ),
  by(
    "outlook_desktop",
    [
      "card-disclaimer",
      "five",
      "1 ok\n\nSam Reed\nSenior Engineer\nT: +44 20 7946 0321\nsam@reed.example | www.reed.example\n\nThis e-mail and any attachments are confidential and intended for the addressee only. If you are 1 of the recipients in error, reply ok and delete.",
      "1 approve",
    ],
    { only: "text" },
  ),
  by("apple_mail", ["card-dashes", "five", "2 skip\n\n-- \nSam Reed\n1 ok, 2 ok: my motto", "2 skip"], {
    only: "text",
  }),
  by(
    "gmail_web",
    ["card-motto", "five", "2 skip\n\nKind regards,\nSam Reed\n\n1 ok", ["2 skip", "2 skip; ask_back"]],
    { only: "text" },
  ),
  by("ios", [
    "letter",
    "five",
    "Hi Afterword,\n\n1 ok\n2 later friday\n\nThanks,\nSam",
    "1 approve; 2 later friday",
  ]),
  by(
    "gmail_phone",
    ["letter-de", "five", "Hallo,\n\n1 ok\n2 später\n\nViele Grüße\nSam", "1 approve; 2 later"],
    { language: "de" },
  ),
];
