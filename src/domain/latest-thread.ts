/** A mail as far as its thread goes. Message-IDs stand without angle brackets. */
export type Threaded = { readonly messageId: string | null; readonly thread: readonly string[] };

/**
 * Gives the mails of the thread that the newest one stands in: everything that is joined to it by answering, in either direction, over as many
 * steps as it takes. `mails` are oldest first.
 */
export function latestThread<T extends Threaded>(mails: readonly T[]): readonly T[] {
  const newest = mails.at(-1);
  if (newest === undefined) return [];
  const ids = new Set(idsOf(newest));
  const found = new Set<T>([newest]);
  for (let grows = true; grows; ) {
    const joined = mails.filter((mail) => !found.has(mail) && idsOf(mail).some((id) => ids.has(id)));
    for (const mail of joined) {
      found.add(mail);
      for (const id of idsOf(mail)) ids.add(id);
    }
    grows = joined.length > 0;
  }
  return mails.filter((mail) => found.has(mail));
}

const idsOf = ({ messageId, thread }: Threaded): readonly string[] => [
  ...(messageId === null ? [] : [messageId]),
  ...thread,
];
