import type { DraftRequest } from "../domain/draft-request.ts";
import { withoutSignature } from "../domain/framing.ts";
import type { PersonId } from "../domain/ids.ts";
import { checkDraft } from "../drafting/checks/check-draft.ts";
import { copyFaults } from "../drafting/checks/copies.ts";
import type { Proposal, RefusedText } from "../ports/store.ts";
import type { App } from "./app.ts";
import { digestDueAt } from "./digest-time.ts";
import { type Matter, matterOf, stillHolds } from "./matter.ts";
import { candidaciesById, offersToday } from "./offers-today.ts";
import { hashOf, requestFor } from "./request-for.ts";
import { plainDraft } from "./write-draft.ts";

export type Proposing = Pick<App, "store" | "clock" | "holidays" | "ids" | "writer" | "drafter" | "prompts">;
type Drafting = Omit<Proposing, "drafter"> & { readonly drafter: NonNullable<App["drafter"]> };

/** A digest waits so long for the model, and no longer: the drafts that are missing then are the template's (SAFETY R48). In milliseconds of real time. */
const waits = 60_000;
const sideBySide = 3;

/** What is asked for one draft. */
export type Asking = {
  readonly request: DraftRequest;
  readonly hash: string;
} & Pick<Proposal, "candidacyId" | "followUpId" | "prompt">;

/**
 * Has a model write the drafts that today's digest will offer, before that digest is made; no lock is held meanwhile. What it writes is checked
 * and kept, and the digest takes what it finds. Never refuses: what went wrong is told in one line of that digest.
 */
export async function proposeDrafts(app: Proposing, personId: PersonId, early: boolean): Promise<void> {
  const { drafter } = app;
  if (drafter === null) return;
  const asked = await askings(app, personId, early);
  const enough = AbortSignal.timeout(waits);
  const troubles = new Map<string, number>();
  const work = async (): Promise<void> => {
    for (let one = asked.pop(); one !== undefined; one = asked.pop()) {
      // Whatever goes wrong with one draft, the digest goes out (SAFETY R48).
      const refused = enough.aborted
        ? "the model did not answer in time"
        : await propose({ ...app, drafter }, personId, one, enough).catch(
            () => "writing it with the model failed",
          );
      if (refused !== null) troubles.set(refused, (troubles.get(refused) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
  for (const [reason, drafts] of troubles) await tell(app, personId, reason, drafts);
}

/** What is to be asked for that digest, and was not asked before. */
const askings = (app: Proposing, personId: PersonId, early: boolean): Promise<Asking[]> =>
  app.store.transaction(async (tx) => {
    const now = app.clock.now();
    const person = await tx.people.get(personId);
    const dueAt = await digestDueAt(tx, person, now);
    if (!early && (dueAt === null || dueAt.epochMilliseconds > now.epochMilliseconds)) return [];
    const today = now.toZonedDateTimeISO(person.zone).toPlainDate();
    const found: Asking[] = [];
    for (const offer of await offersToday(tx, person, await candidaciesById(tx, person), { now, today })) {
      if (offer.to === null || offer.needsOccasion) continue;
      const matter = await matterOf(tx, app, person, offer);
      if (stillHolds(matter)) continue;
      const asking = await askingFor(tx, app, matter);
      if ((await tx.proposals.find(personId, asking.hash)) === null) found.push(asking);
    }
    return found.reverse();
  });

/** What a model would be asked for this draft now. */
export async function askingFor(
  tx: Parameters<typeof requestFor>[0],
  app: Pick<App, "clock" | "writer" | "prompts">,
  matter: Matter,
): Promise<Asking> {
  const request = await requestFor(tx, app, matter, (await plainDraft(tx, app, matter)).text);
  const prompt = app.prompts.version(request);
  const { id: followUpId, candidacyId } = matter.followUp;
  return { request, hash: hashOf(request, prompt), prompt, candidacyId, followUpId };
}

/** Asks, checks, and asks once more with what was wrong (SAFETY R44). Gives why there is no text, or null. A text that is kept is never asked for again. */
export async function propose(
  app: Drafting,
  personId: PersonId,
  asking: Asking,
  enough?: AbortSignal,
): Promise<string | null> {
  const { request, hash: requestHash, candidacyId, followUpId, prompt } = asking;
  const used = { tokensIn: 0, tokensOut: 0 };
  const keep = (made: Pick<Proposal, "text" | "refused">) =>
    app.store.transaction((tx) =>
      tx.proposals.put(
        personId,
        { ...made, ...used, requestHash, candidacyId, followUpId, prompt },
        app.clock.now(),
      ),
    );
  let refused: RefusedText | undefined;
  for (const _try of ["first", "with what was wrong"]) {
    const written = await app.drafter.write(personId, request, {
      ...(refused && { refused }),
      ...(enough && { enough }),
    });
    if (!written.ok) return written.error;
    used.tokensIn += written.value.tokensIn;
    used.tokensOut += written.value.tokensOut;
    const { text } = written.value;
    const faults = [...checkDraft(text, request.basis), ...copyFaults(text, request.voice, request.plain)];
    if (faults.length === 0) {
      await keep({ text: withSignature(text, request), refused: null });
      return null;
    }
    refused = { text, faults };
  }
  const reason = "what the model wrote could not be shown to you";
  await keep({ text: null, refused: `${reason}: ${refused?.faults.map(({ rule }) => rule).join(", ")}` });
  return reason;
}

const withSignature = (text: string, { basis: { signature } }: DraftRequest): string =>
  [withoutSignature(text.trim(), signature), ...signature].join("\n");

const tell = (app: Proposing, personId: PersonId, reason: string, drafts: number): Promise<void> =>
  app.store.transaction((tx) =>
    tx.journal.append({
      personId,
      candidacyId: null,
      at: app.clock.now(),
      type: "model",
      by: "program",
      says: `${drafts === 1 ? "One draft is" : `${drafts} drafts are`} from the templates, because ${reason}.`,
    }),
  );
