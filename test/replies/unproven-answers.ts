import { as, by, type Case } from "./case.ts";
import { gmailSays, outlookHead } from "./words.ts";

const quote = `\n\n${gmailSays.en}\n{{quoted_digest_text}}\n`;
const head = outlookHead.en.map(([name, value]) => `${name}: ${value}`).join("\n");

/** What is not the person's own new word: others, machines, old mail, hidden words. Nothing may come of any of it (SAFETY R29 to R33, R36, POLICY 7.7, 8.9). */
export const unprovenAnswers: readonly Case[] = [
  as(
    "gmail_web",
    ["forward-great", "five", "nothing"],
    "great, yes\n\n---------- Forwarded message ---------\nFrom: Afterword <sam@reed.example>\nDate: Fri, 22 May 2026 at 07:30\nSubject: Afterword\nTo: Sam Reed <sam@reed.example>\n\n\n{{digest_text}}",
    { style: "forward" },
  ),
  as(
    "ios",
    ["forward-ok", "five", "nothing"],
    "1 ok\n\nSent from my iPhone\n\nBegin forwarded message:\n\n> From: Afterword <sam@reed.example>\n> Date: 22 May 2026 at 07:30:00 BST\n> To: Sam Reed <sam@reed.example>\n> Subject: Afterword\n> \n> {{digest_text}}",
    { style: "forward" },
  ),
  as(
    "outlook_web",
    ["forward-all", "two", "nothing"],
    `All ok?\n________________________________\n${head}\n\n{{digest_text}}`,
    { style: "forward" },
  ),
  as("gmail_web", ["copied-to-others", "five", ["nothing", "ask_back"]], `1 ok${quote}`, {
    headers: { Cc: "Max Hale <max.hale@elsewhere.example>" },
  }),
  as("exchange", ["auto-reply-de", "five", "nothing"], `Ich bin bis 1. Juni nicht im Büro.\n\n1 ok${quote}`, {
    style: "auto_reply",
    language: "de",
  }),
  as(
    "exchange",
    ["auto-reply-en", "one", "nothing"],
    "Yes, I am out of the office until 2 June. For 1 please call 020 7946 0321.",
    { style: "auto_reply" },
  ),
  as("gmail_web", ["auto-reply-digits", "two", "nothing"], "1 ok\n2 ok", { style: "auto_reply" }),
  as(
    "outlook_desktop",
    ["receipt", "one", "nothing"],
    "Your message\n\n   To: Afterword\n   Subject: Afterword\n   Sent: Friday, May 22, 2026 7:30 AM\n\n was read on Friday, May 22, 2026 7:41 AM.",
    { style: "receipt" },
  ),
  as(
    "thunderbird",
    ["receipt-ok", "two", "nothing"],
    "1 ok\n\nThis is a return receipt for the mail that you sent.",
    { style: "receipt" },
  ),
  as("mailman", ["list", "five", "nothing"], `1 ok${quote}`, { style: "list" }),
  as("mailman", ["bulk", "five", "nothing"], `1 ok${quote}`, { headers: { Precedence: "bulk" } }),
  as("gmail_web", ["other-person", "five", "nothing"], `1 ok${quote}`, { style: "third_party" }),
  as("gmail_web", ["other-employer", "five", "nothing"], `all ok${quote}`, {
    style: "third_party",
    headers: { From: "Nora Whitlock <nora.whitlock@larkfield-instruments.example>" },
  }),
  as("gmail_web", ["other-name", "five", "nothing"], `1 ok${quote}`, {
    headers: { From: "Sam Reed <sam.reed@elsewhere.example>" },
  }),
  as("gmail_web", ["other-mailto", "five", "nothing"], "1 ok", {
    style: "third_party",
    headers: { Subject: "Re: Afterword [aw-{{digest_token}}]" },
  }),
  // Buttons of the digest open a new mail.
  as("ios", ["mailto-ok", "five", "1 approve"], "1 ok\n\nSent from my iPhone\n", { style: "mailto" }),
  as("gmail_phone", ["mailto-later", "five", "2 later friday"], "2 later friday", { style: "mailto" }),
  as(
    "outlook_phone",
    ["mailto-wish", "five", "1 revise shorter"],
    "1: shorter\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n",
    { style: "mailto" },
  ),
  as("thunderbird", ["mailto-question", "mixed", "3 yes"], "3 yes\n\n-- \nSam Reed\n", { style: "mailto" }),
  // Old words in new mail.
  as(
    "gmail_web",
    ["old-nested", "five", "2 skip"],
    `2 skip\n\n${gmailSays.en}\n> On Thu, 21 May 2026 at 09:00, Sam Reed <sam@reed.example> wrote:\n>> 1 ok\n>> 3 ok\n{{quoted_digest_text}}\n`,
  ),
  as(
    "outlook_desktop",
    ["old-block", "five", "2 skip"],
    `2 skip\n\n${head}\n\n1 ok\n3 ok\n\n{{digest_text}}`,
  ),
  as(
    "outlook_web",
    ["old-below-rule", "five", "nothing"],
    `\n________________________________\n${head}\n\n1 ok\n\n{{digest_text}}`,
  ),
  as("gmail_web", ["old-only", "five", "nothing"], `${gmailSays.en}\n\n> 1 ok\n> {{digest_text}}\n`),
  as(
    "lotus",
    ["old-original-message", "five", "3 later monday"],
    "3 later monday\n\n-----Original Message-----\nFrom: Sam Reed [mailto:sam@reed.example]\nSent: Thursday, May 21, 2026 9:00 AM\nTo: Afterword\nSubject: Re: Afterword\n\n1 ok\n2 ok\n",
  ),
  as(
    "proton",
    ["old-proton", "five", "4 no"],
    "4 no\n\n------- Original Message -------\nOn Friday, May 22nd, 2026 at 7:30 AM, Afterword <sam@reed.example> wrote:\n\n\n> 1 ok\n> {{digest_text}}\n",
  ),
  as("gmail_web", ["old-html", "five", "2 skip"], {
    html: '<div dir="ltr">2 skip</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Fri, 22 May 2026 at 07:30, Afterword &lt;sam@reed.example&gt; wrote:<br></div><blockquote class="gmail_quote">1 ok<br>{{digest_html}}</blockquote></div>',
  }),
  as(
    "webde",
    ["old-webde", "five", "1 approve"],
    '1 ok\n \n\nGesendet: Freitag, 22. Mai 2026 um 07:30 Uhr\nVon: Afterword <sam@reed.example>\nAn: "Sam Reed" <sam@reed.example>\nBetreff: Afterword, Friday 22 May\n\n2 ok\n{{digest_text}}\n',
    { language: "de" },
  ),
  as(
    "fastmail",
    ["old-fastmail", "five", "1 approve"],
    "1 ok\n\nOn Fri, 22 May 2026, at 7:30 AM, Afterword wrote:\n> 2 ok\n> {{digest_text}}\n",
  ),
  // Words that nobody sees.
  as("html", ["hidden-display", "five", "2 skip"], {
    html: '<div>2 skip</div><div style="display:none">1 ok</div><span style="font-size:0">3 ok</span>',
  }),
  as("html", ["hidden-white", "five", "nothing"], {
    html: '<div>Thanks!</div><div style="color:#ffffff;background:#ffffff">1 ok</div><!-- 2 ok --><img src="cid:x" alt="3 ok">',
  }),
  as("html", ["hidden-style", "five", "nothing"], {
    html: "<style>p:before{content:'1 ok'}</style><title>1 ok</title><p>Thank you</p>",
  }),
  as("html", ["hidden-in-html", "five", ["2 skip", "ask_back"]], {
    text: "2 skip",
    html: '<div>2 skip</div><div style="display:none">1 ok</div>',
  }),
  by("gmail_web", ["joined-words", "five", "1 o\u200bk", "1 approve"]),
  by("gmail_web", ["subject-only", "five", "", "nothing"]),
].map((one) => (one.id === "subject-only" ? { ...one, headers: { Subject: "Re: 1 ok 2 ok all ok" } } : one));
