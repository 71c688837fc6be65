import { Temporal } from "temporal-polyfill";
import type { FollowUpKind } from "../../src/domain/follow-up.ts";
import { type Act, type Coming, type Happened, someDays } from "./acts.ts";
import { type Chance, chanceOf } from "./chance.ts";
import type { Human, Role, Season, Talk, TheirMail } from "./season.ts";

/** How an employer goes on, given what has just happened (at epoch milliseconds). */
export type EmployerMind = (happened: Happened, at: number) => readonly Coming[];

/** What an employer remembers of a candidacy. */
type Mind = {
  readonly role: Role;
  readonly chance: Chance;
  readonly stages: number;
  readonly talks: Map<string, Talk>;
  held: number;
  made: number;
  isOver: boolean;
  /** Whoever is away until that day says so to every mail. */
  away: { readonly until: Temporal.PlainDate; readonly says: Temporal.PlainDate | "unknown" } | null;
};

export function employerMind(season: Season, role: Role): EmployerMind {
  const chance = chanceOf("employer", season.seed, role.n);
  const mind: Mind = {
    role,
    chance,
    stages: chance.between(1, 3),
    talks: new Map(),
    held: 0,
    made: 0,
    isOver: false,
    away: null,
  };
  return (happened, at) => {
    switch (happened.type) {
      case "applied":
        return applied(mind, at);
      case "talk over":
        mind.held += 1;
        return afterTalk(mind, at);
      case "heard":
        return heard(mind, happened.kind, happened.to, at);
      case "closed":
        return chance.is(0.08) ? invite(mind, at, chance.between(5, 40)) : [];
      case "accepted":
        return chance.is(0.2)
          ? [mail(mind, at, chance.between(2, 9), { kind: "offer_withdrawn" }, coordinator(mind))]
          : [];
      case "mailed":
      case "asked for an occasion":
        return [];
    }
  };
}

function applied(mind: Mind, at: number): readonly Coming[] {
  const { chance } = mind;
  const thanks: Coming[] = chance.is(0.6)
    ? [system(mind, at + 120_000, { kind: "application_received" })]
    : [];
  switch (chance.weighed({ silence: 30, rejection: 20, invitation: 50 })) {
    case "silence":
      return thanks;
    case "rejection":
      return [...thanks, ...refuse(mind, at, chance.between(2, 25))];
    case "invitation":
      return [...thanks, ...invite(mind, at, chance.between(1, 20))];
  }
}

function afterTalk(mind: Mind, at: number): readonly Coming[] {
  const { chance } = mind;
  switch (chance.weighed({ promise: 40, answer: 15, question: 8, silence: 37 })) {
    case "promise":
      return promise(mind, at, chance.between(0, 2));
    case "answer":
      return decide(mind, at, chance.between(1, 12));
    case "question":
      return [ask(mind, at, chance.between(0, 3)), ...(chance.is(0.5) ? decide(mind, at, 14) : [])];
    case "silence":
      return [];
  }
}

/** Promised, and kept or broken. */
function promise(mind: Mind, at: number, days: number): readonly Coming[] {
  const { chance, role } = mind;
  const due = dateAt(role, at).add({ days: days + chance.between(1, 14) });
  const silenceIsNo = chance.is(0.12);
  const said = mail(mind, at, days, { kind: "holding", promise: { due, silenceIsNo } });
  if (!chance.is(0.5)) return [said];
  const kept = Math.max(1, due.since(dateAt(role, said.at)).days - chance.between(-1, 2));
  return [said, ...decide(mind, said.at, kept)];
}

function decide(mind: Mind, at: number, days: number): readonly Coming[] {
  const { chance } = mind;
  if (mind.held < mind.stages && chance.is(0.7)) return invite(mind, at, days);
  switch (chance.weighed({ no: 35, notNow: 12, offer: 38, silence: 15 })) {
    case "no":
      return refuse(mind, at, days);
    case "notNow":
      return [mail(mind, at, days, { kind: "no_for_now", ...maybeBackIn(mind, at) })];
    case "offer":
      return offer(mind, at, days);
    case "silence":
      return [];
  }
}

const refuse = (mind: Mind, at: number, days: number): readonly Coming[] => {
  mind.isOver = true;
  return [mail(mind, at, days, { kind: "rejection", roleCancelled: mind.chance.is(0.1) })];
};

/** "Come back in spring." */
const maybeBackIn = ({ chance, role }: Mind, at: number): Pick<TheirMail, "promise"> =>
  chance.is(0.3)
    ? { promise: { due: dateAt(role, at).add({ days: chance.between(20, 60) }), silenceIsNo: false } }
    : {};

