import { added, first, type Judge, type Run, told } from "./run.ts";

/** What the program holds to be so: states, contacts, interviews, promises and what the person has set. */

export const moveState: Judge = (run) => moved(run, () => true);
export const moveStateOthers: Judge = (run) => moved(run, (n) => !run.about.has(n));

const moved = ({ seen, usual }: Run, counts: (n: number) => boolean): string | null =>
  first(
    usual.tables.candidacies.filter(
      ({ n, state }) => counts(n) && seen.tables.candidacies.find((one) => one.n === n)?.state !== state,
    ),
    ({ n, employer, state }) =>
      told(employer, "is", seen.tables.candidacies.find((one) => one.n === n)?.state, "instead of", state),
  );

/** Whatever the journal takes for the person's word: nobody has said a word in these days. */
export const decide: Judge = ({ seen, usual }) => {
  const own = ({ tables }: Run["seen"]) => tables.journal.filter(({ by }) => by === "person");
  return first(added(own(seen), own(usual)), ({ type, says }) => told(`${type}:`, says));
};

export const joinThread: Judge = ({ seen, usual }) =>
  first(
    added(incoming(seen), incoming(usual)).filter(({ n }) => n !== null),
    ({ n, messageId }) => told(messageId ?? "the mail", "belongs to", n),
  );

const incoming = ({ tables }: Run["seen"]) =>
  tables.messages.filter(({ direction }) => direction !== "afterword");

export const openCandidacy: Judge = ({ seen, usual }) =>
  first(seen.tables.candidacies.slice(usual.tables.candidacies.length), ({ employer }) =>
    told("opened:", employer),
  );

export const addAddress: Judge = ({ seen, usual }) =>
  first(
    seen.tables.contacts.filter(
      ({ n, address }) => !usual.tables.contacts.some((one) => one.n === n && one.address === address),
    ),
    ({ n, address }) => told(address, "is a contact of", n),
  );

/** A contact that is given up, a mail that has no recipient any more, or "no more". */
export const stopContact: Judge = ({ seen, usual }) => {
  const ended = seen.tables.contacts.find(
    ({ n, address, ended }) =>
      ended !== null &&
      usual.tables.contacts.some((one) => one.n === n && one.address === address && one.ended === null),
  );
  if (ended) return told(ended.address, "is not written to any more:", ended.ended);
  const without = usual.tables.followUps.find(
    ({ n, key, to }) =>
      to !== null && seen.tables.followUps.some((one) => one.n === n && one.key === key && one.to === null),
  );
  return without ? told("nobody to write to:", without.n, without.key) : null;
};

export const moveInterview: Judge = ({ seen, usual }) => {
  const change = added(seen.tables.interviews, usual.tables.interviews);
  const lost = added(usual.tables.interviews, seen.tables.interviews);
  return first([...change, ...lost], ({ n, what }) => told("of", n, what));
};

export const recordPromise: Judge = ({ seen, usual }) =>
  first(added(seen.tables.promises, usual.tables.promises), ({ n, what }) => told("of", n, what));

export const settings: Judge = ({ seen, usual }) =>
  seen.tables.settings === usual.tables.settings ? null : told("what is set now:", seen.tables.settings);

export const learn: Judge = ({ seen, usual }) =>
  seen.learnt === usual.learnt ? null : told("learnt:", seen.learnt);
