import type { Finding } from "../../domain/draft-basis.ts";
import { hereIs, onlyOffered, sentAlong } from "./attachment-words.ts";
import { document } from "./document-words.ts";
import type { DraftReading } from "./draft-reading.ts";
import { finding } from "./finding.ts";

const says = "Leave out every word of an attachment: nothing is sent along with this mail.";

/** Nothing is ever attached, so nothing may be said to be (POLICY 5). */
export function attachmentFaults({ written, sentences }: DraftReading): readonly Finding[] {
  for (const sentence of written) {
    const found = sentAlong.exec(sentence);
    if (found !== null) return [finding("attachment", found[0], says)];
  }
  const along = sentences.find(
    (sentence) => hereIs.test(sentence) && document.test(sentence) && !onlyOffered.test(sentence),
  );
  return along === undefined ? [] : [finding("attachment", along, says)];
}
