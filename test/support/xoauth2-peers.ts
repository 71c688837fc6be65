import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { type ImapPeer, startImapPeer } from "./imap-peer.ts";

const json = Buffer.from('{"status":"400","schemes":"Bearer","scope":"https://mail.google.com/"}').toString(
  "base64",
);

/**
 * An IMAP server that lets in by SASL XOAUTH2 alone, and refuses as Google does: first the reason as JSON behind "+", then, after an empty line, NO.
 * `saslIr`: the token may stand in the command (RFC 4959).
 */
export const startXoauth2Imap = (
  takes: (token: string | undefined) => boolean,
  { saslIr = true }: { readonly saslIr?: boolean } = {},
): Promise<ImapPeer> => {
  const judge = (base64: string) => {
    const [user, bearer] = Buffer.from(base64, "base64").toString().split("\u0001");
    const isTaken = user?.startsWith("user=") && takes(bearer?.replace("auth=Bearer ", ""));
    return isTaken ? ["TAG OK welcome"] : [`+ ${json}`];
  };
  return startImapPeer(
    (name, line) => {
      const [, second = "", third] = line.split(" ");
      if (name === "AUTHENTICATE") return third === undefined ? ["+ "] : judge(third);
      if (name === "CONTINUED")
        return second === "" ? ["TAG NO [AUTHENTICATIONFAILED] Invalid credentials"] : judge(second);
      if (line === 'LIST "" ""') return ['* LIST (\\Noselect) "/" ""', "TAG OK done"];
      return name === "LOGIN" ? ["TAG NO [AUTHENTICATIONFAILED] no passwords here"] : undefined;
    },
    { capabilities: `IMAP4rev1 IDLE AUTH=XOAUTH2${saslIr ? " SASL-IR" : ""}` },
  );
};

/** An SMTP server that does the same; it keeps what it took. */
export async function startXoauth2Smtp(takes: (token: string | undefined) => boolean) {
  const accepted: string[] = [];
  let logins = 0;
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    authMethods: ["XOAUTH2"],
    onAuth: (auth, _session, done) => {
      logins += 1;
      if (takes(auth.accessToken)) return done(null, { user: auth.username });
      done(null, { data: { status: "400", schemes: "Bearer", scope: "https://mail.google.com/" } });
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        accepted.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    accepted,
    logins: () => logins,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
