import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Servers that some suites need from the system, and the command that installs them on Debian. */
const installs = {
  chromium: "sudo apt-get install --no-install-recommends chromium",
  dovecot: "sudo apt-get install --no-install-recommends dovecot-imapd dovecot-lmtpd",
  "redis-server": "sudo apt-get install --no-install-recommends redis-server",
  "smtp-sink":
    "echo postfix postfix/main_mailer_type select No configuration | sudo debconf-set-selections; sudo apt-get install --no-install-recommends postfix",
} as const;

export type RealServer = keyof typeof installs;

/**
 * Says whether a server is installed. A suite uses it as `describe.skipIf(server.missing)(server.title("…"), …)`:
 * a missing server is named in the report with the command that installs it. With REQUIRE_REAL_SERVERS=1
 * nothing may be left out, and a missing server is thrown as an error.
 */
export function realServer(
  name: RealServer,
  env: Readonly<Record<string, string | undefined>> = process.env,
): {
  readonly missing: boolean;
  readonly path: string;
  readonly title: (suite: string) => string;
} {
  const path = pathOf(name, env.PATH ?? "");
  const missing = path === null;
  if (missing && env.REQUIRE_REAL_SERVERS === "1") {
    throw new Error(`${name} is not installed, and REQUIRE_REAL_SERVERS=1 asks for it: ${installs[name]}`);
  }
  return {
    missing,
    path: path ?? name,
    title: (suite) => (missing ? `${suite} (left out, no ${name} here: ${installs[name]})` : suite),
  };
}

/** Ordinary users often have no sbin on their PATH, where Debian puts servers. */
function pathOf(name: string, searched: string): string | null {
  const sbin = ["/usr/local/sbin", "/usr/sbin", "/sbin"].join(delimiter);
  const folders = searched === "" ? [] : `${searched}${delimiter}${sbin}`.split(delimiter);
  for (const folder of folders) {
    if (folder === "") continue;
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not here
    }
  }
  return null;
}
