import { Temporal } from "temporal-polyfill";
import type { Api } from "./api.ts";
import type { PostOffice } from "./post-office.ts";
import type { Told } from "./telling.ts";

/** Journal entries of mails on their way: a reader of the story sees the mails themselves. */
const seenOtherwise: ReadonlySet<string> = new Set(["attempt", "sent", "filed", "digest", "debrief"]);

/** Tells what is new since the last time: journal entries, mails out, mails to the person. */
export function openEar(
  api: Api,
  office: PostOffice,
  { tell, withTexts = false }: { readonly tell: (told: Told) => void; readonly withTexts?: boolean },
): () => Promise<void> {
  let [entries, departed, toPerson] = [0, 0, 0];
  return async () => {
    const news: Told[] = [];
    for (const entry of await api.journal(entries)) {
      const { at, type, says } = entry;
      news.push({ at, event: "journal", says, type, quiet: seenOtherwise.has(type) });
      entries = Math.max(entries, entry.id);
    }
    for (const { letter, to, by, at } of office.departed.slice(departed)) {
      departed += 1;
      if (by === "program")
        news.push({ at, event: "leaves", says: `To ${to.join(", ")}: ${letter.subject}` });
    }
    for (const { letter, at } of office.toPerson.slice(toPerson)) {
      toPerson += 1;
      news.push({ at, event: "to_person", says: letter.subject, ...(withTexts && { text: letter.text }) });
    }
    for (const told of news.sort((a, b) => Temporal.Instant.compare(a.at, b.at))) tell(told);
  };
}
