import { createHash, randomUUID } from "node:crypto";
import {
  chmod,
  chown,
  lchown,
  lstat,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { SetupError } from "../setup-error.ts";
import { type Binaries, systemFolder } from "./binaries.ts";
import { canEnter, chooseOwner, isRoot, type Owner, ownerOfFiles, runAs } from "./owner.ts";

/** A PostgreSQL data directory and the user it belongs to. `made` is false until initdb has run. */
export type Cluster = { readonly folder: string; readonly owner: Owner; readonly made: boolean };

/** The port is only part of the socket's name: no TCP port is opened. */
export const port = 5432;

/** sun_path holds 104 bytes on some systems, the closing zero included. */
const longestSocket = 100;

/** Where a data folder says that its cluster lies elsewhere. */
export const pointerIn = (dataFolder: string): string => join(dataFolder, "postgres-at");

/**
 * Finds the cluster of a data folder, or decides where it will be: in the data folder, or below /var/lib/afterword when the user
 * who runs PostgreSQL for root cannot enter it (below /root). Call it under the folder's lock.
 * @throws SetupError when a cluster is there but cannot be used; an empty one is never begun in its place.
 */
export async function findCluster(dataFolder: string): Promise<Cluster> {
  const pointer = pointerIn(dataFolder);
  const elsewhere = await readPointer(pointer);
  const inside = join(dataFolder, "postgres");
  const folder = elsewhere?.trim() || inside;
  const files = await stat(folder).catch(() => null);
  if (files) return { folder, owner: ownerOfFiles(files, folder), made: true };
  if (elsewhere) {
    throw new SetupError(
      `The database should be in ${folder} but is not there; put it back, or remove ${pointer} to begin with an empty one.`,
    );
  }
  const data = await realpath(dataFolder);
  const owner = chooseOwner(await stat(data));
  if (!owner || (await letIn(owner, data))) return { folder: inside, owner, made: false };
  const outside = join(systemFolder, short(data));
  if (await stat(outside).catch(() => null)) {
    throw new SetupError(
      `${outside} holds the database of an earlier ${data}; remove it to begin with an empty one, or write its path into ${pointer} to use it.`,
    );
  }
  return { folder: outside, owner, made: false };
}

/** Runs initdb beside the final place and renames the result, so that an interrupted one is never taken for a cluster. */
export async function makeCluster(cluster: Cluster, dataFolder: string, binaries: Binaries): Promise<void> {
  const draft = `${draftOf(cluster)}${randomUUID()}`;
  if (!isInside(cluster, dataFolder)) {
    await mkdir(systemFolder, { recursive: true });
    // Root's umask may be strict, and the user who runs PostgreSQL passes through here.
    await chmod(systemFolder, 0o755);
  }
  await mkdir(draft, { mode: 0o700 });
  if (cluster.owner) await chown(draft, cluster.owner.uid, cluster.owner.gid);
  const made = await runAs(cluster.owner, binaries.initdb, [
    `--pgdata=${draft}`,
    "--username=postgres",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    // The folder is closed to others (mode 0700), and there is no other way to the socket.
    "--auth-local=trust",
    "--auth-host=reject",
    "--no-instructions",
  ]);
  if (made.status !== 0) {
    await rm(draft, { recursive: true, force: true });
    throw new SetupError(
      `The database could not be made in ${dataFolder} (${lastError(made.said)}); put that right and start again.`,
    );
  }
  const pointer = pointerIn(dataFolder);
  const outside = !isInside(cluster, dataFolder);
  if (outside) await writeFile(`${pointer}.new`, `${cluster.folder}\n`, { mode: 0o600 });
  await rename(draft, cluster.folder);
  if (outside) await rename(`${pointer}.new`, pointer);
}

const isInside = (cluster: Cluster, dataFolder: string): boolean =>
  cluster.folder === join(dataFolder, "postgres");

/** The pointer's text; one that was prepared counts from the moment that its cluster is there. */
async function readPointer(pointer: string): Promise<string | null> {
  const prepared = await readFile(`${pointer}.new`, "utf8").catch(() => null);
  if (prepared && (await stat(prepared.trim()).catch(() => null))) await rename(`${pointer}.new`, pointer);
  return readFile(pointer, "utf8").catch(() => null);
}

/**
 * Removes what interrupted starts left behind. The initdb of a killed program may still be writing there: then it is left to the next time.
 */
export async function removeDrafts(cluster: Cluster): Promise<void> {
  const parent = dirname(cluster.folder);
  const drafts = (await readdir(parent).catch(() => []))
    .map((name) => join(parent, name))
    .filter((path) => path.startsWith(draftOf(cluster)));
  for (const draft of drafts) await rm(draft, { recursive: true, force: true }).catch(() => {});
}

const draftOf = (cluster: Cluster): string => `${cluster.folder}.new.`;

/** The folder for the socket: the cluster itself, or a short one of our own where that path would be too long for a socket. */
export async function socketFolderFor(cluster: Cluster): Promise<string> {
  if (socketFits(cluster.folder)) return cluster.folder;
  const uid = cluster.owner?.uid ?? process.getuid?.();
  const base = [tmpdir(), "/tmp"].find(
    (folder) => socketFits(join(folder, `afterword-${short("")}`)) && canEnter(cluster.owner, folder),
  );
  if (!base)
    throw new SetupError(
      `The path ${cluster.folder} is too long for a socket; set AFTERWORD_DATA to a shorter one.`,
    );
  const folder = join(base, `afterword-${short(await realpath(cluster.folder))}`);
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  const found = await lstat(folder);
  // The temporary folder is open to all: another user may have been there first.
  const ours =
    found.isDirectory() &&
    (found.mode & 0o077) === 0 &&
    (found.uid === uid || found.uid === process.getuid?.());
  if (!ours)
    throw new SetupError(`${folder} is not ours alone; remove it, or set AFTERWORD_DATA to a shorter path.`);
  if (cluster.owner && found.uid !== cluster.owner.uid)
    await lchown(folder, cluster.owner.uid, cluster.owner.gid);
  return folder;
}

/** The line that matters of what PostgreSQL said. */
export function lastError(said: string): string {
  const lines = said
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const telling =
    lines.findLast((line) => /\b(FATAL|PANIC|error|ERROR):/.test(line)) ?? lines.at(-1) ?? "no reason given";
  return telling.replace(/^.*?\b(FATAL|PANIC|error|ERROR):\s*/, "");
}

const socketFits = (folder: string): boolean =>
  Buffer.byteLength(join(folder, `.s.PGSQL.${port}`)) <= longestSocket;

const short = (path: string): string => createHash("sha256").update(path).digest("hex").slice(0, 12);

/** Lets the user who runs PostgreSQL pass through the data folder (not read it), if it holds nothing but what is ours and its parents are open. */
async function letIn(owner: NonNullable<Owner>, data: string): Promise<boolean> {
  if (canEnter(owner, data)) return true;
  const before = await stat(data);
  const ours = (await readdir(data)).every((name) => /^(key|lock|postgres\.new)(\.|$)/.test(name));
  if (!isRoot() || before.uid !== 0 || !ours || data === homedir()) return false;
  await chown(data, before.uid, owner.gid);
  await chmod(data, 0o710);
  if (canEnter(owner, data)) return true;
  await chown(data, before.uid, before.gid);
  await chmod(data, before.mode & 0o777);
  return false;
}
