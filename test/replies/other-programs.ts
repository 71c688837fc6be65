import { as, type Case } from "./case.ts";
import type { Language } from "./words.ts";

const q = "{{quoted_digest_text}}";
const all = "{{digest_text}}";

/** What further mail programs write above their quote, or around it, from Unix to the web; %s is where the answer stands. */
const frames: readonly (readonly [name: string, frame: string, language?: Language])[] = [
  ["mutt", `%s\n\nOn Fri, May 22, 2026 at 07:30:00AM +0100, Afterword wrote:\n${q}`],
  ["mutt-below", `On Fri, May 22, 2026 at 07:30:00AM +0100, Afterword wrote:\n${q}\n\n%s\n\n-- \nSam Reed`],
  ["evolution", `%s\n\nOn Fri, 2026-05-22 at 07:30 +0100, Afterword wrote:\n${q}`],
  ["evolution-de", `%s\n\nAm Freitag, dem 22.05.2026 um 07:30 +0100 schrieb Afterword:\n${q}`, "de"],
  ["kmail", `On Friday, 22 May 2026 07:30:00 BST Afterword wrote:\n${q}\n\n%s`],
  ["gnus", `Afterword <sam@reed.example> writes:\n\n${q}\n\n%s\n`],
  ["alpine", `%s\n\nOn Fri, 22 May 2026, Afterword wrote:\n\n${q}`],
  ["claws", `On Fri, 22 May 2026 07:30:00 +0100\nAfterword <sam@reed.example> wrote:\n\n${q}\n%s\n`],
  ["roundcube", `On 2026-05-22 07:30, Afterword wrote:\n${q}\n\n%s`],
  ["roundcube-de", `Am 22.05.2026 07:30 schrieb Afterword:\n${q}\n\n%s`, "de"],
  ["roundcube-fr", `%s\n\nLe 2026-05-22 07:30, Afterword a écrit :\n${q}`, "fr"],
  ["roundcube-es", `%s\n\nEl 2026-05-22 07:30, Afterword escribió:\n${q}`, "es"],
  ["roundcube-nl", `%s\n\nOp 22-05-2026 07:30 schreef Afterword:\n${q}`, "nl"],
  ["roundcube-pt", `%s\n\nEm 2026-05-22 07:30, Afterword escreveu:\n${q}`, "pt"],
  ["horde", `%s\n\nQuoting Afterword <sam@reed.example>:\n\n${q}`],
  ["horde-de", `%s\n\nZitat von Afterword <sam@reed.example>:\n\n${q}`, "de"],
  [
    "zimbra",
    `%s\n\n----- Original Message -----\nFrom: "Afterword" <sam@reed.example>\nTo: "Sam Reed" <sam@reed.example>\nSent: Friday, 22 May, 2026 07:30:00\nSubject: Afterword, Friday 22 May\n\n${all}`,
  ],
  [
    "zimbra-fr",
    `%s\n\n----- Mail original -----\nDe: "Afterword" <sam@reed.example>\nÀ: "Sam Reed" <sam@reed.example>\nEnvoyé: Vendredi 22 Mai 2026 07:30:00\nObjet: Afterword\n\n${all}`,
    "fr",
  ],
  [
    "em-client",
    `%s\n\n------ Original Message ------\nFrom: "Afterword" <sam@reed.example>\nTo: "Sam Reed" <sam@reed.example>\nSent: 22/05/2026 07:30:00\nSubject: Afterword\n\n${all}`,
  ],
  [
    "em-client-new",
    `%s\n\n------ Original Message ------\nFrom "Afterword" <sam@reed.example>\nTo "Sam Reed" <sam@reed.example>\nDate 22/05/2026 07:30:00\nSubject Afterword, Friday 22 May\n\n${all}`,
  ],
  ["groupwise", `%s\n\n>>> Afterword <sam@reed.example> 22/05/2026 07:30 >>>\n${all}`],
  [
    "notes",
    `%s\n\n\nAfterword <sam@reed.example> \n05/22/2026 07:30 AM\n\nTo\nSam Reed <sam@reed.example>\ncc\n\nSubject\nAfterword\n\n{{quoted_digest_text}}`,
  ],
  [
    "stars",
    `%s\n\n*From:* Afterword <sam@reed.example>\n*Sent:* Friday, May 22, 2026 7:30 AM\n*To:* Sam Reed <sam@reed.example>\n*Subject:* Afterword\n\n${all}`,
  ],
  [
    "hotmail",
    `%s\n\nDate: Fri, 22 May 2026 07:30:00 +0100\nFrom: sam@reed.example\nTo: sam@reed.example\nSubject: Afterword\n\n${all}`,
  ],
  ["hey", `%s\n\nOn May 22, 2026, Afterword <sam@reed.example> wrote:\n> ${all}`],
  ["apple-us", `%s\n\nOn May 22, 2026, at 7:30 AM, Afterword <sam@reed.example> wrote:\n\n${q}`],
  [
    "apple-narrow-space",
    `%s\n\nOn May 22, 2026, at 7:30\u202fAM, Afterword <sam@reed.example> wrote:\n\n\ufeff${q}`,
  ],
  [
    "yahoo-phone",
    `%s\n\n\nSent from Yahoo Mail for iPhone\n\n\nOn Friday, May 22, 2026, 7:30 AM, Afterword <sam@reed.example> wrote:\n\n${all}`,
  ],
  [
    "gmx-app",
    `%s\n-- \nDiese Nachricht wurde von meinem Android Mobiltelefon mit GMX Mail gesendet.\nAm 22.05.26, 07:30, Afterword <sam@reed.example> schrieb:\n\n${q}`,
    "de",
  ],
  [
    "proton-phone",
    `%s\n\nSent from Proton Mail Android\n\n-------- Original Message --------\nOn 22/05/2026 07:30, Afterword <sam@reed.example> wrote:\n\n> ${all}`,
  ],
  [
    "outlook-android",
    `%s\n\nGet Outlook for Android<https://aka.ms/AAb9ysg>\n________________________________\nFrom: Afterword <sam@reed.example>\nSent: Friday, May 22, 2026 7:30:00 AM\nTo: Sam Reed <sam@reed.example>\nSubject: Afterword\n\n${all}`,
  ],
  [
    "windows-mail",
    `%s\n\nSent from Mail for Windows\n\nFrom: Afterword\nSent: 22 May 2026 07:30\nTo: Sam Reed\nSubject: Afterword\n\n${all}`,
  ],
  [
    "windows-mail-de",
    `%s\n\nGesendet von Mail für Windows\n\nVon: Afterword\nGesendet: Freitag, 22. Mai 2026 07:30\nAn: Sam Reed\nBetreff: Afterword\n\n${all}`,
    "de",
  ],
  [
    "outlook-phone-new-fr",
    `%s\n\nEnvoyé à partir de Outlook pour iOS<https://aka.ms/o0ukef>\n________________________________\nDe : Afterword <sam@reed.example>\nEnvoyé : vendredi, mai 22, 2026 7:30 AM\nÀ : Sam Reed <sam@reed.example>\nObjet : Afterword\n\n${all}`,
    "fr",
  ],
  [
    "outlook-phone-new-nl",
    `%s\n\nVerzonden vanuit Outlook voor iOS<https://aka.ms/o0ukef>\n________________________________\nVan: Afterword <sam@reed.example>\nVerzonden: vrijdag, mei 22, 2026 7:30 AM\nAan: Sam Reed <sam@reed.example>\nOnderwerp: Afterword\n\n${all}`,
    "nl",
  ],
  [
    "spark",
    `%s\n\nSent from Spark\n\nOn 22 May 2026 at 07:30 +0100, Afterword <sam@reed.example>, wrote:\n> ${all}`,
  ],
  [
    "bluemail",
    `%s\n\nGet BlueMail for Android\n\nOn 22 May 2026, 07:30, at 07:30, Afterword <sam@reed.example> wrote:\n> ${all}`,
  ],
  [
    "tuta",
    `%s\n\n-- \nSent with Tuta; enjoy secure & ad-free emails: https://tuta.com/\n\n22 May 2026, 07:30 by sam@reed.example:\n\n> ${all}`,
  ],
  ["watch", "%s\n\nSent from my Apple Watch"],
  [
    "dictated",
    `%s\n\nDictated on my phone, please excuse 2 or 3 typos\n\nOn Fri, 22 May 2026 at 07:30, Afterword <sam@reed.example> wrote:\n${q}`,
  ],
];

/** Answers that all of them carry, one each in turn. */
const answers = [
  ["1 ok", "1 approve"],
  ["1 ok\n2 skip", "1 approve; 2 skip"],
  ["3 skip", "3 skip"],
  ["4 no", "4 no"],
  ["2: shorter please", "2 revise shorter please"],
] as const;

export const otherPrograms: readonly Case[] = frames.map(([name, frame, language = "en"], at) => {
  const [answer, expects] = answers[at % answers.length] ?? answers[0];
  return as(name, [`program-${name}`, "five", expects], `${frame.replace("%s", () => answer)}\n`, {
    language,
  });
});
