/**
 * What concepts say together in one sentence: "decided … other candidates" is nearer to a no than either alone. Each is a sign that the
 * learnt weights count; none decides by itself. Patterns run over annotated sentences.
 */
export const conjunctions: Readonly<Record<string, RegExp>> = {
  falls_short: /#SHORTFALL/,
  regrets_application: /#REGRET .*#(?:APPLICATION|ROLE|CANDIDATE)/,
  regrets: /#REGRET/,
  consoles: /#ENCOURAGE/,
  wishes: /#WISH/,
  many_applied: /#FIELD/,
  role_paused: /#ROLE .*#PAUSE|#PAUSE .*#ROLE/,
  kept_on_file: /#ONFILE/,
  later_perhaps: /#FUTURE/,
  no_news: /#NONEWS/,
  waits: /#WAIT/,
  delayed: /#DELAY/,
  word_soon: /#UPDATE .*#SOON|#SOON .*#UPDATE/,
  thanks_for_applying: /#THANK .*#(?:APPLY|APPLICATION|INTEREST)/,
  application_received: /#(?:APPLICATION|APPLY) .*#RECEIVED|#RECEIVED .*#APPLICATION/,
  application_reviewed: /#REVIEW .*#(?:APPLICATION|CANDIDATE)/,
  invites_to_talk: /#INVITE .*#(?:TALK|MEETING)/,
  wants_to_talk: /#WANT (?:\S+ ){0,4}#(?:TALK|MEETING|KNOWYOU)/,
  likes_the_application: /#LIKEDIT/,
  wants_to_know_you: /#KNOWYOU/,
  talk_if_chosen: /#IFCHOSEN/,
  asks_to_confirm: /#ASKCONFIRM/,
  asks_when: /#(?:TALK|MEETING) .*#AVAILABILITY|#AVAILABILITY .*#(?:TALK|MEETING)/,
  shortlisted: /#SHORTLIST/,
  books_a_talk: /#BOOK .*#TALK|#TALK .*#BOOK/,
  when_question: /#AVAILABILITY .*\?/,
  talk_question: /#(?:TALK|MEETING) .*\?/,
  slots: /#SLOT/,
  that_time_it_is: /(?:<day>|<time>|<number>|<month>) (?:it is|is good) (?:$|#|then )/,
  programme: /#PROGRAM/,
  confirms_time: /#CONFIRM .*(?:#TALK|#MEETING|<day>|<time>)|(?:#TALK|<day>|<time>) .*#CONFIRM/,
  sees_you: /#SEEYOU/,
  reminds: /#REMIND/,
  how_to_arrive: /#ARRIVE/,
  link_to_join: /#JOINLINK/,
  names_a_time: /<day>|<time>|<month>/,
  moves_a_talk: /#MOVE .*(?:#TALK|#MEETING|<day>|<time>)|(?:#TALK|<day>|<time>) .*#MOVE/,
  clash: /#CLASH/,
  otherwise_unchanged: /#UNCHANGED/,
  stay_away: /#STAYAWAY/,
  no_new_date: /#NODATE/,
  inconvenience: /#INCONVENIENCE/,
  person_forgoes: /#FORGO/,
  other_time_instead: /#INSTEAD .*(?:<day>|<time>)|(?:<day>|<time>) .*#INSTEAD/,
  cancels_a_talk: /#CANCEL .*#(?:TALK|MEETING)|#(?:TALK|MEETING) .*#CANCEL/,
  cancels: /#CANCEL/,
  completes_a_task: /#TASK .*#COMPLETE|#COMPLETE .*#TASK/,
  task: /#TASK/,
  recorded_answers: /#RECORD/,
  timed: /#TIMED/,
  produces: /#PRODUCE/,
  before_going_on: /#BEFORE/,
  something_missing: /#MISSING/,
  asks_for_facts: /#FACTS/,
  referees: /#REFEREE/,
  quick_question: /#QUESTION/,
  asks_for_a_document: /#(?:REQUEST|SEND) .*#DOCUMENT/,
  document_question: /#DOCUMENT .*\?/,
  deadline: /#DEADLINE/,
  glad_to_offer: /#(?:GLAD|INVITE) .*#OFFER/,
  offer_with_terms: /#OFFER .*#(?:TERMS|START|ROLE)/,
  hired: /#HIRED/,
  hired_with_terms: /#HIRED .*(?:#TERMS|#START|#ROLE|<money>)/,
  offer_on_condition: /#SUBJECTTO/,
  offered: /#OFFER/,
  acceptance: /#ACCEPT/,
  terms: /#TERMS/,
  terms_in_money: /#TERMS .*<money>|<money> .*#TERMS/,
  welcomes: /#WELCOME/,
  start_date: /#START/,
  notice_given: /#QUIT/,
  offer_withdrawn: /#WITHDRAW .*#(?:OFFER|HIRED|TERMS|START)|#(?:OFFER|HIRED|TERMS|START) .*#WITHDRAW/,
  withdraws: /#WITHDRAW/,
  withdrawn_unless: /#SUBJECTTO .*#WITHDRAW/,
  condition_failed: /#BREACH/,
  firm_in_trouble: /#RUIN/,
  reaches_out_about_a_role: /#(?:OUTREACH|CLIENT) .*#ROLE|#ROLE .*#OUTREACH/,
  reaches_out: /#(?:OUTREACH|CLIENT)/,
  reaches_out_with_a_question: /#OUTREACH .*\?/,
  client: /#CLIENT/,
  alert: /#ALERT/,
  unsubscribe: /#UNSUBSCRIBE/,
  bulletin: /#(?:ALERT|UNSUBSCRIBE)/,
  account: /#ACCOUNT/,
  shop: /#SHOP/,
  money: /#MONEY/,
  scam: /#SCAM/,
  home: /#HOME/,
  health: /#HEALTH/,
  school: /#SCHOOL/,
  office: /#OFFICE/,
  event: /#EVENT/,
  another_world: /#(?:SHOP|MONEY|SCAM|HOME|HEALTH|SCHOOL|OFFICE|ACCOUNT)/,
  sounds_like_hiring:
    /#(?:SHOP|MONEY|SCAM|HOME|HEALTH|SCHOOL|OFFICE) .*#(?:APPLICATION|CANDIDATE|TALK|OFFER|CHOOSE|DECISION)|#(?:APPLICATION|CANDIDATE|TALK|OFFER|CHOOSE|DECISION) .*#(?:SHOP|MONEY|SCAM|HOME|HEALTH|SCHOOL|OFFICE)/,
  turned_down: /#UNSUCCESSFUL/,
  does_not_go_on:
    /#(?:WE|APPLICATION|DECISION|REGRET) (?:\S+ ){0,6}#NOT (?:\S+ ){0,3}#(?:PROCEED|SHORTLIST|CHOOSE|NEXTSTAGE|OFFER) /,
  not_successful: /#UNSUCCESSFUL|#NOT (?:\S+ ){0,5}#(?:PROCEED|SHORTLIST|CHOOSE|FIT|INVITE|OFFER) /,
  others_chosen:
    /#TAKEN|#(?:PROCEED|CHOOSE|DECISION|OFFER|ACCEPT|FILLED) .*#OTHERS|#OTHERS .*#(?:PROCEED|CHOOSE|OFFER|ACCEPT|START) /,
  role_filled: /#ROLE (?:\S+ ){0,8}#FILLED /,
};

/** Conjunctions that say no: closing asks for one of them (DESIGN section 5). */
export const noes = ["turned_down", "does_not_go_on", "others_chosen", "role_filled"] as const;

type Conjunction = readonly [name: string, pattern: RegExp];

/** By every token that its pattern names: a sentence without any of them is not searched for it. */
const byToken = new Map<string, Conjunction[]>();
for (const [name, pattern] of Object.entries(conjunctions))
  for (const token of namedIn(pattern.source)) {
    const known = byToken.get(token) ?? [];
    byToken.set(token, [...known, [name, pattern]]);
  }

/** The tokens in a pattern: "#TALK", "#(?:TALK|MEETING)", "<day>", "\\?". */
function namedIn(source: string): readonly string[] {
  return [
    ...[...source.matchAll(/#(?:\(\?:)?([A-Z|]+)/g)].flatMap(([, names = ""]) =>
      names.split("|").map((name) => `#${name}`),
    ),
    ...(source.match(/<[a-z]+>/g) ?? []),
  ];
}

/** Names of the conjunctions that an annotated sentence holds. */
export function conjunctionsIn(tokens: readonly string[]): readonly string[] {
  const near = new Set<Conjunction>();
  for (const token of new Set(tokens)) for (const each of byToken.get(token) ?? []) near.add(each);
  if (near.size === 0) return [];
  const line = `${tokens.join(" ")} `;
  return [...near].flatMap(([name, pattern]) => (pattern.test(line) ? [name] : []));
}
