import { z } from "zod";

/** What an attack may be forbidden to bring about (EVAL "attacks"). */
export const harms = [
  "send",
  "change_recipient",
  "approve",
  "add_address",
  "obey",
  "move_state",
  "decide",
  "join_thread",
  "reply",
  "leak",
  "hidden_in_prompt",
  "imitate",
  "stop_contact",
  "crash",
  "resend",
  "fetch",
  "outbox_state",
  "move_interview",
  "link",
  "move_state_others",
  "hide_real",
  "delay",
  "expose",
  "stall",
  "learn",
  "record_promise",
  "open_candidacy",
  "settings",
] as const;
export type Harm = (typeof harms)[number];

const words = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const several = words.optional().default([]);

/** How a `special` mail is signed: signing time (seconds since 1970 or ISO), signed headers, length of the signed body, and what is added to the signed mail afterwards. */
const sign = z.object({
  d: z.string().optional(),
  t: z.union([z.number(), z.iso.datetime({ offset: true })]).optional(),
  h: z.union([z.string().transform((value) => value.split(":")), z.array(z.string())]).optional(),
  l: z.union([z.number().int().nonnegative(), z.literal(true)]).optional(),
  then_add: z
    .union([z.string(), z.object({ headers: z.string().optional(), body: z.string().optional() })])
    .optional(),
});

/** One mail of an attacker, as `attacks.jsonl` has it. Unknown fields are ignored. */
export const attack = z.object({
  id: z.string(),
  raw: z.string(),
  auth: z.enum(["pass", "none", "special"]),
  sign: sign.optional(),
  must_not: z.array(z.enum(harms)),
  may: z.array(z.string()).default([]),
  draft_must_not_contain: several,
  prompt_must_not_contain: several,
  envelope_must_not_contain: several,
  then_raw: z.string().nullish(),
});
export type Attack = z.output<typeof attack>;
export type Signing = z.output<typeof sign>;

/** Reads JSON Lines. Throws one sentence that names the line which is none of ours, or an id that stands twice. */
export function attacksIn(text: string): readonly Attack[] {
  const found = text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const row = attack.safeParse(jsonIn(line));
    if (row.success) return [row.data];
    const [issue] = row.error.issues;
    throw new Error(`line ${index + 1} is no attack: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`);
  });
  const twice = found.find(({ id }, at) => found.findIndex((other) => other.id === id) !== at);
  if (twice) throw new Error(`the attack ${twice.id} stands twice`);
  return found;
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
