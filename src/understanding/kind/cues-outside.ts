import { type Cue, fair, strong, weak } from "./cue.ts";

/** Words of mail that belongs to no candidacy: outreach, job alerts, accounts, scams. */
export const outsideCues: readonly Cue[] = [
  {
    kind: "recruiter_outreach",
    weight: strong,
    pattern:
      /\b(?:came across|come across|found|saw|reviewed|noticed|loved|stumbled (?:up)?on|impressed by) your (?:\w+ )?(?:profile|resume|résumé|cv|linkedin|github|background|experience)\b/i,
  },
  {
    kind: "recruiter_outreach",
    weight: strong,
    pattern:
      /\b(?:i am|i'm|my name is [^.\n]{2,40} and i(?:'m| am)) (?:an? |the )?(?:\w+ ){0,3}(?:recruiter|headhunter|talent (?:partner|sourcer)|sourcer|staffing|recruitment consultant)\b|\brecruiter (?:at|with|from)\b[^.\n]{0,50}\b(?:staffing|consulting)\b/i,
  },
  {
    kind: "recruiter_outreach",
    weight: fair,
    pattern:
      /\b(?:job|role|opportunity|position|opening)s? (?:that |which )?(?:you )?(?:may|might|could) (?:be interested|interest you|be a (?:great |good )?(?:fit|match))|\bif you(?:'re| are)? (?:interested|open|available|looking)\b[^.\n]{0,80}\b(?:resume|cv|send|reply|let me know|share|call|opportunit)/i,
    evenIf: true,
  },
  {
    kind: "recruiter_outreach",
    weight: fair,
    pattern:
      /\b(?:our|my) (?:direct )?client\b[^.\n]{0,40}\b(?:is|are|has|looking|seeking|hiring|needs)\b|\b(?:immediate (?:need|opening|requirement)|urgent requirement|C2C|corp[- ]to[- ]corp|only W2|W2 only|on W2|need to work only|full[- ]time\/remote opportunity|job (?:opening|opportunity):?)\b/i,
    evenIf: true,
  },
  {
    kind: "recruiter_outreach",
    weight: fair,
    pattern:
      /\b(?:we(?:'re| are) (?:looking|searching) for (?:an?|experienced|individuals)|would you be (?:open|interested)|are you (?:open to|currently looking|looking for|actively looking)|open to (?:new )?opportunities|looking for an? experienced|please (?:forward|foward) to anyone)\b/i,
    evenIf: true,
  },
  {
    kind: "recruiter_outreach",
    weight: weak,
    pattern:
      /\b(?:updated resume|job description|hourly rate|visa status|current location|contract (?:role|position)|duration\s*:|location\s*:)\b/i,
    evenIf: true,
  },
  {
    kind: "newsletter_job_alert",
    weight: strong,
    pattern:
      /\b(?:new jobs? (?:similar|for you|matching|in|near)|recommended (?:jobs|for you)|job alerts?|jobs? of the week|(?:new )?(?:jobs|positions) (?:for|matching) your (?:saved )?search|your saved search|top jobs|similar jobs you|jobs? posted on|found new (?:jobs|positions)|weekly (?:digest|newsletter)|daily newsletter|im newsletter|newsletter\b|subscription (?:to our list )?(?:has been )?confirmed|posted \d+ days? ago)\b/i,
  },
  {
    kind: "newsletter_job_alert",
    weight: strong,
    pattern: /^(?:.{3,60} jobs in .{2,60}|.{3,60} opening at .{2,60}|\d+ new .{0,40}jobs.*)$/im,
  },
  {
    kind: "newsletter_job_alert",
    weight: weak,
    pattern: /\b(?:unsubscribe|manage (?:your )?preferences|view in (?:your )?browser)\b/i,
    evenIf: true,
  },
  {
    kind: "unrelated",
    weight: strong,
    pattern:
      /\b(?:verify your (?:\w+ )?(?:account|e-?mail|identity)|confirm your (?:identity|e-?mail(?: address)?)|(?:one[- ]time |security |verification )(?:pass ?code|code|password)|pass ?code\b|password (?:reset|change|expires)|reset your password|(?:create|change) (?:a )?(?:new|your|stronger)[^.\n]{0,12} password|account has been created|new (?:device|sign-?in)|sign(?:ed)?[- ]in (?:activity|from)|your (?:recent )?(?:transaction|order|invoice|receipt|financial statement)|security requirements)\b/i,
  },
  {
    kind: "unrelated",
    weight: strong,
    pattern:
      /\b(?:no experience (?:is )?(?:required|necessary|needed)|financial (?:courier|agent) |work from home\b[^.\n]{0,60}\b(?:income|earn|hiring)|earn (?:up to )?[$£€]\d|money back guarantee|bank account number|western union|get your (?:resume|cv) on)\b/i,
    evenIf: true,
  },
  {
    kind: "unrelated",
    weight: strong,
    pattern:
      /\b(?:keep track of your application|application status here)\b|\b(?:webinar|press interview|podcast interview|exit interview|podcast)\b/i,
  },
];
