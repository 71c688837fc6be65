import type { AddressInfo, Socket } from "node:net";
import hoodiecrow from "hoodiecrow-imap";
import type { Temporal } from "temporal-polyfill";
import { repairs } from "./imap-repairs.ts";

export type FolderName = "INBOX" | "Sent";

export type ImapServer = {
  readonly port: number;
  /** Puts a mail into a folder, byte for byte, with this INTERNALDATE, and notifies whoever is in IDLE on it. */
  readonly append: (folder: FolderName, raw: Buffer, at: Temporal.Instant) => void;
  /** The mails of a folder as they stand, oldest first. */
  readonly mails: (folder: FolderName) => readonly Buffer[];
  readonly close: () => Promise<void>;
};

/** Opens an IMAP server for one account on a free port of the loopback: INBOX, Sent and Drafts, plain text, nothing on disk. */
export function openImapServer(account: { login: string; password: string }): Promise<ImapServer> {
  const server = hoodiecrow({
    plugins: [
      "ID",
      "AUTH-PLAIN",
      "SASL-IR",
      "IDLE",
      "UIDPLUS",
      "SPECIAL-USE",
      "ENABLE",
      "UNSELECT",
      "LITERALPLUS",
      "NAMESPACE",
      repairs,
    ],
    users: { [account.login]: { password: account.password } },
    storage: {
      INBOX: { uidvalidity: 1001 },
      "": {
        separator: "/",
        folders: {
          Sent: { "special-use": "\\Sent", uidvalidity: 1002 },
          Drafts: { "special-use": "\\Drafts", uidvalidity: 1003 },
        },
      },
    },
  });
  const sockets = new Set<Socket>();
  server.server.on("connection", (socket: Socket) => {
    // Its answers go out line by line; held back for the other side's ACK, each line would cost 40 ms.
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });

  return new Promise((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.server.address() as AddressInfo;
      resolve({
        port,
        append: (folder, raw, at) => {
          const flags = folder === "Sent" ? ["\\Seen"] : [];
          server.appendMessage(folder, flags, internalDate(at), raw.toString("latin1"));
        },
        mails: (folder) =>
          (server.getMailbox(folder)?.messages ?? []).map(({ raw }) => Buffer.from(raw, "latin1")),
        close: () =>
          new Promise((closed) => {
            server.server.close(() => closed());
            for (const socket of sockets) socket.destroy();
          }),
      });
    });
  });
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** RFC 3501 date-time in UTC: "18-May-2026 08:12:00 +0000". */
export function internalDate(at: Temporal.Instant): string {
  const utc = at.toZonedDateTimeISO("UTC");
  const two = (n: number) => String(n).padStart(2, "0");
  const date = `${two(utc.day)}-${months[utc.month - 1]}-${utc.year}`;
  return `${date} ${two(utc.hour)}:${two(utc.minute)}:${two(utc.second)} +0000`;
}
