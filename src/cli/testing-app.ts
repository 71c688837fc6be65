import { confirm, isCancel } from "@clack/prompts";
import type { Temporal } from "temporal-polyfill";
import type { SignInService, Tokens } from "../ports.ts";
import { atTerminal, leftAsItWas } from "./ask.ts";
import { type JsonOption, print } from "./print.ts";

/** How long Google lets a sign-in last while the owner's app is in Testing. */
const testingLasts = { hours: 7 * 24 };

/**
 * Says that Google ends a sign-in after seven days while the app's publishing status is Testing (SAFETY R27). Google seldom tells which it is, so
 * the person is asked; where nobody can be asked, `--testing` says it.
 * @returns the tokens with their end, as far as it is known now.
 */
export async function withKnownEnd(
  service: SignInService,
  tokens: Tokens,
  now: Temporal.Instant,
  { json, testing }: JsonOption & { readonly testing?: boolean },
): Promise<Tokens> {
  if (service !== "google" || tokens.endsAt !== null) return tokens;
  const ends = { ...tokens, endsAt: now.add(testingLasts) };
  if (testing) return ends;
  if (!atTerminal()) {
    if (!json) print(warning);
    return tokens;
  }
  const isTesting = await confirm({
    message:
      'Does Google Cloud show "Testing" as the publishing status of your app (Google Auth Platform, Audience)? Google then ends this sign-in after 7 days',
    initialValue: true,
  });
  if (isCancel(isTesting)) throw leftAsItWas();
  return isTesting ? ends : tokens;
}

const warning =
  'While the publishing status of your Google app is "Testing", Google ends this sign-in after 7 days; --testing has you reminded two days before.';
