import { planFollowUps } from "../../flows/plan-follow-ups.ts";
import { sendDigest } from "../../flows/send-digest.ts";
import type { Account } from "../../ports.ts";
import { failing, passing } from "../../sandbox/account.ts";
import { copyTables } from "../attacks/table-copies.ts";
import { digestPieces, type MadeDigest } from "./digest-pieces.ts";
import { written } from "./employer-mails.ts";
import type { AnsweredMailbox } from "./mailbox.ts";
import { linesOf, newestDigest } from "./newest-digest.ts";
import { markOf, observe, type Seen } from "./observed.ts";
import { asksOf, mailsOf } from "./past-mails.ts";
import { replyMail } from "./reply-mail.ts";
import type { NamedDigest, Reply, Wanted } from "./row.ts";
import { person, season } from "./season.ts";

/** One digest that lies in the person's mailbox, to be answered as often as it is wanted, each time as if for the first. */
export type Stage = {
  readonly play: (reply: Reply) => Promise<Seen>;
  /** One more answer, after all that came before it. */
  readonly follow: (reply: Reply) => Promise<Seen>;
};

/** Lives through what leads to that digest. @throws Error where the digest comes out with other lines than it is to have. */
export async function openStage(here: AnsweredMailbox, digest: NamedDigest): Promise<Stage> {
  await here.setClock(season.begins);
  const { personId, account } = await here.begin();
  const mails = digest.items.flatMap(mailsOf).sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds);
  const deliverUntil = async (end: number): Promise<void> => {
    for (const mail of mails.filter((one) => one.at.epochMilliseconds < end && !delivered.has(one))) {
      delivered.add(mail);
      await here.setClock(mail.at);
      await here.deliver(account, await written(mail), "inbox");
    }
  };
  const delivered = new Set<(typeof mails)[number]>();
  await deliverUntil(season.firstDigest.epochMilliseconds);
  await here.setClock(season.firstDigest);
  await sendDigest(here.app, personId);
  await deliverUntil(season.digest.epochMilliseconds);
  await here.setClock(season.planned);
  await setAsWanted(here, digest);
  await here.setClock(season.digest);
  if ((await sendDigest(here.app, personId)) !== "made") throw new Error("no digest came about");
  const lines = await linesOf(here);
  for (const { n, type } of digest.items) {
    const line = lines.find((one) => one.n === n);
    if (line?.type !== type)
      throw new Error(`line ${n} of the digest is ${line?.type ?? "not there"}, not ${type}`);
  }
  const made = await newestDigest(here);
  const pieces = digestPieces(made, lines);
  await here.setClock(season.decidedBefore);
  for (const [at, wanted] of (digest.before ?? []).entries())
    await put(here, account, made, pieces, earlier(wanted, at));
  const copies = await copyTables(here.pool);
  const mark = await markOf(here.pool);
  await here.setClock(season.answered);
  const follow: Stage["follow"] = async (reply) => {
    await put(here, account, made, pieces, reply);
    return observe(here.pool, lines, mark);
  };
  return {
    play: async (reply) => {
      await copies.restore();
      return follow(reply);
    },
    follow,
  };
}

/** The order of drafts is that of the items; and what no mail makes the rules ask, they are made to ask. */
async function setAsWanted({ app, pool }: AnsweredMailbox, { items }: NamedDigest): Promise<void> {
  for (const { id } of (await pool.query("select id from candidacy order by number")).rows)
    await planFollowUps(app, id);
  for (const item of items) {
    const ids = mailsOf(item).map(({ messageId }) => messageId);
    if (item.type === "draft")
      await pool.query(
        `update follow_up set due_at = timestamptz '2026-05-21T12:00Z' + make_interval(secs => $2) where candidacy_id = (select candidacy_id from message where message_id = $1)`,
        [ids[0], item.n],
      );
    if (item.type === "question" && asksOf(item) !== "follow")
      await pool.query(
        `update message set question = $2::text, question_about = coalesce(question_about, candidacy_id), human = true,
           assessment = case when $2::text = 'kind' then assessment || '{"kind": "holding", "confidence": 0.5}' else assessment end
         where message_id = $1`,
        [ids.at(-1), asksOf(item)],
      );
  }
}

async function put(
  here: AnsweredMailbox,
  account: Account,
  made: MadeDigest,
  pieces: ReadonlyMap<string, string>,
  reply: Reply,
): Promise<void> {
  const now = here.app.clock.now().toZonedDateTimeISO(person.zone);
  const { raw, from, inSent, inInbox } = replyMail(reply, made, pieces, person, now);
  if (inSent) await here.deliver(account, raw, "sent");
  if (!inInbox) return;
  const verdict = (inSent ? failing : passing)(person.address, from.replace(/^.*<|>.*$/g, ""));
  await here.deliver(
    account,
    Buffer.concat([Buffer.from(`Authentication-Results: ${verdict}\r\n`), raw]),
    "inbox",
  );
}

/** A decision of before, in the plainest words. */
function earlier({ item, decision, argument }: Wanted, at: number): Reply {
  const said = argument === null || argument === undefined ? "" : ` ${argument}`;
  const line =
    item === null || item === undefined
      ? `${decision}${said}`
      : `${item} ${plain[decision] ?? decision}${said}`;
  return {
    id: `before-${at}`,
    style: null,
    digest: null,
    headers: {},
    text: decision === "revise" ? `${item}:${said}` : decision === "replace" ? `${item} send:${said}` : line,
    html: null,
    expects: [],
  };
}

const plain: Readonly<Record<string, string>> = { approve: "ok" };
