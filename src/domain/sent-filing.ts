/** Providers whose SMTP servers put what goes through them into Sent by themselves: Gmail, and Exchange Online with Outlook.com (SAFETY R7). */
const filing =
  /^(?:smtp\.(?:gmail|googlemail)\.com|smtp\.office365\.com|smtp-mail\.outlook\.com|(?:outlook|smtp)\.office365\.(?:com|us)|smtp\.live\.com|(?:smtp|outlook)\.(?:hotmail|outlook)\.com)$/i;

/** An address in numbers, or a name without a domain, is a server of one's own, which only takes and passes on. */
const ofOnesOwn = /^(?:[\d.]+|\[?[\da-f:]+\]?|[^.]+)$/i;

/**
 * Who files what goes through that SMTP server: the provider, we, or it is not known. Many providers let their customers choose, so that where
 * it is not known the provider's own copy is waited for before one is made.
 */
export const filerOf = (smtpHost: string): "provider" | "us" | "unknown" =>
  filing.test(smtpHost) ? "provider" : ofOnesOwn.test(smtpHost) ? "us" : "unknown";

/** For so long after the sending a provider may take to file its own copy; a guess, see "What is not known yet" in SAFETY. */
export const waitForOwnCopy = { minutes: 2 };
