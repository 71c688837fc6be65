import { ImapFlow } from "imapflow";
import type { Temporal } from "temporal-polyfill";
import { openImapServer } from "../../src/sandbox/imap-server.ts";
import { startDovecot } from "../support/dovecot.ts";
import type { Seeker } from "./people.ts";
import { openWire, type Wire } from "./wire.ts";

/** One person's mailbox on an IMAP server, and the network before it. */
export type Box = {
  readonly seeker: Seeker;
  readonly login: string;
  readonly wire: Wire;
  readonly put: (folder: "INBOX" | "Sent", raw: string | Buffer, at: Temporal.Instant) => Promise<void>;
  /** Message-IDs of Sent, without angle brackets; one of a copy that stands twice stands here twice. */
  readonly sentIds: () => Promise<readonly string[]>;
};

export const password = "correct horse";

/** In this process, one small server a mailbox. */
export async function ownBoxes(seekers: readonly Seeker[]) {
  const servers = await Promise.all(
    seekers.map(async (seeker) => {
      const login = seeker.address;
      const server = await openImapServer({ login, password });
      const wire = await openWire(() => ({ host: "127.0.0.1", port: server.port }));
      const box: Box = {
        seeker,
        login,
        wire,
        put: async (folder, raw, at) => server.append(folder, Buffer.from(raw), at),
        sentIds: async () => server.mails("Sent").map((raw) => idOf(raw.toString("latin1"))),
      };
      return { box, server };
    }),
  );
  return {
    boxes: servers.map(({ box }) => box),
    close: async () => {
      for (const { box, server } of servers) {
        await box.wire.close();
        await server.close();
      }
    },
  };
}

/** On one Dovecot, an account each. */
export async function dovecotBoxes(seekers: readonly Seeker[]) {
  const dovecot = await startDovecot({ logins: seekers.map(({ n }) => `seeker${n}`) });
  const boxes = await Promise.all(
    seekers.map(async (seeker): Promise<Box> => {
      const login = `seeker${seeker.n}`;
      const wire = await openWire(() => ({ host: "127.0.0.1", port: dovecot.imapPort }));
      const over = async <T>(work: (client: ImapFlow) => Promise<T>): Promise<T> => {
        const client = new ImapFlow({
          host: "127.0.0.1",
          port: dovecot.imapPort,
          secure: false,
          doSTARTTLS: false,
          auth: { user: login, pass: dovecot.password },
          logger: false,
        });
        await client.connect();
        try {
          return await work(client);
        } finally {
          await client.logout();
        }
      };
      return {
        seeker,
        login,
        wire,
        put: (folder, raw, at) =>
          over(async (client) => {
            const flags = folder === "Sent" ? ["\\Seen"] : [];
            await client.append(folder, Buffer.from(raw), flags, new Date(at.epochMilliseconds));
          }),
        sentIds: () =>
          over(async (client) => {
            await client.mailboxOpen("Sent", { readOnly: true });
            const mails = await client.fetchAll("1:*", { envelope: true });
            return mails.map((mail) => (mail.envelope?.messageId ?? "").replace(/^<|>$/g, ""));
          }),
      };
    }),
  );
  return {
    boxes,
    close: async () => {
      for (const { wire } of boxes) await wire.close();
      await dovecot.stop();
    },
  };
}

const idOf = (raw: string): string => /^message-id:\s*<([^>]*)>/im.exec(raw)?.[1] ?? "";
