import type { Message } from "../domain/message.ts";
import { domainLabel, employersDomain } from "./domains.ts";

/** What a mail says of who hires: the name as a person would say it, and the domain it proves. */
export type EmployerFact = { readonly employer: string | null; readonly employerDomain: string | null };

const part = String.raw`[\p{Lu}\d][\p{L}\d&'+-]*(?:\.[\p{L}\d]+)*`;
const name = `(${part}(?:[ ](?:&[ ]|of[ ](?:the[ ])?)?${part}){0,4})`;
const company =
  /^(?:[\p{L}\d&.'-]+\s){0,4}(?:ltd|limited|inc|llc|llp|plc|gmbh|ag|se|corp(?:oration)?|company|group|labs?|partners|technologies|systems|solutions|studios?|university|college|school|hospital|trust|council|bank|foundation|institute|traders|industries|software|consulting)\.?$/iu;

/** In order: a name that the mail states, then the sender's display name, then the domain (never a free-mail or applicant system's one). */
export function employerIn(message: Message, newest: string, signature: string): EmployerFact {
  const domain = message.from === null ? null : employersDomain(message.from.address);
  const people = [
    message.from?.name ?? "",
    ...message.to.map((to) => to.name),
    ...message.cc.map((cc) => cc.name),
  ];
  const said =
    (domain === null
      ? null
      : spelledLike(
          domainLabel(domain),
          `${message.subject}\n${newest}\n${signature}\n${message.from?.name ?? ""}`,
        )) ??
    stated(message.subject, people) ??
    displayName(message.from?.name ?? "") ??
    stated(newest, people) ??
    signedBy(signature, newest) ??
    (domain === null ? null : readable(domainLabel(domain)));
  return {
    employer: said === null ? null : withoutLegalForm(said),
    employerDomain: message.proof.aligned ? domain : null,
  };
}

const word = /[\p{L}\d](?:[\p{L}\d&'+.-]*[\p{L}\d])?/gu;
const addressOrLink = /\S*(?:@|:\/\/|www\.)\S*/g;
const mostWords = 6;

/** The words of the mail that spell the domain's label: "northwindtraders" finds "Northwind Traders". Compared word by word, for a pattern made anew for each mail costs milliseconds. */
function spelledLike(label: string, text: string): string | null {
  const squashed = squash(label);
  if (squashed.length < 3) return null;
  const plain = text.replace(addressOrLink, (found) => " ".repeat(found.length));
  const words = [...plain.matchAll(word)];
  for (const [at, first] of words.entries()) {
    if (!/^[\p{Lu}\d]/u.test(first[0])) continue;
    let spelled = "";
    for (let last = at; last < Math.min(words.length, at + mostWords); last += 1) {
      spelled += squash(words[last]?.[0] ?? "");
      if (!squashed.startsWith(spelled)) break;
      if (spelled === squashed) return namedAt(plain, words, at, last);
    }
  }
  return null;
}

/** "Fairholm" of fairholm.example is "Fairholm Bakery" where the mail names it so behind "at" or the like. */
function namedAt(text: string, words: readonly RegExpExecArray[], at: number, last: number): string {
  const endOf = (n: number): number => (words[n]?.index ?? 0) + (words[n]?.[0].length ?? 0);
  const between = (n: number): string => text.slice(endOf(n), words[n + 1]?.index ?? text.length);
  const start = words[at]?.index ?? 0;
  const short = text.slice(start, endOf(last)).replace(/\s+/g, " ");
  const before = words[at - 1]?.[0] ?? "";
  const opensLine = start === 0 || text[start - 1] === "\n";
  if (!opensLine && !/^(?:at|with|of|from|join|joining|to|for)$/.test(before)) return short;
  let end = last;
  while (
    end < last + 3 &&
    /^ (?:& |of )?$/.test(between(end)) &&
    /^[\p{Lu}\d]/u.test(words[end + 1]?.[0] ?? "")
  )
    end += 1;
  const longer = text.slice(start, endOf(end));
  return end > last &&
    !looksLikeRole(longer) &&
    /^(?:\s*$|[.,!?:;)]|\s*\n|\s+\p{Ll})/u.test(text.slice(endOf(end)))
    ? longer
    : short;
}

const after = [
  new RegExp(
    String.raw`\b(?:[Ii]nterview(?:ing)?|[Aa]pplication|[Aa]pplying|[Aa]pplied|[Pp]osition|[Rr]ole|[Jj]ob|[Vv]acancy|[Oo]pening|[Oo]pportunit(?:y|ies)|[Tt]eam|[Cc]areer|[Cc]andidacy|[Ee]mployment|[Ii]nterested|[Ii]nterest)\s+(?:process\s+|here\s+)?(?:at|to|with(?=\s+the\s)|in(?=\s+working\s))\s+(?:the\s)?${name}`,
    "u",
  ),
  new RegExp(
    String.raw`\b(?:[Ii]nterview|[Mm]eeting|[Cc]all|[Cc]hat|[Cc]onversation|[Ss]creening|[Aa]pplication|[Oo]pportunity|[Pp]osition|[Rr]ole)\s+with\s+(?:the\s)?${name}`,
    "u",
  ),
  new RegExp(String.raw`\b[Aa]pplication\s+(?:was\s+sent|has\s+been\s+sent)\s+to\s+${name}`, "u"),
  new RegExp(String.raw`\b(?:[Yy]our|recent)\s+${name}\s+(?:job\s+)?(?:application|[Ii]nterview)\b`, "u"),
  new RegExp(
    String.raw`\b(?:[Ii]nterest in|[Jj]oining|working (?:at|for)|join us at|join)\s+(?:the\s)?${name}(?=[.,!?:;]|\s+(?:and|[Tt]eam|as|for)\b|$)`,
    "mu",
  ),
  new RegExp(String.raw`\bI(?:'m| am)[\p{L}\s,]{0,40}\s(?:from|at|with)\s+${name}`, "u"),
];
const noCompany =
  /^(?:the|this|our|your|a|an|time|interview|position|role|job|video|phone|technical|online|first|second|final|team|hr|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|zoom|teams|microsoft teams|google meet|skype|am|pm|\d.*|i|we|you|recruit\w*|talent|careers?|hiring|human resources|people|global|customer|site|candidate)$/i;

function stated(text: string, people: readonly string[]): string | null {
  for (const pattern of after) {
    const found =
      pattern
        .exec(text)?.[1]
        ?.replace(/[.,'-]+$/, "")
        .replace(/\s\d+$/, "")
        .replace(/\s(?:on|at|for|and|of)$/, "") ?? "";
    const first = found.split(" ")[0] ?? "";
    if (found === "" || noCompany.test(found) || noCompany.test(first) || looksLikeRole(found)) continue;
    if (people.some((person) => person !== "" && squash(person).includes(squash(found)))) continue;
    // "Interview with Priya": a first name is no company.
    if (pattern === after[1] && !company.test(found) && !/^[\p{Lu}\d&]{2,}$|\s|\d|[a-z][A-Z]/u.test(found))
      continue;
    if (pattern === after[1] && /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(found) && !company.test(found))
      continue;
    return found;
  }
  return null;
}

const looksLikeRole = (words: string): boolean =>
  /\b(?:engineer|developer|analyst|manager|designer|assistant|officer|intern|internship|scientist|architect|consultant|director|lead|specialist|coordinator|administrator|teacher|nurse|accountant|software|junior|senior)\b/i.test(
    words,
  );

const departments = `(?:careers?|talent(?: acquisition| team)?|recruit(?:ing|ment|ers?)(?: team)?|hr(?: team)?|human resources|hiring(?: team)?|people(?: team| & culture)?|jobs?|karriere|workday|team|applications?|global)`;

/** "Greg from ABC", "Greg Miller | ABC", "ABC Careers", "Workday@ABC". */
function displayName(display: string): string | null {
  const text = display.replace(/^"|"$/g, "").trim();
  const from =
    /\s(?:from|at|@|\||-|\/)\s+(\S.*)$/i.exec(text)?.[1] ??
    /^[^(]+\(([^)]{2,40})\)$/.exec(text)?.[1] ??
    /^workday@(.+)$/i.exec(text)?.[1];
  const team = new RegExp(String.raw`^(.{2,40}?)(?:\s+${departments})+$`, "i").exec(text)?.[1];
  const found = (from ?? team ?? (company.test(text) ? text : ""))
    .replace(new RegExp(String.raw`\s+${departments}$`, "i"), "")
    .replace(/\s+via\s.*$/i, "")
    .trim();
  if (
    found.length < 2 ||
    noCompany.test(found) ||
    new RegExp(`^${departments}$`, "i").test(found) ||
    /^(?:linkedin|indeed|greenhouse|lever|workable)$/i.test(found)
  )
    return null;
  return found;
}

/** A signature's line that ends like a company ("Meridian Labs Ltd"), or the only other words of an applicant system's sign-off. */
function signedBy(signature: string, newest: string): string | null {
  const lines = (signature || newest.split("\n").slice(-3).join("\n"))
    .split("\n")
    .map((line) => line.trim().replace(/[,.]$/, ""));
  const firm = lines.find((line) => company.test(line) && line.length < 50 && /^[\p{Lu}\d]/u.test(line));
  if (firm !== undefined) return firm;
  const team = lines
    .map((line) => new RegExp(String.raw`^(?:the\s)?(.{2,40}?)(?:\s+${departments})+$`, "i").exec(line)?.[1])
    .find((found) => found !== undefined && !noCompany.test(found) && !/^(?:your|our|the)$/i.test(found));
  return team ?? null;
}

const legalForm =
  /[\s,]+(?:ltd|limited|inc|incorporated|llc|llp|plc|gmbh(?: & co\.? kg)?|ag|se|s\.?a\.?(?:s|r\.?l)?|b\.?v|corp|corporation|pty|oy|ab|aps|kg)\.?$/i;
const withoutLegalForm = (said: string): string => said.replace(legalForm, "").replace(/[\s,]+$/, "");

/** "northwind-traders" -> "Northwind Traders". */
const readable = (label: string): string =>
  label
    .split(/[-_]/)
    .map((word) =>
      word.length <= 3 && /^[^aeiou]+$/.test(word)
        ? word.toUpperCase()
        : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(" ");

/** Letters and digits only, for comparing names. */
export const squash = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\d]/gu, "");
