import { Temporal } from "temporal-polyfill";
import {
  type CandidacyEventType,
  type CandidacyState,
  type CloseReason,
  isLateStage,
  move,
} from "../../src/domain/candidacy.ts";
import { leavesWithinCaps } from "../../src/domain/caps.ts";
import { mannerOf, mayBeWrittenIn, type PlanFunction } from "../../src/domain/follow-up.ts";
import { type ContactEnd, isOver } from "../../src/domain/interview.ts";
import { laterDate } from "../../src/domain/later.ts";
import { leavesAt } from "../../src/domain/leaving.ts";
import { plan } from "../../src/domain/plan.ts";
import { defaultPreferences, type Preferences, withOwn } from "../../src/domain/preferences.ts";
import { eventOf } from "../../src/flows/move-candidacy.ts";
import { publicHolidays } from "../../src/holidays.ts";
import type { Act, Coming, Happened, Wish } from "./acts.ts";
import { openAgenda } from "./agenda.ts";
import { type EmployerMind, employerMind } from "./employer-mind.ts";
import { type Violation, violationsOf } from "./invariants.ts";
import { hear, remember, writeByHand } from "./paper-arrival.ts";
import { type PaperCandidacy, type PaperMail, paperCandidacy, paperFacts } from "./paper-candidacy.ts";
import { isOffered, isOpen, storePlan } from "./paper-plan.ts";
import { personMind } from "./person-mind.ts";
import type { Role, Season, TheirMail } from "./season.ts";
import type { Day, Entry, Sent, Trail } from "./trail.ts";

/** The rules that are played; a planted fault wraps one of them. */
export type Rules = {
  readonly plan: PlanFunction;
  readonly leavesAt: typeof leavesAt;
  readonly opens: typeof leavesWithinCaps;
};
export const realRules: Rules = { plan, leavesAt, opens: leavesWithinCaps };

/** What became of a season. `counts`: how often what happened; `violations` end the season on their day. */
export type Played = {
  readonly trail: Trail;
  readonly violations: readonly Violation[];
  readonly counts: Readonly<Record<string, number>>;
};

type Own =
  | { readonly type: "wake"; readonly n: number }
  | { readonly type: "leave"; readonly n: number; readonly key: string }
  | { readonly type: "digest"; readonly date: Temporal.PlainDate }
  | { readonly type: "reply"; readonly shown: readonly Shown[] }
  | { readonly type: "day over"; readonly day: Day };
type Shown = {
  readonly paper: PaperCandidacy;
  readonly key: string;
  readonly words: number;
  readonly day: string;
};

const holidays = publicHolidays();
const instant = (at: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at);

/**
 * Plays a season in memory: the real plan, moves and sending hours, time passed in, and the invariants at the end of every day. It ends on the
 * first day with a violation, of those that `ends` names.
 */
