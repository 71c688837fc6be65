import { html } from "hono/html";
import type { LinkAct } from "../../domain/link.ts";
import type { Decided } from "../../flows/decide-by-link.ts";
import type { ShutLink } from "../../flows/link-standing.ts";
import type { UndoOnPage } from "../../flows/look-by-link.ts";
import { type Page, page } from "./layout.ts";

/** Gives the page that says what a form has done, and how it is taken back. */
export const decidedPage = (done: Decided): Page =>
  notice(doneTitles[done.act], done.says, done.undo, envelope(done));

/**
 * Gives the page of a link that opens nothing: why, and what to do. Of a draft that was decided it shows the recipient and the subject, never the text;
 * of any other nothing (SAFETY R35).
 */
export const shutPage = ({ why, says, undo, about }: ShutLink): Page =>
  notice(shutTitles[why], says, undo, about && envelope(about));

/** Gives the page of an undo link. */
export const undoPage = ({ to, subject, says, undo }: UndoOnPage): Page =>
  page("Take it back?", [
    html`<h1>Take it back?</h1>
<section class="card" aria-label="The mail">
${envelope({ to, subject })}
<p>${says}</p>
${undo === null ? "" : undoForm(null)}
</section>`,
  ]);

/** Gives the page for a request that comes to nothing whatever the link is. */
export const noticePage = (what: keyof typeof notices): Page =>
  notice(notices[what].title, notices[what].says, null);

/** Gives the page for what was asked too often: `seconds` until it is heard again. */
export function tooOftenPage(seconds: number): Page {
  const minutes = Math.ceil(seconds / 60);
  const when = minutes === 1 ? "a minute" : `${minutes} minutes`;
  return notice(
    "Too often",
    `This was asked very often, so nothing was done. Try again in ${when}, or answer the digest by mail.`,
    null,
  );
}

const envelope = ({ to, subject }: Pick<UndoOnPage, "to" | "subject">): Page => html`<dl class="facts">
<dt>To</dt><dd>${to.name}<span class="address">${to.address}</span></dd>
<dt>Subject</dt><dd>${subject}</dd>
</dl>`;

const notice = (title: string, says: string, undo: string | null, about: Page | null = null): Page =>
  page(title, [
    html`<h1>${title}</h1>
<section class="card">
${about}
<p class="status" role="status">${says}</p>
${undo === null ? "" : undoForm(undo)}
</section>`,
  ]);

/** Relative, so that it works below whatever path a proxy has; null sends it to the page itself. */
const undoForm = (token: string | null): Page =>
  html`<form method="post"${token === null ? "" : html` action="${token}"`}><button name="act" value="undo">Take it back</button></form>`;

const doneTitles: Readonly<Record<LinkAct["type"], string>> = {
  approve: "Approved",
  skip: "Left out",
  later: "Put off",
  wish: "Asked for",
  edit: "Kept, and not sent",
  undo: "Taken back",
};

const shutTitles: Readonly<Record<ShutLink["why"], string>> = {
  "no link": "There is nothing here",
  gone: "It is gone",
  forged: "This link is not right",
  off: "Links are off",
  expired: "This link is too old",
  used: "Already decided",
  decided: "Already decided",
  changed: "It has changed",
  refused: "Nothing was done",
};

const notices = {
  "too long": {
    title: "Too long",
    says: "That was longer than a mail may be, so nothing was done. Go back and shorten it.",
  },
  "no form": {
    title: "Nothing was done",
    says: "That was none of the choices on this page. Open the link from the digest once more.",
  },
  elsewhere: {
    title: "Nothing was done",
    says: "That did not come from this page, or your browser does not say where it came from. Open the link from the digest once more, or answer the digest by mail.",
  },
  "no desk": {
    title: "There is nothing here",
    says: "This address belongs to an earlier start of Afterword. The terminal in which it runs prints the one that holds now, while no mailbox is connected.",
  },
  "in plain text": {
    title: "Not over this connection",
    says: "Your password would travel through the network in plain text. Open the page on the machine on which Afterword runs, at 127.0.0.1, or put a proxy with https in front of it; or connect the mailbox in its terminal.",
  },
  "desk broken": {
    title: "Something broke",
    says: "Something went wrong inside the program, and its log says what. Load the page once more: it tells how far the mailbox is.",
  },
  broken: {
    title: "Something broke",
    says: "Something went wrong inside the program, and its log says what. Look at the link once more: it tells whether anything was done. Answering the digest by mail works as well.",
  },
} as const;
