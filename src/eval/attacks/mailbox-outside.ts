import type { Temporal } from "temporal-polyfill";
import { freshPassword, isSamePerson } from "../../sandbox/account.ts";
import { type ImapServer, openImapServer } from "../../sandbox/imap-server.ts";
import { openSmtpServer, type TakenMail } from "../../sandbox/smtp-server.ts";

/** A mail that the outgoing server took. */
export type Left = {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
  readonly at: Temporal.Instant;
};

type Kept = { readonly folder: "INBOX" | "Sent"; readonly raw: Buffer; readonly at: Temporal.Instant };

/** The person's mailbox as its servers have it: IMAP and SMTP sockets on the loopback. */
export type MailboxOutside = {
  readonly login: string;
  readonly password: string;
  readonly smtpPort: number;
  readonly imapPort: () => number;
  readonly put: (folder: Kept["folder"], raw: Buffer) => void;
  /** How many mails lie in both folders. */
  readonly size: () => number;
  /** Everything that left since the last `reset`. */
  readonly left: () => readonly Left[];
  /** Keeps what lies there now as the state to which `reset` goes back. */
  readonly keep: () => void;
  /** A new IMAP server that holds what was kept, under the same UIDs. */
  readonly reset: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function openMailboxOutside(
  address: string,
  now: () => Temporal.Instant,
): Promise<MailboxOutside> {
  const account = { login: address, password: freshPassword() };
  let imap: ImapServer = await openImapServer(account);
  let lying: readonly Kept[] = [];
  let kept: readonly Kept[] = [];
  let left: Left[] = [];
  const put = (folder: Kept["folder"], raw: Buffer): void => {
    lying = [...lying, { folder, raw, at: now() }];
    imap.append(folder, raw, now());
  };
  const take = async ({ from, to, raw }: TakenMail): Promise<undefined> => {
    left.push({ from, to, raw, at: now() });
    if (to.some((one) => isSamePerson(address, one))) put("INBOX", raw);
  };
  const smtp = await openSmtpServer({
    ...account,
    isPerson: (one) => isSamePerson(address, one),
    bringsMailToOthers: async () => false,
    take,
  });
  const size = () => imap.mails("INBOX").length + imap.mails("Sent").length;
  return {
    ...account,
    smtpPort: smtp.port,
    imapPort: () => imap.port,
    put,
    size,
    left: () => left,
    keep: () => {
      const { length } = lying.filter(({ folder }) => folder === "Sent");
      // What the program has filed into Sent itself is known by the server alone.
      const filed = imap.mails("Sent").slice(length);
      kept = [...lying, ...filed.map((raw): Kept => ({ folder: "Sent", raw, at: now() }))];
    },
    reset: async () => {
      await imap.close();
      imap = await openImapServer(account);
      for (const { folder, raw, at } of kept) imap.append(folder, raw, at);
      lying = kept;
      left = [];
    },
    close: async () => {
      await smtp.close();
      await imap.close();
    },
  };
}
