/** Words of mail servers about why a mail did not arrive. They are read of reports only, which no person wrote. */

export const unknownUser =
  /\b(?:(?:no such|unknown|invalid|non-?existent|unrouteable|bad) (?:user|person|recipient|mailbox|address|account|local[- ]?part|destination)|(?:user|recipient|mailbox|account|address|alias)(?: address)?(?: you [^.\n]{0,40})?(?: is| was| has been)? ?(?:unknown|not found|invalid|disabled|inactive|deactivated|suspended|closed|(?:does|did|could) ?(?:not|n't) (?:exist|be found))|(?:user|recipient)s? unknown|unknown or illegal alias|does(?: not|n't) (?:have an? |exist|like recipient)|doesn't have an?\b|no mailbox (?:here )?by that name|not (?:listed|our customer|a known user)|address not found|couldn't be found|wasn't found|could not be found|recipient ?not ?found|recipnotfound|no longer (?:available|valid|active|exists?)|not a valid (?:user|mailbox|recipient))\b/i;

/** No way to the server is known; for good only where the status says so, for name servers are away at times. */
export const unknownHost =
  /\b(?:host (?:or domain name )?not found|domain (?:name )?not found|no such domain)\b/i;

/** Of a permanent failure: RFC 5321 section 4.2.2 says it of a mailbox that is not found; of a temporary one it means busy. */
export const mailboxUnavailable = /\bmailbox (?:is )?unavailable\b/i;

export const mailboxFull =
  /\b(?:over ?quota|quota (?:is |was )?(?:exceeded|full)|exceed(?:s|ed)?(?: \w+){0,4} (?:quota|storage)|out of (?:storage|space)|number of messages in [^.\n]{0,40}mailbox exceed\w*|not enough (?:storage|space|disk)|insufficient (?:system )?storage|mail(?:box)?(?: \w+){0,3} (?:is |are )?full|inbox is full|storage (?:limit|allocation)|disk quota)\b/i;

/** The mail itself, its size, its sender's server or its likeness to spam; what is refused before or after the recipient was named is not about the recipient. */
export const refusedAsMail =
  /\b(?:spam\w*|junk|black-?list\w*|block-?list\w*|blocked|deny-?list\w*|dnsbl|rbl|spamhaus|barracuda|reputation|virus\w*|malware|phish\w*|(?:policy|security|content)(?: \w+)? (?:reasons?|restrictions?|violations?|rejection)|for policy|dmarc|dkim|spf|unauthenticated|not authenticated|too (?:large|big|long)|size (?:limit|exceeds)|exceeds? (?:the )?(?:\w+ ){0,3}(?:size|limit)|message size|rate limit\w*|too many (?:messages|connections|recipients)|bulk mail|suspicious|poor|banned|attachments? (?:type )?(?:is |are )?(?:not allowed|blocked|rejected)|rejected (?:for|due to|by|as)(?: \w+){0,3} (?:content|policy|filter)|content (?:rejected|filter)|not accepted for|access denied|after (?:initial connection|mail from|end of data)|(?:reply to|to our) (?:end of )?(?:data|mail from)\b|ptr record|reverse dns|mismatches client|not (?:authorized|allowed|permitted) to send)\b/i;

/** The server keeps the mail and goes on trying (POLICY 8.2: a delay). */
export const stillTrying =
  /\b(?:warning (?:message )?only|no action is required|do not need to resend|(?:not|n't) (?:yet )?been delivered yet|not yet been delivered|has not been delivered after|will (?:be retried|retry|keep (?:on )?trying|continue (?:to|trying)|try again)|(?:be|is) (?:attempted|retried) again|delivery (?:attempts? )?will continue|continue to (?:be attempted|try)|still (?:trying|being retried|in the queue)|(?:delivery|message|mail) (?:is|has been|was) delayed|delivery (?:status notification )?\(?delay(?:ed)?\)?)\b/i;

/** It does not try any more. */
export const givenUp =
  /\b(?:giv(?:en|ing) up|gave up|permanent(?:ly)? (?:error|fail\w*|fatal)|failed permanently|will not (?:be retried|retry|try)|no further (?:attempts?|delivery)|undeliverable|returned to sender|delivery (?:has )?failed)\b/i;
