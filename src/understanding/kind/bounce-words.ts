/** Words by which mail servers tell that a mail of ours was not delivered, or not yet. Each list is meant for mail that no person wrote. */

/** The local part of a server's own address. */
export const serverAddress =
  /^(?:mailer[-_]?daemon|post[-_]?master|mail[-_]?daemon|mmdf|mail[-_]?delivery|bounces?|double-bounce|mdaemon|mailsystem|mail-?admin(?:istrator)?|microsoftexchange[\da-f]{32})(?:[+@._-]|$)/i;
/** One that takes no answers. */
export const programAddress =
  /^(?:[a-z]+[-_.])?(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|notifications?|alerts?|sysadmin|system|staff|root|feedback(?:loop)?|abuse|complaints?|[a-z]+-admin|majordomo|listserv|list-?master|owner-[\w.-]+|[\w.-]+-(?:owner|request|bounces?))(?:[+@]|$)/i;
export const serverName =
  /\bmail delivery|\bdelivery (?:sub)?system|\bpostmaster\b|\bmailer-daemon\b|\bsystem administrator\b/i;

const failed =
  "(?:fail(?:ed|ure|s)?|undeliverable|undelivered|incomplete|delayed|rejected|refused|returned|blocked|unsuccessful)";
const mail = "(?:e-?mail|mail|message|nachricht|delivery)";
/** Subjects that servers write. The word order tells them from a person's "your mail came back". */
export const bounceSubject = new RegExp(
  [
    `^\\W*(?:(?:warning|error|notice|automatic|your|the|e-?mail|mail|message)\\W{1,3}){0,4}(?:delivery )?${failed}\\b`,
    `\\b(?:delivery|${mail}) (?:status )?(?:notification|report|error|problem|${failed}|has been (?:delayed|rejected))\\b`,
    "\\bfailure notice\\b|\\breturned (?:e-?)?mail\\b|\\breturn(?:ed|ing)?(?: message)? to sender\\b|\\bundeliver(?:ed|able)\\b",
    "\\bbounce(?:d)? (?:notification|message|mail|e-?mail)\\b|\\bnon[- ]?delivery\\b|\\bcould ?n[o']t be delivered\\b|\\b(?:not|un)[- ]?deliver",
    "\\b(?:nicht zustellbar|unzustellbar|zustellung fehlgeschlagen|non remis|échec de (?:la )?remise|non distribu|no entregado|no se (?:pudo|ha podido) entregar|niet (?:bezorgd|afgeleverd)|onbestelbaar|não entregue|falha na entrega|mancata consegna)\\b",
    "メールエラー|配信できません|送信できませ|退信|投递失败",
  ].join("|"),
  "i",
);

/** Said of a mail that did not arrive, by servers and by nobody else in so few words. */
export const notDelivered = new RegExp(
  [
    "\\b(?:could|can|was|were|has|have|did|is|will|be|been)\\s?(?:not|n't) (?:be |been |yet )?(?:successfully )?(?:delivered|reach(?:ed)?|relayed)\\b",
    "\\b(?:unable|unsuccessful) (?:to|in) deliver\\w*|\\bundeliver(?:able|ed)\\b|\\bnot deliver(?:ed|able)\\b|\\berror (?:in )?delivering\\b",
    "\\bfail(?:ed|ure|ing) (?:to|in) deliver\\w*|\\bdelivery (?:to|has|of this) [^.\\n]{0,60}\\bfail\\w*|\\bdelivery (?:failed|failure|error|attempts?|temporarily|is delayed)\\b",
    "\\b(?:unknown|invalid|no such|nonexistent|unrouteable) (?:user|recipient|mailbox|local[- ]?part)\\b|\\brecipients? (?:rejected|unknown|refused|address)\\b",
    "\\b(?:user|recipient|mailbox|e-?mail address|email account) (?:address )?(?:is |was |has )?(?:been )?(?:unknown|not found|invalid|disabled|(?:over|exceeded (?:its|the)) quota|full|does ?(?:not|n't) exist)\\b",
    "\\bmailbox (?:is )?full\\b|\\breturned to (?:the )?sender\\b|\\btranscript of session\\b|\\brelay(?:ing)? denied\\b|\\btoo many hops\\b",
    "\\bremains in the (?:server |mail )?queue\\b|\\b(?:will|be) (?:keep|continue|still) (?:trying|retried)\\b|\\bnot a? ?member\\b|\\bduplicated message-id\\b",
    '"(?:notificationType|eventType)"\\s*:\\s*"(?:Bounce|Complaint|Delivery)',
    "送信できませ|配信できませ|配送できませ|宛先不明",
  ].join("|"),
  "i",
);

/** Weaker words, enough where the sender is a server. */
export const serverWords =
  /\b(?:deliver(?:y|ed|ing)|fail(?:ed|ure|s)|bounce[ds]?|reject(?:ed|s)|refused|(?:permanent|fatal|transient|temporary) (?:fatal )?errors?|errors?|quota|access denied|unknown|smtp|recipients?|postmaster)\b/i;

/** Answers of SMTP servers (RFC 5321 section 4.2, RFC 3463) and the fields around them, as they stand in a log. */
export const transcript =
  /\b[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}\b|^\W{0,6}[45]\d\d[ -][^\n]{0,100}\b(?:user|mailbox|recipient|relay\w*|denied|rejected|unknown|unavailable|spam)\b|^(?:final-recipient|diagnostic-code|remote-mta)\s*:|\brcpt to:\s?<|\bmail from:\s?</im;

/** A person tells of a returned mail, or passes one on. */
export const personsSubject = /^\s*(?:re|fwd?|fw|aw|wg|tr|rv|sv|vs|antw|enc|i|rif|r)\s*:/i;
