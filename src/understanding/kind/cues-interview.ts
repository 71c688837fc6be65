import { type Cue, fair, strong, weak } from "./cue.ts";

const talk = String.raw`(?:interviews?|(?:phone|video|zoom|teams|introductory|intro|screening|quick|short|brief|informal|exploratory|\d+[- ]minute)\s+(?:\w+\s)?(?:call|chat|meeting|conversation|screen)|phone screen|screening|call|chat|conversation|meeting)`;

/** Words about interviews: asked for, fixed, moved. That one is off stands with the closing words. */
export const interviewCues: readonly Cue[] = [
  {
    kind: "interview_invitation",
    weight: strong,
    pattern: new RegExp(
      String.raw`\b(?:invit(?:e|ing|ation)|like you to come|bring you (?:in|to))\b[^.\n]{0,60}\b(?:for|to)\s+(?:\w+\s){0,6}?(?:interview|${talk}|meet\b|speak)`,
      "i",
    ),
  },
  {
    kind: "interview_invitation",
    weight: strong,
    pattern: new RegExp(
      String.raw`\b(?:would|'d|will|shall|want|love|like|happy|keen|glad|interested|ready|hope|hoping)\s+(?:\w+\s){0,5}?(?:to\s+)?(?:interview you|conduct (?:an? |the )?(?:\w+\s){0,2}interview|(?:schedule|arrange|set up|organi[sz]e|have|do|book|hold|find a time for)\s+(?:an?|the|your|our|another|some)?\s*(?:time\s+(?:for|to)\s+)?(?:\w+\s){0,4}?${talk}|invite you)`,
      "i",
    ),
  },
  {
    kind: "interview_invitation",
    weight: strong,
    pattern:
      /\b(?:would|'d) (?:\w+ ){0,3}(?:like|love) to (?:take (?:some|the|a little) time to )?(?:connect|meet|speak|talk|chat|get to know)\b[^.\n]{0,60}\b(?:you|role|position|about|chat)/i,
  },
  {
    kind: "interview_invitation",
    weight: fair,
    pattern:
      /\b(?:connect|meet|speak|talk|chat) with you\b[^.\n]{0,80}\b(?:about|regarding|to discuss|role|position|opportunity|background|experience)\b/i,
  },
  {
    kind: "interview_invitation",
    weight: fair,
    pattern:
      /\b(?:your availability|are you (?:available|free)|(?:times?|dates?|slots?|days?)(?: and (?:times?|dates?))? (?:that|which|when|you)?\s*(?:\w+ ){0,3}?(?:suit|work|available|convenient|fit|free)|when (?:are|would|could) you (?:be )?(?:available|free)|(?:some|a few|two (?:to|or) three|three) (?:dates|times|options|slots)|suits? you)\b/i,
    evenIf: true,
  },
  {
    kind: "interview_invitation",
    weight: fair,
    pattern:
      /\b(?:book|choose|pick|select|find|grab) (?:a|an|your|the|one of the) (?:\w+ ){0,2}(?:time|slot|date)s?\b|\b(?:booking|scheduling|scheduler|calendly) link\b|\bscheduler\b/i,
  },
  {
    kind: "interview_invitation",
    weight: fair,
    pattern:
      /^(?:\W*|.{0,80}\s)(?:invitation (?:to|for) (?:an? |your |the )?(?:\w+ ){0,2}interview|interview (?:invitation|invite|request|schedule))\b/im,
  },
  {
    kind: "interview_invitation",
    weight: fair,
    pattern:
      /\b(?:work|suit|convenient|free|make it|available|okay|ok) (?:for you )?(?:\w+ ){0,3}(?:for an? |for the |for your )(?:\w+ ){0,2}interview\b|\bhow (?:about|does) [^.\n?]{0,60}\b(?:interview|\d{1,2}(?::\d\d)?\s?(?:am|pm)|\d{1,2}:\d\d)/i,
    evenIf: true,
  },
  {
    kind: "interview_invitation",
    weight: fair,
    pattern:
      /\b(?:telephone|phone|video|informal|in-person|onsite|on-site|panel|first|second|final) interview\b|\binterview (?:with|at) (?:the |our )?\p{Lu}/iu,
  },
  { kind: "interview_invitation", weight: weak, pattern: /\binterview\b/i },
  {
    kind: "interview_invitation",
    weight: strong,
    pattern:
      /\b(?:(?:shortlisted|selected|chosen|put forward|progress(?:ed)?) (?:for|to) (?:an? |the )?(?:\w+ ){0,3}(?:interview|next (?:stage|round))|come in (?:for|to)\b[^.\n]{0,30}\b(?:interview|chat|talk|meet)|have you (?:meet|speak|talk|come)\b|find (?:\d+ minutes|half an hour|an hour|some time|a (?:time|slot|moment))\b[^.\n]{0,40}\b(?:chat|talk|speak|meet|call|discuss)|(?:book|schedule|arrange) your (?:\w+ )?interview)/i,
    evenIf: true,
  },
  {
    kind: "interview_confirmed",
    weight: strong,
    pattern:
      /\b(?:interviews?|phone screen|screening|call|meeting|chat)\b[^.\n]{0,50}\b(?:is|are|has been|have been)\s+(?:now\s+|hereby\s+)?(?:confirmed|scheduled|booked|arranged|set(?: up)?|fixed)\b/i,
  },
  {
    kind: "interview_confirmed",
    weight: strong,
    pattern:
      /\b(?:confirm(?:s|ed|ing|ation)?|remind(?:er|ing)?)\b[^.\n]{0,50}\b(?:interview|phone screen|screening call)\b|\binterview (?:confirmation|confirmed|reminder|arranged|scheduled)\b/i,
  },
  {
    kind: "interview_confirmed",
    weight: strong,
    pattern:
      /\b(?:have|'ve) (?:\w+ly )?(?:scheduled|arranged|set up|booked|organi[sz]ed|fixed)\b[^.\n]{0,50}\b(?:interviews?|following schedule)\b|\byou have an interview (?:with|at|on)\b|\b(?:below|following|here) is (?:your|the) (?:\w+ )?interview schedule\b/i,
  },
  {
    kind: "interview_confirmed",
    weight: fair,
    pattern:
      /\b(?:look(?:ing)? forward to (?:meeting|speaking|talking|seeing|welcoming)|see you (?:on|at|there|then|tomorrow)|speak (?:to you |with you )?(?:on|then|tomorrow)|join(?:ing)? (?:link|url|us at)\b|meeting id\b|where to (?:find|go))\b/i,
  },
  {
    kind: "interview_confirmed",
    weight: strong,
    pattern:
      /\b(?:all set for|ready for|interview (?:will (?:take place|be (?:held|on|at|with))|takes place|is (?:on|at) (?:mon|tues|wednes|thurs|fri|satur|sun|the |\d)))\b/i,
  },
  {
    kind: "interview_rescheduled",
    weight: strong,
    pattern:
      /\b(?:(?:need|have|had|like|want|must|wish|forced|asking) (?:you )?(?:us )?to|us to|could we|can we|may we|is it possible to|we are|we're|I'm) (?:re-?schedul|postpon|mov(?:e|ing) (?:your|our|the) (?:interview|call|meeting|chat)|chang(?:e|ing) (?:the |your |our )(?:\w+ )?(?:time|date|schedule)|push(?:ing)? (?:back )?(?:your|our|the) (?:interview|call|meeting))/i,
  },
  {
    kind: "interview_rescheduled",
    weight: strong,
    pattern:
      /\b(?:interview|call|meeting|chat)\b[^.\n]{0,60}\b(?:has|have|had|was|is|will|needs?)\s+(?:now\s+)?(?:been\s+|to be\s+|be\s+)?(?:re-?scheduled|postponed|moved|pushed|brought forward|changed|updated)\b|\b(?:new|revised|updated) (?:time|date|slot)(?: and (?:time|date))? (?:for|of) (?:your|the|our) (?:\w+ )?interview\b|\binterview (?:details )?(?:rescheduled?|updated|moved|postponed)\b|\breschedul(?:ing|ed) (?:your|our|the) interview\b/i,
  },
];
