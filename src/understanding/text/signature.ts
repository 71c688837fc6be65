const devices =
  "(?:my )?(?:i-?phone|i-?pad|i-?pod|android|mobile|phone|cell|handy|blackberry|samsung|galaxy|htc|nokia|huawei|windows|mail|mailbox|outlook|yahoo|aol|gmail|airmail|sparrow|proton\\w*|zoho|spark|tablet|ti-\\d+|alcatel\\w*)";

/** What mail programs and telephones put under a letter. */
const machine = new RegExp(
  [
    `^\\W{0,4}(?:sent|written|posted) (?:from|via|with|using|by|on) (?:my |a |an |the )?\\W?${devices}?\\b[^.!?\\n]{0,80}(?:[.!] [^\\n]{0,60})?$`,
    `^\\W{0,2}from my ${devices}\\b`,
    `^\\W{0,2}[\\p{L} ]{1,30} from mobile\\W*$`,
    "^\\W{0,2}get \\W?outlook for\\b",
    "^\\s*(?:envoyé (?:depuis|de|à partir de)|enviado (?:desde|do|a partir)|inviato (?:da|dal)|verzonden (?:met|via|vanaf|van)|verstuurd vanaf|skickat från|sendt fra|lähetetty|wysłane? z|отправлено (?:с|из)|надіслано з|obtenir outlook|diese nachricht wurde von meinem)(?=[\\s:]|$)",
    "^\\s*(?:von meinem\\b[^\\n]{0,60}\\bgesendet|gesendet (?:von|mit|über))\\b|傳送\\s*$|发自我的|iPhoneから送信",
    "^\\s*(?:-{2}|_{2,})\\s*$",
  ].join("|"),
  "iu",
);

const disclaimer =
  /^\W*(?:(?:this|the (?:information|content)s?) (?:in |contained in )?(?:this )?(?:(?:e-?mail|message|communication|transmission)(?: message)?)?(?: \([^)]{0,60}\))?,? ?(?:and (?:any|its|all)|including|is|was|are|may|contains)\b.*(?:confidential|intended|privileged)|confidentiality (?:notice|note)|disclaimer\b|please consider the environment|diese (?:e-?mail|nachricht)\b.*\bvertraulich|ce (?:message|courriel|mail)\b.*\bconfidentiel|este (?:mensaje|correo|e-?mail|mensagem)\b.*\bconfiden|dit (?:bericht|e-?mail\w*)\b.*\bvertrouwelijk|esta mensagem\b.*\bconfidencial)/i;

const closing =
  /^\s*(?:(?:(?:with )?(?:best|kind|kindest|warm|warmest|many|my|very best)\s+)?(?:regards|wishes|thanks)|(?:yours|sincerely)(?:\s+(?:sincerely|faithfully|truly|yours))?|cheers|best|all the best|thanks(?: (?:again|so much|and regards))?|thank you|(?:(?:mit|viele|beste|liebe|herzliche|schöne) )*(?:freundliche[nmr]?|viele[nm]?|beste[nm]?|liebe[nm]?|herzliche[nm]?|schöne[nm]?) gr(?:ü|ue)(?:ß|ss)e?n?(?: \/ [\w ]{3,30})?|gr(?:u|ü|ue)(?:ß|ss)e?|mfg|lg|vg|(?:bien )?cordialement|bien à vous|(?:sincères|meilleures) salutations|(?:un )?saludos?(?: cordial(?:es)?)?|(?:le saluda )?atentamente|(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|mvg|atenciosamente|(?:com os )?(?:melhores )?cumprimentos|abraços|(?:cordiali|distinti) saluti|med vänlig hälsning|take care|respectfully)\s*[,.!-]*\s*$/i;

/** "-Greg", "/ Ana Reyes": a name behind a dash, as the last words. */
const dashedName = /^\s*(?:-{1,2}|~|\/{1,2})\s?\p{Lu}[\p{L}.']{1,20}(?: \p{Lu}[\p{L}.']{0,20}){0,2}\s*$/u;

/** Where the signature begins: a closing, a name behind a dash, a telephone's footer, a disclaimer; -1 where there is none. */
export function signatureStart(lines: readonly string[]): number {
  let written = false;
  let listed = false;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") continue;
    if (written && line.length < 2_000 && (machine.test(bare(line)) || disclaimer.test(line))) return at;
    if (at > 0 && closing.test(line) && closes(lines, at)) return at;
    // A bullet in a list is no name.
    if (written && !listed && dashedName.test(line) && isLast(lines, at)) return at;
    listed = /^\s*(?:[-*•/~]|\d+[.)])/.test(line);
    written = true;
  }
  return -1;
}

/** A link behind words, as converters from HTML write it, is no part of the words. */
const bare = (line: string): string =>
  line.replace(/[<(]?(?:https?|mailto):[^\s<>)]{0,500}[>)]?/g, "").trimEnd();

/** "Thank you," may open a letter too: a signature is short and has no sentence in it. */
function closes(lines: readonly string[], at: number): boolean {
  const next = nonBlank(lines, at + 1, 1)[0];
  return (
    next === undefined ||
    (next.trim().length <= 60 && !/[.?!]\s*$/.test(next.replace(/\b(?:inc|ltd|co)\.$/i, "")))
  );
}

const isLast = (lines: readonly string[], at: number): boolean => nonBlank(lines, at + 1, 1).length === 0;

function nonBlank(lines: readonly string[], from: number, count: number): readonly string[] {
  const found: string[] = [];
  for (let at = from; at < lines.length && found.length < count; at++) {
    const line = lines[at] ?? "";
    if (line.trim() !== "") found.push(line);
  }
  return found;
}
