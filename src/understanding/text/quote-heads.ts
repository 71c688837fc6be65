import { dayNames } from "./day-names.ts";

/** Lines above a quoted mail, in the languages of the program and those that its patterns cover by the way. */

const from = "from|von|de|da|van|od|från|fra|lähettäjä|от|від|发件人|寄件者|差出人";
const others =
  "sent|date|message du|to|cc|bcc|subject|reply-to|gesendet|datum|an|kopie|betreff|envoyé|à|objet|enviado(?: el)?|fecha|para|asunto|enviad[oa](?: em)?|data|assunto|inviato|a|oggetto|verzonden|aan|onderwerp|skickat|till|ämne|sendt|dato|til|emne|vastaanottaja|aihe|wysłano|do|temat|отправлено|кому|тема|дата|发送时间|收件人|主题";
/** An hour or a day behind it: when something begins, and nobody's name ("From: 10:00"). */
const moment = `(?:\\d{1,2}(?:[:.h/]|\\s|\\s?(?:[ap]m|uhr|st|nd|rd|th)\\b|$)(?![^\\n]*@)|(?:${dayNames})(?![\\p{L}\\d]))`;
const fromLine = new RegExp(
  `^[\\s>|]*\\*{0,2}(?:${from})\\s?\\*{0,2}\\s?[:：]\\*{0,2}\\s*(?!${moment})\\S`,
  "iu",
);
const otherLine = new RegExp(`^[\\s>|]*\\*{0,2}(?:${others})\\s?\\*{0,2}\\s?[:：]`, "i");
const sentLine =
  /^[\s>|]*\*{0,2}(?:sent|date|subject|gesendet|datum|betreff|envoyé|message du|objet|enviado(?: el)?|fecha|asunto|verzonden|onderwerp|enviad[oa](?: em)?|data|assunto)\s?\*{0,2}\s?[:：]/i;

/** A line of a quoted header block, whichever it is. */
export const isHeaderLine = (line: string): boolean => fromLine.test(line) || otherLine.test(line);

/**
 * "From:", "Von:" … with other fields right below: what mail programs put above a quote without marks. Some begin with the date
 * or the subject. An address or two other fields tell such a head from the plan of a day ("From: Leeds", "To: York").
 */
export function opensHeaderBlock(lines: readonly string[], at: number): boolean {
  const first = lines[at] ?? "";
  const below = lines.slice(at + 1, at + 5);
  if (fromLine.test(first)) {
    const others = below.filter((line) => otherLine.test(line));
    return (
      others.length > 1 || (others.length === 1 && [first, ...others].some((line) => address.test(line)))
    );
  }
  if (!sentLine.test(first)) return false;
  const end = below.findIndex((line) => !isHeaderLine(line));
  const fields = [first, ...below.slice(0, end < 0 ? below.length : end)];
  // "Subject: your name", "To: jobs@…" tells how to apply: nobody has sent it yet.
  const isSent = fields.some((line) => fromLine.test(line) || /\d:\d\d:\d\d/.test(line));
  return isSent && fields.some((line) => address.test(line) && !sentLine.test(line));
}

