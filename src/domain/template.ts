import { cleanLine } from "./plain-text.ts";
import { ok, type Result, refuse } from "./result.ts";

/** What a template may say (POLICY 5). A fact that is not known is null, and then no sentence speaks of it. */
export type DraftFacts = {
  readonly personName: string;
  /** As the header or the invitation has it; null where only an address is known. */
  readonly recipientName: string | null;
  /** True for whoever arranged the interview without being there; absent means that they were there. */
  readonly coordinator?: boolean;
  readonly employer: string;
  readonly role: string | null;
  /** Day of the interview in words, "Thursday 21 May", in the person's zone. */
  readonly interviewDay: string | null;
  /** Day by which an answer was promised, in words. */
  readonly promisedDay: string | null;
  /** The debrief's words. They may decide which sentence fits, and are never put into one. */
  readonly notes: string | null;
  /** 1 or 2 for check-ins, else 1. */
  readonly ordinal: number;
  /** Chooses among equally good wordings; neighbouring numbers give different texts, so the recipients of one interview are counted here. */
  readonly variant: number;
};

/** A text that a person wrote once and that is filled with what is known. */
export type Template = {
  readonly name: string;
  readonly version: number;
  /** For a mail that starts a thread of its own; a reply keeps the thread's subject. */
  readonly subject: string;
  readonly signOffs: readonly string[];
  readonly variants: readonly Variant[];
};
type Variant = { readonly when: readonly Condition[]; readonly paragraphs: readonly (readonly Sentence[])[] };
type Sentence = { readonly when: readonly Condition[]; readonly words: string };
type Condition = { readonly fact: FactName; readonly known: boolean };

const always = ["person_name", "employer", "sign_off"] as const;
const optional = ["first_name", "role", "interview_day", "promised_day"] as const;
const askedOnly = ["coordinator", "notes"] as const;
type FactName = (typeof always)[number] | (typeof optional)[number] | (typeof askedOnly)[number];
type Known = Partial<Record<FactName, string>>;

/**
 * Gives the text for these facts. `seed` chooses the variant: n variants with m sign-offs give n × m different texts before one returns.
 * Throws when no variant fits, which `readTemplate` has ruled out.
 */
export function writeText(template: Template, facts: DraftFacts, seed: number = facts.variant): string {
  const known = knownFacts(facts);
  const fitting = template.variants.filter((variant) => holds(variant.when, known));
  const turn = Math.abs(Math.trunc(seed));
  const variant = fitting[turn % Math.max(1, fitting.length)];
  if (variant === undefined) throw new Error(`No variant of ${template.name} fits`);
  const signOff =
    template.signOffs[Math.floor(turn / fitting.length) % Math.max(1, template.signOffs.length)];
  const filling = { ...known, sign_off: signOff ?? "" };
  return variant.paragraphs
    .map((sentences) => sentences.filter((sentence) => holds(sentence.when, known)).map(({ words }) => words))
    .filter((sentences) => sentences.length > 0)
    .map((sentences) => fill(sentences.join(" ").replaceAll("\\ ", "\n"), filling))
    .join("\n\n");
}

/** Gives the subject for a mail without a thread. */
export const writeSubject = (template: Template, facts: DraftFacts): string =>
  fill(template.subject, knownFacts(facts));

/**
 * Reads a template's text. Headings begin a variant, empty lines a paragraph; a line is a sentence. `- when FACT:` in front of a sentence, or `when FACT:` in a
 * heading, uses it only where the fact is known; `no FACT` where it is not; commas join conditions; a backslash at a line's end breaks it there.
 * Refuses, in one sentence, what could leave a gap: an unknown name, or a fact used in a place where it may be missing.
 */
