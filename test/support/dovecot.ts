import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { selfSigned } from "./certificate.ts";
import { freePorts } from "./free-port.ts";
import { realServer } from "./real-servers.ts";

export type Dovecot = {
  /** IMAP in plain text, with STARTTLS where `tls` was asked for. */
  readonly imapPort: number;
  /** IMAP with TLS from the first byte; 0 without `tls`. */
  readonly imapsPort: number;
  readonly lmtpPort: number;
  readonly login: string;
  readonly password: string;
  /** The certificate to trust, for the name localhost and 127.0.0.1; empty without `tls`. */
  readonly ca: string;
  /** Delivers over LMTP to the one mailbox there is, and waits for Dovecot's "saved". */
  readonly deliver: (rfc822: string) => Promise<void>;
  /** Cuts every IMAP connection, as a restart of the server would. */
  readonly kick: () => Promise<void>;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
};

/** A private Dovecot on free loopback ports, all of it in a temporary folder; as root it runs as Debian's own users. */
export async function startDovecot({
  tls = false,
  extra = "",
  logins = ["ada"],
}: {
  readonly tls?: boolean;
  /** Further lines of configuration. */
  readonly extra?: string;
  /** Accounts with one password; the first is the one that is delivered to. */
  readonly logins?: readonly string[];
} = {}): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), "afterword-dovecot-"));
  const [imapPort, lmtpPort, imapsPort] = await freePorts(3);
  if (imapPort === undefined || lmtpPort === undefined || imapsPort === undefined)
    throw new Error("no ports");
  const [login = ""] = logins;
  const password = "correct horse";
  const owner = mailOwner();
  const certificate = tls ? selfSigned() : null;
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, "mail"));
  if (process.getuid?.() === 0) chownSync(join(folder, "mail"), owner.uid, owner.gid);
  const accounts = logins.map((each) => `${each}:{PLAIN}${password}\n`);
  writeFileSync(join(folder, "passwd"), accounts.join(""), { mode: 0o644 });
  if (certificate !== null) {
    writeFileSync(join(folder, "cert.pem"), certificate.cert);
    writeFileSync(join(folder, "key.pem"), certificate.key, { mode: 0o600 });
  }
  const config = join(folder, "dovecot.conf");
  writeFileSync(
    config,
    `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap lmtp
listen = 127.0.0.1
default_internal_user = ${owner.internal}
default_internal_group = ${owner.internalGroup}
default_login_user = ${owner.loginUser}
first_valid_uid = 1
disable_plaintext_auth = no
auth_failure_delay = 0
ssl = ${tls ? "yes" : "no"}
${tls ? `ssl_cert = <${folder}/cert.pem\nssl_key = <${folder}/key.pem` : ""}
mail_location = maildir:${folder}/mail/%u
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/passwd
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${folder}/mail/%u
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    special_use = \\Sent
    auto = create
  }
}
service anvil {
  chroot =
  # after one wrong password every login from this address would have to wait
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = ${tls ? imapsPort : 0}
    ssl = yes
  }
}
service lmtp {
  chroot =
  inet_listener lmtp {
    port = ${lmtpPort}
  }
}
${extra}
`,
  );
  const log = (): string => {
    try {
      return readFileSync(join(folder, "log"), "utf8");
    } catch {
      return "";
    }
  };
  const { path } = realServer("dovecot");
  const server = spawn(path, ["-F", "-c", config], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  server.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const stop = async (): Promise<void> => {
    await end(server);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all([imapPort, lmtpPort].map((port) => answers(port, server)));
  } catch (error) {
    await stop();
    throw new Error(`Dovecot did not start: ${said}${log()}`, { cause: error });
  }
  return {
    imapPort,
    imapsPort: tls ? imapsPort : 0,
    lmtpPort,
    login,
    password,
    ca: certificate?.cert ?? "",
    deliver: (rfc822) => deliver(lmtpPort, login, rfc822),
    kick: async () => {
      const doveadm = spawn(path.replace(/[^/]+$/, "../bin/doveadm"), ["-c", config, "kick", login]);
      await once(doveadm, "exit");
    },
    log,
    stop,
  };
}

type Owner = {
  readonly uid: number;
  readonly gid: number;
  readonly internal: string;
  readonly internalGroup: string;
  readonly loginUser: string;
};

/** Dovecot keeps no mail as root, so there its own users take over; an ordinary user is everyone. */
function mailOwner(): Owner {
  const { uid, gid, username } = userInfo();
  if (uid !== 0) {
    const internalGroup = groupName(gid);
    return { uid, gid, internal: username, internalGroup, loginUser: username };
  }
  return { uid: 65534, gid: 65534, internal: "dovecot", internalGroup: "dovecot", loginUser: "dovenull" };
}

function groupName(gid: number): string {
  const line = readFileSync("/etc/group", "utf8")
    .split("\n")
    .find((entry) => entry.split(":")[2] === String(gid));
  return line?.split(":")[0] ?? String(gid);
}

async function answers(port: number, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (server.exitCode !== null) throw new Error(`it ended with status ${server.exitCode}`);
    const socket = connect(port, "127.0.0.1");
    try {
      await once(socket, "data");
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      socket.destroy();
    }
  }
  throw new Error(`nothing answers on port ${port}`);
}

/** Dovecot's master ends its children when it is asked to end. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, "exit");
  server.kill("SIGTERM");
  const timer = setTimeout(() => server.kill("SIGKILL"), 5_000);
  await exited;
  clearTimeout(timer);
}

/** One LMTP transaction (RFC 2033). */
async function deliver(port: number, recipient: string, rfc822: string): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  const replies = replyReader(socket);
  const say = async (line: string, expected: string): Promise<void> => {
    socket.write(`${line}\r\n`);
    const reply = await replies();
    if (!reply.startsWith(expected)) throw new Error(`LMTP: ${line.slice(0, 40)} → ${reply}`);
  };
  try {
    await replies();
    await say("LHLO test.example", "250");
    await say("MAIL FROM:<bounces@employer.example>", "250");
    await say(`RCPT TO:<${recipient}>`, "250");
    await say("DATA", "354");
    const body = rfc822.replace(/\r?\n/g, "\r\n").replace(/^\./gm, "..");
    await say(`${body}${body.endsWith("\r\n") ? "" : "\r\n"}.`, "250");
    socket.write("QUIT\r\n");
  } finally {
    socket.end();
  }
}

/** Gives one whole reply after the other, the last line of each. */
function replyReader(socket: NodeJS.ReadableStream): () => Promise<string> {
  let buffer = "";
  const replies: string[] = [];
  const waiting: { resolve: (reply: string) => void; reject: (error: Error) => void }[] = [];
  socket.on("data", (chunk: Buffer) => {
    buffer += chunk.toString();
    for (let end = buffer.indexOf("\r\n"); end >= 0; end = buffer.indexOf("\r\n")) {
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      if (/^\d{3}-/.test(line)) continue;
      const next = waiting.shift();
      if (next) next.resolve(line);
      else replies.push(line);
    }
  });
  socket.on("error", (error: Error) => waiting.shift()?.reject(error));
  socket.on("close", () => waiting.shift()?.reject(new Error("LMTP connection closed")));
  return () => {
    const reply = replies.shift();
    if (reply !== undefined) return Promise.resolve(reply);
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  };
}
