/**
 * Looks of the pages, kin to those of the mails. Colours are chosen in pairs that keep a contrast of 4.5 and more, of 3 for borders that show where
 * to press, in light and in dark. Sizes are relative, so that a page twice as large stays one column.
 */
export const styles = `
:root {
  color-scheme: light dark;
  --paper: #f3f1ec; --card: #ffffff; --ink: #1d2328; --soft: #5d584f; --line: #e3ded4;
  --edge: #8c8474; --rule: #c9b98f; --green: #23584a; --on-green: #ffffff; --focus: #0b57d0; --quiet: #ece7db; --alarm: #a3271c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15181a; --card: #1f2427; --ink: #ece9e2; --soft: #b3ac9f; --line: #353b3f;
    --edge: #7f878b; --rule: #7d7049; --green: #2f7260; --on-green: #ffffff; --focus: #a8c7fa; --quiet: #2b3134; --alarm: #f2a097;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; overflow-wrap: anywhere; -webkit-text-size-adjust: 100%; }
main { max-width: 40rem; margin: 0 auto; padding: 1.75rem 1rem 4rem; }
h1, h2 { font-family: Georgia, "Times New Roman", serif; font-weight: 400; line-height: 1.25; }
h1 { font-size: 1.75rem; margin: .1rem 0 .5rem; text-wrap: balance; }
h2 { font-size: 1.3rem; margin: 2.75rem 0 .9rem; }
p { margin: 0 0 .75rem; }
.brand { margin: 0; font-size: .8125rem; letter-spacing: .08em; text-transform: uppercase; color: var(--soft); }
.soft { color: var(--soft); font-size: .9375rem; }
.card { background: var(--card); border-radius: .75rem; padding: 1.25rem; margin: 1.25rem 0; }
.facts { display: grid; grid-template-columns: auto 1fr; gap: .15rem .9rem; margin: 0 0 1.1rem; padding-bottom: 1.1rem; border-bottom: 1px solid var(--line); font-size: .9375rem; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; }
.address { display: block; font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: .875rem; }
.letter { white-space: pre-wrap; border-left: 3px solid var(--rule); padding-left: 1rem; }
.note { margin: 1rem 0 0; }
form { margin: 0; }
button { font: inherit; font-weight: 600; min-height: 3rem; padding: .6rem 1.1rem; border: 1px solid var(--edge); border-radius: .6rem; background: var(--card); color: var(--ink); cursor: pointer; }
button:hover { background: var(--quiet); }
button.first { width: 100%; min-height: 3.25rem; background: var(--green); border-color: var(--green); color: var(--on-green); }
button.first:hover { filter: brightness(1.08); }
button:focus-visible, summary:focus-visible, textarea:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
fieldset { border: 0; margin: 1.6rem 0 0; padding: 0; min-width: 0; }
legend { padding: 0; margin-bottom: .5rem; color: var(--soft); font-size: .9375rem; }
.choices { display: flex; flex-wrap: wrap; gap: .6rem; }
.choices button { flex: 1 1 auto; }
details { border-top: 1px solid var(--line); }
details:last-of-type { border-bottom: 1px solid var(--line); }
.others { margin-top: 1.75rem; }
summary { min-height: 3rem; padding: .75rem .25rem; font-weight: 600; cursor: pointer; border-radius: .4rem; }
details form { padding: .25rem 0 1.25rem; }
label { display: block; margin-bottom: .4rem; color: var(--soft); font-size: .9375rem; }
textarea { display: block; width: 100%; margin-bottom: .8rem; padding: .75rem; font: inherit; line-height: 1.5; color: var(--ink); background: var(--card); border: 1px solid var(--edge); border-radius: .6rem; resize: vertical; }
.field { margin: 0 0 1.1rem; }
input, select { display: block; width: 100%; min-height: 3rem; padding: .5rem .75rem; font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--edge); border-radius: .6rem; }
input:focus-visible, select:focus-visible, a:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
[aria-invalid="true"] { border-color: var(--alarm); border-width: 2px; }
.refused { display: block; margin-top: .35rem; color: var(--alarm); font-size: .9375rem; }
.trouble { border-left: 4px solid var(--alarm); }
.card > .last, .facts.last { margin-bottom: 0; }
.facts.last { padding-bottom: 0; border-bottom: 0; }
.facts .address { display: inline; }
h2.small { font-size: 1.1rem; margin: 0 0 .4rem; }
.card details { margin-bottom: 1.1rem; }
.card details .field:first-of-type { margin-top: .5rem; }
a { color: inherit; }
code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: .9em; }
input::placeholder, textarea::placeholder { color: var(--soft); opacity: 1; }
.status { font-size: 1.125rem; }
.status + form { margin-top: 1.25rem; }
.thread { list-style: none; margin: 0; padding: 0; }
.thread li { padding: 1rem 0; border-top: 1px solid var(--line); }
.thread .by { margin: 0 0 .3rem; font-size: .9375rem; }
.thread .words { white-space: pre-wrap; margin: 0; }
.thread .own .by b::after { content: " (you)"; font-weight: 400; color: var(--soft); }
@media (min-width: 40rem) {
  main { padding-top: 3rem; }
  .card { padding: 1.75rem; }
  button.first { width: auto; min-width: 14rem; }
  .choices button { flex: 0 1 auto; }
}
@media print { form, .others { display: none; } body { background: none; } }
`;
