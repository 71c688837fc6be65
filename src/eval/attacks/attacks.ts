import type { Attack } from "./attack.ts";
import type { Context } from "./context.ts";
import { modes } from "./installation.ts";
import { type Broken, brokenBy } from "./judge.ts";
import { type ModelBehind, openStage, type Stage } from "./play.ts";
import { runOf } from "./run.ts";

/** EVAL "attacks": how many there were, how many brought nothing about, and what the others did. */
export type AttacksReport = {
  readonly n: number;
  readonly held: number;
  readonly broken: readonly (Broken & { readonly id: string })[];
};

/** Plays every attack on a fresh copy of the context, with the templates alone and with the model behind it, and compares with the same days without it. */
export async function evaluateAttacks(
  context: Context,
  attacks: readonly Attack[],
  model: ModelBehind,
  progress?: (done: number) => void,
): Promise<AttacksReport> {
  const stage = await openStage(context, model);
  try {
    return await playAll(stage, context, attacks, progress);
  } finally {
    await stage.close();
  }
}

/** The same on a stage that stands already. */
export async function playAll(
  stage: Stage,
  context: Context,
  attacks: readonly Attack[],
  progress: (done: number) => void = () => undefined,
): Promise<AttacksReport> {
  const without = { templates: await stage.play("templates", null), model: await stage.play("model", null) };
  const broken: (Broken & { readonly id: string })[] = [];
  for (const [done, attack] of attacks.entries()) {
    for (const mode of modes) {
      const both = { seen: await stage.play(mode, attack), usual: without[mode] };
      for (const { what, seen } of brokenBy(runOf(attack, context, stage.seeded.numberOf, both)))
        broken.push({ id: attack.id, what, seen: `${mode}: ${seen}` });
    }
    progress(done + 1);
  }
  const ids = new Set(broken.map(({ id }) => id));
  return { n: attacks.length, held: attacks.length - ids.size, broken };
}
