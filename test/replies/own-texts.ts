import { as, by, type Case } from "./case.ts";
import { gmailSays } from "./words.ts";

/** The person's own words in the place of a draft: behind "send:", or inside the quote. */
export const ownTexts: readonly Case[] = [
  // A text of one's own.
  ...(["gmail_web", "apple_mail", "outlook_web"] as const).map((client) =>
    by(
      client,
      [
        `own-text-${client}`,
        "five",
        "1 send:\nDear Nora,\n\nthank you for the good talk on Thursday. I have thought about your question on sensors since, and I would gladly tell you more.\n\nKind regards,\nSam Reed",
        "1 replace I have thought about your question on sensors since",
      ],
      { only: "text" },
    ),
  ),
  by(
    "gmail_web",
    [
      "own-text-and-skip",
      "five",
      "2 skip\n1 send:\nDear Nora,\n\nthank you for the good talk on Thursday. I look forward to hearing from you.\n\nKind regards,\nSam Reed",
      "2 skip; 1 replace",
    ],
    { only: "text" },
  ),
  // The quoted draft edited in place: a new version, and the old one is never sent (POLICY 7.3).
  as(
    "thunderbird",
    ["edited", "five", "1 revise"],
    'On 22/05/2026 07:30, Afterword wrote:\n> {{digest_head}}\n>\n> {{item_1_lead}}\n>\n>> {{item_1_draft_head}}\n>>\n>> What you told me about the night shift stayed with me.\n>> {{item_1_draft_tail}}\n>\n> Reply "1 ok" to send it as it stands, "1 later friday" to decide then, "1 skip" to leave it out.\n',
  ),
  as(
    "gmail_web",
    ["edited-and-ok", "five", "1 revise"],
    `1 ok\n\n${gmailSays.en}\n\n> {{digest_head}}\n>\n> {{item_1_lead}}\n>\n> > {{item_1_draft_head}}\n> >\n> > What you told me about the night shift stayed with me.\n> > {{item_1_draft_tail}}\n>\n> Reply "1 ok" to send it as it stands, "1 later friday" to decide then, "1 skip" to leave it out.\n>\n> {{digest_foot}}\n`,
  ),
  as(
    "gmail_web",
    ["reflowed-and-ok", "five", "1 approve"],
    `1 ok\n\n${gmailSays.en}\n{{quoted_digest_text}}\n`,
  ),
];
