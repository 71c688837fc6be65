import type { Message } from "./message.ts";

export type FoundToken = {
  readonly token: string;
  readonly where: "references" | "subject" | "plus_address";
};

const shape = "[A-Za-z0-9_-]{16,128}";
const ours = new RegExp(`^(?:digest|debrief|note)\\.(${shape})@`);
const tag = new RegExp(`\\[aw-(${shape})\\]`, "g");
const plus = new RegExp(`\\+aw-(${shape})@`, "i");

/**
 * Gives every token of a mail of ours that a mail carries (SAFETY R29, POLICY 7.8): in In-Reply-To or References, as `[aw-TOKEN]` in the subject, as
 * `local+aw-TOKEN@`. One of a plus-address is lower case, because addresses are: compare it so. Finding one proves nothing about the sender.
 */
export function tokenIn(message: Pick<Message, "inReplyTo" | "references" | "subject" | "to">): FoundToken[] {
  const byThread = [...message.inReplyTo, ...message.references].flatMap((id): FoundToken[] => {
    const token = ours.exec(id)?.[1];
    return token === undefined ? [] : [{ token, where: "references" }];
  });
  const bySubject = [...message.subject.matchAll(tag)].map(
    ([, token]): FoundToken => ({ token: token ?? "", where: "subject" }),
  );
  const byAddress = message.to.flatMap(({ address }): FoundToken[] => {
    const token = plus.exec(address)?.[1];
    return token === undefined ? [] : [{ token: token.toLowerCase(), where: "plus_address" }];
  });
  const found = [...byThread, ...bySubject, ...byAddress];
  return found.filter(
    (one, at) => found.findIndex((other) => other.token === one.token && other.where === one.where) === at,
  );
}
