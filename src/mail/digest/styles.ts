/** Looks of our own mails. Colours are chosen in pairs that keep a contrast of 4.5 and more in light and in dark. */
export const styles = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  p { margin: 0 0 12px; } p:last-child { margin-bottom: 0; }
  .aw-card, .aw-card > table { background-color: #ffffff; border-radius: 10px; }
  .aw-brand { font-size: 13px; letter-spacing: .08em; text-transform: uppercase; color: #6b6459; }
  .aw-day { font-family: Georgia, 'Times New Roman', serif; font-size: 27px; line-height: 1.25; margin: 2px 0 4px; color: #1d2328; }
  .aw-title { font-size: 17px; font-weight: 600; color: #1d2328; }
  .aw-head { font-size: 13px; font-weight: 600; letter-spacing: .04em; color: #6b6459; margin-bottom: 2px; }
  .aw-soft { font-size: 14px; line-height: 1.45; color: #625d55; }
  .aw-small { font-size: 13px; }
  .aw-letter { border-left: 3px solid #c9b98f; margin-top: 8px; padding: 2px 0 2px 14px; color: #1d2328; }
  .aw-row { padding: 8px 0; font-size: 15px; line-height: 1.45; color: #1d2328; }
  .aw-row + .aw-row { border-top: 1px solid #e8e4dc; }
  .aw-number { display: inline-block; min-width: 22px; margin-right: 8px; padding: 0; border-radius: 11px; background: #ece7db; color: #4a4437; font-size: 13px; font-weight: 600; line-height: 22px; text-align: center; }
  .aw-links { padding-top: 8px; }
  .aw-button { display: inline-block; margin: 0 6px 6px 0; padding: 9px 16px; border: 1px solid #cfc8ba; border-radius: 8px; color: #2b3a35; font-size: 15px; font-weight: 600; text-decoration: none; }
  .aw-slim { padding: 5px 12px; font-size: 14px; }
  .aw-first { background-color: #23584a; border-color: #23584a; color: #ffffff; }
  @media (prefers-color-scheme: dark) {
    body, .aw-body, .aw-body > div { background-color: #15181a !important; }
    .aw-card, .aw-card > table { background-color: #1f2427 !important; }
    .aw-day, .aw-title, .aw-row, .aw-letter, .aw-card div { color: #ece9e2 !important; }
    .aw-brand, .aw-head.aw-head, .aw-soft.aw-soft { color: #aaa396 !important; }
    .aw-letter { border-left-color: #7d7049 !important; }
    .aw-row + .aw-row { border-top-color: #353b3f !important; }
    .aw-number { background: #3a3f3c !important; color: #e2dccb !important; }
    .aw-button { border-color: #4b5357 !important; color: #dfe8e3 !important; }
    .aw-first { background-color: #2f7260 !important; border-color: #2f7260 !important; color: #ffffff !important; }
  }
`;
