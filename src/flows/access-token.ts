import { Temporal } from "temporal-polyfill";
import type { MailboxId } from "../domain/ids.ts";
import { programCall } from "../domain/program-call.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { SignInRow } from "../ports/store.ts";
import type { Account, Renewal, Secret, SignIns, Trouble } from "../ports.ts";
import type { App } from "./app.ts";

type Renewing = Pick<App, "store" | "clock" | "ids"> & { readonly signIns: Pick<SignIns, "renew"> };

/** Renewed so long before it expires that a connection which begins now is not cut short. */
const margin = { minutes: 5 };

/** How long a renewal belongs to whom it was begun by, in seconds: twice as long as the provider is waited for. */
const leaseSeconds = 60;
/** How long another's renewal is waited for, and how often it is looked at, in milliseconds. */
const longestWait = 45_000;
const between = 100;

/**
 * Gives a token that a mail server should take. What is about to expire, and what a server has `refused`, is renewed by one process and everybody
 * else gets what that one was given (SAFETY R27). While another renews it, a token that still holds is used on.
 * @returns refuses with `signed_out` where the person has to sign in again, else with a trouble that is waited out.
 */
export async function accessToken(
  app: Renewing,
  { mailboxId: id, address }: Pick<Account, "mailboxId" | "address">,
  refused: Secret | null,
): Promise<Result<Secret, Trouble>> {
  for (let waited = 0; waited < longestWait; waited += between) {
    const signIn = await app.store.transaction((tx) => tx.mailboxes.signIn(id));
    if (signIn === null || signIn.over !== null) return refuse(signedOut(address, signIn?.over ?? null));
    if (holdsFor(app, signIn, margin, refused)) return ok(signIn.tokens.access);
    const holder = app.ids.uuid();
    const { renewals } = signIn;
    if (await app.store.transaction((tx) => tx.mailboxes.beginRenewal(id, holder, leaseSeconds, renewals))) {
      const renewed = await renew(app, { id, address, holder }, signIn);
      if (renewed !== "overtaken") return renewed;
    } else if (holdsFor(app, signIn, { seconds: 30 }, refused)) return ok(signIn.tokens.access);
    else await new Promise((resolve) => setTimeout(resolve, between));
  }
  return refuse({ kind: "unreachable", says: `The sign-in of ${address} is still being renewed.` });
}

const holdsFor = (
  { clock }: Renewing,
  { tokens }: SignInRow,
  rest: Temporal.DurationLike,
  refused: Secret | null,
): boolean =>
  tokens.access.reveal() !== refused?.reveal() &&
  Temporal.Instant.compare(clock.now().add(rest), tokens.expiresAt) < 0;

/**
 * Asks the provider and writes down what it answered. The new refresh token is stored in the one write that ends the lease: a process that dies
 * between answer and write leaves the old one, which a provider that hands out a new one each time will refuse; then the person is asked.
 */
async function renew(
  app: Renewing,
  { id, address, holder }: { id: MailboxId; address: string; holder: string },
  { service, tokens, isDoubtful }: SignInRow,
): Promise<Result<Secret, Trouble> | "overtaken"> {
  const renewal: Renewal = await app.signIns.renew(service, tokens.refresh);
  return app.store.transaction(async (tx) => {
    if (renewal.type === "renewed")
      return (await tx.mailboxes.renewed(id, holder, renewal.tokens))
        ? ok(renewal.tokens.access)
        : "overtaken";
    if (renewal.type === "later") {
      const ended = await tx.mailboxes.endRenewal(id, holder, { over: null, answered: renewal.answered });
      return ended ? refuse({ kind: "unreachable", says: renewal.says }) : "overtaken";
    }
    const over = isDoubtful ? `${renewal.says} ${answerLost}` : renewal.says;
    const ended = await tx.mailboxes.endRenewal(id, holder, { over, answered: true });
    return ended ? refuse(signedOut(address, over)) : "overtaken";
  });
}

const answerLost =
  "An earlier renewal had been broken off before its answer was stored, and may have used the sign-in up.";

/** What is wrong and what mends it. */
const signedOut = (address: string, why: string | null = null): Trouble => ({
  kind: "signed_out",
  says: `The sign-in of ${address} has ended; "${programCall} reconnect ${address}" signs in again. ${why ?? ""}`.trim(),
});
