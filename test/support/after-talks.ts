import { digestOf } from "./answering.ts";
import type { Letter } from "./letter.ts";
import type { Connected, Made, ReceivingApp } from "./receiving-app.ts";

/**
 * The day after talks on Thursday 21 May: Ana was invited on Monday, the digest of Friday 07:30 offers a thank-you for each talk, and it is 07:45.
 * `debrief`: she is asked how they went.
 */
export async function afterTalks(
  here: ReceivingApp,
  invitations: readonly Letter[],
  { debrief }: { readonly debrief: boolean },
): Promise<{ readonly ana: Connected; readonly digest: Made }> {
  await here.reset();
  here.at("2026-05-18T09:00");
  const ana = await here.connect();
  if (!debrief) await here.query("update person set preferences = '{\"debrief\": false}'");
  for (const mail of invitations) await here.deliver(ana, mail);
  here.at("2026-05-21T15:20");
  await here.pass();
  here.at("2026-05-22T07:30");
  const digest = await digestOf(here, ana);
  here.at("2026-05-22T07:45");
  return { ana, digest };
}

/** The number that the thank-you to somebody has in a digest. */
export const thankYouTo = (digest: Made, whom: string): number =>
  Number.parseInt(digest.text.split("\n").find((line) => line.includes(`Thank you to ${whom}`)) ?? "", 10);
