import type { Digest } from "../domain/digest.ts";
import { digestSubject } from "../domain/digest-words.ts";
import { cleanLine, cleanText } from "../domain/plain-text.ts";
import type { OwnWords } from "../ports.ts";
import { digestHtml } from "./digest/html.ts";
import { shortMailHtml } from "./digest/short-mail.ts";
import { digestText } from "./digest/text.ts";

/** Gives a digest as it is mailed: a complete plain text, and the same in HTML with a `mailto:` button for every answer. */
export async function renderDigest(digest: Digest): Promise<OwnWords> {
  return { subject: digestSubject(digest), text: digestText(digest), html: await digestHtml(digest) };
}

const debriefFoot = "Afterword asks once after each interview. Only you receive this mail.";

/** Gives the question after an interview (POLICY 2); `subject` and `text` come from the debrief template. */
export const renderDebrief = (mail: Short): Promise<OwnWords> => rendered(mail, debriefFoot);

const confirmationFoot =
  "Afterword answers what you tell it by mail, twice a day at most. Only you receive this mail.";

/** Gives a short mail that tells what came of what the person said. */
export const renderConfirmation = (mail: Short): Promise<OwnWords> => rendered(mail, confirmationFoot);

type Short = { readonly subject: string; readonly text: string };

async function rendered(mail: Short, foot: string): Promise<OwnWords> {
  const subject = cleanLine(mail.subject);
  const text = cleanText(mail.text).trim();
  return { subject, text: `${text}\n\n${foot}\n`, html: await shortMailHtml(subject, text, foot) };
}
