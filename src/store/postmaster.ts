import { readFile, realpath, unlink } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SetupError } from "../setup-error.ts";
import type { Binaries } from "./binaries.ts";
import { type Cluster, lastError, port, socketFolderFor } from "./cluster.ts";
import { living, workingFolderOf } from "./living.ts";
import { launchAs } from "./owner.ts";

/** A PostgreSQL server that runs on a cluster; until it is `ready` it may be starting, recovering or stopping. */
export type Postmaster = { readonly pid: number; readonly socketFolder: string; readonly ready: boolean };

/** Replaying at most max_wal_size after a crash takes seconds; this is for slow disks. In milliseconds. */
export const patience = 90_000;

/** The server that runs on this cluster, whoever started it; null when there is none, also when one was killed and left its pid file. */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | null> {
  const lines = await pidFile(cluster);
  const pid = Number(lines[0]);
  if (!living(pid)) return null;
  // PostgreSQL works in its data directory: another process of that number is no server of ours.
  const works = workingFolderOf(pid);
  if (works !== "" && works !== (await realpath(cluster.folder))) return null;
  const socketFolder = lines[4] ?? "";
  return {
    pid,
    socketFolder: socketFolder === "" || socketFolder === "." ? cluster.folder : socketFolder,
    ready: lines[7]?.trim() === "ready",
  };
}

/**
 * Starts a server that outlives this process, and waits until it is ready. After a crash PostgreSQL recovers by itself.
 * @throws SetupError with PostgreSQL's own reason when it does not start.
 */
export async function startPostmaster(cluster: Cluster, binaries: Binaries): Promise<void> {
  const log = join(cluster.folder, "server.log");
  const socketFolder = await socketFolderFor(cluster);
  const args = [
    "-D",
    cluster.folder,
    ...settings(cluster, socketFolder).flatMap((setting) => ["-c", setting]),
  ];
  await forgetDeadPostmaster(cluster);
  let said = "";
  // The children of a killed server need a moment to notice; until then PostgreSQL refuses to start beside them.
  for (let attempt = 0; attempt < 50; attempt++) {
    const began = (await textOf(log)).length;
    const child = launchAs(cluster.owner, binaries.postgres, args, log);
    let ended = false;
    for (const event of ["exit", "error"]) child.once(event, () => (ended = true));
    for (const deadline = Date.now() + patience; !ended && Date.now() < deadline; await sleep(20)) {
      if ((await findPostmaster(cluster))?.ready) return;
    }
    if (!ended) return;
    said = (await textOf(log)).slice(began);
    if (!/pre-existing shared memory|lock file .* already exists/.test(said)) break;
    await sleep(200);
  }
  throw new SetupError(
    `PostgreSQL did not start (${lastError(said)}); put that right and start again, the whole report is in ${log}.`,
  );
}

/** Ends the server: connections are closed, transactions that are open are undone, everything committed is on disk. */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  const running = await findPostmaster(cluster);
  if (!running) return;
  // PostgreSQL's "fast shutdown".
  process.kill(running.pid, "SIGINT");
  for (const deadline = Date.now() + patience; living(running.pid); await sleep(10)) {
    if (Date.now() > deadline) {
      throw new SetupError(
        `PostgreSQL (process ${running.pid}) does not stop; look into ${join(cluster.folder, "server.log")}.`,
      );
    }
  }
}

/** What is not named here is PostgreSQL's default. On the command line they also win over a file that was edited. */
function settings(cluster: Cluster, socketFolder: string): readonly string[] {
  return [
    "listen_addresses=",
    // In double quotes an entry of this list may hold commas and spaces.
    `unix_socket_directories=${socketFolder === cluster.folder ? "." : `"${socketFolder.replaceAll('"', '""')}"`}`,
    `port=${port}`,
    "max_connections=200",
    "shared_buffers=32MB",
    "max_parallel_workers=0",
    "io_method=sync",
    "jit=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "max_logical_replication_workers=0",
    "max_wal_size=256MB",
    // SAFETY section 1: a mark that is lost is a mail sent twice.
    "synchronous_commit=on",
    "timezone=UTC",
    "log_timezone=UTC",
    // SAFETY R53: statements and key values may hold addresses and texts.
    "log_min_error_statement=panic",
    "log_error_verbosity=terse",
    "log_checkpoints=off",
  ];
}

/** PostgreSQL takes any process with the number in its pid file for a server, also an unrelated one or a zombie: then the file is removed. */
async function forgetDeadPostmaster(cluster: Cluster): Promise<void> {
  const pid = Number((await pidFile(cluster))[0]);
  if (!pid || (await findPostmaster(cluster))) return;
  try {
    process.kill(pid, 0);
  } catch {
    return;
  }
  await unlink(join(cluster.folder, "postmaster.pid"));
}

/** Lines: process, data directory, start, port, socket folder, address, shared memory, state (PostgreSQL's miscadmin.h). */
const pidFile = async (cluster: Cluster): Promise<readonly string[]> =>
  (await textOf(join(cluster.folder, "postmaster.pid"))).split("\n");

const textOf = (file: string): Promise<string> => readFile(file, "utf8").catch(() => "");