function offer(mind: Mind, at: number, days: number): readonly Coming[] {
  const { chance, role } = mind;
  const deadline = dateAt(role, at).add({ days: days + chance.between(3, 12) });
  const has = chance.is(0.8);
  const said = mail(mind, at, days, {
    kind: "offer",
    ...(has && { deadline }),
    ...(chance.is(0.8) && { asks: "Please let us know whether you accept." }),
  });
  const lapses = chance.is(0.35);
  const gone = deadline.since(dateAt(role, said.at)).days + chance.between(1, 4);
  return lapses ? [said, mail(mind, said.at, gone, { kind: "offer_withdrawn" })] : [said];
}

function invite(mind: Mind, at: number, days: number): readonly Coming[] {
  const { chance, role } = mind;
  mind.isOver = false;
  const told = chance.is(0.15) ? { tellsStages: true } : {};
  if (chance.is(0.2)) return [mail(mind, at, days, { kind: "interview_invitation", ...told })];
  const talk = newTalk(mind, dateAt(role, at).add({ days: days + chance.between(2, 10) }));
  const said = mail(mind, at, days, { kind: "interview_invitation", talk, ...told });
  return [said, ...talkEnd(mind, talk), ...changes(mind, talk, said.at)];
}

function newTalk(mind: Mind, day: Temporal.PlainDate): Talk {
  const { chance, role } = mind;
  const { humans, zone } = writer(role);
  const working = day.dayOfWeek > 5 ? day.add({ days: 8 - day.dayOfWeek }) : day;
  const plainTime = { hour: chance.between(8, 18), minute: chance.oneOf([0, 15, 30]) };
  const start = working.toZonedDateTime({ timeZone: zone, plainTime });
  mind.made += 1;
  const talk = {
    id: `talk-${role.n}-${mind.made}`,
    start,
    end: start.add({ minutes: chance.oneOf([20, 45, 60, 120]) }),
    isFinal: chance.is(0.1),
    people: humans
      .slice(0, chance.between(0, humans.length))
      .map(({ name, address }) => ({ name, address: chance.is(0.7) ? address : null })),
  };
  mind.talks.set(talk.id, talk);
  return talk;
}

/** Put off, called off, or a second talk on the same day. */
function changes(mind: Mind, talk: Talk, said: number): readonly Coming[] {
  const { chance } = mind;
  const days = Math.max(0, Math.floor((talk.start.epochMilliseconds - said) / 86_400_000) - 1);
  switch (chance.weighed({ nothing: 74, moved: 12, called_off: 6, second: 8 })) {
    case "nothing":
      return [];
    case "moved": {
      const by = { days: chance.between(1, 9) };
      const later = { ...talk, start: talk.start.add(by), end: talk.end.add(by) };
      mind.talks.set(talk.id, later);
      return [
        mail(mind, said, chance.between(0, days), { kind: "interview_rescheduled", talk: later }),
        ...talkEnd(mind, later),
      ];
    }
    case "called_off": {
      mind.talks.delete(talk.id);
      const off = mail(mind, said, chance.between(0, days), {
        kind: "interview_cancelled",
        cancels: talk.id,
      });
      return [off, ...(chance.is(0.5) ? invite(mind, off.at, chance.between(1, 9)) : [])];
    }
    case "second": {
      const next = newTalk(mind, talk.start.toPlainDate());
      return [mail(mind, said, 0, { kind: "interview_invitation", talk: next }), ...talkEnd(mind, next)];
    }
  }
}

/** Told at the end of a talk; whoever plays asks whether it still ends then. */
const talkEnd = ({ role }: Mind, { id, end }: Talk): readonly Coming[] => [
  { at: end.epochMilliseconds, act: { type: "talk over", n: role.n, talk: id } },
];

function heard(mind: Mind, kind: FollowUpKind | "by hand", to: string, at: number): readonly Coming[] {
  const { chance, role } = mind;
  const human = writer(role).humans.find(({ address }) => address === to);
  if (human === undefined) return [];
  if (human.isDead) return [system(mind, at + 90_000, { kind: "bounce", refused: to })];
  const away = absence(mind, human, at);
  if (away !== null) return away;
  const isNew = mind.talks.size === 0 && kind === "by hand";
  if (isNew && chance.is(0.9)) return invited(mind, at);
  return answer(mind, kind, at, chance.between(0, 9));
}

