import { Temporal } from "temporal-polyfill";
import type { Proof } from "../../src/domain/approval.ts";
import type { CandidacyId } from "../../src/domain/ids.ts";
import type { App } from "../../src/flows/app.ts";
import { close, reopen } from "../../src/flows/decide-candidacy.ts";
import { planFollowUps } from "../../src/flows/plan-follow-ups.ts";
import { sendDebriefs } from "../../src/flows/send-debrief.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import { setWishes } from "../../src/flows/set-wishes.ts";
import { sweep } from "../../src/flows/sweep.ts";
import type { Reminder } from "../../src/ports.ts";
import { answer } from "../support/answering.ts";
import type { Letter } from "../support/letter.ts";
import type { ReceivingApp } from "../support/receiving-app.ts";
import { answerable } from "../support/told.ts";
import type { Act, Coming, Happened, Wish } from "./acts.ts";
import { openAgenda } from "./agenda.ts";
import { type EmployerMind, employerMind } from "./employer-mind.ts";
import { type Violation, violationsOf } from "./invariants.ts";
import { bounceOf, letterFor, remember } from "./letters.ts";
import type { Played } from "./paper-play.ts";
import { personMind } from "./person-mind.ts";
import { type Onlooker, trailFrom } from "./real-trail.ts";
import type { Role, Season, TheirMail } from "./season.ts";
import type { Day, Trail } from "./trail.ts";

type Own =
  | { readonly type: "reminder"; readonly reminder: Reminder }
  | { readonly type: "sweep" }
  | { readonly type: "reply"; readonly says: () => Promise<void> }
  | { readonly type: "day over"; readonly day: Day };

const instant = (at: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at);
const proof: Proof = { by: "cli" };

/**
 * Plays a season through the flows on a real database: letters are read, digests mailed and answered, mails sent by a courier who takes
 * everything, and every reminder is kept at its time. The invariants look at the tables at the end of every day.
 */
