import { randomBytes, randomUUID } from "node:crypto";
import { chown, link, open, readFile, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { SetupError } from "../setup-error.ts";
import { makeDataFolder } from "./data-folder.ts";
import { type SealKey, sealKey } from "./seal.ts";

/**
 * The key of this installation: AFTERWORD_KEY, else the file `key` in the data folder, which is made on the first start (SAFETY R50).
 * @param sealedAlready whether the database holds sealed values: then a missing key is refused, for a fresh one could not open them.
 * @throws SetupError when the key is missing, malformed or readable by other users of the machine.
 */
export async function openKey(
  source: { readonly key: string | null; readonly dataFolder: string },
  sealedAlready: () => Promise<boolean>,
): Promise<SealKey> {
  if (source.key !== null) return parseKey(source.key, "AFTERWORD_KEY");
  await makeDataFolder(source.dataFolder);
  const file = keyFile(source.dataFolder);
  const kept = await readKey(file);
  if (kept) return kept;
  if (await sealedAlready()) {
    throw new SetupError(
      `Passwords in the database are sealed with a key, but ${file} is missing; put the file back or set AFTERWORD_KEY.`,
    );
  }
  await makeKey(file);
  const made = await readKey(file);
  if (!made) throw new SetupError(`The key file ${file} vanished while it was being made; start again.`);
  return made;
}

export const keyFile = (dataFolder: string): string => join(dataFolder, "key");

/** @throws SetupError unless the text is 32 bytes in base64. The text itself is never repeated. */
export function parseKey(text: string, from: string): SealKey {
  const bytes = Buffer.from(text.trim(), "base64");
  if (bytes.length !== 32 || bytes.toString("base64").replace(/=+$/, "") !== text.trim().replace(/=+$/, "")) {
    throw new SetupError(
      `${from} is not a key; it must be 32 random bytes in base64, as "openssl rand -base64 32" prints them.`,
    );
  }
  return sealKey(bytes);
}

/** Null where there is no such file. @throws SetupError when it is malformed or readable by other users of the machine. */
export async function readKey(file: string): Promise<SealKey | null> {
  const found = await stat(file).catch(() => null);
  if (!found) return null;
  if ((found.mode & 0o077) !== 0) {
    throw new SetupError(
      `Other users of this machine may read the key file ${file}; run "chmod 600 '${file}'".`,
    );
  }
  return parseKey(await readFile(file, "utf8"), `The file ${file}`);
}

/** Makes a key of its own in that file, on disk before it is used; one that is there stays as it is. */
export async function makeKey(file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  const handle = await open(draft, "wx", 0o600);
  try {
    await handle.writeFile(`${randomBytes(32).toString("base64")}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    // Run once by root, the folder of an ordinary user must stay usable to that user.
    const folder = await stat(dirname(file));
    if (process.getuid?.() === 0 && folder.uid !== 0) await chown(draft, folder.uid, folder.gid);
    // A link appears whole or not at all, and never replaces the key of a process that was faster.
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await unlink(draft);
  }
}
