/**
 * Gives what the talk was about, from the person's own words of the debrief: "the nightly load" of "Greta walked me through the nightly load and
 * asked …". Null where no sentence says it in so few and so harmless words that they may stand in a mail to those who were there (POLICY 1
 * thank_you, one specific thing from the talk). `names` are theirs.
 */
export function talkedAbout(notes: string, names: readonly string[]): string | null {
  for (const sentence of notes.split(/(?<=[.!?;])\s+|\n+/)) {
    const found = said.exec(sentence.trim())?.[1];
    if (found === undefined || doubtful.test(sentence)) continue;
    const topic = inTheirEars((found.split(end)[0] ?? "").trim());
    if (isHarmless(topic, names)) return topic;
  }
  return null;
}

const said =
  /^(?:[Tt]hen |[Aa]nd |[Aa]lso )?(?:(?:[Ww]e|(?:\p{Lu}[\p{L}-]+|he|she|they) and I)(?: all)?(?: mostly| mainly| also)? (?:(?:talked|spoke|chatted)(?: a lot| at length| mostly| mainly)? about|discussed)|(?:\p{Lu}[\p{L}-]+|he|she|they)(?: also)? (?:walked me through|told me about|showed me|explained|described)|I (?:liked|enjoyed) (?:hearing|talking) about) (.+)$/u;
/** Where what was talked about ends and something else begins; "and" may join two topics, or begin with what happened next. */
const end =
  /[,;:.!?()"–—]|\s-\s|\s(?:but|because|as|so|when|while|where|which|that|who|how|why|what|to me|with|at length|in detail)\b|\sand (?=(?:they|he|she|i|we|it|how|what|why|then|also|that|went|told|said|\w+ed)\b)/i;

/** A sentence with a shadow on it is left alone. */
const doubtful =
  /\b(?:not|never|nothing|no|bad|badly|worse|wrong|awkward|boring|bored|confus\w*|worr\w*|unfortunately|sadly|odd|weird|strange|hate\w*|fail\w*|messed|botched|secret\w*|confidential\w*|off the record|nda|https?|www)\b|n['’]t\b|@/i;
/** What is between the person and themselves, or cannot be known to be meant for these ears. */
const delicate =
  /\b(?:i|me|my|mine|we|us|our|he|him|his|she|her|hers|they|them|it|this|these|those|salar\w*|pay|paid|money|bonus\w*|notice|holidays?|vacation|leave|leaving|visas?|permits?|offers?|competitors?|interviews?|rejections?|weakness\w*|gaps?|age|pregnan\w*|child\w*|kids|famil\w*|health|ill\w*|sick\w*|disabilit\w*|relig\w*|politic\w*|divorce\w*|lay-?offs?|redundanc\w*|fired|quit|gossip|drama|everything|stuff|things?|lots)\b/i;

/** Too general to be the one thing that was particular about it. */
const general =
  /^(?:the |your |an? )?(?:role|job|position|company|team|process|project|work|cv|experience|background)$/i;

const inTheirEars = (topic: string): string => topic.replace(/\btheir\b/gi, "your");

const isHarmless = (topic: string, names: readonly string[]): boolean =>
  /^(?:the|your|a|an|\p{L})[\p{L}\d '’/-]{2,59}$/u.test(topic) &&
  topic.split(" ").length <= 8 &&
  !delicate.test(topic) &&
  !general.test(topic) &&
  !names.some((name) =>
    name.split(/\s+/).some((part) => part.length > 2 && topic.toLowerCase().includes(part.toLowerCase())),
  );
