import { type Word, wordsIn } from "./name-runs.ts";
import { isOccupation } from "./occupations.ts";
import { plainStartWords } from "./plain-start-words.ts";
import { squash } from "./spelling.ts";

// Words that no title begins with; where one stands, the title begins behind it.
const leftStop =
  /^(?:a|an|the|our|your|my|this|that|for|as|to|is|was|with|from|at|on|by|about|or|needs?|wants?|seeks?|seeking|hiring|re|we|you|i|be|become|been|his|her|their|its|one|two|three|open|interview(?:ing|s)?|application|apply(?:ing)?|applied|role|new|advertised|following|current|above|below|same|bigger|other|another|next|right|whole|first|second|initial|online|update|updated|of|quick|permanent|temporary|any|some|more|no|not|every|each|both|all|when|where|if|since|until|us|them|me|him|only|still|offer(?:ed|s)?|select(?:ed|ion)|unfilled|vacant|available|exciting|great|good|perfect|similar|suitable|remote|part-time|full-time|fully|in|bewerbung|seguimiento|suivi|candidature|candidatura|solicitud|sollicitatie|nachfrage|anfrage|entrevista|entretien|gespräch|considered|shortlisted|chosen|hired|regarding|concerning|discuss|fill|filled|into|than|against|between|through|know|knows|like|find|got)$/i;

const leftStopElsewhere =
  /^(?:und|oder|die|der|das|den|dem|eine?[rnms]?|als|für|um|zur?|beim?|ihre?[rnms]?|unsere?[rnms]?|le|la|les|l|un|une|de|d|du|des|pour|comme|et|votre|notre|en|el|los|las|una|uno|para|como|y|su|tu|nuestr[oa]|het|een|voor|op|van|wij|je|jouw|uw|ons|onze|bij|o|os|as|um|uma|da|do|das|dos|na|no|à|ao|sua|seu|nossa|nosso|e|que)$/;
const stops = (word: string): boolean => leftStop.test(word) || leftStopElsewhere.test(word);