/** After "when could you come?" and the person's answer. */
const invited = (mind: Mind, at: number): readonly Coming[] => {
  const talk = newTalk(mind, dateAt(mind.role, at).add({ days: mind.chance.between(3, 9) }));
  return [
    mail(mind, at, mind.chance.between(0, 2), { kind: "interview_confirmed", talk }),
    ...talkEnd(mind, talk),
  ];
};

function absence(mind: Mind, human: Human, at: number): readonly Coming[] | null {
  const { chance, role } = mind;
  const today = dateAt(role, at);
  const isAway = mind.away !== null && Temporal.PlainDate.compare(today, mind.away.until) < 0;
  if (!isAway && !chance.is(0.12)) return null;
  if (!isAway && chance.is(0.15)) return [auto(mind, human, at, { hasLeft: true })];
  const until = isAway && mind.away ? mind.away.until : today.add({ days: chance.between(2, 25) });
  mind.away ??= { until, says: chance.is(0.7) ? until : "unknown" };
  if (!isAway) mind.away = { until, says: chance.is(0.7) ? until : "unknown" };
  const back = until.since(today).days + chance.between(0, 3);
  return [
    auto(mind, human, at, { back: mind.away.says }),
    ...(chance.is(0.4) ? answer(mind, "check_in", at, back) : []),
  ];
}

function answer(mind: Mind, kind: FollowUpKind | "by hand", at: number, days: number): readonly Coming[] {
  const { chance } = mind;
  switch (kind) {
    case "check_in":
    case "by hand":
    case "decision_request":
      return answered(mind, at, days, { silence: 50, word: 14, promise: 14, question: 7, answer: 15 });
    case "breakup":
      return answered(mind, at, days, { silence: 60, word: 12, promise: 5, question: 3, answer: 20 });
    case "thank_you":
    case "stage_question":
      return answered(mind, at, days, { silence: 85, word: 9, promise: 4, question: 2, answer: 0 });
    case "keep_in_touch":
    case "direct_line":
      if (chance.is(0.12)) return invite(mind, at, days);
      return answered(mind, at, days, { silence: 60, word: 35, promise: 0, question: 5, answer: 0 });
    case "graceful_no":
      return chance.is(0.15) ? [mail(mind, at, 20, { kind: "unrelated", vacancy: "Another role" })] : [];
    case "withdraw":
      return [];
  }
}

function answered(
  mind: Mind,
  at: number,
  days: number,
  weights: Record<"silence" | "word" | "promise" | "question" | "answer", number>,
): readonly Coming[] {
  if (mind.isOver) return [];
  switch (mind.chance.weighed(weights)) {
    case "silence":
      return [];
    case "word":
      return [mail(mind, at, days, { kind: "holding" })];
    case "promise":
      return promise(mind, at, days);
    case "question":
      return [ask(mind, at, days)];
    case "answer":
      return decide(mind, at, days);
  }
}

const ask = (mind: Mind, at: number, days: number): Coming =>
  mail(mind, at, days, {
    kind: mind.chance.oneOf(["info_request", "info_request", "assessment"] as const),
    asks: "Could you send us two references?",
  });

/** Agencies write for their clients. */
const writer = ({ via, employer }: Role): Role["employer"] => via ?? employer;
const coordinator = ({ role }: Mind): Human => writer(role).humans[0];

function mail(
  mind: Mind,
  at: number,
  days: number,
  words: Omit<TheirMail, "from">,
  from: Pick<Human, "name" | "address"> = mind.chance.is(0.75)
    ? coordinator(mind)
    : mind.chance.oneOf(writer(mind.role).humans),
): Coming {
  const { role, chance } = mind;
  const by = writer(role);
  const isSystem = by.isFaceless || (from === by.humans[0] && chance.is(0.08));
  const sender = isSystem ? { name: `${by.name} Recruiting`, address: by.system } : from;
  const act: Act = {
    type: "mail",
    n: role.n,
    mail: { ...words, from: { name: sender.name, address: sender.address } },
  };
  return { at: someDays(chance, at, days, by.zone), act };
}

const system = ({ role }: Mind, at: number, words: Omit<TheirMail, "from">): Coming => {
  const { name, system: address } = writer(role);
  return { at, act: { type: "mail", n: role.n, mail: { ...words, from: { name, address } } } };
};

const auto = ({ role }: Mind, { name, address }: Human, at: number, words: Partial<TheirMail>): Coming => ({
  at: at + 60_000,
  act: { type: "mail", n: role.n, mail: { kind: "auto_reply", ...words, from: { name, address } } },
});

const dateAt = (role: Role, at: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(writer(role).zone).toPlainDate();
