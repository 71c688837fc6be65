import type { DraftBasis, Finding } from "../../domain/draft-basis.ts";
import { registrable } from "../../understanding/domains.ts";
import { finding } from "./finding.ts";

const noLinks = "Leave out every link, page and domain.";
const noAddresses = "Leave out every mail address and handle.";
const noPhones = "Leave out every phone number.";

/**
 * Links, domains, mail addresses and phone numbers never stand in a draft, whatever a source says (POLICY 5, 8.8; SAFETY R44). The one
 * exception is an employer whose name is the domain at which the recipient is written to.
 */
export function contactFaults(raw: string, basis: DraftBasis): readonly Finding[] {
  const text = raw.normalize("NFKC").replace(/[\u3002\uff0e\uff61\u2024\u00b7\u2027\u0589]/g, ".");
  return [...linkFaults(text, basis), ...addressFaults(text), ...phoneFaults(text)];
}

const schemes =
  /\b[a-z][a-z0-9+.-]{1,12}:\/\/|\b(?:h..ps?|ftp|mailto|tel|sms|file|javascript|data|callto|skype|whatsapp|magnet|ipfs)\s?:(?=\S)|(?:^|[\s("'])\/\/\S|\bwww\d?\s?\.|\bhxxps?\b|\bhttps?\b/i;
const spelled =
  /[\p{L}\d-]{2,}\s?(?:\[\s?\.?\s?\]|\(\s?\.?\s?\)|\[dot\]|\(dot\)|\(punkt\)|\(point\)|\(punto\)|\(punt\)|\(ponto\))\s?\p{L}{2,}|[\p{L}\d-]{2,}\s+(?:punkt\s+(?:com|net|org|de|at|ch)|punto\s+(?:com|net|org|es)|ponto\s+(?:com|net|org|pt|br)|punt\s+(?:com|net|org|nl|be)|point\s+(?:com|net|org|fr)|dot\s+(?:com|net|org|io|dev|co|uk|de|fr|es|nl|pt|br|eu|at|ch|be|app|me|info|biz|ai|xyz|example|us|ie|it))(?![\p{L}])/iu;
/** Any ending, where the dot is said: "reyes dot tech", "bit ly slash x", and the names of what people chat with. */
const saidDot =
  /(?<!polka )\b[\p{L}\d-]{2,}\s+(?:dot|period)\s+\p{L}{2,10}\b|\p{L}{2,}\s+slash\s+[\p{L}\d]|\b(?:telegram|whatsapp|signal|skype|wechat|discord|instagram)\b[^.!?\n]{0,30}\b(?:as|under|at|@|als|sous|como|name|handle)\b/iu;
const numeric = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/;
/** The blank before the ending keeps a mail program from making a link of it, and a reader from missing it. */
const spaced =
  /[\p{L}\d-]{2,}(?:\s\.\s?|\.\s)(?:com|net|org|io|dev|app|info|biz|xyz|example|co\.uk)(?=[\s,;:!?)/]|\.?$)/u;
const path = /(?<![\p{L}\d])\p{L}[\p{L}\d-]+\/(?:in|u|user|users|@?[\p{L}\d-]*\d[\p{L}\d-]*)\/[\p{L}\d-]+/iu;
const dotted = /[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
/** Names of tools that have the shape of a domain. */
const tools = /^(?:asp|vb|ado|ml|f#|c#)\.net$/i;

function linkFaults(text: string, { employer, recipient }: DraftBasis): readonly Finding[] {
  for (const pattern of [schemes, spelled, saidDot, numeric, spaced, path]) {
    const found = pattern.exec(text);
    if (found !== null && !found[0].includes("@")) return [finding("link", found[0], noLinks)];
  }
  const written = registrable(recipient.address);
  for (const { 0: word, index } of text.matchAll(dotted)) {
    if (text[index - 1] === "@" || text[index + word.length] === "@" || tools.test(word)) continue;
    const domain = reserved.test(word) ? word.toLowerCase() : registrable(word);
    const isName = word === employer && domain === written;
    if (domain !== null && /\p{L}{2,}$/u.test(word) && !isName && isEnding(word))
      return [finding("link", word, noLinks)];
  }
  return [];
}

/** Names kept for examples and for houses have no register, and lead somewhere all the same. */
const reserved = /\.(?:example|test|invalid|localhost|local|internal|onion|lan|home|corp)$/i;
/** Any ending is one for `registrable`; "d.h" and "Node.js" have none that a domain could have. */
const isEnding = (word: string): boolean => !/\.(?:js|ts|py|md|h|b|a|o|e|g|m)$/i.test(word);

const address = /\S*@\S*/;
const spelledAddress =
  /[\p{L}\d._-]{2,}\s?(?:[([{<]\s?(?:at|ät|arobase|arroba|apenstaartje|a)\s?[)\]}>]|\s(?:arobase|arroba|apenstaartje|at-sign|at sign|klammeraffe)\s)|[\p{L}\d._-]{2,}\s+at\s+[\p{L}\d-]{2,}\s*(?:\.|\sdot\s)\s*(?:com|net|org|io|dev|co|uk|de|fr|es|nl|pt|br|eu|example|me|app)(?![\p{L}])/iu;

function addressFaults(text: string): readonly Finding[] {
  const found = address.exec(text) ?? spelledAddress.exec(text);
  return found === null ? [] : [finding("address", found[0], noAddresses)];
}

/** Seven digits and more with what people put between them; dates are four, four and two at most. */
const digits = /(?:\+|\(|(?<![\p{L}\d.,]))\d(?:[\s().\-/\u00a0\u202f]{0,3}\d){6,}/u;
const date = /(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{1,2}([./-])\d{1,2}\1\d{2,4})(?!\d)/g;
const grouped = /^\d{1,3}(?:[., ]\d{3})+$/;
const digitWord =
  "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|null|eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|zéro|un|deux|trois|quatre|cinq|sept|huit|neuf|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|nul|een|twee|drie|vijf|zes|zeven|negen|um|dois|três|quatro|sete|oito|nove|\\d)";
const spelledDigits = new RegExp(`(?<!\\p{L})${digitWord}(?:[\\s,-]+${digitWord}){5,}(?!\\p{L})`, "iu");
const calling =
  /(?<!\p{L})(?:(?:phone|mobile|cell|telephone|telefon|handy|portable|téléphone|teléfono|móvil|telefoon|mobiel|telefone|celular|telemóvel|telemovel|whatsapp|extension|ext\.?|durchwahl)\s?(?:number|nummer|numéro|número)?\s?(?:is|ist|lautet|est|es|é|:)?\s?\+?\d{2,})/iu;

function phoneFaults(text: string): readonly Finding[] {
  const rest = text.replaceAll(date, " ");
  const found = digits.exec(rest);
  if (found !== null && !grouped.test(found[0])) return [finding("phone", found[0], noPhones)];
  const other = spelledDigits.exec(rest) ?? calling.exec(rest);
  return other === null ? [] : [finding("phone", other[0], noPhones)];
}
