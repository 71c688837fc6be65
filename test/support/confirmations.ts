import type { Letter } from "./letter.ts";
import type { Connected, ReceivingApp } from "./receiving-app.ts";

/** A short mail of ours to the person, as its reader sees it. */
export type ShortMail = { readonly subject: string; readonly text: string; readonly messageId: string };

/** The short mails that answer what the person wrote, oldest first. */
export async function shortMailsTo(
  here: ReceivingApp,
  { personId }: Connected,
): Promise<readonly ShortMail[]> {
  const rows = await here.query(
    `select rfc822, message_id from outbox where person_id = $1 and purpose = 'self' and message_id like 'note.%'
     order by progressed_at`,
    [personId],
  );
  return Promise.all(
    rows.map(async (row) => {
      const read = { internalDate: here.app.clock.now(), authservId: null };
      const { message } = await here.app.mime.read(row.rfc822, read);
      return { subject: message.subject, text: message.text, messageId: row.message_id };
    }),
  );
}

/** An answer of the person's to a mail of ours, with that mail quoted below as a mail program does; `quote` is what stands in the quote. */
export const answering = (
  to: Connected,
  mail: ShortMail,
  text: string,
  parts: Partial<Letter> & { readonly quote?: string } = {},
): Letter => {
  const { quote = mail.text, ...rest } = parts;
  return {
    from: `Ana Reyes <${to.address}>`,
    to: `Afterword <${to.address}>`,
    subject: `Re: ${mail.subject}`,
    answers: mail.messageId,
    proven: null,
    text: `${text}\n\nOn Fri, 22 May 2026 at 07:30, Afterword <${to.address}> wrote:\n${quote.trimEnd().replaceAll(/^/gm, "> ")}`,
    ...rest,
  };
};
