import { answered, application, invitation, mail, type Past } from "./employer-mails.ts";
import { type Employer, employerOf } from "./employers.ts";
import type { Item } from "./row.ts";
import { season } from "./season.ts";

/** The kinds of mail that are chases; every other one is offered as a thank-you. */
const chases = /check.?in|decision|break.?up|keep|direct|chase|nudge|follow/;
const asked = ["belongs", "which", "opens", "follow", "time"] as const;

/** What a question of that item asks; by default what a mail means. */
export const asksOf = ({ says }: Item): (typeof asked)[number] | "kind" =>
  asked.find((one) => says.includes(`"${one}"`)) ?? "kind";

/** Gives the mails that lead to that line of the digest; the last one is what the line tells of. */
export function mailsOf(item: Item): readonly Past[] {
  const employer = employerOf(item);
  if (item.type === "draft")
    return chases.test(item.says)
      ? [invitation(employer, season.begins, season.longAgo)]
      : [invitation(employer, season.invited, season.yesterday)];
  return item.type === "candidacy" ? changed(employer, item) : questioned(employer, item);
}

function changed(employer: Employer, { says }: Item): readonly Past[] {
  const { role, name } = employer;
  const applied = application(employer);
  const no = answered(
    employer,
    `After careful consideration we have decided not to move forward with your application for the position of ${role}. We wish you every success.`,
  );
  if (/offer/.test(says))
    return [
      applied,
      answered(
        employer,
        `We are delighted to offer you the position of ${role} at ${name}. The contract is on its way.`,
      ),
    ];
  if (!/reopen/.test(says)) return [applied, no];
  // With its stages told and its day known it asks for nothing.
  const after = invitation(
    employer,
    season.news,
    season.ahead,
    "Our process has two stages, and this is the first of them.",
  );
  return [applied, { ...no, at: season.invited.add({ hours: 2 }), messageId: `no.${no.messageId}` }, after];
}

function questioned(employer: Employer, item: Item): readonly Past[] {
  const { role, name } = employer;
  switch (asksOf(item)) {
    case "belongs":
    case "which":
      return [
        application(employer),
        {
          ...answered(employer, "A short word on where we stand: we are still reading."),
          from: { name: employer.contact.name, address: `someone.${item.n}@private-mail.example` },
          proven: false,
        },
      ];
    case "opens":
      return [
        mail(
          employer,
          season.news,
          `Interview for ${role}`,
          `We would like to invite you to an interview for the position of ${role} at ${name}.`,
          { proven: false },
        ),
      ];
    case "follow":
      return [
        mail(
          employer,
          season.news,
          "Your profile",
          `I came across your profile and I am recruiting for a client who is looking for a ${role}. Would you be open to a short call about this opportunity?`,
        ),
      ];
    case "time":
    case "kind":
      return [
        application(employer),
        answered(employer, "Thank you for your patience. It was not an easy decision for us."),
      ];
  }
}