export function playOnPaper(
  season: Season,
  rules: Rules = realRules,
  ends: (violation: Violation) => boolean = () => true,
): Played {
  const { zone } = season;
  const agenda = openAgenda<Act | Own>();
  const person = personMind(season);
  const home = holidays.calendar(season.country, zone);
  const papers: PaperCandidacy[] = [];
  const byNumber = new Map<number, PaperCandidacy>();
  let notable: readonly PaperCandidacy[] = [];
  const roles = new Map<number, { role: Role; mind: EmployerMind }>();
  const counts: Record<string, number> = {};
  const sent: Sent[] = [];
  const ended = new Map<string, number>();
  const howEnded = new Map<string, ContactEnd>();
  const digests: { at: number; date: string }[] = [];
  const pauses: { from: number; until: number }[] = [];
  const violations: Violation[] = [];
  const dirty = new Set<PaperCandidacy>();
  let pausedUntil: Temporal.Instant | null = null;
  const trail: Trail = { seed: season.seed, zone, candidacies: papers, sent, ended, digests, pauses };

  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const enter = (coming: readonly Coming[]): void => {
    for (const { at, act } of coming) agenda.add(at, act);
  };
  const tell = (paper: PaperCandidacy, happened: Happened, at: number): void => {
    const known = roles.get(paper.n);
    if (known === undefined) return;
    enter(known.mind(happened, at));
    enter(person.after(known.role, happened, at));
  };
  const preferencesFor = (paper: PaperCandidacy): Preferences =>
    withOwn(defaultPreferences, paper.candidacy.preferences);

  /** A move of the table, or what the person did outside it. */
  function moved(
    paper: PaperCandidacy,
    event: CandidacyEventType | "reopened_by_person",
    to: CandidacyState | null,
    at: number,
    reason: CloseReason | null,
  ): undefined {
    const from = paper.candidacy.state;
    if (to === null || to === from) return;
    const ends = to === "closed" || to === "keeping_in_touch";
    paper.candidacy = {
      ...paper.candidacy,
      state: to,
      closeReason: to === "closed" ? reason : null,
      stateBefore: ends ? from : event === "reopened_by_person" ? null : paper.candidacy.stateBefore,
    };
    paper.movedAt = at;
    paper.entries.push({ at, type: "moved", from, to, event });
    count(to === "closed" ? `closed (${reason})` : from === "closed" ? "reopened" : to);
    tellOthers(from, to);
    if (to === "closed") tell(paper, { type: "closed" }, at);
    if (to === "accepted") tell(paper, { type: "accepted" }, at);
  }

  /** An offer matters to those who have not decided yet, a signature to all who are still alive. */
  function tellOthers(from: CandidacyState, to: CandidacyState): void {
    const is = (...states: readonly CandidacyState[]) => states.includes(from) || states.includes(to);
    if (!is("offered", "accepted", "signed")) return;
    const states = new Set<CandidacyState>(["offered", "accepted", "signed"]);
    notable = papers.filter(({ candidacy }) => states.has(candidacy.state));
    for (const other of papers) {
      const { state } = other.candidacy;
      if (state === "awaiting_decision" || (is("signed") && state !== "closed")) dirty.add(other);
    }
  }

  function replan(paper: PaperCandidacy, at: number): void {
    const now = instant(at);
    const known = paper.interviews.filter(({ cancelled }) => !cancelled);
    if (
      paper.candidacy.state === "interviewing" &&
      known.length > 0 &&
      known.every((interview) => isOver(interview, now))
    )
      moved(paper, "interviews_over", move(paper.candidacy, "interviews_over"), at, null);
    const planned = () =>
      rules.plan(
        paperFacts(paper, zone, pausedUntil, { all: papers, notable }),
        preferencesFor(paper),
        paper.calendar,
        now,
      );
    let result = planned();
    if (result.closesAt && result.closesAt.at.epochMilliseconds <= at) {
      moved(paper, "no_reply", move(paper.candidacy, "no_reply"), at, "no_reply");
      result = planned();
    }
    count("plans");
    if (storePlan(paper, result, at)) spreadAnew(paper);
    const nextAt = result.nextAt?.epochMilliseconds ?? null;
    if (nextAt !== null && nextAt !== paper.nextAt) agenda.add(nextAt, { type: "wake", n: paper.n });
    paper.nextAt = nextAt;
  }

  /** Younger ones give way to the days of elder ones (POLICY 1 keep_in_touch). */
  function spreadAnew(paper: PaperCandidacy): void {
    for (const other of papers)
      if (other.n > paper.n && other.candidacy.state === "keeping_in_touch") dirty.add(other);
  }

  function settle(at: number): void {
    for (let rounds = 0; dirty.size > 0; rounds += 1) {
      if (rounds > 50) throw new Error(`seed ${season.seed}: plans turn in circles at ${instant(at)}`);
      const now = [...dirty].sort((a, b) => a.n - b.n);
      dirty.clear();
      for (const paper of now) replan(paper, at);
    }
  }

  const chaseChanged = (paper: PaperCandidacy, mail: PaperMail): undefined => {
    if (mannerOf[mail.record.kind] !== "chase") return;
    for (const sibling of paper.siblings) dirty.add(sibling);
    if (mail.record.kind === "keep_in_touch") spreadAnew(paper);
  };

  function apply(role: Role, at: number): void {
    const by = role.via ?? role.employer;
    const calendar = holidays.calendar(by.country, by.zone);
    const paper = paperCandidacy(role, calendar, at);
    for (const other of papers)
      if (other.employer === paper.employer || (other.role.via ?? other.role.employer) === by) {
        other.siblings.push(paper);
        paper.siblings.push(other);
      }
    papers.push(paper);
    byNumber.set(role.n, paper);
    dirty.add(paper);
    tell(paper, { type: "applied" }, at);
  }

  function arrives(paper: PaperCandidacy, mail: TheirMail, at: number): void {
    const now = instant(at);
    hear(paper, mail, at);
    if (mail.refused !== undefined) endContact(mail.refused, "bounced", at);
    else if (mail.hasLeft) endContact(mail.from.address, "left_company", at);
    else if (mail.kind !== "auto_reply") remember(paper, mail, howEnded);
    const held = paper.interviews.filter((interview) => isOver(interview, now));
    const isLate = isLateStage(
      held.length,
      held.some(({ finalStage }) => finalStage),
    );
    const event = eventOf(mail.kind, paper.candidacy, isLate);
    if (mail.kind === "offer") paper.candidacy = { ...paper.candidacy, offerDeadline: mail.deadline ?? null };
    if (event) {
      const reason = mail.roleCancelled ? "role_cancelled" : "rejected";
      moved(paper, event, move(paper.candidacy, event), at, reason);
    }
    dirty.add(paper);
    tell(paper, { type: "mailed", mail }, at);
  }

  /** An address that is gone is gone for every candidacy (POLICY 3.4). */
  function endContact(address: string, how: ContactEnd, at: number): void {
    if (!ended.has(address)) ended.set(address, at);
    if (!howEnded.has(address)) howEnded.set(address, how);
    for (const paper of papers) {
      const place = paper.contacts.findIndex((contact) => contact.address === address);
      const contact = paper.contacts[place];
      if (contact === undefined) continue;
      paper.contacts[place] = { ...contact, ended: contact.ended ?? how };
      dirty.add(paper);
    }
  }

  function byHand(paper: PaperCandidacy, to: string, at: number): void {
    if (paper.candidacy.state === "signed" || ended.has(to)) return;
    writeByHand(paper, to, at);
    count("by hand");
    dirty.add(paper);
    for (const sibling of paper.siblings) dirty.add(sibling);
    tell(paper, { type: "heard", kind: "by hand", to }, at);
  }

  function wishes(paper: PaperCandidacy, wish: Wish, at: number): undefined {
    const { candidacy } = paper;
    paper.entries.push({ at, type: "wish", wish: wish.type });
    dirty.add(paper);
    switch (wish.type) {
      case "accept":
        return moved(paper, "accepted", move(candidacy, "accepted"), at, null);
      case "sign":
        return moved(paper, "signed", move(candidacy, "signed"), at, null);
      case "close":
        return moved(paper, "closed_by_person", move(candidacy, "closed_by_person"), at, "withdrawn");
      case "reopen":
        if (candidacy.state !== "closed" && candidacy.state !== "keeping_in_touch") return;
        paper.reopenedAt = instant(at);
        return moved(paper, "reopened_by_person", candidacy.stateBefore ?? "awaiting_decision", at, null);
      case "no more":
        paper.wishes = { ...paper.wishes, noMore: true };
        return;
      case "every":
        paper.wishes = { ...paper.wishes, every: wish.days };
        return;
      case "break up":
        paper.wishes = { ...paper.wishes, breakupAskedAt: instant(at) };
        return;
      case "stages told":
        paper.wishes = { ...paper.wishes, stagesTold: true };
        return;
      case "occasion":
        paper.occasions.push({
          id: `told-${paper.occasions.length}`,
          at: instant(at),
          says: wish.says,
          by: "person",
          vacancy: null,
        });
        return;
    }
  }

  /** Holds everything; what was approved is asked again afterwards (POLICY 6.12). */
  function pause(until: Temporal.Instant, at: number): void {
    pausedUntil = until;
    pauses.push({ from: at, until: until.epochMilliseconds });
    for (const paper of papers) {
      for (const mail of paper.mails.values()) if (mail.record.status === "approved") unapprove(paper, mail);
      dirty.add(paper);
    }
  }

  const unapprove = (paper: PaperCandidacy, mail: PaperMail): undefined => {
    mail.record.status = "planned";
    count("held");
    dirty.add(paper);
    chaseChanged(paper, mail);
  };

  function digest(date: Temporal.PlainDate, at: number): void {
    const shown: Shown[] = [];
    const pause = pauses.findLast(({ until }) => until <= at && until > at - 14 * 86_400_000);
    let late = 0;
    const due = papers.flatMap((paper) =>
      [...paper.mails.values()].filter((mail) => isOffered(mail, date, at)).map((mail) => ({ paper, mail })),
    );
    for (const { paper, mail } of due) {
      const { followUp, record } = mail;
      if (followUp.needsOccasion) {
        tell(paper, { type: "asked for an occasion" }, at);
        continue;
      }
      if (followUp.to === null) continue;
      const dueAt = followUp.dueAt.epochMilliseconds;
      const wasShown = (since: number) =>
        paper.entries.some(
          (entry) => entry.type === "shown" && entry.key === record.key && entry.at >= since,
        );
      if (pause && mannerOf[record.kind] === "chase" && dueAt < pause.until && !wasShown(pause.until)) {
        if (late >= defaultPreferences.lateADay) continue;
        late += 1;
      }
      record.status = "offered";
      mail.wordsShown = paper.wordCount;
      paper.entries.push({ at, type: "shown", key: record.key, kind: record.kind, dueAt });
      shown.push({ paper, key: record.key, words: paper.wordCount, day: date.toString() });
    }
    if (shown.length === 0) return;
    digests.push({ at, date: date.toString() });
    count("digests");
    const reply = person.answers(at);
    if (reply !== null) agenda.add(reply, { type: "reply", shown });
  }

  function replies(shown: readonly Shown[], at: number): void {
    for (const { paper, key, words, day } of shown) {
      const mail = paper.mails.get(key);
      if (mail === undefined || !isOpen(mail)) continue;
      const decision = person.decides(paper.n, key, day);
      const say = (how: Extract<Entry, { type: "decided" }>["how"]) =>
        paper.entries.push({ at, type: "decided", key, how });
      switch (decision) {
        case "approve":
          if (paper.wordCount === words) approve(paper, mail, at);
          break;
        case "skip":
          mail.record.status = "skipped";
          say("skip");
          dirty.add(paper);
          count("skipped");
          break;
        case "later":
          mail.record.status = "planned";
          mail.record.notBefore = laterDate("", instant(at).toZonedDateTimeISO(zone).toPlainDate(), home);
          say("later");
          dirty.add(paper);
          break;
        case "hand":
          if (mail.followUp.to)
            agenda.add(at + 1_800_000, { type: "by hand", n: paper.n, to: mail.followUp.to.address });
          break;
        case "ignore":
          break;
      }
      settle(at);
    }
  }

  /** What was decided before in the same answer has been planned already: the caps count it. */
  function approve(paper: PaperCandidacy, mail: PaperMail, at: number): void {
    const isPaused = pausedUntil !== null && at < pausedUntil.epochMilliseconds;
    if (!isOpen(mail) || mail.followUp.to === null || isPaused) return;
    mail.leavesAt = rules.leavesAt(mail.followUp, paper.calendar, instant(at)).epochMilliseconds;
    mail.followUp = { ...mail.followUp, dueAt: instant(mail.leavesAt) };
    mail.record.status = "approved";
    paper.entries.push({ at, type: "decided", key: mail.record.key, how: "approve" });
    agenda.add(mail.leavesAt, { type: "leave", n: paper.n, key: mail.record.key });
    chaseChanged(paper, mail);
  }

  /** Everything is looked at again before the first byte: the thread, the plan, the hours and the daily cap. */
  function leave(paper: PaperCandidacy, key: string, at: number): undefined {
    const mail = paper.mails.get(key);
    if (mail?.record.status !== "approved" || mail.leavesAt !== at) return;
    const facts = paperFacts(paper, zone, pausedUntil, { all: papers, notable });
    const chases = facts.elsewhere.chases.filter(({ hasLeft }) => hasLeft);
    const [preferences, calendar, now] = [preferencesFor(paper), paper.calendar, instant(at)];
    const left = { ...facts, elsewhere: { ...facts.elsewhere, chases } };
    const planned = rules.plan(left, preferences, calendar, now).followUps.find((one) => one.key === key);
    const isAsApproved =
      paper.wordCount === mail.wordsShown && mayBeWrittenIn(paper.candidacy.state, mail.record.kind);
    if (!isAsApproved || planned === undefined || planned.to?.address !== mail.record.to)
      return unapprove(paper, mail);
    const opens = Math.max(
      rules.leavesAt(planned, calendar, now).epochMilliseconds,
      rules.opens({ facts, preferences, calendar, now }, planned).epochMilliseconds,
    );
    const isFull = sent.filter((one) => one.at > at - 86_400_000).length >= defaultPreferences.mailsADay;
    if (opens > at || isFull) {
      mail.leavesAt = isFull ? at + 1_800_000 : opens;
      mail.followUp = { ...mail.followUp, dueAt: instant(mail.leavesAt) };
      agenda.add(mail.leavesAt, { type: "leave", n: paper.n, key });
      return chaseChanged(paper, mail);
    }
    const { record } = mail;
    const to = record.to ?? "";
    record.status = "sent";
    record.sentAt = instant(at);
    const entry = {
      at,
      type: "sent",
      key,
      kind: record.kind,
      to,
      interviewId: mail.followUp.interviewId,
    } as const;
    paper.entries.push(entry);
    sent.push({ ...entry, of: paper });
    paper.words.push({
      at: instant(at),
      from: "afterword",
      human: true,
      addresses: [to],
      outOfOfficeUntil: null,
    });
    count(record.kind);
    if (record.kind === "withdraw")
      moved(paper, "withdrawn", move(paper.candidacy, "withdrawn"), at, "withdrawn");
    dirty.add(paper);
    chaseChanged(paper, mail);
    tell(paper, { type: "heard", kind: record.kind, to }, at);
  }

  function talkIsOver(paper: PaperCandidacy, talk: string, at: number): void {
    const interview = paper.interviews.find(({ id }) => id === talk);
    if (!interview || !isOver(interview, instant(at)) || paper.talksOver.has(talk)) return;
    paper.talksOver.add(talk);
    tell(paper, { type: "talk over", talk }, at);
  }

  for (const role of season.roles) {
    roles.set(role.n, { role, mind: employerMind(season, role) });
    agenda.add(role.appliedAt.epochMilliseconds, { type: "apply", n: role.n });
  }
  for (const { at, until } of season.pauses) agenda.add(at.epochMilliseconds, { type: "pause", until });
  for (let n = 0; n < season.days; n += 1) {
    const date = season.first.add({ days: n });
    const from = date.toZonedDateTime(zone).epochMilliseconds;
    const until = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
    const plainTime = Temporal.PlainTime.from(season.digestAt);
    agenda.add(date.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds, {
      type: "digest",
      date,
    });
    agenda.add(until - 1, { type: "day over", day: { date, from, until } });
  }
  const last = season.first.add({ days: season.days }).toZonedDateTime(zone).epochMilliseconds;

  for (let next = agenda.next(); next !== null && next.at < last; next = agenda.next()) {
    const { at, what } = next;
    const paper = "n" in what ? byNumber.get(what.n) : undefined;
    if (what.type === "apply") {
      const known = roles.get(what.n);
      if (known) apply(known.role, at);
    } else if (what.type === "pause") pause(what.until, at);
    else if (what.type === "digest") digest(what.date, at);
    else if (what.type === "reply") replies(what.shown, at);
    else if (what.type === "day over") {
      violations.push(...violationsOf(trail, what.day).filter(ends));
      if (violations.length > 0) break;
    } else if (paper === undefined) continue;
    else if (what.type === "wake") {
      if (paper.nextAt === at) dirty.add(paper);
    } else if (what.type === "mail") arrives(paper, what.mail, at);
    else if (what.type === "by hand") byHand(paper, what.to, at);
    else if (what.type === "wish") wishes(paper, what.wish, at);
    else if (what.type === "talk over") talkIsOver(paper, what.talk, at);
    else if (what.type === "leave") leave(paper, what.key, at);
    settle(at);
  }
  return { trail, violations, counts };
}
