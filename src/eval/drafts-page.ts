import { writeFile } from "node:fs/promises";
import type { DraftFacts } from "../domain/draft-facts.ts";
import type { FollowUpKind } from "../domain/follow-up.ts";
import { type Language, languages } from "../domain/language.ts";
import { loadTemplates, type MailName, mailName, type Templates } from "../model/templates.ts";
import { createWriter } from "../model/writer.ts";
import type { Writer } from "../ports.ts";
import { bareFacts, exampleFacts, type TellableFact } from "./draft-examples.ts";

/** Where the page lies in the repository. */
export const draftsPageFile = new URL("../../docs/drafts.md", import.meta.url);
const templatesFolder = new URL("../../prompts/templates", import.meta.url).pathname;

/** One mail of the page: what it is, and what is known when it is written. */
type Example = {
  readonly title: string;
  readonly kind: FollowUpKind;
  readonly ordinal?: number;
  readonly known: readonly TellableFact[];
  readonly variant?: number;
};

const talk: readonly TellableFact[] = ["first_name", "role", "interview_day"];
const examples: readonly Example[] = [
  {
    title: "The answer to a first invitation",
    kind: "stage_question",
    known: ["first_name", "role", "meeting"],
  },
  {
    title: "Thanks after an interview",
    kind: "thank_you",
    known: [...talk, "promised_day", "topic", "addition"],
  },
  {
    title: "Thanks to whoever arranged it",
    kind: "thank_you",
    known: [...talk, "coordinator", "interviewers"],
  },
  { title: "The first check-in", kind: "check_in", known: [...talk, "promised_day"] },
  { title: "The second check-in", kind: "check_in", ordinal: 2, known: [...talk, "interviews_elsewhere"] },
  { title: "Asking for a decision", kind: "decision_request", known: [...talk, "offer_deadline"] },
  { title: "The last mail after a long silence", kind: "breakup", known: [...talk, "promised_day"] },
  { title: "The answer to a no after a late stage", kind: "graceful_no", known: [...talk, "late_stage"] },
  { title: "Keeping in touch", kind: "keep_in_touch", known: [...talk, "occasion_named"] },
  { title: "A direct word about a vacancy", kind: "direct_line", known: [...talk, "vacancy"] },
  { title: "Withdrawing", kind: "withdraw", known: [...talk, "meeting"] },
];

/** Gives docs/drafts.md, what is written in each language: `npm run docs:drafts` writes it. */
export function draftsPage(templates: Templates): string {
  const writer = createWriter(templates);
  return [
    "# Drafts",
    "",
    "This page is made by `npm run docs:drafts`; do not edit it by hand.",
    "",
    "What Afterword writes without a model, in each of its languages. The words stand in [`prompts/templates`](../prompts/templates), a folder a language, and can be edited there; how is told at the top of each folder's `thank_you.md`. The person's own manner changes greeting, sign-off, length and contractions once it is known; here it is not. Sam Reed writes to Greta Vance of Northwind, formally first; the second text of each kind is another wording, as it is written where du, tu, tú or je was said.",
    "",
    "| mail | wordings in each language |",
    "| --- | --- |",
    ...rowsOfCounts(templates),
    "",
    ...examples.flatMap((example) => sectionOf(writer, example)),
  ].join("\n");
}

/** Every template once, with how many whole wordings it has. */
const rowsOfCounts = ({ languages: written }: Templates): readonly string[] => {
  const names = [...new Set(examples.map(({ kind, ordinal = 1 }): MailName => mailName(kind, ordinal)))];
  return names.map((name) => {
    const counts = languages.map(
      (language) => `${language} ${written[language].mails[name].variants.length}`,
    );
    return `| \`${name}\` | ${counts.join(", ")} |`;
  });
};

function sectionOf(writer: Writer, example: Example): readonly string[] {
  const second = { ...example, variant: 1, known: [...example.known, "informal" as const] };
  return [
    `## ${example.title}`,
    "",
    ...[example, second].flatMap((one) => [
      tableOf(writer, one, ["en", "de", "fr"]),
      tableOf(writer, one, ["es", "nl", "pt"]),
    ]),
  ].flat();
}

const nameOf: Readonly<Record<Language, string>> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  nl: "Nederlands",
  pt: "Português",
};

/** Three languages side by side: six columns would be too narrow to read. */
const tableOf = (writer: Writer, example: Example, side: readonly Language[]): readonly string[] => [
  `| ${side.map((language) => nameOf[language]).join(" | ")} |`,
  `| ${side.map(() => "---").join(" | ")} |`,
  `| ${side.map((language) => cellOf(writer, example, language)).join(" | ")} |`,
  "",
];

function cellOf(
  writer: Writer,
  { kind, ordinal = 1, known, variant = 0 }: Example,
  language: Language,
): string {
  const values = exampleFacts(language);
  const told: DraftFacts = Object.assign({}, bareFacts(language), ...known.map((fact) => values[fact]));
  const { subject, text } = writer.draft(kind, { ...told, ordinal, variant }, null);
  return [`**${subject}**`, ...text.split("\n\n")]
    .map((part) => part.replaceAll("|", "\\|").replaceAll("\n", "<br>"))
    .join("<br><br>");
}

if (import.meta.main) {
  const templates = await loadTemplates(templatesFolder);
  if (!templates.ok) throw new Error(templates.error);
  await writeFile(draftsPageFile, draftsPage(templates.value));
}
