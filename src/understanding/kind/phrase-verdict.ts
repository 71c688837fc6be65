import type { Kind } from "../../domain/assessment.ts";
import type { Score } from "./cues.ts";
import type { Verdict } from "./verdict.ts";

/** From here on words act. Closing asks for a phrase that alone is a no; a wrong invitation costs a glance, a wrong no a job (DESIGN section 5). */
const strongEnough = 0.85;
const likely = 0.55;

/** Kinds in the order in which they override each other where several are strong: what undoes comes before what it undoes. */
const precedence: readonly Kind[] = [
  "unrelated",
  "newsletter_job_alert",
  "offer_withdrawn",
  "interview_cancelled",
  "interview_rescheduled",
  "rejection",
  "no_for_now",
  "assessment",
  "offer",
  "interview_confirmed",
  "interview_invitation",
  "info_request",
  "recruiter_outreach",
  "holding",
  "application_received",
];

/** What the hand-written phrases come to. */
export function phraseVerdict(scores: ReadonlyMap<Kind, Score>): Verdict {
  const strongest = (kind: Kind): number => scores.get(kind)?.strongest ?? 0;
  const total = (kind: Kind): number => scores.get(kind)?.score ?? 0;
  const is = (kind: Kind): boolean => strongest(kind) >= strongEnough;
  const verdict = (kind: Kind, confidence: number, doubts: readonly string[] = []): Verdict => ({
    kind,
    confidence: Math.round(Math.min(confidence, 0.99) * 100) / 100,
    by: "rules",
    evidence: scores.get(kind)?.evidence.slice(0, 3) ?? [],
    doubts,
  });
  const doubt = (kind: Kind, what: string): readonly string[] => [
    `${what}: "${scores.get(kind)?.evidence[0] ?? ""}"`,
  ];

  if (is("rejection") && !is("offer_withdrawn") && !is("interview_cancelled")) {
    // One of two roles may be closed while the other goes on (POLICY 8.5); then nothing closes by itself.
    if (is("interview_invitation"))
      return verdict("interview_invitation", 0.6, doubt("rejection", "it also says no to something"));
    if (is("interview_rescheduled"))
      return verdict("interview_rescheduled", 0.6, doubt("rejection", "it also says no to something"));
    if (is("offer") && total("offer") > 0.95)
      return verdict("offer", 0.6, doubt("rejection", "it also says no to something"));
    // "On hold" keeps the door open unless they say that somebody else was taken or that they will not go on.
    if (
      is("no_for_now") &&
      !/\b(?:filled|another|other candidates|not (?:to )?(?:mov|proceed))/i.test(
        scores.get("rejection")?.evidence[0] ?? "",
      )
    )
      return verdict("no_for_now", total("no_for_now"));
    return verdict("rejection", total("rejection"));
  }
  const strong = precedence.find((kind) => is(kind) && !yields(kind, strongest, total));
  if (strong !== undefined) return verdict(strong, total(strong));
  const fairly = precedence
    .filter((kind) => kind !== "rejection" && total(kind) >= likely && !yields(kind, strongest, total))
    .sort((a, b) => total(b) - total(a))[0];
  // Only the tone says no: three weak signs and nothing of a process that goes on.
  if (
    total("rejection") >= likely &&
    (fairly === undefined || fairly === "holding" || fairly === "application_received") &&
    total("interview_invitation") < likely
  )
    return {
      ...verdict("holding", 0.3, doubt("rejection", "may be a no")),
      evidence: scores.get("rejection")?.evidence.slice(0, 3) ?? [],
    };
  if (fairly !== undefined) return verdict(fairly, total(fairly) * 0.9);
  return { kind: "unrelated", confidence: 0.5, by: "rules", evidence: [], doubts: [] };
}

/** What a kind's phrases also stand in: an acknowledgement talks of interviews, a job alert of applications, an invitation of forms to fill in. */
function yields(kind: Kind, strongest: (kind: Kind) => number, total: (kind: Kind) => number): boolean {
  const hiring = Math.max(
    strongest("application_received"),
    strongest("interview_confirmed"),
    strongest("assessment"),
  );
  switch (kind) {
    case "newsletter_job_alert":
      return hiring >= strongEnough;
    case "unrelated":
      return (
        strongest("interview_confirmed") >= strongEnough || strongest("interview_invitation") >= strongEnough
      );
    case "interview_cancelled":
      return strongest("interview_rescheduled") >= strongEnough;
    case "interview_confirmed":
      return (
        strongest("interview_invitation") >= strongEnough &&
        total("interview_invitation") > total("interview_confirmed")
      );
    case "info_request":
      return (
        strongest("interview_invitation") >= strongEnough ||
        (strongest("info_request") < strongEnough && total("interview_invitation") >= likely)
      );
    case "interview_invitation":
      return (
        strongest("interview_invitation") < strongEnough && strongest("application_received") >= strongEnough
      );
    case "holding":
      return strongest("application_received") >= likely;
    case "recruiter_outreach":
      return strongest("application_received") >= strongEnough;
    default:
      return false;
  }
}