const divider =
  /^\s*(?:[-_*=]{2,}\s*(?:original (?:message|appointment)|forwarded (?:message|by)|(?:(?:urspr(?:ü|ue)ngliche|weitergeleitete|antwort) |original-?)nachricht|message (?:d'origine|original|transféré)|mensaje (?:original|reenviado)|mensagem original|messaggio (?:originale|inoltrato)|oorspronkelijk bericht|doorgestuurd bericht|ursprungligt meddelande|oprindelig (?:besked|meddelelse)|opprinnelig melding|wiadomość oryginalna|пересылаемое сообщение|исходное сообщение|reply (?:message|above))|begin forwarded message:|(?:#{2,}|-{2,}|={2,}|\*{2,})\s*(?:please )?(?:reply|type|write)[^\n]{0,30} above this line)/i;

/** GroupWise: ">>> Ana Reyes <ana@…> 18/05/2026 09:12 >>>", the quoted mail below without marks. */
const betweenArrows = /^\s*>{3} [^\n]*\d{1,2}[:.]\d{2}[^\n]* ?>{3}\s*$/;

/** "-----Original Message-----" and its like: all below is old. */
export const isDivider = (line: string): boolean =>
  line.length < 120 && (divider.test(line) || betweenArrows.test(line));

/** Lotus Notes: the name and a date in digits on a line of its own, the quoted mail below without marks. */
const lotus =
  /^\s*"?[^"<>\n]{2,60}"?\s*(?:<[^>\s]{1,80}@[^>\s]{1,80}>|@\w{1,40})?\s*(?:on\s)?\d{1,2}\/\d{1,2}\/\d{2,4},?\s+\d{1,2}:\d{2}(?::\d{2})?\s*[ap]m\s*$/i;
export const isLotusHead = (line: string): boolean => line.length < 200 && lotus.test(line);

const verb =
  /(?:\b(?:wrote|writes|schrieb|schrieben|escribi[óo]|escreveu|scritto|schreef|geschreven|skrev|napsal|pisze|kirjoitti)(?=[\s:<"]|--|$)|>\s*sent\s*:|\ba? ?écrit|napisał|написа|пишет|пише|写道|写到|寫道|作成|メール|作成者|작성)/i;
const when = /\d{1,2}[:.h]\d{2}|\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/;
const address = /[^\s<>"]{1,64}@[^\s<>"]{1,120}|<\s*\S{0,120}\s*>/;
const leads = /^\s*(?:[-_=*]{2,}\s*)?(?:on|at|am|le|el|il|op|em|no dia|den|dnia|w dniu)\b[^\n]*\d/i;
/** A sentence before the line that is looked for. */
const sentence = /\p{L}{3,}[.!?]\s*$|[!?;]\s*$/u;
const ends = /(?:[:：]|wrote\s*[-_=]{2,}|\b(?:wrote|writes))\s*$/i;
const dated =
  /^\s*\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b[^\n]{0,140}(?:<[^<>\n]{0,120}@[^<>\n]{1,120}>?|@\S{3,80})\s*:?\s*$|^\s*\d{4}-\d\d-\d\d \d\d:\d\d (?:GMT|UTC)[+-]\d\d:?\d\d [^\n]{2,100}$/i;

/** No verb, but a time and whose mail it was: "30.09.2026, 18:30, Ana <ana@…>:". */
const addressed = /^[^\n]{8,200}<[^<>\s]{1,80}@[^<>\s]{1,120}>\s*[:：]\s*$/;
const begins = /^\s*(?:\d{1,4}[.:/-]\d|\p{L}{2,12},? \d|\p{L}{2,12},)/u;

/** Telephones: the name and the verb between dashes, no date. */
const dashed =
  /^\s*-{3,}\s?[^\n]{2,60}\s(?:wrote|schrieb|a écrit|escribió|schreef|escreveu)\s?:?\s?-{3,}\s*$/i;
/** In whatever language, where marks stand below: a name, its address, a time. */
const foreign = /^[^\n]{2,120}<[^<>\s]{1,80}@[^<>\s]{1,120}>[^\n.!?]{1,40}[:：]\s*$/;

/** "Yes, gladly. On Mon, 18 May 2026 …": the line break before the attribution was lost. */
const shared =
  /^(.*?\S)(?:\s+|\s?-{2,}\s?)(?=(?:On|Am|Le|El|Op|Em|No dia) (?:\p{L}{2,10}[.,]{0,2} ){0,2}\d[^\n]*\d)/u;

const mostLines = 6;
const longest = 320;

export type Attribution = { readonly lines: number; readonly sure: boolean; readonly before: string };

/**
 * "On 18 May 2026 at 09:12, Ana wrote:" in its many forms, wrapped over up to five lines; null where none begins at `at`.
 * `sure`: such a line stands above a quote even where that has no marks. `before`: the writer's words in front of it on its line.
 */
export function attributionAt(lines: readonly string[], at: number): Attribution | null {
  const first = lines[at] ?? "";
  const before = first.length > 200 || leads.test(first) ? "" : (shared.exec(first)?.[1] ?? "");
  if (before === "" || verb.test(before) || address.test(before)) return wholeAttributionAt(lines, at);
  const rest = first.slice(before.length).replace(/^[\s-]+/, "");
  const head = wholeAttributionAt([rest, ...lines.slice(at + 1, at + mostLines)], 0);
  return head === null ? wholeAttributionAt(lines, at) : { ...head, before };
}

function wholeAttributionAt(lines: readonly string[], at: number): Attribution | null {
  const first = lines[at] ?? "";
  if (first.trim() === "" || first.length > 200) return null;
  if (dashed.test(first)) return { lines: 1, sure: true, before: "" };
  const led = leads.test(first);
  if (!led && ((!/\d/.test(first) && !address.test(first) && !verb.test(first)) || sentence.test(first)))
    return null;
  let joined = "";
  for (let count = 1; count <= mostLines; count++) {
    const line = lines[at + count - 1];
    if (line === undefined || /^\s*>\s+[^w\s]/.test(line)) return null;
    // Only what plainly began goes on behind an empty line; what begins anew is found by itself.
    if (count > 1 && line.trim() === "" && !led) return null;
    if (count > 1 && leads.test(line) && !/,\s*$/.test(lines[at + count - 2] ?? "")) return null;
    joined = `${joined} ${line.trim()}`.trim();
    if (joined.length > longest) return null;
    if (
      count <= 2 &&
      (dated.test(joined) || (addressed.test(joined) && when.test(joined) && begins.test(joined)))
    )
      return { lines: count, sure: true, before: "" };
    if (line.trim() === "" || !ends.test(joined)) continue;
    if (!verb.test(joined)) {
      if (count > 2 || !foreign.test(joined) || !when.test(joined)) continue;
      return { lines: count, sure: false, before: "" };
    }
    const bare = /\b(?:wrote|writes)\s*$/i.test(joined);
    const sure = (leads.test(joined) && when.test(joined)) || (address.test(joined) && when.test(joined));
    if (bare && !sure) continue;
    if (sure || (count <= 3 && (/\d/.test(joined) || address.test(joined))))
      return { lines: count, sure: sure || address.test(joined), before: "" };
  }
  return null;
}
