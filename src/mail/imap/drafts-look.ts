import type { FetchMessageObject, ImapFlow, MailboxObject } from "imapflow";
import type { DraftsCopy } from "../../ports.ts";
import { type ImapSettings, within } from "./connection.ts";
import { select } from "./folder.ts";
import { headerValues } from "./search.ts";

/**
 * What a look for one copy came to. `thread`: only another draft in its thread to the same recipient, which may be what a mail program has made of it,
 * or the person's own. `nothing` is a proof (SAFETY R5): the folder handed out as many mails as it says that it holds. `isSameFolder`: it is the one
 * in which the copy was seen, under the same UIDVALIDITY.
 */
export type Finding =
  | { readonly type: "untouched"; readonly uids: readonly number[]; readonly uidValidity: bigint }
  | { readonly type: "edited" }
  | { readonly type: "thread" }
  | { readonly type: "nothing"; readonly isSameFolder: boolean }
  | { readonly type: "unsure" };

/** Of a larger folder only the newest are looked through: what a mail program saves anew is among them. */
const mostDrafts = 200;

const marks = ["X-Afterword-Draft", "Message-ID"];
const glimpse = { uid: true, flags: true, size: true, envelope: true, headers: marks };

/** A visit of the Drafts folder, which is selected. `drafts`: its newest ones, read through when they are first asked for; null where that is to be done. */
export type Visit = {
  readonly client: ImapFlow;
  readonly settings: ImapSettings;
  readonly folder: MailboxObject;
  drafts: Promise<readonly FetchMessageObject[] | null> | null;
};

export async function visitOf(client: ImapFlow, path: string, settings: ImapSettings): Promise<Visit> {
  return { client, settings, folder: { ...(await select(client, path, settings)), path }, drafts: null };
}

/** Looks for a copy in the Drafts folder: at its UID, and where it is not there among all drafts. */
export async function lookFor(visit: Visit, copy: DraftsCopy): Promise<Finding> {
  const { client, folder, settings } = visit;
  const { uidValidity } = folder;
  const { place } = copy;
  const isSameFolder =
    place === null ||
    (place.folder === folder.path && place.uidValidity === uidValidity && place.uid < folder.uidNext);
  if (place !== null && isSameFolder) {
    const there = client.fetchOne(String(place.uid), glimpse, { uid: true });
    const mail = await within(client, settings.commandTimeout, there);
    if (mail && isThere(mail) && hasMark(mail, copy))
      return { type: "untouched", uids: [mail.uid], uidValidity };
  }
  visit.drafts ??= overview(visit);
  const drafts = await visit.drafts;
  if (drafts === null) return { type: "unsure" };
  const marked = drafts.filter((mail) => hasMark(mail, copy) || hasId(mail, copy));
  const uids: number[] = [];
  for (const mail of marked) if (await isUntouched(client, mail, copy, settings)) uids.push(mail.uid);
  if (uids.length > 0) return { type: "untouched", uids, uidValidity };
  if (marked.length > 0) return { type: "edited" };
  if (drafts.some((mail) => isInItsThread(mail, copy))) return { type: "thread" };
  return { type: "nothing", isSameFolder };
}

/** Removes those mails and gives whether they lie there no more; what was read through is told apart from them only then. */
export async function takeOut(visit: Visit, uids: readonly number[]): Promise<boolean> {
  const { client, settings } = visit;
  const range = uids.join(",");
  // Without UIDPLUS (RFC 4315) an EXPUNGE would take along what the person has marked as deleted: then the mark alone has to do.
  const erasing = client.capabilities.has("UIDPLUS")
    ? client.messageDelete(range, { uid: true })
    : client.messageFlagsAdd(range, ["\\Deleted"], { uid: true });
  await within(client, settings.commandTimeout, erasing);
  const asked = client.fetchAll(range, { uid: true, flags: true }, { uid: true });
  const left = (await within(client, settings.commandTimeout, asked)).filter(isThere);
  const drafts = await visit.drafts;
  if (drafts) visit.drafts = Promise.resolve(drafts.filter(({ uid }) => !uids.includes(uid)));
  return left.every(({ uid }) => !uids.includes(uid));
}

/**
 * The newest drafts that are not deleted; null where the folder did not hand out as many as it holds. Read once a visit: it may be 200 (SAFETY R21).
 * Selected anew, because its length may have changed since.
 */
async function overview({ client, folder, settings }: Visit): Promise<readonly FetchMessageObject[] | null> {
  const { exists } = await select(client, folder.path, settings);
  if (exists === 0) return [];
  const first = Math.max(1, exists - mostDrafts + 1);
  const asked = client.fetchAll(`${first}:${exists}`, glimpse);
  const mails = await within(client, settings.commandTimeout, asked);
  return mails.length === exists - first + 1 ? mails.filter(isThere) : null;
}

/** Some mail programs only mark a draft as deleted. */
const isThere = ({ flags }: FetchMessageObject): boolean => !flags?.has("\\Deleted");

const hasMark = (mail: FetchMessageObject, { mark }: DraftsCopy): boolean =>
  headerValues(mail.headers, "X-Afterword-Draft").includes(mark);

const hasId = (mail: FetchMessageObject, { messageId }: DraftsCopy): boolean =>
  headerValues(mail.headers, "Message-ID").includes(`<${messageId}>`);

/** The same bytes under another UID: put back, or put there by an APPEND whose answer was lost. */
async function isUntouched(
  client: ImapFlow,
  mail: FetchMessageObject,
  copy: DraftsCopy,
  settings: ImapSettings,
): Promise<boolean> {
  if (mail.size !== copy.rfc822.length) return false;
  const fetching = client.fetchOne(String(mail.uid), { source: true }, { uid: true });
  const whole = await within(client, settings.commandTimeout, fetching);
  return whole !== false && whole.source !== undefined && whole.source.equals(copy.rfc822);
}

/** A mail with a mark of ours is another copy. */
function isInItsThread(mail: FetchMessageObject, { answers, to, subject }: DraftsCopy): boolean {
  const { envelope } = mail;
  if (envelope === undefined || headerValues(mail.headers, "X-Afterword-Draft").length > 0) return false;
  if (!(envelope.to ?? []).some(({ address }) => address?.toLowerCase() === to)) return false;
  return answers === null
    ? envelope.subject === subject
    : (envelope.inReplyTo ?? "").includes(`<${answers}>`);
}
