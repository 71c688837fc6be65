import { randomUUID } from "node:crypto";
import { readlink, symlink, unlink } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { SetupError } from "../setup-error.ts";
import { living, startOf } from "./living.ts";

/** How long another process may hold a lock before we give up, in milliseconds. Above every wait that is done under it. */
const patience = 180_000;

/**
 * Runs `work` while no other process is in such a section for the same path. A holder that was killed does not block: its lock is taken over.
 * The lock is a symbolic link whose target names the holder, because a link is made exclusively and together with its content in one step.
 * @throws SetupError when a living process holds the lock for three minutes.
 */
export async function withFolderLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  await acquire(path, Date.now() + patience);
  try {
    return await work();
  } finally {
    await unlink(path);
  }
}

async function acquire(path: string, deadline: number): Promise<void> {
  const mine = `${process.pid}.${startOf(process.pid)}.${randomUUID()}`;
  for (;;) {
    if (await claim(path, mine)) return;
    const holder = await readlink(path).catch(() => null);
    if (holder === null) continue;
    if (!alive(holder)) {
      await takeAway(path, holder, deadline);
      continue;
    }
    if (Date.now() > deadline) {
      const [pid] = holder.split(".");
      throw new SetupError(
        `Process ${pid} has been starting or stopping the database for minutes; end it or wait for it (lock ${path}).`,
      );
    }
    await sleep(25);
  }
}

async function claim(path: string, mine: string): Promise<boolean> {
  try {
    await symlink(mine, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Removes the lock of a dead holder. Two processes may both have seen it dead, and the slower one must not remove the lock that the faster one took:
 * whoever removes holds a second lock, named after this one dead holder, and looks again under it.
 */
async function takeAway(path: string, holder: string, deadline: number): Promise<void> {
  const removal = `${path}.${holder.slice(-12)}`;
  await acquire(removal, deadline);
  try {
    if ((await readlink(path).catch(() => null)) === holder) await unlink(path);
  } finally {
    await unlink(removal);
  }
}

function alive(holder: string): boolean {
  const [pid = "", start = ""] = holder.split(".");
  return living(Number(pid), start);
}