export function readTemplate(
  front: Pick<Template, "name" | "version" | "subject" | "signOffs">,
  body: string,
): Result<Template, string> {
  const variants: Variant[] = [];
  for (const part of body
    .replace(/<!--[\s\S]*?-->/g, "")
    .split(/^## +/m)
    .slice(1)) {
    const [heading = "", ...lines] = part.split(/\r?\n/);
    const when = conditionsOf(heading);
    if (when === null) return refuse(`${front.name}: the heading "${heading}" names an unknown fact`);
    const paragraphs: Sentence[][] = [[]];
    for (const line of lines.map((line) => line.trim())) {
      const sentence = line === "" ? null : sentenceOf(line);
      if (sentence === undefined)
        return refuse(`${front.name}: "${line}" has a condition that names no known fact`);
      if (sentence === null) paragraphs.push([]);
      else paragraphs.at(-1)?.push(sentence);
    }
    variants.push({ when, paragraphs: paragraphs.filter((sentences) => sentences.length > 0) });
  }
  const template = { ...front, variants };
  const fault = faultOf(template);
  return fault === null ? ok(template) : refuse(`${front.name}: ${fault}`);
}

function knownFacts(facts: DraftFacts): Known {
  const known = {
    person_name: facts.personName,
    employer: facts.employer,
    first_name: facts.recipientName === null ? null : greetingName(facts.recipientName),
    role: facts.role,
    interview_day: facts.interviewDay,
    promised_day: facts.promisedDay,
    coordinator: facts.coordinator === true ? "yes" : null,
    notes: facts.notes,
  };
  const told = Object.entries(known).map(([name, value]) => [name, cleanLine(value ?? "")] as const);
  return Object.fromEntries(told.filter(([, value]) => value !== ""));
}

/** Gives the name for "Dear …,": the first name, or title and last name; null for what is no person's name. */
export function greetingName(name: string): string | null {
  const [last, first] = cleanLine(name)
    .replace(/\s*\([^()]*\)/g, "")
    .split(/,\s*/, 2);
  const words = `${first ?? ""} ${last ?? ""}`.trim().split(" ");
  const person = words.every((word) => /^\p{L}[\p{L}'’.-]*$/u.test(word)) && words.length <= 5;
  const office =
    /\b(team|recruit\w*|talent|careers?|jobs|hr|people|hiring|human|office|support|group|ltd|inc|gmbh|notifications?)\b/i;
  if (!person || office.test(name)) return null;
  const titled = /^(?:mr|mrs|ms|mx|miss|dr|prof|professor|sir|dame)\.?$/i.test(words[0] ?? "");
  const word = titled ? words.at(-1) : words[0];
  if (word === undefined || (titled && words.length < 2) || /^\p{L}\.?$/u.test(word)) return null;
  return titled ? `${words[0]} ${word}` : word;
}

const holds = (when: readonly Condition[], known: Known): boolean =>
  when.every(({ fact, known: wanted }) => (known[fact] !== undefined) === wanted);

/** One pass, so that braces inside a fact stay what they are. */
const fill = (words: string, known: Known): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => (isFact(name) ? (known[name] ?? whole) : whole));

function sentenceOf(line: string): Sentence | undefined {
  const found = /^- (when [^:]+): (.+)$/.exec(line);
  if (found === null) return line.startsWith("- ") ? undefined : { when: [], words: line };
  const when = conditionsOf(`${found[1]}:`);
  return when === null ? undefined : { when, words: found[2] ?? "" };
}

function conditionsOf(words: string): Condition[] | null {
  const list = /^when ([^:]+):/.exec(words)?.[1];
  if (list === undefined) return [];
  const conditions = list.split(",").flatMap((part) => {
    const [, no, fact = ""] = /^\s*(no )?(\w+)\s*$/.exec(part) ?? [];
    return isFact(fact) ? [{ fact, known: no === undefined }] : [];
  });
  return conditions.length === list.split(",").length ? conditions : null;
}

const isFact = (name: string): name is FactName =>
  [...always, ...optional, ...askedOnly].some((fact) => fact === name);

function faultOf({ subject, variants }: Template): string | null {
  const places = [
    { words: subject, when: [] },
    ...variants.flatMap(({ when, paragraphs }) =>
      paragraphs.flat().map((sentence) => ({ words: sentence.words, when: [...when, ...sentence.when] })),
    ),
  ];
  for (const { words, when } of places) {
    const names = [...words.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? "");
    const loose = names.find(
      (name) => !always.some((fact) => fact === name) && !when.some((c) => c.known && c.fact === name),
    );
    if (loose !== undefined) return `"${words}" uses {${loose}}, which may be unknown there`;
    if (names.some((name) => askedOnly.some((fact) => fact === name)))
      return `"${words}" would paste what must not be pasted`;
    if (/[{}[\]]/.test(words.replace(/\{\w+\}/g, ""))) return `"${words}" holds a bracket that is no fact`;
  }
  const asked = [...optional, ...askedOnly];
  for (let some = 0; some < 2 ** asked.length; some += 1) {
    const known: Known = Object.fromEntries(
      asked.filter((_, at) => some & (1 << at)).map((fact) => [fact, "x"]),
    );
    if (!variants.some((variant) => holds(variant.when, known)))
      return `no variant fits when only ${Object.keys(known).join(", ") || "nothing"} is known`;
  }
  return null;
}
