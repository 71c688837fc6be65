import type { Tx } from "../ports/store.ts";

/** The same transaction, whose journal rows say that they tell the past: no digest takes them for news. */
export const asHistory = (tx: Tx): Tx => ({
  ...tx,
  journal: {
    ...tx.journal,
    append: (entry) => tx.journal.append({ ...entry, data: { ...entry.data, history: true } }),
  },
});
