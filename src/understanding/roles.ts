const title = String.raw`([\p{Lu}\d][\p{L}\d&/+#.,'() -]{2,70}?)`;
const end = String.raw`(?=\s+(?:at|with|in our|position|role|vacancy|job|opening|opportunity|post|on|here|and we|has|have|was|is|team|for|because|to)\b|\s+-\s|\s*[.!?:;|\n]|,\s+(?:we|and|but|which)\b|\s*$)`;
const patterns = [
  new RegExp(
    String.raw`\b(?:the|our|a|an|for|of|as|open|this)\s+(?:open\s)?${title}\s+(?:position|role|vacancy|job|opening|opportunity|post|internship)\b`,
    "u",
  ),
  new RegExp(
    String.raw`\b(?:position|role|vacancy|job|post|opening)\s+(?:of|as|for)\s+(?:an?\s|the\s)?${title}${end}`,
    "mu",
  ),
  new RegExp(
    String.raw`\b(?:[Aa]pplication|[Aa]pplied|[Aa]pplying|[Ii]nterview(?:ing)?|[Cc]onsidered|[Cc]andidacy)\s+(?:for|as)\s+(?:the\s(?:position|role|post|job)\sof\s)?(?:an?\s|the\s|our\s|your\s)?${title}${end}`,
    "mu",
  ),
  new RegExp(
    String.raw`\b(?:[Ff]ollowing position|[Pp]osition|[Rr]ole|[Jj]ob [Tt]itle|[Vv]acancy)\s*:\s*(?:[A-Z]*\d{3,}\s*-\s*)?${title}${end}`,
    "mu",
  ),
];
const subjects = [
  new RegExp(
    String.raw`^(?:\w+:\s)*${title}\s+(?:(?:phone|video|telephone|technical|first|second|final|panel|onsite)\s)*[Ii]nterview\b`,
    "u",
  ),
  new RegExp(
    String.raw`\b[Ii]nterview(?:\s[Ii]nvitation|\s[Cc]onfirmation)?\s*(?::|-|\|)\s*(?:[\p{Lu}][\p{L} ]{1,30}\s-\s)?${title}$`,
    "u",
  ),
];
const trade =
  /\b(?:engineer|engineering|developer|analyst|manager|designer|assistant|officer|intern|internship|scientist|architect|consultant|director|lead|leader|head|specialist|coordinator|administrator|teacher|nurse|accountant|editor|writer|researcher|associate|executive|representative|technician|clerk|driver|chef|supervisor|buyer|planner|operator|controller|lawyer|counsel|paralegal|librarian|curator|carer|worker|baker|lecturer|fellow|secretary|receptionist|producer|strategist|advisor|adviser|agent|apprentice|trainee|graduate|programmer|tester|owner|master|president|partner|translator|therapist|pharmacist|physicist|chemist|biologist|statistician|economist|marketer|electrician|mechanic|gardener)s?\b/i;
const generic =
  /^(?:the|this|that|our|your|an?|open|next|first|second|final|phone|telephone|video|technical|new|following|other|any|another|more|invitation|job|re|fwd?|thank you.*|thanks.*|update.*|it|i|we|you|virtual|online|onsite|informal)$/i;

/** The role that a mail is about, as it writes it, or null. `subject` and `text` are the newest words of the mail. */
export function roleIn(subject: string, text: string): string | null {
  for (const [source, tries] of [
    [subject, [...patterns, ...subjects]],
    [text, patterns],
  ] as const) {
    for (const pattern of tries) {
      const found = pattern.exec(source)?.[1];
      if (found === undefined) continue;
      const role = tidy(found);
      if (role.length >= 3 && role.split(" ").length <= 9 && !generic.test(role) && trade.test(role))
        return role;
    }
  }
  return null;
}

const tidy = (found: string): string =>
  found
    .replace(
      /^(?:.*\b(?:interest in|applying (?:for|to)|application for|interview for|as|for)\s)(?:an?\s|the\s|our\s)?/i,
      "",
    )
    .replace(/^(?:the|our|an?|open|re:)\s+/i, "")
    .replace(/^(?:R?\d{3,}\s*-\s*)/, "")
    .replace(/\s*\([^)]*$/, "")
    .replace(/\s*[-,(]?\s*(?:ID|Ref|Req)\b.*$/i, "")
    .replace(/\s+(?:position|role|vacancy|job|opening|post)$/i, "")
    .replace(/\s+(?:at|with)\s+\p{Lu}.*$/u, "")
    .replace(/(?:\s*,\s*[A-Z]*\d{3,})+$/, "")
    .replace(/^[\d\s-]+(?=\p{Lu})/u, "")
    .replace(/^[^-]{3,40}\s-\s(?=(.*)$)/, (ahead, rest: string) =>
      !trade.test(ahead) && trade.test(rest) ? "" : ahead,
    )
    .replace(/[\s,.;:-]+$/, "")
    .trim();

/** True when two role names cannot be the same vacancy: both are known and share no telling word, or their levels differ. */
export function rolesContradict(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  const [left, right] = [wordsOf(one), wordsOf(other)];
  if (left.size === 0 || right.size === 0) return false;
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  return [...small].some((word) => !large.has(word));
}

const filler = new Set([
  "the",
  "a",
  "an",
  "of",
  "for",
  "and",
  "in",
  "remote",
  "hybrid",
  "m",
  "f",
  "d",
  "w",
  "x",
  "full",
  "time",
  "part",
  "permanent",
]);
const short: Readonly<Record<string, string>> = {
  sr: "senior",
  jr: "junior",
  dev: "developer",
  eng: "engineer",
  mgr: "manager",
};
const wordsOf = (role: string): ReadonlySet<string> =>
  new Set(
    role
      .toLowerCase()
      .split(/[^\p{L}\d+#]+/u)
      .map((word) => short[word] ?? word)
      .filter((word) => word !== "" && !filler.has(word)),
  );
