import { Temporal } from "temporal-polyfill";
import { type Letter, readLetter } from "../../src/sandbox/letter.ts";
import type { Box } from "./boxes.ts";
import type { Chance } from "./chance.ts";
import { answeringDigests } from "./digest-answers.ts";
import { answerFrom, type Inviter, invitation, inviter, zone } from "./people.ts";
import { newStory } from "./story.ts";
import type { World } from "./world.ts";

/** The people of a run and their employers: invitations, digests that are answered, and employers who write at bad moments. */
export function liveIn(world: World, chance: Chance, invitationsADay: number) {
  const story = newStory();
  const invited = new Map<string, { box: Box; firm: Inviter }>();
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
    answerDigests: answeringDigests(world, story, chance),
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

const pairOf = (seeker: string, firm: string): string => `${seeker} ${firm}`;

function twoOClock(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  let day = at.toPlainDate().add({ days: 1 });
  while (day.dayOfWeek > 5) day = day.add({ days: 1 });
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from("14:00") });
}
