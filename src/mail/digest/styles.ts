/**
 * The looks that every mail program must show. They are written into each element, because Gmail's app drops <style> whole for other
 * providers' accounts and Word, which draws mails in Outlook on Windows, knows no `max-width`, `border-radius` or padding outside cells.
 * Colours are chosen in pairs that keep a contrast of 4.5 and more in light and in dark.
 */
export const inlineStyles = `
  p { margin: 0 0 14px; }
  .aw-heading { padding: 24px 16px 16px; }
  .aw-card { background-color: #ffffff; border-radius: 10px; padding: 18px 16px 8px; }
  .aw-gap { font-size: 1px; line-height: 12px; }
  .aw-footer { padding: 2px 16px 32px; }
  .aw-brand { font-size: 13px; letter-spacing: 1px; text-transform: uppercase; color: #6b6459; }
  .aw-day { font-family: Georgia, 'Times New Roman', serif; font-size: 28px; line-height: 34px; margin: 0; padding: 4px 0 6px; font-weight: normal; color: #1d2328; }
  .aw-title { font-size: 18px; line-height: 25px; font-weight: 600; margin: 0; padding-bottom: 2px; color: #1d2328; }
  .aw-head { font-size: 14px; line-height: 20px; font-weight: 600; margin: 0; padding-bottom: 2px; color: #6b6459; }
  .aw-number { color: #23584a; font-weight: 600; }
  .aw-soft { font-size: 15px; line-height: 22px; color: #625d55; }
  .aw-small { font-size: 14px; line-height: 20px; padding-top: 6px; }
  .aw-envelope { padding: 14px 0 10px; }
  .aw-note { font-size: 17px; line-height: 26px; padding-bottom: 8px; color: #1d2328; }
  .aw-letter { border-left: 3px solid #c9b98f; padding: 4px 0 4px 16px; font-size: 16px; line-height: 25px; color: #1d2328; }
  .aw-row { border-top: 1px solid #e8e4dc; padding: 12px 0; font-size: 16px; line-height: 24px; color: #1d2328; }
  .aw-row-first { border-top: 0; padding-top: 4px; }
  .aw-tight { padding-bottom: 0; }
  .aw-buttons { font-size: 16px; }
  .aw-button { display: inline-block; margin: 12px 10px 0 0; padding: 11px 16px; border: 1px solid #cfc8ba; border-radius: 8px; color: #23584a; line-height: 22px; font-weight: 600; text-decoration: none; mso-border-alt: none; mso-padding-alt: 0; }
  .aw-first { background-color: #23584a; border-color: #23584a; color: #ffffff; padding: 11px 22px; }
  .aw-quiet { display: inline-block; margin: 0 18px 0 0; padding: 12px 0; color: #23584a; font-size: 15px; line-height: 22px; text-decoration: underline; }
`;

const dark = (scheme: {
  readonly ground: string;
  readonly card: string;
  readonly ink: string;
  readonly line: string;
}): string => `
  ${scheme.ground} { background-color: #15181a !important; }
  ${scheme.card} { background-color: #1f2427 !important; }
  ${scheme.ink}.aw-day, ${scheme.ink}.aw-title, ${scheme.ink}.aw-note, ${scheme.ink}.aw-row, ${scheme.ink}.aw-letter { color: #ece9e2 !important; }
  ${scheme.ink}.aw-brand, ${scheme.ink}.aw-head, ${scheme.ink}.aw-soft { color: #aaa396 !important; }
  ${scheme.ink}.aw-number, ${scheme.ink}.aw-quiet { color: #9ccfbf !important; }
  ${scheme.ink}.aw-button { color: #d5ebe3 !important; }
  ${scheme.ink}.aw-first { color: #ffffff !important; }
  ${scheme.line}.aw-letter { border-color: #7d7049 !important; }
  ${scheme.line}.aw-row { border-color: #353b3f !important; }
  ${scheme.line}.aw-button { border-color: #56605f !important; }
  ${scheme.line}.aw-first { background-color: #2f7260 !important; border-color: #2f7260 !important; }`;

/** Turns a mail dark where the mail program asks for it (Apple Mail, iOS, Thunderbird), and keeps links that it finds by itself in our colours. */
export const darkStyles = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  a[x-apple-data-detectors] { color: inherit !important; text-decoration: none !important; }
  @media (prefers-color-scheme: dark) {${dark({ ground: "body, .aw-body, .aw-body > div", card: ".aw-card", ink: "", line: "" })}
  }`;

/** The same for Outlook.com and Outlook on phones, which change colours by themselves and mark whose: ogsc text, ogsb backgrounds. */
export const outlookDarkStyles = dark({
  ground: "[data-ogsb] .aw-body, [data-ogsb] .aw-body > div",
  card: "[data-ogsb] .aw-card",
  ink: "[data-ogsc] ",
  line: "[data-ogsb] ",
});
