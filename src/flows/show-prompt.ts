import type { FollowUpKind } from "../domain/follow-up.ts";
import { programCall } from "../domain/program-call.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { App } from "./app.ts";
import { matterOf } from "./matter.ts";
import { askingFor, type Proposing } from "./propose-drafts.ts";

/** Gives word for word what a model would be asked for that candidacy's mail, so that prompts can be judged by reading. Nothing is asked. */
export const showPrompt = (
  app: Omit<Proposing, "drafter"> & Pick<App, "prompts">,
  number: number,
  kind: FollowUpKind,
): Promise<Result<string, string>> =>
  app.store.transaction(async (tx) => {
    for (const person of await tx.people.all()) {
      const candidacy = await tx.candidacies.byNumber(person.id, number);
      if (!candidacy) continue;
      const all = (await tx.followUps.ofCandidacy(candidacy.id)).filter(({ to }) => to !== null);
      const followUp = all.findLast((one) => one.kind === kind);
      if (followUp === undefined) {
        const kinds = [...new Set(all.map((one) => one.kind))].join(", ") || "nothing";
        return refuse(`No ${kind} is planned for candidacy ${number}; there is: ${kinds}.`);
      }
      const matter = await matterOf(tx, app, person, followUp);
      return ok(app.prompts.fill((await askingFor(tx, app, matter)).request));
    }
    return refuse(`There is no candidacy ${number}; "${programCall} candidacies" lists them.`);
  });
