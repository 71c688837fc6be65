import {
  answerReferences,
  answerSubject,
  type Letter,
  quoteBelow,
  readLetter,
  writeLetter,
} from "../../src/sandbox/letter.ts";
import type { Box } from "./boxes.ts";
import type { Chance } from "./chance.ts";
import { readDigest } from "./digest-reading.ts";
import { zone } from "./people.ts";
import type { Approval, Story } from "./story.ts";
import type { World } from "./world.ts";

/** The people of a run as they read their digests and answer them. */
export function answeringDigests(world: World, story: Story, chance: Chance) {
  const answered = new Set<string>();
  /** Most drafts are approved, some left out, some not decided; what is doubtful is looked up. Later on nothing new is approved. */
  return async (approves: boolean): Promise<void> => {
    for (const mail of [...world.provider.accepted]) {
      if (!mail.messageId.startsWith("digest.") || answered.has(mail.messageId)) continue;
      answered.add(mail.messageId);
      const box = world.boxes.find(({ login }) => login === mail.login);
      const digest = await readLetter(Buffer.from(mail.raw, "latin1"));
      if (box) await answer(world, story, box, digest, chance, approves);
    }
  };
}

async function answer(
  world: World,
  story: Story,
  box: Box,
  digest: Letter,
  chance: Chance,
  approves: boolean,
): Promise<void> {
  const shown = readDigest(digest.text.replaceAll("\r\n", "\n"));
  const lines: string[] = [];
  const approved: Omit<Approval, "by" | "at">[] = [];
  for (const { n, to, text } of approves ? shown.drafts : []) {
    const roll = chance();
    if (roll < 0.9) approved.push({ from: box.seeker.address, to, text });
    if (roll < 0.9) lines.push(`${n} ok`);
    else if (roll < 0.95) lines.push(`${n} skip`);
  }
  for (const n of shown.unconfirmed) {
    const messageId = await inDoubt(world, digest.messageId, n);
    if (messageId === null) continue;
    const said = world.provider.accepted.some((mail) => mail.messageId === messageId)
      ? "was sent"
      : "send again";
    story.words.push({ messageId, said });
    lines.push(`${n} ${said}`);
  }
  if (lines.length === 0) return;
  const at = world.now().toZonedDateTimeISO(zone);
  const id = `reply.${digest.messageId.slice(7, 27)}@${box.seeker.address.split("@")[1]}`;
  const raw = await writeLetter({
    from: box.seeker,
    to: box.seeker,
    subject: answerSubject(digest.subject),
    text: quoteBelow(lines.join("\n"), digest, zone),
    at,
    messageId: id,
    inReplyTo: digest.messageId,
    references: answerReferences(digest),
  });
  for (const one of approved) story.approvals.push({ ...one, by: id, at: Date.now() });
  story.answers.push({ id, by: box.seeker.address });
  await box.put("Sent", raw, world.now());
  await box.put("INBOX", raw, world.now());
}

/** Which mail the line of a digest is about: the person sees it in Sent, or not. */
async function inDoubt(world: World, digestId: string, n: number): Promise<string | null> {
  const [row] = await world.query(
    "select o.message_id from digest d join digest_item i on i.digest_id = d.id join outbox o on o.id = i.outbox_id where d.message_id = $1 and i.n = $2",
    [digestId, n],
  );
  return row?.message_id ?? null;
}
