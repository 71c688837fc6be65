import type { OutboxId } from "../../src/domain/ids.ts";
import { replayMoves } from "../../src/domain/outbox-replay.ts";
import { readLetter } from "../../src/sandbox/letter.ts";
import { bare } from "./digest-reading.ts";
import type { Story } from "./story.ts";
import type { World } from "./world.ts";

export type Verdict = {
  /** What must never be, in words; empty when every promise held. */
  readonly broken: readonly string[];
  /** Approved mails by the state in which they ended. */
  readonly ended: Readonly<Record<string, number>>;
  /** Different mails that a person said yes to; most of those that did not get on their way were decided or changed before the answer was read. */
  readonly approved: number;
  readonly accepted: number;
};

/** Holds the servers' own lists and what the people did against the store: SAFETY R57, the three promises, R7, R17. */
export async function verdictOn(world: World, story: Story, log: string): Promise<Verdict> {
  const rows = await world.query("select * from outbox");
  const broken = [
    ...(await sentAsApproved(world, story)),
    ...acceptedOnce(world),
    ...(await endedWell(world, rows)),
    ...(await logTellsAll(world, rows)),
    ...(await filedOnce(world, rows)),
    ...(await heardEverything(world, story)),
    ...(await oneDigestADay(world)),
    ...secretsIn(log),
  ];
  const drafts = rows.filter(({ purpose }) => purpose === "draft");
  const agreed = new Set(story.approvals.map(({ from, to, text }) => `${from} ${to} ${text}`));
  const ended: Record<string, number> = {};
  for (const { state } of drafts) ended[state] = (ended[state] ?? 0) + 1;
  return { broken, ended, approved: agreed.size, accepted: toOthers(world).length };
}

const toOthers = ({ provider, boxes }: World) =>
  provider.accepted.filter(({ to }) => !boxes.some(({ seeker }) => seeker.address === to));

/** Never send what was not approved: each mail was shown to its sender word for word, to that address, and they said yes before it left. */
async function sentAsApproved(world: World, { approvals }: Story): Promise<string[]> {
  const broken: string[] = [];
  for (const mail of toOthers(world)) {
    const text = bare((await readLetter(Buffer.from(mail.raw, "latin1"))).text);
    const box = world.boxes.find(({ login }) => login === mail.login);
    const yes = approvals.some(
      (one) =>
        one.from === box?.seeker.address &&
        one.to === mail.to &&
        one.at <= mail.at &&
        text.startsWith(one.text),
    );
    if (!yes) broken.push(`sent without an approval of these words: ${mail.messageId} to ${mail.to}`);
  }
  return broken;
}

/** Never send twice: also after "send again", which is only ever said where the server has nothing. */
function acceptedOnce({ provider }: World): string[] {
  const times = new Map<string, number>();
  for (const { messageId } of provider.accepted) times.set(messageId, (times.get(messageId) ?? 0) + 1);
  return [...times].filter(([, n]) => n > 1).map(([id, n]) => `accepted ${n} times: ${id}`);
}

/** Every approval ends: sent and accepted, refused or held and told, or asked about with a reason; nothing hangs. */
async function endedWell(world: World, rows: readonly Record<string, unknown>[]): Promise<string[]> {
  const accepted = new Set(world.provider.accepted.map(({ messageId }) => messageId));
  const told = new Set(
    (await world.query("select type, data->>'outbox' as outbox from journal")).map(
      ({ type, outbox }) => `${type} ${outbox}`,
    ),
  );
  return rows.flatMap((row) => {
    const name = `${row.purpose} ${row.message_id} (${row.state})`;
    const has = accepted.has(String(row.message_id));
    const says = (type: string) => told.has(`${type} ${row.id}`);
    switch (row.state) {
      case "sent":
        return has ? [] : [`counted as sent, and no server took it: ${name}`];
      case "failed":
        return [
          ...(has ? [`counted as refused, and a server took it: ${name}`] : []),
          ...(says("failed") ? [] : [`refused and not told: ${name}`]),
        ];
      case "held":
      case "cancelled":
        return has ? [`stopped, and it left all the same: ${name}`] : [];
      case "asked":
        return says("asked") ? [] : [`asked about without a reason: ${name}`];
      default:
        return [`neither sent nor ended: ${name}`];
    }
  });
}

/** The log of each mail alone gives the state in which it ended (SAFETY R59). */
async function logTellsAll(world: World, rows: readonly Record<string, unknown>[]): Promise<string[]> {
  const broken: string[] = [];
  for (const { id, state, message_id } of rows) {
    const moves = await world.here.app.store.transaction((tx) => tx.outbox.moves(id as OutboxId));
    const replayed = replayMoves(moves);
    if (!replayed.ok)
      broken.push(`the log of ${message_id} breaks at ${replayed.error.n}: ${replayed.error.says}`);
    else if (replayed.value.state !== state)
      broken.push(`the log of ${message_id} ends ${replayed.value.state}, the mail is ${state}`);
  }
  return broken;
}

/** Each accepted mail to others lies in Sent once (SAFETY R7). */
async function filedOnce(world: World, rows: readonly Record<string, unknown>[]): Promise<string[]> {
  const broken: string[] = [];
  for (const box of world.boxes) {
    if (box.seeker.n % 5 === 4) continue;
    const copies = await box.sentIds();
    const ours = rows.filter(
      ({ purpose, state, envelope_from }) =>
        purpose === "draft" && state === "sent" && envelope_from === box.seeker.address,
    );
    for (const { message_id } of ours) {
      const n = copies.filter((id) => id === message_id).length;
      if (n !== 1) broken.push(`${n} copies in Sent: ${message_id}`);
    }
  }
  return broken;
}

/** Never miss an answer: each mail of an employer was taken in once, each answer of the person was carried out, each no has closed. */
async function heardEverything(world: World, story: Story): Promise<string[]> {
  const known = new Map(
    (
      await world.query(
        "select message_id, count(*)::int as n from message where direction = 'in' group by 1",
      )
    ).map(({ message_id, n }) => [message_id, n]),
  );
  const missed = story.fromEmployers
    .filter(({ id }) => known.get(id) !== 1)
    .map(({ id }) => `a mail of an employer was taken in ${known.get(id) ?? 0} times: ${id}`);
  const acted = new Set((await world.query("select message_id from reply")).map((row) => row.message_id));
  const deaf = story.answers
    .filter(({ id }) => !acted.has(id))
    .map(({ id }) => `an answer of the person was not heard: ${id}`);
  const states = await world.query(
    "select p.address, c.employer, c.state from candidacy c join person p on p.id = c.person_id",
  );
  const open = story.fromEmployers
    .filter(
      ({ to, firm, isNo }) =>
        isNo &&
        !states.some(
          (one) =>
            one.address === to && one.employer === firm && ["closed", "keeping_in_touch"].includes(one.state),
        ),
    )
    .map(
      ({ id, to, firm }) =>
        `a no did not close: ${firm} and ${to}: ${id} ${JSON.stringify(states.filter((s) => s.address === to))}`,
    );
  return [...missed, ...deaf, ...open];
}

async function oneDigestADay(world: World): Promise<string[]> {
  const rows = await world.query(
    "select p.address, d.local_date::text as day, count(*)::int as n from digest d join person p on p.id = d.person_id group by 1, 2 having count(*) > 1",
  );
  return rows.map(({ address, day, n }) => `${n} digests on ${day} for ${address}`);
}

/** SAFETY R53. */
const secretsIn = (log: string): string[] =>
  log.includes("correct horse") ? ["the password stands in a log"] : [];
