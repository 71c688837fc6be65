import { rename } from "node:fs/promises";
import { keyFile, makeKey, openKey, parseKey, readKey } from "./key-file.ts";
import type { SealKey } from "./seal.ts";

/** The keys of this installation. While they are changed there are two of each: what is sealed is sealed with the new one, and both open. */
export type KeyRing = {
  /** The key that seals from now on, also where another process began to change it a moment ago. */
  readonly sealing: () => Promise<SealKey>;
  /** The key with that id; null where this installation does not have it. */
  readonly withId: (id: Buffer) => Promise<SealKey | null>;
  /** Makes the new key, unless a change that was broken off has made it. With AFTERWORD_KEY the person has put it there. */
  readonly beginChange: () => Promise<void>;
  /** Ends the change: the new key takes the old one's place in one step. Only after nothing is sealed with the old one any more. */
  readonly endChange: () => Promise<void>;
};

type Source = { readonly key: string | null; readonly oldKey: string | null; readonly dataFolder: string };

/**
 * AFTERWORD_KEY, which AFTERWORD_OLD_KEY and the file `key` may precede; else the files `key` and, while it is changed, `key.new` in the data
 * folder (SAFETY R50).
 * @param sealedAlready whether the database holds sealed values: then a missing key is refused.
 * @throws SetupError when a key is missing, malformed or readable by other users of the machine.
 */
export async function openKeys(source: Source, sealedAlready: () => Promise<boolean>): Promise<KeyRing> {
  const file = keyFile(source.dataFolder);
  const newFile = `${file}.new`;
  const given = source.key === null ? null : parseKey(source.key, "AFTERWORD_KEY");
  const old = source.oldKey === null ? null : parseKey(source.oldKey, "AFTERWORD_OLD_KEY");
  let known = [await openKey(source, sealedAlready)];

  /** The sealing one first. The new file is looked for before the old one: in between it may have taken its place. */
  const read = async (): Promise<readonly SealKey[]> => {
    const all = [given, given ? null : await readKey(newFile), await readKey(file), old];
    known = [...all.filter((key) => key !== null), ...known];
    return known;
  };
  const among = (keys: readonly SealKey[], id: Buffer) => keys.find((key) => key.id.equals(id)) ?? null;
  return {
    sealing: async () => {
      const [key] = await read();
      if (!key) throw new Error("there is no key");
      return key;
    },
    withId: async (id) => among(known, id) ?? among(await read(), id),
    beginChange: async () => {
      if (!given) await makeKey(newFile);
    },
    endChange: async () => {
      if (!given) await rename(newFile, file);
    },
  };
}
