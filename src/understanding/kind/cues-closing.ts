import { type Cue, fair, strong, weak } from "./cue.ts";

const vacancy = `(?:position|role|vacancy|job|opening|post|opportunity|requisition|place)s?`;
const onward = `(?:mov(?:e|ing)|proceed(?:ing)?|progress(?:ing)?|continu(?:e|ing)|pursu(?:e|ing)|advanc(?:e|ing)|go(?:ing)?|tak(?:e|ing)|offer(?:ing)?|select(?:ing)?|invit(?:e|ing)|consider(?:ing)?|hir(?:e|ing)|shortlist(?:ing)?)`;
const others = `(?:an(?:other)|other|a different|different|someone|somebody|alternative|an internal|internal)`;

/** Words that end something: no, not now, cancelled, withdrawn. Only the strong ones decide. */
export const closingCues: readonly Cue[] = [
  {
    kind: "rejection",
    weight: strong,
    pattern: new RegExp(
      String.raw`\b(?:decid|cho(?:se|osing)|chosen|elect|opt|agreed|conclud|determin)\w*\s+(?:that\s+)?(?:we\s+)?(?:will\s+)?(?:not to|to not|not)\s+(?:be\s+)?${onward}\b`,
      "i",
    ),
  },
  {
    kind: "rejection",
    weight: strong,
    pattern: new RegExp(
      String.raw`\b(?:decided|chosen|chose|elected|opted|going|choosing|moved?|moving|proceed(?:ed|ing)?|gone|went|progress(?:ed|ing)?|selected|hired|pursu(?:e|ed|ing))\b[^.\n]{0,50}\b(?:with|hire|pursue|select|to)?\s*\b${others}\s+(?:\w+\s){0,2}?(?:candidates?|applicants?|finalists?|person|people|direction|profiles?|individuals?|else|who\b)`,
      "i",
    ),
  },
  {
    kind: "rejection",
    weight: strong,
    pattern: new RegExp(
      String.raw`\b(?:will not|won't|will no longer|are not|aren't|would not|wouldn't|can ?not|can't|not be able to|unable to|not able to|not going to)\s+(?:be\s+)?(?:able to\s+)?(?:mov(?:e|ing)\s+(?:\w+\s){0,4}?(?:forward|ahead|on)|progress(?:ing)?\b|proceed(?:ing)?\b|advanc(?:e|ing)\b|tak(?:e|ing)\s+(?:\w+\s){1,3}?(?:further|forward)|continu(?:e|ing) (?:with|your)|pursu(?:e|ing)|select(?:ing)?\s+you|shortlist|consider(?:ing)?\s+(?:you|your)|offer(?:ing)?\s+you\s+(?:the|this|a|an|our)\s+(?:\w+\s){0,3}?(?:${vacancy}|employment|offer|interview|internship))`,
      "i",
    ),
  },
  {
    kind: "rejection",
    weight: strong,
    pattern:
      /\b(?:not|n't)\s+(?:be\s+)?(?:been\s+)?(?:able to\s+)?(?:invit(?:e|ing)\s+you\s+(?:to|for)\s+(?:the\s+|an?\s+)?(?:next|further|final|interview)|successful\b|shortlisted\b|(?:selected|chosen)\b(?!\s+(?:an|some|any|our|the (?:candidate|person))))|\bunsuccessful\b(?! (?:in|attempt|delivery))/i,
  },
  {
    kind: "rejection",
    weight: strong,
    pattern: new RegExp(
      String.raw`\b(?:${vacancy})\b[^.\n]{0,70}?\b(?:has|have|had|is|was|were)\s+(?:now\s+|already\s+|since\s+|just\s+|recently\s+)?(?:been\s+)?(?:now\s+|already\s+)?(?:filled|cancelled|canceled|withdrawn|closed|eliminated|no longer (?:available|open|vacant))\b`,
      "i",
    ),
  },
  {
    kind: "rejection",
    weight: strong,
    pattern:
      /\bwe(?:'ve| have)?\s+(?:now\s+|already\s+|just\s+)?(?:filled|hired (?:someone|another)|made a selection for|appointed (?:someone|another))\b/i,
  },
  {
    kind: "rejection",
    weight: strong,
    pattern: new RegExp(
      String.raw`\b(?:offered|given|awarded|made an offer)\b[^.\n]{0,40}\bto\s+${others}\b`,
      "i",
    ),
  },
  {
    kind: "rejection",
    weight: strong,
    pattern:
      /\b(?:not|n't|no)\s+(?:\w+\s){0,3}?(?:a|an|the|see (?:a|you as a))?\s*(?:right|good|best|strong|ideal|perfect|close enough|most qualified|suitable)?\s*(?:fit|match|candidate|person)\s+(?:for (?:this|the|our|you|us|what)|at this|between|with (?:our|the|what))/i,
  },
  {
    kind: "rejection",
    weight: strong,
    pattern:
      /\bno longer\s+(?:be\s+)?(?:considered|under consideration|being considered|in consideration|considering (?:you|your))\b/i,
  },
  {
    kind: "rejection",
    weight: strong,
    pattern:
      /\byour (?:application|candidacy)\b[^.\n]{0,40}\b(?:has been|was|is|has)\s+(?:\w+\s)?(?:rejected|declined|unsuccessful|not (?:been )?(?:selected|successful|accepted|progressed))\b/i,
  },
  {
    kind: "rejection",
    weight: strong,
    pattern:
      /\b(?:candidates?|applicants?)\s+(?:whose|who(?:se)?|with)\b[^.\n]{0,80}\b(?:more|better|closer|closely|stronger)\b[^.\n]{0,30}\b(?:match|align|fit|suit|meet|experience)/i,
  },
  {
    kind: "rejection",
    weight: strong,
    pattern:
      /\b(?:sorry|regret(?:s|fully)?|afraid|unfortunately)\b[^.\n]{0,30}\b(?:inform|say|tell|let you know|advise|that|this|your)\b[^.\n]{0,90}\b(?:not|n't)\b[^.\n]{0,50}\b(?:match|fit|forward|successful|candidate for|selected)\b/i,
  },
  {
    kind: "rejection",
    weight: strong,
    pattern:
      /\b(?:don't|do not) (?:think|believe|feel) (?:that )?(?:this|it|you|we|your|the)\b[^.\n]{0,50}\b(?:fit|match)\b|\b(?:it'?s|it is|be) a no\b|\bdecided to (?:withdraw|close|cancel|pass on|decline)\b[^.\n]{0,30}\b(?:vacancy|role|position|job|application|candidacy|opening)\b/i,
  },
  {
    kind: "rejection",
    weight: fair,
    pattern: /\b(?:we have to say no|must decline your|decline your application|not to offer you)\b/i,
  },
  { kind: "rejection", weight: weak, pattern: /\b(?:unfortunately|regret|sorry|disappoint\w*|afraid)\b/i },
  {
    kind: "rejection",
    weight: weak,
    pattern:
      /\bwish(?:es)? (?:you )?(?:\w+ ){0,4}(?:success|luck|well|best|future|search)\b|\bbest (?:of luck|wishes for)\b|\bgood luck (?:with|in)\b/i,
  },
  {
    kind: "rejection",
    weight: weak,
    pattern:
      /\bkeep(?:ing)? your (?:resume|résumé|cv|details|application|profile|information)\b[^.\n]{0,30}\b(?:file|record|database|mind)\b/i,
  },
  {
    kind: "rejection",
    weight: weak,
    pattern:
      /\b(?:difficult|tough|hard|not an? easy|n't an? easy) decision\b|\bdecision was not easy\b|\b(?:extremely |very |highly )?competitive\b|\b(?:high|large|unprecedented) (?:volume|number) of (?:\w+ ){0,2}(?:applications|applicants|candidates)\b/i,
  },
  {
    kind: "rejection",
    weight: weak,
    pattern:
      /\b(?:encourage|invite|welcome) you to (?:\w+ ){0,4}(?:apply|re-?apply|keep an eye|check|watch|stay)\b|\bfuture (?:openings|opportunities|positions|vacancies|roles)\b/i,
  },
  {
    kind: "no_for_now",
    weight: strong,
    pattern:
      /\b(?:put |place[ds]? |been |is |are |currently )(?:the |this |our )?(?:\w+ ){0,3}?on (?:hold|ice)\b|\bhiring (?:freeze|pause|stop)\b|\b(?:paus(?:e|ed|ing)|fr(?:o|ee)z(?:e|en|ing)|suspend(?:ed|ing)?) (?:all |our |the |this )?(?:hiring|recruitment|recruiting|search|role|position)\b|\b(?:role|position|search|hiring|recruitment) (?:has been|is|was) (?:currently )?(?:paused|frozen|suspended|postponed|deferred)\b/i,
  },
  {
    kind: "no_for_now",
    weight: strong,
    pattern:
      /\b(?:no|not (?:have )?any|n't (?:have )?any|n't have an?|not have an?|not (?:currently )?)\s*(?:suitable |current |further |more |immediate )?(?:openings?|vacanc(?:y|ies)|positions?|places|headcount|hiring)\b[^.\n]{0,40}\b(?:right now|at the moment|at present|currently|for now|this (?:year|quarter|term))\b/i,
  },
  {
    kind: "no_for_now",
    weight: strong,
    pattern:
      /\b(?:get|come|be|reach) (?:back|in touch|out)(?: to| with)?(?: you)?[^.\n]{0,30}\b(?:as soon as|once|when) (?:the |our |we |a |it )[^.\n]{0,40}\b(?:reopen|re-open|opens?|resume|budget|approved|come up|comes up|available)\b/i,
  },
  {
    kind: "no_for_now",
    weight: strong,
    pattern: /\b(?:deferred your offer|offer has been deferred|course is now full|no more places)\b/i,
  },
  {
    kind: "interview_cancelled",
    weight: strong,
    pattern:
      /\b(?:cancel(?:l?ed|l?ing|lation)?|call(?:ed|ing)? off)\b[^.\n]{0,60}\b(?:interview|meeting|call|chat|conversation|screening)\b/i,
  },
  {
    kind: "interview_cancelled",
    weight: strong,
    pattern:
      /\b(?:interview|phone screen|screening)\b[^.\n]{0,60}\b(?:(?:has|have) (?:had to )?(?:been|be) (?:cancel|called off)|(?:is|was) (?:cancel|called off)|cancel(?:l?ed|lation)\b)/i,
  },
  {
    kind: "interview_cancelled",
    weight: strong,
    pattern:
      /\binterview\b[^.\n]{0,60}\b(?:will not|won't|is not|isn't|cannot|can't)\s+(?:be\s+)?(?:able to\s+)?(?:go(?:ing)? ahead|take place|tak(?:e|ing) place|happen(?:ing)?)\b/i,
  },
  {
    kind: "offer_withdrawn",
    weight: strong,
    pattern:
      /\b(?:offer|contract)\b[^.\n]{0,60}\b(?:(?:has|have) been|is|was|being|must|had to|to) (?:be )?(?:withdrawn|rescinded|revoked|cancel)|\b(?:withdraw(?:n|ing)?|rescind(?:ed|ing)?|revok(?:e|ed|ing)|retract(?:ed|ing)?)\b[^.\n]{0,30}\b(?:offer|contract)\b|\boffer (?:withdrawn|withdrawal|cancellation|rescinded)\b|\bnot meet (?:these|the|your) (?:offer )?conditions\b/i,
  },
];
