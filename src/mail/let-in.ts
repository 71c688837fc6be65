import { ok, type Result, refuse } from "../domain/result.ts";
import type { AccessTokens, Account, Secret, Trouble } from "../ports.ts";

/**
 * Makes an attempt with what lets the account in: null for its password, else a token. A token that a server refuses before its time (the person
 * has changed their password, say) is renewed once, and the attempt made once more: `isRefused` must be true only where nothing came of it but
 * the refused login.
 * @returns refuses where no token can be had.
 */
export async function letIn<T>(
  account: Account,
  accessTokens: AccessTokens,
  attempt: (token: Secret | null) => Promise<T>,
  isRefused: (outcome: T) => boolean,
): Promise<Result<T, Trouble>> {
  if (account.signIn === null) return ok(await attempt(null));
  const first = await accessTokens(account, null);
  if (!first.ok) return first;
  const outcome = await attempt(first.value);
  if (!isRefused(outcome)) return ok(outcome);
  const second = await accessTokens(account, first.value);
  if (!second.ok) return second;
  if (second.value.reveal() === first.value.reveal()) return ok(outcome);
  return ok(await attempt(second.value));
}

/** Where only passwords let anyone in. */
export const noAccessTokens: AccessTokens = async ({ address }) =>
  refuse({ kind: "signed_out", says: `Nothing here signs in to ${address}.` });
