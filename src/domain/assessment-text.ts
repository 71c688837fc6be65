import { Temporal } from "temporal-polyfill";
import { type Assessment, noFacts } from "./assessment.ts";
import type { Interview } from "./interview.ts";

/** Assessments and interviews as JSON texts and back: dates and times carry their type, so that a fact more needs no change here. */

export const assessmentText = (assessment: Assessment): string => JSON.stringify(packed(assessment));

/** @param value what a JSON parser made of the text */
export function assessmentOf(value: unknown): Assessment {
  // The text was written by `assessmentText`; facts that are newer than it are empty.
  const assessment = unpacked(value) as Assessment;
  return { ...assessment, facts: { ...noFacts, ...assessment.facts } };
}

export const interviewText = (interview: Interview): string => JSON.stringify(packed(interview));
export const interviewOf = (value: unknown): Interview => unpacked(value) as Interview;

const types = {
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
  instant: Temporal.Instant,
  zoned: Temporal.ZonedDateTime,
} as const;

function packed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(packed);
  if (typeof value !== "object" || value === null) return value;
  for (const [name, type] of Object.entries(types))
    if (value instanceof type) return { [`$${name}`]: value.toString() };
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, packed(one)]));
}

function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked);
  if (typeof value !== "object" || value === null) return value;
  const [only, ...more] = Object.entries(value);
  if (only !== undefined && more.length === 0)
    for (const [name, type] of Object.entries(types))
      if (only[0] === `$${name}` && typeof only[1] === "string") return type.from(only[1]);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unpacked(one)]));
}
