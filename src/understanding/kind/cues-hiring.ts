import { type Cue, fair, strong, weak } from "./cue.ts";

/** Words of a hiring process that goes on, apart from its interviews. */
export const hiringCues: readonly Cue[] = [
  {
    kind: "info_request",
    weight: fair,
    pattern:
      /\b(?:please|kindly|could you|can you|would you|need you to|ask(?:ing)? you to|require you to)\b[^.\n]{0,40}\b(?:provide|send|submit|upload|supply|furnish|share|forward|fill (?:in|out)|complete|return|clarify|attach)\b[^.\n]{0,80}\b(?:resume|résumé|cv|references?|documents?|transcripts?|portfolio|certificates?|form|questionnaire|details|information|salary|notice period|work permit|right to work|copy|id|passport|availability|steps|application|profile|below|following)\b/i,
  },
  {
    kind: "info_request",
    weight: strong,
    pattern:
      /\b(?:additional|further|more|missing|outstanding) (?:information|data|details|documents?|documentation|requirements)(?: (?:is|are))? (?:needed|required|missing|outstanding)|\b(?:need|require) (?:some |to collect )?(?:additional|further|more) (?:information|details|documents|data)|\b(?:documents?|requirements|information) (?:are|is) (?:still )?missing\b|\bcomplete (?:the |a |this )?questionnaire\b|\bcomplete \d+ (?:quick )?steps\b/i,
  },
  {
    kind: "info_request",
    weight: fair,
    pattern:
      /\b(?:action (?:needed|required)|task awaits)\b|\bare you (?:interested exclusively|still interested|interested in (?:full|part|a |the ))|\bwhat are you interested in\b|\bneed (?:the|your) answer\b|\bhas not responded yet\b/i,
  },
  {
    kind: "assessment",
    weight: strong,
    pattern:
      /\b(?:complete|take|finish|do|submit|invite you to|invitation to|attached|following|prepared an?|have an?)\b[^.\n]{0,60}\b(?:(?:online|technical|coding|skills?|written|aptitude|psychometric|take-?home|pre-employment|home)\s+(?:\w+\s)?(?:assessments?|tests?|challenge|exercise|task|assignment)|assessments?\b|skills? tests?|coding (?:challenge|test|exercise)|case study|take-?home|assignment\b|small exercise|(?:one-way|recorded|on-demand|asynchronous|pre-recorded) (?:video )?interview)/i,
  },
  {
    kind: "assessment",
    weight: fair,
    pattern:
      /\b(?:hackerrank|codility|hirevue|testgorilla|codesignal|leetcode assessment|complete assessment)\b|\b(?:technical|online|coding) (?:assessment|challenge|test)\b|\bassignment invitation\b/i,
  },
  {
    kind: "holding",
    weight: fair,
    pattern:
      /\b(?:(?:still )?deliberating|still in the (?:running|mix|process|frame)|(?:sorry|apologies) for the (?:silence|delay|wait|radio silence)|back in touch|(?:great|good|lovely|nice|pleasure|enjoyed) (?:to meet|meeting|to speak|speaking|to talk|talking)(?: (?:to|with))? you)\b/i,
  },
  {
    kind: "holding",
    weight: strong,
    pattern:
      /\b(?:still|currently|continuing to)\s+(?:\w+ly\s+)?(?:review(?:ing)?|consider(?:ing)?|interview(?:ing)?|in the process|evaluat(?:e|ing)|discuss(?:ing)?|work(?:ing)? through|finali[sz](?:e|ing)|wait(?:ing)?|await(?:ing)?|decid(?:e|ing)|meeting (?:other )?candidates|speaking (?:to|with) (?:other )?candidates)\b|\b(?:no|n't have (?:any|an)|not have (?:any|an)|not yet have|without) (?:news|update|decision|answer|feedback)\b|\b(?:not|n't|not yet) (?:yet )?(?:made|reached|come to|taken|had) (?:a|our|the|any|time)\b[^.\n]{0,20}\b(?:decision|feedback)?|\bnot (?:yet )?(?:decided|know)\b|^not yet\b/im,
  },
  {
    kind: "holding",
    weight: strong,
    pattern:
      /\b(?:tak(?:e|es|ing)|need(?:s|ing)?)\s+(?:us\s+)?(?:a )?(?:little |bit |bit more |few more |some more |more |rather |slightly )*(?:longer|more time|time|days|weeks)\b|\b(?:process|decision|review|application)\b[^.\n]{0,50}\b(?:delayed|taking longer|more slowly|ongoing|underway)\b|\b(?:being considered|under (?:review|consideration)|application was viewed|bear with us|appreciate your patience|thank you for your patience|hang tight|remain (?:very )?interested)\b/i,
  },
  {
    kind: "holding",
    weight: fair,
    pattern:
      /\b(?:thank you|thanks|great|lovely|pleasure|good|enjoyed|nice)\b[^.\n]{0,40}\b(?:for (?:coming|meeting|speaking|talking|taking the time|your time|interviewing|joining)|meeting you|speaking (?:to|with) you|talking to you)\b/i,
  },
  {
    kind: "holding",
    weight: fair,
    pattern:
      /\b(?:forwarded|passed|forwarding|sent|shared) (?:on )?your (?:resume|résumé|cv|details|profile|application|question|message)\b|\b(?:should|will|'ll) (?:contact|be in touch|get back|come back|let you know|update)\b/i,
  },
  {
    kind: "offer",
    weight: strong,
    pattern:
      /\b(?:pleased|delighted|happy|excited|thrilled|glad|proud|honou?red|like|pleasure)\s+(?:to (?:be )?(?:\w+ )?(?:offer|offering|extend|make|present)|in offering)\b(?:\s+to)?(?:\s+you)?(?:\s+with)?\s+(?:the|a|an|our|this|you\b|your)?\s*(?:\w+\s){0,7}?(?:offer|position|role|job|post|employment|place|contract|internship)\b/i,
  },
  {
    kind: "offer",
    weight: strong,
    pattern:
      /\b(?:extend|make|making|extending|sending) (?:you )?an? (?:\w+ )?(?:job )?offer(?: to you)?\b(?! of help)|\b(?:formal|written|attached|your|the) (?:offer letter|letter of offer|offer of employment|job offer|employment contract)\b|^(?:\W*|.{0,60}\s)offer (?:letter|of employment)\b|\bthe offer you received\b/im,
  },
  {
    kind: "offer",
    weight: fair,
    pattern:
      /\b(?:offer (?:terms|details|package)|compensation package|welcome (?:you )?(?:to the team|aboard|on board)|the job is yours|(?:summer|full-time|job|verbal|formal) offer)\b/i,
  },
  {
    kind: "offer",
    weight: strong,
    pattern:
      /\b(?:attached|enclosed|here is|sending you)\b[^.\n]{0,30}\b(?:your )?(?:employment )?contract(?: of employment)?\b/i,
  },
  {
    kind: "application_received",
    weight: strong,
    pattern:
      /\b(?:received|receipt of|got|submitted|sent us)\s+(?:\w+\s)?(?:your|the|an?)\s+(?:\w+\s){0,3}?(?:application|resume|résumé|cv|employment profile)\b|\bapplication\b[^.\n]{0,120}\b(?:has been|was|is|have been)\s+(?:\w+ly\s+)?(?:received|submitted|sent|registered|recorded)\b|\bsubmitted (?:your|an) (?:\w+ ){0,3}application\b|\bconfirm(?:s|ing)? (?:that )?(?:receipt|your application|we (?:have )?received)\b/i,
  },
  {
    kind: "application_received",
    weight: fair,
    pattern:
      /\bthank(?:s| you)[^.\n]{0,30}\b(?:for (?:your (?:recent )?(?:job )?application|applying|submitting|sending (?:us )?your (?:cv|resume|application)|your (?:\w+ )?interest in)|that you (?:applied|considered))/i,
  },
  {
    kind: "application_received",
    weight: weak,
    pattern:
      /\b(?:will|'ll) (?:be )?(?:\w+ly )?(?:review(?:ing|ed)?|look(?:ing)? at|assess)\b[^.\n]{0,60}\b(?:application|resume|cv|qualifications|skills|experience|profile)\b|\byour application will be\b/i,
  },
];
