import {
  appleSays,
  galaxyFoot,
  galaxyHead,
  gmailSays,
  iphone,
  k9Foot,
  k9Says,
  type Language,
  outlookHead,
  outlookPhone,
  protonFoot,
  protonSays,
  thunderbirdSays,
} from "./words.ts";

/** The two parts of a mail as a mail program makes them; what it does not make is left out. */
export type Body = { readonly text?: string; readonly html?: string };
type Client = (answer: string, language: Language) => Body;

/** How each mail program puts an answer and the answered digest together. The placeholders are those of `npm run eval -- replies`. */
export const clients = {
  gmail_web: (answer, language) => ({
    text: `${answer}\n\n${wrapped(gmailSays[language])}\n\n{{quoted_digest_text}}\n`,
    html: `<div dir="ltr">${divs(answer)}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${linked(gmailSays[language])}<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">{{digest_html}}</blockquote></div>`,
  }),
  gmail_phone: (answer, language) => ({
    text: `${answer}\n\n${wrapped(gmailSays[language])}\n\n{{quoted_digest_text}}\n`,
    html: `<div dir="auto">${divs(answer)}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${linked(gmailSays[language])}<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">{{digest_html}}</blockquote></div>`,
  }),
  outlook_desktop: (answer, language) => ({
    text: `${answer.replaceAll("\n", "\n\n")}\n\n \n\n${fields(outlookHead[language])}\n\n \n\n{{digest_text}}\n`,
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang="EN-GB" link="#467886"><div class="WordSection1">${answer
      .split("\n")
      .map(
        (line) =>
          `<p class="MsoNormal"><span style="font-size:11.0pt">${escaped(line)}<o:p></o:p></span></p>`,
      )
      .join(
        "",
      )}<p class="MsoNormal"><o:p>&nbsp;</o:p></p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${bold(outlookHead[language])}</p></div><p class="MsoNormal"><o:p>&nbsp;</o:p></p>{{digest_html}}</div></body></html>`,
  }),
  outlook_web: (answer, language) => ({
    text: `${answer}\n________________________________\n${fields(outlookHead[language])}\n\n\n{{digest_text}}\n`,
    html: `<html><body dir="ltr"><div class="elementToProof" style="font-family: Aptos, Calibri, sans-serif; font-size: 12pt;">${answer.split("\n").map(escaped).join('</div><div class="elementToProof">')}</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">${bold(outlookHead[language])}</font><div>&nbsp;</div></div><div>{{digest_html}}</div></body></html>`,
  }),
  outlook_phone: (answer, language) => ({
    text: `${answer}\n\n${outlookPhone[language]}<https://aka.ms/o0ukef>\n________________________________\n${fields(outlookHead[language])}\n\n{{digest_text}}\n`,
    html: `<html><body><div dir="ltr">${divs(answer)}</div><div id="ms-outlook-mobile-signature"><div><br></div><div>${escaped(outlookPhone[language]).replace(/Outlook.*$/, '<a href="https://aka.ms/o0ukef">$&</a>')}</div></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif">${bold(outlookHead[language])}</font></div><div>{{digest_html}}</div></body></html>`,
  }),
  apple_mail: (answer, language) => ({
    text: `${answer}\n\n> ${appleSays[language]}\n> \n{{quoted_digest_text}}\n`,
    html: `<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body style="overflow-wrap: break-word; line-break: after-white-space;">${divs(answer)}<div><br><blockquote type="cite"><div>${linked(appleSays[language])}</div><br class="Apple-interchange-newline"><div>{{digest_html}}</div></blockquote></div><br></body></html>`,
  }),
  ios: (answer, language) => ({
    text: `${answer}\n\n${iphone[language]}\n\n> ${appleSays[language]}\n> \n> {{digest_text}}\n`,
    html: `<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body dir="auto">${answer.split("\n").map(escaped).join("<div>")}<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">${escaped(iphone[language])}</div><div dir="ltr"><br><blockquote type="cite">${linked(appleSays[language])}<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">{{digest_html}}</div></blockquote></body></html>`,
  }),
  thunderbird: (answer, language) => ({
    text: `${thunderbirdSays[language]}\n{{quoted_digest_text}}\n\n${answer}\n\n-- \nSam Reed\n`,
    html: `<!DOCTYPE html><html><body><div class="moz-cite-prefix">${escaped(thunderbirdSays[language])}<br></div><blockquote type="cite" cite="mid:digest@reed.example">{{digest_html}}</blockquote>${answer
      .split("\n")
      .map((line) => `<p>${escaped(line)}</p>`)
      .join("")}<pre class="moz-signature" cols="72">-- \nSam Reed</pre></body></html>`,
  }),
  proton: (answer, language) => ({
    text: `${answer}\n\n${protonFoot[language]}\n\n${protonSays[language]}\n\n> {{digest_text}}\n`,
    html: `<div style="font-family: Arial, sans-serif; font-size: 14px;">${divs(answer)}</div><div class="protonmail_signature_block"><div class="protonmail_signature_block-proton">${escaped(protonFoot[language].replace(/\[(.*?)\]\(.*?\)/, "$1"))}</div></div><div class="protonmail_quote">${linked(protonSays[language])}<br><blockquote class="protonmail_quote" type="cite">{{digest_html}}</blockquote><br></div>`,
  }),
  k9: (answer, language) => ({
    text: `${answer}\n-- \n${k9Foot[language]}\n\n${k9Says[language]}\n{{quoted_digest_text}}\n`,
    html: `<!DOCTYPE html><html><body>${answer.split("\n").map(escaped).join("<br>")}<div class='k9mail-signature'>-- <br>${escaped(k9Foot[language])}</div><br><br><div class="gmail_quote">${linked(k9Says[language])}<blockquote class="gmail_quote" style="margin: 0pt 0pt 0pt 0.8ex; border-left: 1px solid rgb(204, 204, 204); padding-left: 1ex;">{{digest_html}}</blockquote></div></body></html>`,
  }),
  /** The address book's name, the zone behind the time, and a quote that is indented and has no marks. */
  yahoo: (answer, language) => ({
    text: `${answer}\n\n    ${gmailSays[language].replace(/ *:$/, ":  ")}\n \n {{digest_text}}\n`,
    html: `<html><body><div class="ydpyahoo-style-wrap" style="font-family:Helvetica Neue, Helvetica, Arial, sans-serif;font-size:16px;"><div dir="ltr">${divs(answer)}</div><br></div><div id="yahoo_quoted_1" class="yahoo_quoted"><div><div>${linked(gmailSays[language])}</div><div><br></div><div>{{digest_html}}</div></div></div></body></html>`,
  }),
  galaxy: (answer, language) => ({
    text: `${answer}\n\n\n\n${galaxyFoot[language]}\n\n\n${galaxyHead[language].divider}\n${fields(galaxyHead[language].fields)}\n\n{{digest_text}}\n`,
    html: `<html><body dir="auto"><div dir="auto">${divs(answer)}</div><div dir="auto"><br></div><div id="composer_signature" dir="auto"><div style="font-size:14px;color:#a6a6a6;" dir="auto">${escaped(galaxyFoot[language])}</div></div><div><br></div><div align="left" dir="auto" style="font-size:100%;color:#000000"><div>${galaxyHead[language].divider}</div>${galaxyHead[
      language
    ].fields
      .map(([name, value]) => `<div>${name}: ${escaped(value)} </div>`)
      .join("")}<div><br></div></div>{{digest_html}}</body></html>`,
  }),
} satisfies Readonly<Record<string, Client>>;

export type ClientName = keyof typeof clients;
export const clientNames = Object.keys(clients) as ClientName[];

/** Gmail and Yahoo fold their line above the quote where it grows long. */
const wrapped = (line: string): string =>
  line.length > 60 ? line.replace(/> (?=\S+(?: \S+)?:$)/, ">\n") : line;

const fields = (all: readonly (readonly [string, string])[]): string =>
  all.map(([name, value]) => `${name}: ${value}`).join("\n");

const bold = (all: readonly (readonly [string, string])[]): string =>
  all.map(([name, value]) => `<b>${name}:</b> ${escaped(value)}`).join("<br>");

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const linked = (line: string): string =>
  escaped(line).replace("sam@reed.example", '<a href="mailto:sam@reed.example">sam@reed.example</a>');

const divs = (answer: string): string =>
  answer
    .split("\n")
    .map((line, at) => (at === 0 ? escaped(line) : `<div>${line === "" ? "<br>" : escaped(line)}</div>`))
    .join("");
