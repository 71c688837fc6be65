import type { Temporal } from "temporal-polyfill";
import { isSamePerson } from "./account.ts";
import { type Gate, openGate } from "./gate.ts";
import { type FolderName, openImapServer } from "./imap-server.ts";
import { type Letter, readLetter } from "./letter.ts";
import { imapOutside, smtpOutside } from "./mailbox-outside.ts";
import { openSmtpServer, type SmtpFault, type TakenMail } from "./smtp-server.ts";

/** A mail that has left for someone else. */
export type Departed = {
  readonly letter: Letter;
  /** Recipients of the envelope, lower case. */
  readonly to: readonly string[];
  readonly by: "program" | "hand";
  readonly at: Temporal.Instant;
};

/** Both ends of the person's mailbox, and everyone's view of what went through it. */
export type PostOffice = {
  readonly imap: { readonly host: string; readonly port: number };
  readonly smtp: { readonly host: string; readonly port: number };
  readonly login: string;
  readonly password: string;
  /** Puts a mail from outside into INBOX, byte for byte. */
  readonly deliver: (raw: Buffer) => Promise<Letter>;
  /** The person wrote: into Sent, and to INBOX when it goes to themselves, else out to `to`. */
  readonly personWrites: (raw: Buffer, to: string) => Promise<Letter>;
  /** Mails from outside that were delivered, oldest first. */
  readonly received: readonly Letter[];
  /** Mails to someone else, oldest first. */
  readonly departed: readonly Departed[];
  /** What the program sent to the person, oldest first. */
  readonly toPerson: readonly { readonly letter: Letter; readonly at: Temporal.Instant }[];
  readonly named: () => readonly string[];
  readonly breakSmtp: (fault: SmtpFault) => void;
  readonly isFaultArmed: () => boolean;
  readonly shutImap: () => void;
  readonly openImap: () => void;
  readonly close: () => Promise<void>;
};

export type PostOfficeOptions = {
  readonly address: string;
  readonly password: string;
  readonly now: () => Temporal.Instant;
  readonly bringsMailToOthers: () => Promise<boolean>;
  /** Other servers on the loopback: IMAP in place of ours; SMTP that ours passes the program's mails on to. */
  readonly imapUrl?: string;
  readonly smtpUrl?: string;
};

/**
 * Opens the mailbox: our own servers, or another one on the loopback. The program always submits to our SMTP server, so
 * that what leaves is seen whole; with `smtpUrl` each mail is passed on there, and that server's reply is the reply.
 */
export async function openPostOffice(options: PostOfficeOptions): Promise<PostOffice> {
  const own = options.imapUrl === undefined ? await openOwnImap(options) : null;
  const imap = own ?? imapOutside(options.imapUrl ?? "");
  const gate: Gate = await openGate({ host: imap.host, port: imap.port });
  const passOn = options.smtpUrl === undefined ? null : smtpOutside(options.smtpUrl);

  const received: Letter[] = [];
  const departed: Departed[] = [];
  const toPerson: { letter: Letter; at: Temporal.Instant }[] = [];
  const isPerson = (address: string) => isSamePerson(options.address, address);
  const append = async (folder: FolderName, raw: Buffer) => imap.append(folder, raw, options.now());

  const take = async (mail: TakenMail) => {
    const refusal = passOn === null ? undefined : await passOn(mail);
    if (refusal !== undefined) return refusal;
    const letter = await readLetter(mail.raw);
    const others = mail.to.filter((address) => !isPerson(address));
    if (others.length > 0) departed.push({ letter, to: others, by: "program", at: options.now() });
    if (others.length < mail.to.length) {
      if (passOn === null) await append("INBOX", mail.raw);
      toPerson.push({ letter, at: options.now() });
    }
    return undefined;
  };

  const smtp = await openSmtpServer({
    login: imap.login,
    password: imap.password,
    isPerson,
    bringsMailToOthers: options.bringsMailToOthers,
    take,
  });

  return {
    imap: { host: "127.0.0.1", port: gate.port },
    smtp: { host: "127.0.0.1", port: smtp.port },
    login: imap.login,
    password: imap.password,
    deliver: async (raw) => {
      const letter = await readLetter(raw);
      await append("INBOX", raw);
      received.push(letter);
      return letter;
    },
    personWrites: async (raw, to) => {
      const letter = await readLetter(raw);
      await append("Sent", raw);
      if (isPerson(to)) await append("INBOX", raw);
      else departed.push({ letter, to: [to.toLowerCase()], by: "hand", at: options.now() });
      return letter;
    },
    received,
    departed,
    toPerson,
    named: smtp.named,
    breakSmtp: smtp.break,
    isFaultArmed: smtp.isArmed,
    shutImap: gate.shut,
    openImap: gate.open,
    close: async () => {
      await smtp.close();
      await gate.close();
      await own?.close();
    },
  };
}

async function openOwnImap(options: PostOfficeOptions) {
  const account = { login: options.address, password: options.password };
  const server = await openImapServer(account);
  return { host: "127.0.0.1", port: server.port, ...account, append: server.append, close: server.close };
}
