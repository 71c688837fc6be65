import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { SetupError } from "../setup-error.ts";

/** The system user that runs PostgreSQL; null is the user that runs this program. PostgreSQL refuses to run as root. */
export type Owner = { readonly uid: number; readonly gid: number } | null;

export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * Who runs a new cluster: this user, or as root the user whose data folder it is, so that they can go on without root;
 * else a user that is there anyway. None is created.
 * @throws SetupError when root finds nobody to run it as.
 */
export function chooseOwner(folder: { uid: number }, users = readPasswd()): Owner {
  if (!isRoot()) return null;
  const names = ["afterword", "postgres", "nobody"];
  const found =
    users.find((user) => user.uid !== 0 && user.uid === folder.uid) ??
    names.map((name) => users.find((user) => user.name === name)).find((user) => user && user.uid !== 0);
  if (found) return { uid: found.uid, gid: found.gid };
  throw new SetupError(
    "PostgreSQL does not run as root, and there is no user afterword, postgres or nobody to run it as; create the user afterword or set DATABASE_URL.",
  );
}

/** Who runs a cluster that is there: whoever its files belong to. */
export function ownerOfFiles(files: { uid: number; gid: number }, folder: string): Owner {
  const self = process.getuid?.();
  if (self === undefined || files.uid === self) {
    if (self === 0)
      throw new SetupError(
        `The database in ${folder} belongs to root, as which PostgreSQL does not run; give it to another user with chown -R.`,
      );
    return null;
  }
  if (self === 0) return { uid: files.uid, gid: files.gid };
  throw new SetupError(
    `The database in ${folder} belongs to another user; run this as that user or set AFTERWORD_DATA to another folder.`,
  );
}

/** Whether that user may enter a folder, asked of the system itself because access lists and mounts have a say too. */
export function canEnter(owner: Owner, folder: string): boolean {
  return (
    spawnSync("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], { ...as(owner), stdio: "ignore" }).status === 0
  );
}

/** What a PostgreSQL program came to; `said` is everything it printed. */
export type Ran = { readonly status: number | null; readonly said: string };

/** Runs a program as that user, away from our folder and environment: PGDATA, PGPORT and the like would change what PostgreSQL does. */
export function runAs(owner: Owner, program: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...as(owner), stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("error", (error) => resolve({ status: null, said: error.message }));
    child.on("close", (status) => resolve({ status, said }));
  });
}

/** The same for a program that goes on when this one ends, also on Ctrl-C; `log` gets what it prints. The log is opened by that user: root must not write where a link of theirs may point. */
export function launchAs(owner: Owner, program: string, args: readonly string[], log: string): ChildProcess {
  const script = 'umask 077; log=$1; shift; exec "$@" >> "$log" 2>&1';
  const child = spawn("/bin/sh", ["-c", script, "sh", log, program, ...args], {
    ...as(owner),
    detached: true,
    stdio: "ignore",
  });
  child.unref();
  return child;
}

const as = (owner: Owner) => ({ ...owner, cwd: "/", env: { PATH: "/usr/bin:/bin", LC_ALL: "C" } });

function readPasswd(): readonly { name: string; uid: number; gid: number }[] {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name = "", , uid = "", gid = ""]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
