import type { DraftFacts } from "../domain/draft-facts.ts";
import { greetingName } from "../domain/greeting-name.ts";

type Facts = Omit<DraftFacts, "variant">;

type Labels = readonly (readonly [keyof Facts, string])[];

/** What the program has worked out, and what the person said. */
const known: Labels = [
  ["interviewDay", "Day of the talk"],
  ["meeting", "Next meeting"],
  ["promisedDay", "They promised word by"],
  ["offerDeadline", "Another offer must be answered by"],
  ["topic", "The talk was about"],
  ["addition", "The person wants to add"],
  ["occasion", "Why the person writes now"],
  ["occasionNamed", "Why the person writes now"],
  ["theirDay", "They wrote on"],
];
/** What somebody else wrote. */
const theirs: Labels = [
  ["recipientName", "Recipient"],
  ["employer", "Employer"],
  ["role", "Role"],
  ["interviewers", "Also took part in the talk"],
  ["theirWords", "They wrote"],
  ["vacancy", "Their vacancy"],
];

/** Said only where it is true: what is not said here is not known. */
const truths: readonly (readonly [keyof Facts, string])[] = [
  ["coordinator", "The recipient arranged the talk and was not in it."],
  ["interviewsElsewhere", "The person has other interviews under way."],
  ["lateStage", "The talks had reached a late stage."],
  ["notNow", "Their no was a not now."],
  ["offered", "They have made an offer."],
];

const labelled = (facts: Facts, labels: Labels): readonly string[] =>
  labels.flatMap(([key, label]) => (facts[key] ? [`${label}: ${facts[key]}`] : []));

/** Gives what code computed or the person said, and a draft may say, a line each: values in the draft's own language, as a mail would say them. */
export const statedFacts = (facts: Facts): readonly string[] => [
  ...labelled(facts, known),
  ...truths.flatMap(([key, sentence]) => (facts[key] === true ? [sentence] : [])),
];

/**
 * Gives what others wrote and a draft may take up, a line each: whoever says it so is not the person (SAFETY R44). `promised` is the sentence in which
 * they promised a date, null where there is none.
 */
export function quotedFacts(facts: Facts, promised: string | null): readonly string[] {
  const name = facts.recipientName === null ? null : greetingName(facts.recipientName, facts.language);
  return [
    ...labelled(facts, theirs),
    ...(name === null ? [] : [`Greeted as: ${name}`]),
    ...(promised === null ? [] : [`They promised: "${promised}"`]),
  ];
}
