import type { ImapFlow } from "imapflow";
import type { Bell } from "./bell.ts";

/** How often a watcher looks by itself, in seconds. */
export type PollSettings = {
  /** INBOX, although IDLE should have told (SAFETY R20). */
  readonly pollSeconds: number;
  /** INBOX of a server without IDLE. */
  readonly pollWithoutIdleSeconds: number;
  /** Sent, for which nobody tells. Every look ends IDLE and begins it anew, so 5 minutes at most (SAFETY R19). */
  readonly pollSentSeconds: number;
};

/** Waits in IDLE, where the server has it, until the bell rings or a look is due. */
export async function rest(
  client: ImapFlow,
  bell: Bell,
  signal: AbortSignal,
  nextLook: () => Look,
): Promise<"rang" | Look["at"]> {
  const look = nextLook();
  if (signal.aborted || !client.usable) return look.at;
  let resting = true;
  let ended = false;
  const begun = performance.now();
  // Our next command ends IDLE. A server that ends it by itself is looked at and told to IDLE again,
  // unless it ends each one at once. One that fails closes the connection, which rings too.
  const idleEnded = (): void => {
    if (!resting || performance.now() - begun < 1_000) return;
    ended = true;
    bell.ring();
  };
  if (canIdle(client)) client.idle().then(idleEnded, idleEnded);
  const rang = await bell.rung(look.inMs);
  resting = false;
  if (ended) return "inbox";
  return rang ? "rang" : look.at;
}

export type Look = { readonly at: "inbox" | "sent"; readonly inMs: number };

/** Which folder is looked at next without being told, and in how many milliseconds. Every look proves that the connection lives. */
export function schedule(client: ImapFlow, settings: PollSettings): () => Look {
  const inboxSeconds = canIdle(client) ? settings.pollSeconds : settings.pollWithoutIdleSeconds;
  const step = Math.min(inboxSeconds, settings.pollSentSeconds);
  let sinceInbox = 0;
  return () => {
    sinceInbox += step;
    if (sinceInbox < inboxSeconds) return { at: "sent", inMs: step * 1_000 };
    sinceInbox = 0;
    return { at: "inbox", inMs: step * 1_000 };
  };
}

const canIdle = (client: ImapFlow): boolean =>
  client.capabilities.has("IDLE") || client.capabilities.has("IMAP4rev2");
