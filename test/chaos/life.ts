import { setTimeout as wait } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
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
import { answerFrom, type Inviter, invitation, inviter, zone } from "./people.ts";
import type { World } from "./world.ts";

/** What the person said yes to, as it stood before their eyes. */
export type Approval = {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** Message-ID of the answer. */
  readonly by: string;
  /** Milliseconds of real time. */
  readonly at: number;
};

/** What happened around the program, written down by those who did it. */
export type Story = {
  readonly approvals: Approval[];
  /** Message-IDs of the answers to digests, and whose they are. */
  readonly answers: { readonly id: string; readonly by: string }[];
  /** Mails of employers: Message-ID, the person, and the firm. */
  readonly fromEmployers: {
    readonly id: string;
    readonly to: string;
    readonly firm: string;
    readonly isNo: boolean;
  }[];
  /** Message-IDs of mails that the person asked to be sent again, or said were sent. */
  readonly words: { readonly messageId: string; readonly said: "send again" | "was sent" }[];
};

/** The people of a run and their employers: days with invitations, interviews, digests that are answered, and answers that come at bad moments. */
export function liveIn(world: World, chance: Chance, invitationsADay: number) {
  const story: Story = { approvals: [], answers: [], fromEmployers: [], words: [] };
  const invited = new Map<string, { box: Box; firm: Inviter }>();
  const answered = new Set<string>();
  const heard = new Set<string>();
  const counts = new Map<Box, number>();
  const isClosed = new Set<string>();
  const local = () => world.now().toZonedDateTimeISO(zone);

  const fromFirm = async (
    box: Box,
    firm: Inviter,
    to: Pick<Letter, "messageId" | "references">,
    says: string,
    isNo: boolean,
  ) => {
    const raw = await answerFrom(box.seeker, firm, to, local(), says);
    const { messageId } = await readLetter(raw);
    story.fromEmployers.push({ id: messageId, to: box.seeker.address, firm: firm.firm, isNo });
    if (isNo) isClosed.add(pairOf(box.seeker.address, firm.address));
    await box.put("INBOX", raw, world.now());
  };

  return {
    story,
    /** Firms invite each person to a talk at two o'clock on the next working day. */
    invite: async () => {
      for (const box of world.boxes)
        for (let k = 0; k < invitationsADay; k += 1) {
          const n = counts.get(box) ?? 0;
          counts.set(box, n + 1);
          const firm = inviter(box.seeker, n);
          invited.set(pairOf(box.seeker.address, firm.address), { box, firm });
          const raw = await invitation(box.seeker, firm, local(), twoOClock(local()));
          const { messageId } = await readLetter(raw);
          story.fromEmployers.push({ id: messageId, to: box.seeker.address, firm: firm.firm, isNo: false });
          await box.put("INBOX", raw, world.now());
        }
    },
    /** Everyone answers the digests that have come: most drafts are approved, some left out, some not decided; what is doubtful is looked up. Later on nothing new is approved. */
    answerDigests: async (approves: boolean) => {
      for (const mail of [...world.provider.accepted]) {
        if (!mail.messageId.startsWith("digest.") || answered.has(mail.messageId)) continue;
        answered.add(mail.messageId);
        const box = world.boxes.find(({ login }) => login === mail.login);
        if (box)
          await answer(
            world,
            story,
            box,
            await readLetter(Buffer.from(mail.raw, "latin1")),
            chance,
            approves,
          );
      }
    },
    /** A few employers write when it suits the program least: after the approval, before the mail has left. */
    interrupt: async () => {
      for (const { from, to } of story.approvals.slice(-world.boxes.length * invitationsADay)) {
        const pair = invited.get(pairOf(from, to));
        if (!pair || isClosed.has(pairOf(from, to)) || chance() > 0.05) continue;
        const id = `invitation.${pair.box.seeker.n}.${to}`;
        await fromFirm(
          pair.box,
          pair.firm,
          { messageId: id, references: [] },
          "We will come back to you by the end of next week.",
          false,
        );
      }
    },
    /** Some of those who got a mail answer it: with a no, or with words that promise something. */
    employersAnswer: async () => {
      for (const mail of [...world.provider.accepted]) {
        const box = world.boxes.find(({ login }) => login === mail.login);
        const both = pairOf(box?.seeker.address ?? "", mail.to);
        const pair = invited.get(both);
        if (!pair || heard.has(mail.messageId) || isClosed.has(both)) continue;
        heard.add(mail.messageId);
        const roll = chance();
        if (roll > 0.3) continue;
        const letter = await readLetter(Buffer.from(mail.raw, "latin1"));
        await fromFirm(
          pair.box,
          pair.firm,
          letter,
          roll < 0.15
            ? "Thank you for your patience. We have decided to move forward with another candidate."
            : "Thank you for your mail. We are still talking and will let you know.",
          roll < 0.15,
        );
      }
    },
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

const pairOf = (seeker: string, firm: string): string => `${seeker} ${firm}`;

/** Which mail the line of a digest is about: the person sees it in Sent, or not. */
async function inDoubt(world: World, digestId: string, n: number): Promise<string | null> {
  const [row] = await world.query(
    "select o.message_id from digest d join digest_item i on i.digest_id = d.id join outbox o on o.id = i.outbox_id where d.message_id = $1 and i.n = $2",
    [digestId, n],
  );
  return row?.message_id ?? null;
}

function twoOClock(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  let day = at.toPlainDate().add({ days: 1 });
  while (day.dayOfWeek > 5) day = day.add({ days: 1 });
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from("14:00") });
}

/** Waits until nothing has been waiting to be done for half a second, or so long at most, in milliseconds: mail that arrives is no job. */
export async function settled(world: World, atMost: number): Promise<void> {
  let looks = 0;
  for (const until = Date.now() + atMost; Date.now() < until && looks < 4; await wait(150)) {
    const quiet = await world.here.reminders.quiet().catch(() => false);
    looks = quiet ? looks + 1 : 0;
  }
}