export async function playForReal(here: ReceivingApp, season: Season): Promise<Played> {
  const { zone, seed } = season;
  const agenda = openAgenda<Act | Own>();
  const person = personMind(season);
  const minds = new Map<number, { role: Role; mind: EmployerMind }>();
  /** Which candidacy a role has become, and back. */
  const idOf = new Map<number, CandidacyId>();
  const ended = new Map<string, number>();
  const onlooker: Onlooker = { seed, zone, ended, pauses: [], seen: new Map() };
  const pauses: { from: number; until: number }[] = [];
  const counts: Record<string, number> = {};
  let violations: readonly Violation[] = [];
  let trail: Trail = { seed, zone, candidacies: [], sent: [], ended, digests: [], pauses };

  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const app: App = {
    ...here.app,
    courier: {
      longestAttempt: 1_000,
      send: async (_account, _mail, gate) =>
        (await gate())
          ? { type: "accepted", reply: "250 ok", providerMessageId: null }
          : { type: "gate_closed" },
    },
  };
  const at = (moment: number): string => instant(moment).toZonedDateTimeISO("UTC").toString();
  const enter = (coming: readonly Coming[]): void => {
    for (const each of coming) agenda.add(each.at, each.act);
  };
  const tell = (n: number, happened: Happened, when: number): void => {
    const known = minds.get(n);
    if (known === undefined) return;
    enter(known.mind(happened, when));
    enter(person.after(known.role, happened, when));
  };
  const one = async (text: string, values: unknown[]) => (await here.query(text, values))[0];

  here.at(at(season.first.toZonedDateTime(zone).epochMilliseconds));
  const ana = await here.connect({ zone, digestAt: season.digestAt });
  const self = await app.store.transaction((tx) => tx.people.get(ana.personId));

  async function arrives(n: number, mail: TheirMail, when: number): Promise<void> {
    const role = minds.get(n)?.role;
    if (role === undefined) return;
    if (mail.talk) remember(mail.talk);
    if (mail.kind === "bounce") return bounces(n, mail.refused ?? "", when);
    const letter = letterFor(role, mail, await newest(n));
    if (letter === null) return;
    await here.deliver(ana, letter);
    const row = await one("select candidacy_id from message where message_id = $1", [letter.id]);
    if (row?.candidacy_id) idOf.set(n, row.candidacy_id);
    if (mail.hasLeft && row?.candidacy_id) ended.set(mail.from.address, when);
    count(row?.candidacy_id ? "letters" : "letters that belong nowhere");
    tell(n, { type: "mailed", mail }, when);
  }

  /** Only what we sent comes back with a name. */
  async function bounces(n: number, refused: string, when: number): Promise<void> {
    const row = await one(
      "select message_id from outbox where envelope_to = $1 and candidacy_id = $2 and state = 'sent' order by sent_at desc",
      [refused, idOf.get(n)],
    );
    if (!row) return;
    await here.deliver(ana, bounceOf(row.message_id, refused));
    ended.set(refused, when);
    count("bounces");
  }

  const newest = async (n: number): Promise<string | null> =>
    (
      await one(
        "select message_id from message where candidacy_id = $1 and message_id is not null order by at desc limit 1",
        [idOf.get(n) ?? null],
      )
    )?.message_id ?? null;

  async function byHand(n: number, to: string, when: number): Promise<void> {
    const id = idOf.get(n);
    if (id === undefined || ended.has(to)) return;
    const answers = await newest(n);
    const letter: Letter = {
      from: `Ana Reyes <${ana.address}>`,
      to,
      subject: "Re: your mail",
      text: "Dear all,\n\nthank you for your mail. I am glad to tell you more whenever it suits you.\n\nAna",
      proven: null,
      ...(answers !== null && { answers }),
    };
    await here.deliver(ana, letter, "sent");
    count("by hand");
    tell(n, { type: "heard", kind: "by hand", to }, when);
  }

  const command = async (text: string): Promise<unknown> =>
    here.deliver(
      ana,
      {
        from: `Ana Reyes <${ana.address}>`,
        to: ana.address,
        subject: "Re: Afterword",
        answers: await answerable(here, ana),
        proven: null,
        text,
      },
      "sent",
    );

  async function wishes(n: number, wish: Wish, when: number): Promise<void> {
    const id = idOf.get(n);
    const row = id && (await one("select employer, state from candidacy where id = $1", [id]));
    if (!id || !row) return;
    switch (wish.type) {
      case "accept":
        if (row.state === "offered") await command(`accepted ${row.employer}`);
        break;
      case "sign":
        if (row.state === "accepted") await command(`signed with ${row.employer}`);
        break;
      case "break up":
        await command(`break up ${row.employer}`);
        break;
      case "occasion":
        await app.store.transaction((tx) =>
          tx.candidacies.addOccasion(id, {
            id: app.ids.uuid(),
            at: instant(when),
            says: wish.says,
            by: "person",
            vacancy: null,
          }),
        );
        break;
      default:
        await app.store.transaction(async (tx) => {
          const deciding = { app, tx, person: await tx.people.get(ana.personId), proof };
          if (wish.type === "close") return close(deciding, id);
          if (wish.type === "reopen") return reopen(deciding, id);
          if (wish.type === "stages told") return tx.candidacies.update(id, { stagesTold: true });
          await tx.candidacies.lock(id);
          return setWishes(deciding, id, wish.type === "every" ? { every: wish.days } : { noMore: true });
        });
    }
    count(wish.type);
    await planFollowUps(app, id);
    const state = (await one("select state from candidacy where id = $1", [id]))?.state;
    if (state !== row.state && state === "accepted") tell(n, { type: "accepted" }, when);
  }

  async function keep(reminder: Reminder, when: number): Promise<void> {
    switch (reminder.queue) {
      case "plan":
        await sendDebriefs(app, reminder.id);
        return planFollowUps(app, reminder.id);
      case "digest":
        return digest(when);
      case "outbox":
        return send(reminder, when);
      default:
        return;
    }
  }

  async function send({ id }: Extract<Reminder, { queue: "outbox" }>, when: number): Promise<void> {
    await sendDue(app, id);
    const row = await one(
      `select kind, envelope_to, outbox.candidacy_id from outbox join draft on draft.id = draft_id
       join follow_up on follow_up.id = follow_up_id where outbox.id = $1 and outbox.state = 'sent' and outbox.sent_at = $2`,
      [id, instant(when).toString()],
    );
    if (!row) return;
    count(row.kind);
    const n = [...idOf].find(([, candidacy]) => candidacy === row.candidacy_id)?.[0];
    if (n !== undefined) tell(n, { type: "heard", kind: row.kind, to: row.envelope_to }, when);
  }

  async function digest(when: number): Promise<void> {
    const made = await here.digest(ana);
    if (made === null) return;
    count("digests");
    const day = instant(when).toZonedDateTimeISO(zone).toPlainDate().toString();
    const items = await here.query(
      `select n, type, asks, key, number from digest_item join digest on digest.id = digest_id left join draft on draft.id = draft_id
       left join follow_up on follow_up.id = follow_up_id left join candidacy on candidacy.id = follow_up.candidacy_id
       where token = $1 order by n`,
      [made.token],
    );
    const reply = person.answers(when);
    if (reply === null || items.length === 0) return;
    const said = items.flatMap(({ n, type, asks, key, number }): string[] => {
      if (type === "question") return ["opens", "belongs", "kind"].includes(asks) ? [`${n} yes`] : [];
      if (type !== "draft") return [];
      const decision = person.decides(number, key, day);
      if (decision === "approve") return [`${n} ok`];
      return decision === "skip" || decision === "later" ? [`${n} ${decision}`] : [];
    });
    if (said.length > 0)
      agenda.add(reply, {
        type: "reply",
        says: async () => {
          await answer(here, ana, made, said.join("\n"));
        },
      });
  }

  /** Reminders that the flows have written down come at their time, or at once when that has passed. */
  function takeReminders(when: number): void {
    for (const each of here.reminders.splice(0))
      agenda.add(Math.max(when, each.at.epochMilliseconds), { type: "reminder", reminder: each.reminder });
  }

  for (const role of season.roles) {
    minds.set(role.n, { role, mind: employerMind(season, role) });
    agenda.add(role.appliedAt.epochMilliseconds, { type: "apply", n: role.n });
  }
  for (const pause of season.pauses)
    agenda.add(pause.at.epochMilliseconds, { type: "pause", until: pause.until });
  for (let n = 0; n < season.days; n += 1) {
    const date = season.first.add({ days: n });
    const from = date.toZonedDateTime(zone).epochMilliseconds;
    const until = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
    agenda.add(from, { type: "sweep" });
    agenda.add(until - 1, { type: "day over", day: { date, from, until } });
  }
  const last = season.first.add({ days: season.days }).toZonedDateTime(zone).epochMilliseconds;

  for (let next = agenda.next(); next !== null && next.at < last; next = agenda.next()) {
    const { at: when, what } = next;
    here.at(at(when));
    if (what.type === "apply") tell(what.n, { type: "applied" }, when);
    else if (what.type === "mail") await arrives(what.n, what.mail, when);
    else if (what.type === "by hand") await byHand(what.n, what.to, when);
    else if (what.type === "talk over") await talkIsOver(what.n, what.talk, when);
    else if (what.type === "wish") await wishes(what.n, what.wish, when);
    else if (what.type === "pause") {
      const days = Math.round((what.until.epochMilliseconds - when) / 86_400_000);
      await command(`pause ${days} days`);
      const { pausedUntil } = await app.store.transaction((tx) => tx.people.get(self.id));
      if (pausedUntil) pauses.push({ from: when, until: pausedUntil.epochMilliseconds });
    } else if (what.type === "sweep") await sweep(app);
    else if (what.type === "reply") await what.says();
    else if (what.type === "reminder") await keep(what.reminder, when);
    else {
      trail = await trailFrom(here, { ...onlooker, pauses }, when);
      violations = violationsOf(trail, what.day);
      if (violations.length > 0) break;
    }
    takeReminders(when);
  }
  return { trail, violations, counts };

  async function talkIsOver(n: number, talk: string, when: number): Promise<void> {
    const domain = minds.get(n)?.role.employer.domain;
    const row = await one(
      "select 1 as held from interview where uid = $1 and not cancelled and ends_at <= $2",
      [`${talk}@${domain}`, instant(when).toString()],
    );
    if (row) tell(n, { type: "talk over", talk }, when);
  }
}
