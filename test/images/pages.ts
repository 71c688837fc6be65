import { Temporal } from "temporal-polyfill";
import { writeServer } from "../../src/connecting/answers.ts";
import type { Step } from "../../src/connecting/desk-steps.ts";
import type { DraftOnPage } from "../../src/flows/look-by-link.ts";
import { providerOfDomain } from "../../src/mail/discovery/provider.ts";
import { connectPage } from "../../src/web/pages/connect.ts";
import { draftPage } from "../../src/web/pages/draft.ts";
import { decidedPage } from "../../src/web/pages/notices.ts";
import { oneDraft } from "./samples.ts";

/** Pages behind the links of a digest, by the name of their picture. */
export const pages: Readonly<Record<string, () => Promise<string>>> = {
  "page-draft": async () => String(await draftPage(draft)),
  "page-connect": async () => String(await connectPage(atGmail())),
  "page-decided": async () =>
    String(
      await decidedPage({
        act: "approve",
        to: draft.to,
        subject: draft.subject,
        says: "It is approved and goes out today at 09:00; until then it can be stopped.",
        undo: "token",
      }),
    ),
};

/** The address of somebody who is about to type their app password. */
function atGmail(): Step {
  const provider = providerOfDomain("gmail.com");
  if (provider === null) throw new Error("the table of providers has Gmail");
  const login = "sam.reed.writes@gmail.com";
  return {
    at: "servers",
    about: { address: login, name: "Sam Reed", zone: "Europe/London", country: "GB", digestAt: "07:30" },
    servers: {
      imap: writeServer(provider.imap, "imap"),
      smtp: writeServer(provider.smtp, "smtp"),
      login,
      historyDays: 90,
    },
    found: { imap: provider.imap, smtp: provider.smtp, login, by: "address", provider },
    unfound: [],
    provider,
    refusals: {},
    trouble: null,
  };
}

const [shown] = oneDraft.drafts;
if (shown === undefined) throw new Error("the sample has a draft");

const draft: DraftOnPage = {
  type: "draft",
  kind: shown.kind,
  employer: shown.employer,
  role: shown.role,
  to: shown.to,
  subject: shown.subject,
  text: shown.text,
  quotes: false,
  reason: shown.reason,
  isToldAtOnce: true,
  leaves: "today at 09:00",
  trouble: null,
  later: [
    { until: "", day: Temporal.PlainDate.from("2026-05-26") },
    { until: "friday", day: Temporal.PlainDate.from("2026-05-29") },
  ],
  today: oneDraft.today,
  thread: [
    {
      by: "Nora Whitlock",
      isOwn: false,
      at: Temporal.ZonedDateTime.from("2026-05-18T09:12[Europe/London]"),
      text: "Dear Sam,\n\nWe would like to invite you to an interview on Thursday 21 May at 14:00, by video.\n\nKind regards,\nNora Whitlock",
      isCut: false,
    },
  ],
  older: 0,
};
