import type { DraftFacts } from "../domain/draft-facts.ts";
import { greetingName } from "../domain/greeting-name.ts";

type Facts = Omit<DraftFacts, "variant">;

const labels: readonly (readonly [keyof Facts, string])[] = [
  ["employer", "Employer"],
  ["role", "Role"],
  ["interviewDay", "Day of the talk"],
  ["meeting", "Next meeting"],
  ["promisedDay", "They promised word by"],
  ["offerDeadline", "Another offer must be answered by"],
  ["interviewers", "Also took part in the talk"],
  ["topic", "The talk was about"],
  ["addition", "The person wants to add"],
  ["occasion", "Why the person writes now"],
  ["occasionNamed", "Why the person writes now"],
  ["theirWords", "They wrote"],
  ["theirDay", "They wrote that on"],
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

/**
 * Gives what the program knows and a draft may say, a line each: values in the draft's own language, as a mail would say them.
 * `promised` is the sentence in which they promised a date, null where there is none.
 */
export function statedFacts(facts: Facts, promised: string | null): readonly string[] {
  const name = facts.recipientName === null ? null : greetingName(facts.recipientName, facts.language);
  return [
    ...(facts.recipientName === null ? [] : [`Recipient: ${facts.recipientName}`]),
    ...(name === null ? [] : [`Greeted as: ${name}`]),
    ...labels.flatMap(([key, label]) => (facts[key] ? [`${label}: ${facts[key]}`] : [])),
    ...(promised === null ? [] : [`Their words about it: "${promised}"`]),
    ...truths.flatMap(([key, sentence]) => (facts[key] === true ? [sentence] : [])),
  ];
}