// What follows a title without belonging to it, up to the end of the phrase.
const ends =
  /\s+(?:at|with|here|and we|we|has|have|had|was|is|are|were|will|would|can|could|because|to|on|by|from|but|which|who|that|this|as|after|before|since|until|if|so|then|went|role|position|post|job|vacancy|opening|opportunity|place|seat|search|interview|team|based|reporting|starting|caught|landed|arrived|reached|scheduled|brief|i'm|we've|i've|our|your|today|tomorrow|now|there|however|and (?:i|we|you|have|are|to|for|the|would|will)|within|throughout|under|via|bei|beim|bist|an unsere[mnr]|im|in unsere[mnr]|in|wird|ist|eingegangen|haben|hat|wurde|gefunden|mit|ab|ausgeschrieben|aan|bij|op|voor|wordt|te|die|dat|is|chez|dans|au sein|est|vient|sur|avec|nous|à|a été|con|por|sobre|que|ha|fue|está|se|quedó|foi|em|na|no|com|fica)\b|[.!?;:\n|"“”»]|,\s|\s[-–—]\s|\s?\(|\s\/\s/i;

/** The title that a text begins with: what stands before the first word that cannot belong to it. `text` follows "application for" or the like. */
export function titleAtStart(text: string): string | null {
  const bare = text
    .replace(/^[\s"“„«'(:]+/, "")
    .replace(
      /^(?:(?:an?|the|our|your|this|be|become|be an?|one of our|open|position|role|post|job|vacancy|place|die|der|das|den|eine?[rnms]?|la|le|l'|un|une|el|los|una|de|het|een|o|um|uma|as|of|for|Stelle|Position|poste|puesto|functie|vaga|vacature|função|cargo|d'|du|des|do|da)\s+|(?:l|d)'|the\s)+/i,
      "",
    )
    .replace(/^(?:(?:[A-Z]{1,4}-?[A-Z]?)?\d{2,}[\w/-]*\s*[-–:]?\s+)(?=\p{Lu})/u, "");
  // "Lecturer in Statistics", "Head of School for Nursing": a learned field goes on after "in".
  const field = /^\p{L}+(?:\s\p{L}+)?\s(?:in|for)\s\p{Lu}/u.exec(bare);
  const from = field === null || !hasOccupation(field[0]) || !learned.test(field[0]) ? 0 : field[0].length;
  const end = bare.slice(from).search(ends);
  const title = tidyTitle(end === -1 ? bare.slice(0, 90) : bare.slice(0, from + end));
  return isTitle(title) ? title : null;
}

const learned =
  /^(?:lectur|profess|reader|fellow|consultant|postdoc|research|teach|phd|tutor|instructor|graduate|apprentice|trainee|registrar|senior lect|associate prof|assistant prof|doktorand|specialist)/i;

/** The title that a text ends with: what stands before "role" or "position". */
export function titleAtEnd(text: string): string | null {
  const line = text.slice(-90).replace(/\s*\([^()]*\)\s*$/, "");
  const words = wordsIn(line);
  let from = words.length;
  const last = words.at(-1);
  if (last === undefined || line.slice(last.end).trim() !== "") return null;
  while (from > 0 && words.length - from < 8) {
    const one = words[from - 1];
    const next = words[from];
    if (one === undefined || (next !== undefined && !near(line, one, next))) break;
    const before = words[from - 2];
    const joins =
      next !== undefined &&
      before !== undefined &&
      /^(?:of|in|for|and|&|de|del|du|des|da|do|der|für|van|to)$/i.test(one.text) &&
      next.cap &&
      before.cap &&
      !stops(before.text) &&
      (!/^(?:for|in|to)$/i.test(one.text) || isOccupation(before.text));
    if (joins) {
      from -= 1;
      continue;
    }
    // "Application Engineer" is a trade; "Application: Engineer" was parted before.
    if (
      stops(one.text) &&
      !(/^(?:Application|Applications|Technical)$/.test(one.text) && next?.cap === true) &&
      !(
        /^(?:First|Second|Third)$/.test(one.text) &&
        /^(?:Officer|Mate|Engineer|Assistant|Lieutenant)$/.test(next?.text ?? "")
      )
    )
      break;
    // In a capitalised title a lower-case word is no part: "covering Store Manager".
    if (next?.cap === true && !one.cap && one.text.length > 3 && last.cap && isOccupation(last.text)) break;
    from -= 1;
  }
  const first = words[from];
  if (first === undefined) return null;
  const title = tidyTitle(line.slice(first.start));
  return isTitle(title) ? title : null;
}

const near = (line: string, one: Word, next: Word): boolean =>
  /^(?: | \/ |'|’)$/.test(line.slice(one.end, next.start));

/** Requisition numbers, "(m/w/d)", places in brackets and the filler around a title taken away. */
export const tidyTitle = (raw: string): string =>
  raw
    .replace(
      /\s*[([]\s*(?:m\s*\/\s*[wfd]|w\s*\/\s*m|f\s*\/\s*m|h\s*\/\s*f|f\s*\/\s*h|all genders|d\s*\/|gn|remote|hybrid|full[- ]time|part[- ]time)[^)\]]*[)\]]?/gi,
      "",
    )
    .replace(
      /\s*[([]?\b(?:ref(?:erence)?|req(?:uisition)?|vacancy|kennziffer|réf|job id|id|nr|no)\b\.?\s*(?:no\.?|id|nr\.?)?[\s:.#]*[A-Z]*[\w/-]*\d[\w/.-]*\)?/gi,
      "",
    )
    .replace(/(?:^|[\s,]+)(?:[A-Z]{1,5}-)?#?\d{3,}[A-Z\d/-]*(?=$|\s|,)(?!\s*$)/g, " ")
    .replace(/(?<!\b(?:programme|program|scheme|intake|cohort|class))[\s,]+#?[A-Z]{0,4}-?\d{4,}[\w/-]*$/i, "")
    .replace(
      /^(?:the|our|your|an?|open|new|this|remote|die|der|das|den|la|le|les|el|een|het|de|as|vacancy|role|position|post|job|stelle|poste|puesto|functie|vaga)\s+(?=\S)/i,
      "",
    )
    .replace(
      /\s+(?:role|position|post|job|vacancy|opening|opportunity|interviews?|application|vacature|search|stelle|poste|vaga)$/i,
      "",
    )
    .replace(/["“”„«»]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:.·|/-]+|[\s,;:.·|/(-]+$/g, "");

/** True when some word of the text is a trade's. */
export const hasOccupation = (text: string): boolean => wordsIn(text).some((word) => isOccupation(word.text));

const nothing =
  /^(?:(?:this|that|the|our|your|it|any|other|another|next|interview|application|process|stage|update|status|team|company|invitation|confirmation|reminder|outcome|feedback|news|thanks?|thank you|call|chat|talk|meeting|conversation|visit|job|role|position|post|vacancy|opening|career|future|further|similar|ideal|suitable|first|second|final|last|time|day|date|slot|place|moment|week|month|part|full|dream|current|present|previous|actual|exact|full-time|part-time|permanent|temporary|seasonal|remote|local|senior|junior|good|great|nice|perfect|right|wrong|tough|hard|day|night|weekend|summer|winter|christmas|saturday|monday|tuesday|wednesday|thursday|friday|sunday|details|duplicate|speculative|unsolicited|spontaneous|general|initial|recent|latest|previous|above|below|same|specific|particular|certain|new|old|open|vacant|advertised|online|number|no|id|ref|everyone|someone|people|us|you|me|them|him|her|help|more|less|some|work|employment|hire|hiring|recruitment|staff|all|every|both|either|one|two|three|and|of|for|in|to)[\s,]*)+$/i;
const isTitle = (title: string): boolean =>
  title.length >= 2 &&
  (hasOccupation(title) ||
    !wordsIn(title).every(
      (word) =>
        plainStartWords.has(squash(word.text.replace(/'s$/, ""))) ||
        /^\d+(?:[ap]m|st|nd|rd|th)?$/.test(word.text),
    )) &&
  title.length <= 90 &&
  !nothing.test(title) &&
  /\p{L}{2}/u.test(title) &&
  title.split(" ").length <= 10 &&
  !/^(?:hiring )?managers?$/i.test(title) &&
  !/\b(?:of|for|to|the|a|an|with|and|at|in|recruitment|careers|talent)$/i.test(title) &&
  !/^(?:tech|rep|lead|head|hand|mate|pilot|member|head of)$/i.test(title);
