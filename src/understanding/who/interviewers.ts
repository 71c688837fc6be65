import type { Letter } from "./letter.ts";
import { type NamedHuman, namedHumans } from "./named-humans.ts";
import { isOccupation } from "./occupations.ts";

const asideOf = String.raw`(?:\s\([^()]{1,60}\)|,\s(?:our|the|my|who|a|an|unser\w*|notre|nuestr[oa]|mi|onze|nosso|nossa)\s[^,.;()]{2,50}|,\s\p{Lu}[^,.;()]{2,45})?`;
const roleOf = String.raw`(?:(?:our|my|the|your|his|her|unsere[mnr]?|mein\w*|notre|nos|mon|ma|nuestr[oa]|mi|onze|ons|mijn|nosso|nossa|meu|minha|o|a|le|la|el)\s(?:[\p{L}&/'-]+\s){0,5}?(?:[\p{L}&/'-]+[,:]?\s)?)`;
const ands = String.raw`(?:,\sand|,|;|\sand|\s&|\sund|\set|\sy|\se|\sen|\splus|\sor|,\sas\swell\sas|\sas\swell\sas|\salong\swith|\stogether\swith)`;

/** What stands between two humans of one list: "Mara Lindqvist, our CTO, and Tom Okafor". */
const listGoesOn = new RegExp(String.raw`^${asideOf}${ands}\s(?:with\s|by\s|also\s|then\s)?${roleOf}?$`, "u");
const introduced = new RegExp(
  String.raw`(?:^|[\s(])(?:meet(?:ing)?(?:\swith)?|with|see(?:ing)?|speak(?:ing)?\s(?:to|with)|talk(?:ing)?\s(?:to|with)|interviewers?(?:\s(?:are|is|will\sbe))?:?|joined\sby|join|ask\sfor|coordinator\sis|taken\sby|received\sby|panel:|interviewed\sby|hosted\sby|led\sby|cancel+ed\sby:?|collected\sby|greeted\sby|including|mit|avec|con|met|com|por|durch|von|par|verrez|treffen|kennenlernen|ontmoet|conocer\sa)\s(?:me(?:,|\sand|\splus)?\s|myself\sand\s|us\sand\s|mir\sund\s|moi\set\s|mij\sen\s|both\s|either\s)?${roleOf}?$`,
  "iu",
);
const titled =
  /(?:^|[\s(])(?:our|my|unsere?[mnr]?|mein\w*|notre|mon|ma|nuestr[oa]|mi|onze|mijn|noss[oa]|meu|minha)\s(?:[\p{L}&/'-]+\s){0,5}[\p{L}&/'-]+,?\s$|(?:the|la|el|der|die|le|de)\s(?:[\p{L}&/'-]+\s){0,3}(?:head|director|manager|foreman|ceo|cto|cfo|coo|chair|principal|rector|leiter(?:in)?|directeur|directrice|director[ae]?)\s(?:there,\s)?$/iu;
const explained =
  /^\s\((?!(?:she|he|they|m|w|optional|remote|am|pm)\b)(?:our|my|the|he|she|\p{Ll}|[\p{Lu}])[^()]{1,60}\)/u;
const explainedOwn = /^\s\((?:our|my|unser|notre|nuestr|onze|nosso|nossa)/u;
const apposed =
  /^,\s(?:our|the|my|who|head\b|chief\b|vp\b|unser|notre|nuestr|onze|nosso|nossa|director|directeur|directrice|\p{Lu}[\p{L}-]+\s(?:manager|director|engineer|lead|head|officer|partner|nurse|consultant)|Director|Head|Manager|VP|Lead)/iu;
const acting =
  /^\s(?:(?:and|und|et|y|e|en|&)\s\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?\s)?(?:will|would (?:love|like|be)|can only|are both|is the interviewer|takes? part|wird|kommt|ist mit dabei|sera|participa|schuift|zal|has asked me|has \d|for the \w+ part|'ll)\b/u;
const present =
  /\b(?:can no longer|handed in|no longer (?:with|works?)|is on leave|has left|until further notice)\b/i;

const labelled =
  /^\W*(?:interviewers?|your interviewers?|interview (?:team|panel)|with|who(?: with)?|panel|attendees|participants|hosts?|on the call|teilnehmer\w*|gesprächspartner\w*|interlocuteurs?|entrevistador\w*|participantes|deelnemers)(?:\s*:|\s{2,})\s*(?=\S)/i;
const opensList =
  /(?:\b(?:meet|panel|interviewers?|talk to|speak (?:to|with)|with|on the call|see|would be|are)\b[^.]{0,40}:|composition of the panel:?|^panel:?|^interviewers:?)$/i;
const item = /^(?:[-*•–]\s*|\d+[.)]\s*|(?=\p{Lu}))/u;

/**
 * Names of those who will be at an interview, as prose, labels and lists give them. `meets` is false for other mail of a candidacy:
 * then only those count whom the writer introduces ("our CTO Mara Lindqvist").
 */
export function interviewersIn(letter: Letter, meets: boolean): readonly string[] {
  const found: string[] = [];
  let inList = false;
  for (const line of letter.lines.slice(0, 60)) {
    const people = namedHumans(line, letter.wordsOf(line));
    const isLabel = labelled.test(line);
    const listed: readonly NamedHuman[] = !meets
      ? []
      : inList && item.test(line) && line.length < 110
        ? people.slice(0, 1).filter(({ start }) => start < 12)
        : isLabel
          ? people.filter(({ whole }) => whole)
          : [];
    if (inList || isLabel) for (const one of listed) found.push(one.name);
    inList = opensList.test(line) || (inList && (listed.length > 0 || /^[-*•–]/.test(line)));
    let last: NamedHuman | null = null;
    for (const one of people) {
      const sentence = Math.max(...[". ", "? ", "! "].map((end) => line.lastIndexOf(end, one.start - 1)));
      const from = Math.max(
        0,
        one.start - 80,
        sentence > 0 && !/\b(?:Dr|Mr|Mrs|Ms|Prof|St|Sr)$/.test(line.slice(0, sentence)) ? sentence + 2 : 0,
      );
      const before = line.slice(from, one.start);
      const after = line.slice(one.end, one.end + 70);
      const goesOn: boolean =
        last !== null &&
        !/\b(?:of|in|at)\s$/.test(before) &&
        listGoesOn.test(line.slice(last.end, one.start));
      if (goesOn || belongs(one, before, after, meets)) {
        // "Martin Lyle can no longer take part"
        if (present.test(after.slice(0, 40))) continue;
        found.push(one.name);
        last = one;
      }
    }
  }
  return found;
}

/** "the day shift lead, Krzysztof Maj" */
const byTrade = (before: string): boolean => {
  const said =
    /\b(?:our|the|my|la|el|le|der|die|unser\w*|notre|nuestr[oa]|onze|de|o|a)\s(?:[\p{L}&/'-]+\s){0,4}?([\p{L}-]+),?\s$/iu.exec(
      before,
    )?.[1];
  return said !== undefined && isOccupation(said);
};

function belongs(one: NamedHuman, before: string, after: string, meets: boolean): boolean {
  if (!meets)
    return (
      one.whole &&
      ((titled.test(before) && /\b(?:our|my|unser|notre|nuestr|onze|noss)/i.test(before)) ||
        explainedOwn.test(after) ||
        /^\sfrom\s(?:People|HR|our)\b/.test(after) ||
        (/\bby\s$/.test(before) && apposed.test(after)))
    );
  if (one.honoured) return true;
  if (/\b(?:in|of|at|from|near)\s$/.test(before)) return false;
  if (one.whole && /(?:^|[\s(])me,\s$/.test(before)) return true;
  if (introduced.test(before) && (one.whole || !/^\s\p{Lu}/u.test(after))) return true;
  if (one.whole && byTrade(before)) return true;
  if (
    /^\sfrom\s(?:our|the|HR|People|\p{Lu})[^.,]{0,30}\s(?:is|will|would|has|'ll)\b/u.test(after) &&
    (one.whole || before.trim() === "")
  )
    return true;
  if (
    titled.test(before) &&
    (one.whole || /\b(?:colleague|kolleg\w+|collègue|compañer[oa]|collega|colega)\s$/i.test(before))
  )
    return true;
  if (explained.test(after) && (one.whole || /^\s\((?:\p{Ll}|[A-Z]{2,4}\))/u.test(after))) return true;
  if (one.whole && (apposed.test(after) || acting.test(after))) return true;
  return !one.whole && acting.test(after) && (before === "" || /(?:and|und|et|y|e|en|&|,)\s$/.test(before));
}
