import type { Fate } from "../understanding/bounce/fate.ts";

/** What the digest says of a mail that came back, and what to do (POLICY 3.4, 6.11); null: there is nothing to tell. */
export function bounceInWords(address: string, { outcome, status, quote }: Fate): string | null {
  const code = status === "" ? "" : ` (${status})`;
  switch (outcome) {
    case "gone":
      return `Your mail to ${address} came back${code}. Nothing more is written there; do you know another address? Write there once yourself; when they answer, I know the address.`;
    case "full":
      return `Your mail to ${address} came back: the mailbox there is full${code}. The address is right and stays; send it again yourself in a few days, or write to somebody else there. I do not send it again.`;
    case "refused":
      return `Your mail to ${address} came back: their server refused the mail, not the address${code}${said(quote)}. The address stays; send it again yourself in other words or from another account, or call. I do not send it again.`;
    case "undelivered":
      return `Your mail to ${address} could not be delivered${code}: ${quote === "" ? "the report gives no reason" : quoted(quote)}. That does not say that the address is wrong, so it stays. Do you know another one? Write there once yourself; else send this mail again yourself in a few days. I do not send it again.`;
    case "delayed":
      return `Your mail to ${address} is late${code}: a server keeps trying to deliver it. There is nothing to do yet; if it comes back I tell you.`;
    case "arrived":
      return null;
  }
}

const said = (quote: string): string => (quote === "" ? "" : `, saying ${quoted(quote)}`);

const quoted = (quote: string): string => `“${quote.length > 160 ? `${quote.slice(0, 159)}…` : quote}”`;
