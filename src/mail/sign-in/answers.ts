import { AuthorizationResponseError, ResponseBodyError, type TokenEndpointResponse } from "openid-client";
import type { Temporal } from "temporal-polyfill";
import { ok, type Result, refuse } from "../../domain/result.ts";
import type { Renewal, Secret, Tokens } from "../../ports.ts";
import { firstLine } from "../trouble.ts";

/**
 * Reads a token endpoint's answer (RFC 6749 section 5.1).
 * @param before the refresh token that was used; it stays where no new one came (section 6).
 * @param asked when the question was put, from which its times count.
 */
export function tokensIn(
  answer: TokenEndpointResponse,
  name: string,
  before: Secret | null,
  asked: Temporal.Instant,
  secret: (words: string) => Secret,
): Result<Tokens, string> {
  const refresh = answer.refresh_token === undefined ? before : secret(answer.refresh_token);
  if (refresh === null)
    return refuse(`${name} gave no token that lasts, so the mailbox could be read for an hour only.`);
  return ok({
    access: secret(answer.access_token),
    expiresAt: asked.add({ seconds: Math.floor(answer.expires_in ?? usualSeconds) }),
    refresh,
    endsAt: endOf(answer, asked),
  });
}

/** RFC 6749 section 5.1 leaves the time out at will; both providers give an hour. */
const usualSeconds = 3_600;

/** Google names the life of a refresh token that is limited, in seconds. */
function endOf(answer: TokenEndpointResponse, asked: Temporal.Instant): Temporal.Instant | null {
  const seconds = Number(answer.refresh_token_expires_in);
  return Number.isFinite(seconds) && seconds > 0 ? asked.add({ seconds: Math.floor(seconds) }) : null;
}

/** Errors of RFC 6749 section 5.2, and OpenID Connect's, after which nothing but a new sign-in helps. */
const needsPerson = new Set(["invalid_grant", "interaction_required", "login_required", "consent_required"]);
/** Errors that say the client id or its secret is not what the provider knows. */
const needsOwner = new Set(["invalid_client", "unauthorized_client"]);

/** What a renewal that failed means; anything but a clear no is tried again (SAFETY R22, R27). */
export function failedRenewal(thrown: unknown, name: string, refresh: Secret): Renewal {
  const words = withoutSecret(wordsOf(thrown), refresh);
  if (!(thrown instanceof ResponseBodyError))
    return { type: "later", answered: false, says: `${name} could not be asked for a new token${words}.` };
  if (needsPerson.has(thrown.error))
    return { type: "over", says: `${name} does not renew it any more${words}.` };
  return {
    type: "later",
    answered: true,
    says: needsOwner.has(thrown.error)
      ? `${name} does not take the client id and secret that are set here${words}: put the right ones into the settings.`
      : `${name} gives no new token just now${words}; it is asked again.`,
  };
}

/** Why a sign-in came to nothing, in one sentence. */
export const failedSignIn = (thrown: unknown, name: string): string =>
  `${name} did not let the sign-in through${wordsOf(thrown)}.`;

/** What the provider said, in brackets. Of a library's error only its code: its words may quote an answer, tokens and all (SAFETY R53). */
function wordsOf(thrown: unknown): string {
  if (thrown instanceof ResponseBodyError || thrown instanceof AuthorizationResponseError)
    return ` (${firstLine([thrown.error, thrown.error_description].filter(Boolean).join(": "))})`;
  return thrown instanceof Error ? ` (${codeOf(thrown)})` : "";
}

/** The innermost one says the most: ECONNREFUSED rather than that something went wrong. */
const codeOf = (error: Error): string =>
  error.cause instanceof Error ? codeOf(error.cause) : "code" in error ? String(error.code) : error.name;

/** A provider that repeats what it was sent must not bring a token into a log (SAFETY R53). */
const withoutSecret = (words: string, secret: Secret): string =>
  words.replaceAll(secret.reveal(), "<redacted>");
