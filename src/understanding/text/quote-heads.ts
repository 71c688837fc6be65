/** Lines above a quoted mail, in the languages of the program and those that its patterns cover by the way. */

const from = "from|message du|von|de|da|van|od|från|fra|lähettäjä|от|від|发件人|寄件者|差出人";
const others =
  "sent|date|to|cc|bcc|subject|reply-to|gesendet|datum|an|kopie|betreff|envoyé|à|objet|cc|enviado(?: el)?|fecha|para|asunto|data|assunto|inviato|a|oggetto|verzonden|aan|onderwerp|skickat|till|ämne|sendt|dato|til|emne|vastaanottaja|aihe|wysłano|do|temat|отправлено|кому|тема|дата|发送时间|收件人|主题";
const fromLine = new RegExp(`^[\\s>|]*\\*{0,2}(?:${from})\\s?\\*{0,2}\\s?[:：]\\*{0,2}\\s*\\S`, "i");
const otherLine = new RegExp(`^[\\s>|]*\\*{0,2}(?:${others})\\s?\\*{0,2}\\s?[:：]`, "i");

/** A line of a quoted header block, whichever it is. */
export const isHeaderLine = (line: string): boolean => fromLine.test(line) || otherLine.test(line);

/** "From:", "Von:" … with other fields right below: what mail programs put above a quote without marks. */
export const opensHeaderBlock = (lines: readonly string[], at: number): boolean =>
  fromLine.test(lines[at] ?? "") && lines.slice(at + 1, at + 5).some((below) => otherLine.test(below));

const divider =
  /^\s*(?:[-_*=]{2,}\s*(?:original (?:message|appointment)|forwarded (?:message|by)|(?:urspr(?:ü|ue)ngliche|weitergeleitete) nachricht|message (?:d'origine|original|transféré)|mensaje (?:original|reenviado)|mensagem original|messaggio (?:originale|inoltrato)|oorspronkelijk bericht|doorgestuurd bericht|ursprungligt meddelande|oprindelig (?:besked|meddelelse)|opprinnelig melding|wiadomość oryginalna|пересылаемое сообщение|исходное сообщение|reply (?:message|above))|begin forwarded message:|(?:#{2,}|-{2,}|={2,}|\*{2,})\s*(?:please )?(?:reply|type|write)[^\n]{0,30} above this line)/i;

/** "-----Original Message-----" and its like: all below is old. */
export const isDivider = (line: string): boolean => line.length < 120 && divider.test(line);

/** Lotus Notes: the name and a date in digits on a line of its own, the quoted mail below without marks. */
const lotus =
  /^\s*"?[^"<>\n]{2,60}"?\s*(?:<[^>\s]{1,80}@[^>\s]{1,80}>|@\w{1,40})?\s*(?:on\s)?\d{1,2}\/\d{1,2}\/\d{2,4},?\s+\d{1,2}:\d{2}(?::\d{2})?\s*[ap]m\s*$/i;
export const isLotusHead = (line: string): boolean => line.length < 200 && lotus.test(line);

const verb =
  /(?:\b(?:wrote|writes|schrieb|schrieben|escribi[óo]|escreveu|scritto|schreef|skrev|napsal|pisze|kirjoitti)(?=[\s:<"]|$)|\ba? ?écrit|napisał|написа|пишет|пише|写道|写到|寫道|作成|メール|作成者|작성)/i;
const when = /\d{1,2}[:.h]\d{2}|\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/;
const address = /[^\s<>"]{1,64}@[^\s<>"]{1,120}|<\s*\S{0,120}\s*>/;
const leads = /^\s*(?:[-_=*]{2,}\s*)?(?:on|at|am|le|el|il|op|em|den|dnia|w dniu)\b[^\n]*\d/i;
/** A sentence before the line that is looked for. */
const sentence = /\p{L}{3,}[.!?]\s*$|[!?;]\s*$/u;
const ends = /(?:[:：]|wrote\s*[-_=]{2,}|\b(?:wrote|writes))\s*$/i;
const dated =
  /^\s*\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b[^\n]{0,140}(?:<[^<>\n]{0,120}@[^<>\n]{1,120}>?|@\S{3,80})\s*:?\s*$|^\s*\d{4}-\d\d-\d\d \d\d:\d\d (?:GMT|UTC)[+-]\d\d:?\d\d [^\n]{2,100}$/i;

/** No verb, but a time and whose mail it was: "30.09.2026, 18:30, Ana <ana@…>:". */
const addressed = /^[^\n]{8,200}<[^<>\s]{1,80}@[^<>\s]{1,120}>\s*[:：]\s*$/;
const begins = /^\s*(?:\d{1,4}[.:/-]\d|\p{L}{2,12},? \d|\p{L}{2,12},)/u;

const mostLines = 6;
const longest = 320;

export type Attribution = { readonly lines: number; readonly sure: boolean };

/**
 * "On 18 May 2026 at 09:12, Ana wrote:" in its many forms, wrapped over up to five lines; null where none begins at `at`.
 * `sure`: such a line stands above a quote even where that has no marks.
 */
export function attributionAt(lines: readonly string[], at: number): Attribution | null {
  const first = lines[at] ?? "";
  if (first.trim() === "" || first.length > 200) return null;
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
      return { lines: count, sure: true };
    if (line.trim() === "" || !ends.test(joined) || !verb.test(joined)) continue;
    const bare = /\b(?:wrote|writes)\s*$/i.test(joined);
    const sure = (leads.test(joined) && when.test(joined)) || (address.test(joined) && when.test(joined));
    if (bare && !sure) continue;
    if (sure || (count <= 3 && (/\d/.test(joined) || address.test(joined))))
      return { lines: count, sure: sure || address.test(joined) };
  }
  return null;
}
