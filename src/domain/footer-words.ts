import { replyTokens } from "./reply-words.ts";

/** Programs and devices by their own names, whichever way they are written, and with endings ("iPhonesta"). */
const products =
  "i-?phone|i-?pad|i-?pod|i-?os|android|blackberry|samsung|galaxy|htc|nokia|huawei|xiaomi|redmi|oneplus|motorola|pixel|windows|outlook|yahoo|aol|gmail|google|gmx|web\\.de|airmail|sparrow|proton|zoho|spark|tuta|thunderbird|bluemail|typeapp|k-9|fairemail|fastmail|superhuman|hotmail|icloud|apple|siri|dragon|ti-\\d|alcatel|t-mobile|verizon|vodafone";
/** What they are, in the languages in which footers come. */
const kinds =
  "phone|smartphone|mobile|cell(?:phone)?|handy|tablet|watch|device|mail(?:box)?|mailer|e-?mail|app|glass|keyboard|telefon|smartphone|mobiltelefon|gerät|téléphone|portable|appareil|courriel|courrier|messagerie|teléfono|móvil|celular|dispositivo|correo|telefoon|toestel|apparaat|telemóvel|telefone|correio|telefono|cellulare|posta|mobil|почты";
/** The other words of such lines. */
const others =
  "sent|written|posted|dictated|typed|get|using|with|from|via|by|on|in|of|for|and|the|a|an|my|secure|securely|wirelessly|proudly|privately|quickly|wireless|handheld|network|browser|mini|pro|max|plus|free|ad|ad-free|enjoy|emails|thumbs|excuse|brevity|typos|sorry|any|search|organi[sz]e|conquer|smart" +
  "|gesendet|diese|nachricht|wurde|von|vom|mit|meinem|meiner|mein|der|dem|aus|unterwegs|über|für|beziehen|herunterladen|holen|laden|sie|sich|sichere|sicherer|mobilen" +
  "|envoyé|envoyée|sans|fil|depuis|de|du|d|à|partir|par|avec|mon|ma|la|le|l|pour|télécharge[rz]|obten(?:ir|ez)|obtenha|sécurisée|provenance" +
  "|enviad[oa]|con|desde|mi|el|do|da|meu|minha|a|o|os|através|para|obtener|obtenga|obtén|obter|descargar?|baix(?:ar|e)|electrónico|seguro|com|e-mail" +
  "|verzonden|verstuurd|vanaf|vanuit|van|met|mijn|mobiele|een|voor|downloaden|download|beveiligde" +
  "|inviato|dal|dalla|mio|mia|per|scarica|ottieni|skickat|från|min|sendt|fra|hämta|hent|til|för|lähetetty|wysłan[eoy]?|z|mojego|отправлено|с|из|надіслано|моего|мого";

const product = new RegExp(`^(?:${products})`, "iu");
const kind = new RegExp(`^(?:${kinds})$`, "iu");
const other = new RegExp(`^(?:${others})$`, "iu");
/** "Sent by mail" and "sent by phone" say how a person sent something. */
const way =
  /^\W*\p{L}+ (?:by|per|por|par) (?:e-?mail|mail|phone|telefon|handy|mobile|telefone|téléphone|courriel|correo)\W*$/iu;
/** "Please excuse my brevity": what telephones add, whatever some of its words mean elsewhere. */
const excuse =
  /(?:please |s'il vous plaît |veuillez |por favor,? )?(?:excuse|forgive|pardon|excuser|disculpa|desculpe|excuseer|entschuldigen sie)(?: any| my| the| ma| mi| mijn| die| a| o| os)? (?:brevity|typos|errors|brièveté|brevedad|brevidade|beknoptheid|kürze|tippfehler)\W*$/iu;

/**
 * True where a line that begins like the footer of a device or program is one: it names one, and every other word belongs to such lines or is written
 * like a name. A word of a person's own ("already"), one that holds back, a no, or a word of an answer makes it theirs (SAFETY R33).
 */
export function namesProgram(line: string): boolean {
  if (way.test(line)) return false;
  const [first = "", ...further] = line.replace(excuse, "").split(/[.!?;](?=\s|$)/u);
  const words = wordsIn(first);
  if (!words.some((word) => product.test(word) || kind.test(word)) && !myDevice.test(first)) return false;
  const strange = words.filter(isStrange);
  return (
    !further.flatMap(wordsIn).some(isStrange) &&
    (strange.length === 0 || /\p{Ll}/u.test(first)) &&
    strange.every(isNameLike) &&
    replyTokens(strange.join(" ")).every(({ type }) => harmless.has(type))
  );
}

/** One that is not in the list: "from my Wiko RIDGE". */
const myDevice = /(?:from my|on my|meinem|mon|mi|meu|mijn) \p{Lu}/u;

const wordsIn = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}.-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu) ?? [];
const isStrange = (word: string): boolean => !product.test(word) && !kind.test(word) && !other.test(word);
/** "Hilltop", "LTE", "15". In a line of capitals, and in a second sentence, it may be any word. */
const isNameLike = (word: string): boolean => /^[^\p{Ll}]/u.test(word);
const harmless: ReadonlySet<string> = new Set(["word", "number", "sign", "dash"]);
