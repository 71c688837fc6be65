import { html } from "hono/html";
import { kindNames } from "../../domain/kind-names.ts";
import { spokenDate, spokenTime } from "../../domain/spoken.ts";
import type { DraftOnPage, MailOnPage } from "../../flows/look-by-link.ts";
import { type Page, page } from "./layout.ts";

/** Gives the page of a draft that is to be decided: what would leave, to whom exactly, why and when, and the conversation so far (SAFETY R34, R47). */
export const draftPage = (draft: DraftOnPage): Page =>
  page("A draft to decide", [
    html`<h1>${kindNames[draft.kind].title} ${draft.to.name || draft.to.address}, ${draft.employer}</h1>
${draft.role === null ? "" : html`<p class="soft">${draft.role}</p>`}
<p>${draft.reason}</p>`,
    letter(draft),
    approving(draft),
    otherwise(draft),
    conversation(draft),
  ]);

const letter = ({
  to,
  subject,
  text,
  quotes,
}: DraftOnPage): Page => html`<section class="card" aria-label="The mail as it would leave">
<dl class="facts">
<dt>To</dt><dd>${to.name}<span class="address">${to.address}</span></dd>
<dt>Subject</dt><dd>${subject}</dd>
</dl>
<div class="letter">${text}</div>
${quotes ? html`<p class="soft">Below it, the mail that it answers is quoted.</p>` : ""}
</section>`;

const approving = ({ leaves, isToldAtOnce, trouble }: DraftOnPage): Page =>
  trouble === null
    ? html`<form method="post">
<button class="first" name="act" value="approve" aria-describedby="when">Send it</button>
</form>
<p class="soft note" id="when">It goes out ${leaves}, ${isToldAtOnce ? "" : "after your next digest has told of it, "}and can be stopped until then. Nothing is sent by looking at this page.</p>`
    : html`<p role="note">${trouble}</p>`;

const otherwise = ({ later, today, text, isToldAtOnce }: DraftOnPage): Page => html`<form method="post">
<fieldset>
<legend>Decide later, on</legend>
<div class="choices">${later.map(({ until, day }) => html`<button name="act" value="${`later ${until}`.trim()}">${spokenDate(day, today)}</button>`)}</div>
</fieldset>
</form>
<div class="others">
<details>
<summary>Ask for other words</summary>
<form method="post">
<label for="wish">What is to be different?</label>
<textarea id="wish" name="wish" rows="3" maxlength="500" required aria-describedby="wish-then" placeholder="Shorter, please"></textarea>
<p class="soft" id="wish-then">The new version needs your approval, and comes with the next digest.</p>
<button name="act" value="wish">Ask for a new version</button>
</form>
</details>
<details>
<summary>Change the text yourself</summary>
<form method="post">
<label for="text">Your text</label>
<textarea id="text" name="text" rows="12" maxlength="6000" required aria-describedby="text-then">
${text}</textarea>
<p class="soft" id="text-then">Nothing is sent by this. Your text ${isToldAtOnce ? "is mailed to you" : "stands in your next digest"}, and leaves when you approve it there.</p>
<button name="act" value="edit">Keep this text</button>
</form>
</details>
<details>
<summary>Leave it out</summary>
<form method="post">
<p class="soft">This mail is not sent, and does not come back while nothing changes.</p>
<button name="act" value="skip">Skip it</button>
</form>
</details>
</div>`;

const conversation = ({ thread, older, today }: DraftOnPage): Page =>
  thread.length === 0
    ? html``
    : html`<section aria-labelledby="so-far">
<h2 id="so-far">The conversation so far</h2>
<ol class="thread">${thread.map((mail) => mailOf(mail, today))}</ol>
<p class="soft">${older === 0 ? "" : `${older} older ${older === 1 ? "mail is" : "mails are"} left out. `}Newest first. Quotes, signatures and links are left out; the whole mails are in your mailbox.</p>
</section>`;

const mailOf = ({ by, isOwn, at, text, isCut }: MailOnPage, today: DraftOnPage["today"]): Page =>
  html`<li class="${isOwn ? "own" : "theirs"}"><p class="by"><b>${by}</b><br><time class="soft" datetime="${at.toString({ timeZoneName: "never", smallestUnit: "second" })}">${spokenDate(at.toPlainDate(), today)}, ${spokenTime(at.toPlainTime())}</time></p><p class="words">${text}</p>${isCut ? html`<p class="soft">The rest of this mail is left out.</p>` : ""}</li>`;
