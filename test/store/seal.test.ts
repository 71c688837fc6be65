import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openKey } from "../../src/store/key-file.ts";
import { seal, sealKey, secret, unseal } from "../../src/store/seal.ts";

const key = sealKey(Buffer.alloc(32, 7));
const place = "mailbox/1/password";

describe("a sealed password (SAFETY R50)", () => {
  test("opens with the same key in the same place", () => {
    expect(unseal(key, place, seal(key, place, "pässwörd"))).toBe("pässwörd");
    expect(unseal(key, place, seal(key, place, ""))).toBe("");
  });

  test("does not show, and looks different each time", () => {
    const sealed = seal(key, place, "canary");
    expect(sealed.includes("canary")).toBe(false);
    expect(sealed.equals(seal(key, place, "canary"))).toBe(false);
  });

  test("that was moved to another row is refused", () => {
    expect(() => unseal(key, "mailbox/2/password", seal(key, place, "canary"))).toThrow(/altered or moved/);
  });

  test("with any single bit flipped is refused", () => {
    const sealed = seal(key, place, "canary");
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const altered = Buffer.from(sealed);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => unseal(key, place, altered)).toThrow(/is not (sealed and is not )?used|another key/);
    }
  });

  test("cut short, without its prefix or never sealed is refused and not read as a password", () => {
    const sealed = seal(key, place, "canary");
    for (const bad of [
      sealed.subarray(0, 20),
      sealed.subarray(0, -1),
      sealed.subarray(3),
      Buffer.from("canary"),
      Buffer.alloc(0),
    ]) {
      expect(() => unseal(key, place, bad)).toThrow(/is not used/);
    }
  });

  test("of another key is refused, and the sentence says so", () => {
    const other = sealKey(Buffer.alloc(32, 8));
    expect(() => unseal(other, place, seal(key, place, "canary"))).toThrow(
      /sealed with another key; put back the key file or AFTERWORD_KEY/,
    );
  });
});

test("a secret prints as <redacted> everywhere but through reveal", () => {
  const password = secret("canary");
  expect(password.reveal()).toBe("canary");
  for (const printed of [
    `${password}`,
    String(password),
    JSON.stringify({ password }),
    inspect({ password }),
    inspect([password], { depth: 9 }),
    inspect(key),
  ]) {
    expect(printed).not.toContain("canary");
    expect(printed).not.toContain(Buffer.alloc(32, 7).toString("hex"));
  }
  expect(inspect(password)).toBe("<redacted>");
});

describe("the key", () => {
  let folder: string;
  const never = async () => false;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "afterword-key-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("is made on the first start, readable by nobody else, and stays the same", async () => {
    const [first, alongside] = await Promise.all([
      openKey({ key: null, dataFolder: folder }, never),
      openKey({ key: null, dataFolder: folder }, never),
    ]);
    expect(alongside.id).toEqual(first.id);
    expect((await stat(join(folder, "key"))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(["key"]);
    const again = await openKey({ key: null, dataFolder: folder }, async () => true);
    expect(unseal(again, place, seal(first, place, "canary"))).toBe("canary");
  });

  test("given as AFTERWORD_KEY is used and no file is made", async () => {
    const given = randomBytes(32);
    const opened = await openKey({ key: given.toString("base64"), dataFolder: folder }, never);
    expect(opened.id).toEqual(sealKey(given).id);
    expect(await readdir(folder)).toEqual([]);
  });

  test("that is missing while passwords are sealed with it is asked for, not replaced", async () => {
    await expect(openKey({ key: null, dataFolder: folder }, async () => true)).rejects.toThrow(
      /key is missing; put the file back or set AFTERWORD_KEY\.$/,
    );
    expect(await readdir(folder)).toEqual([]);
  });

  test("in a file that others may read, or that holds something else, is refused without being shown", async () => {
    await openKey({ key: null, dataFolder: folder }, never);
    const file = join(folder, "key");
    await chmod(file, 0o644);
    await expect(openKey({ key: null, dataFolder: folder }, never)).rejects.toThrow(/run "chmod 600/);
    await writeFile(file, "not-a-key");
    await chmod(file, 0o600);
    await expect(openKey({ key: null, dataFolder: folder }, never)).rejects.toThrow(
      /^(?!.*not-a-key).*is not a key/,
    );
    expect(await readFile(file, "utf8")).toBe("not-a-key");
  });
});
