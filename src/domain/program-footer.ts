import { namesProgram } from "./footer-words.ts";

const devices =
  "(?:my )?(?:i-?phone|i-?pad|i-?pod|android|mobile|phone|cell|handy|blackberry|samsung|galaxy|htc|nokia|huawei|windows|mail|mailbox|outlook|yahoo|aol|gmail|airmail|sparrow|proton\\w*|zoho|spark|tablet|thunderbird|ti-\\d+|alcatel\\w*)";

/** "Get Outlook for iOS" in several languages. */
const gets =
  "get|obten(?:ir|ez|er|ga|ha(?: o)?)|obtén|obter(?: o)?|télécharge[rz]|descargar?|baix(?:ar|e)(?: o)?|scarica|ottieni|download|hämta|hent|holen sie sich|laden sie";

const footer = new RegExp(
  [
    `^\\W{0,4}(?:sent|written) (?:\\w{2,12}ly )?(?:from|via|with|using|by|on) (?:my |a |an |the )?\\W?${devices}\\b[^.!?\\n]{0,80}[.!]?$`,
    `^\\W{0,4}(?:sent|written|posted) (?:from|via|with|using|by|on) (?:my |a |an |the )?\\W?${devices}?\\b[^.!?\\n]{0,80}(?:[.!] [^\\n]{0,60})?$`,
    `^\\W{0,2}from my ${devices}\\b`,
    `^\\W{0,2}via (?:my )?${devices}\\W*$`,
    `^\\W{0,2}[\\p{L} ]{1,30} from mobile\\W*$`,
    `^\\W{0,2}(?:${gets}) \\W?(?:outlook|bluemail|typeapp) (?:for|pour|para|per|voor|für|til|för)\\b`,
    "^\\W{0,2}(?:outlook|bluemail) (?:für|voor|for) (?:ios|android)\\b",
    `^\\s*envoyé (?:avec|à partir d'|d')\\s?(?:mon )?${devices}\\b`,
    `^\\s*(?:enviad[oa] co[nm]|verstuurd met|verzonden met) (?:mijn |mi )?(?:${devices}|telefoon|teléfono|móvil)\\b`,
    "^\\s*(?:envoyé avec|enviad[oa] co[nm]|verzonden met|verstuurd met) [^.!?\\n]{0,50}\\b(?:proton|tuta|outlook|gmail|yahoo|thunderbird|airmail|spark|zoho|gmx)\\b",
    "^\\s*(?:dictated|typed) (?:on|with|by|using|from)\\b[^.!?\\n]{0,60}[.!]?$",
    "^\\s*yahoo mail: search, organi[sz]e, conquer|^\\s*provenance ?: courrier pour windows",
    "^\\s*(?:envoyé (?:sans fil |)(?:depuis|de|à partir de|par|via)|enviad[oa] (?:desde|do|da|de (?:meu|minha|mi)|a partir|via|a través de)|inviato (?:da|dal)|verzonden (?:met|via|vanaf|vanuit|van)|verstuurd (?:vanaf|vanuit|via)|skickat från|sendt fra|lähetetty|wysłane? z|отправлено (?:с|из)|надіслано з|diese nachricht wurde von meinem)(?=[\\s:]|$)",
    "^\\s*(?:von (?:meinem|outlook|samsung)\\b[^\\n]{0,60}\\bgesendet|gesendet (?:von|mit|über))\\b",
  ].join("|"),
  "iu",
);

/** "Sent by mistake", "sent with changes" and "Sent by Friday, please" are no footers. */
const meant =
  /(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|changes?|please|mistake|accident(?:ally)?|wrong|too (?:soon|early)|wait|don'?t send|versehen(?:tlich)?|erreur|error|engano|ongeluk|vergissing)(?!\p{L})/iu;

/** A link behind words, as converters from HTML write it, is no part of the words. */
const bare = (line: string): string =>
  line.replace(/[<(]?(?:https?|mailto):[^\s<>)]{0,500}[>)]?/g, "").trimEnd();

/** Written without spaces between the words. */
const unspaced = /傳送\s*$|发自我的|iPhoneから送信/u;
const rule = /^\s*-{2}\s*$/;

/**
 * True for what a mail program or a telephone puts below a letter: "Sent from my iPhone", "Gesendet mit der GMX Mail App". The one list of them. "Sent
 * via LinkedIn already, skip 1" is none.
 */
export const isProgramFooter = (line: string): boolean => {
  if (line.length >= 2_000) return false;
  const words = bare(line);
  if (rule.test(words) || unspaced.test(words)) return true;
  return footer.test(words) && !meant.test(line) && namesProgram(words);
};
