import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { type Database, openDatabase } from "../../src/store/connect.ts";
import { fillWithPreparedData } from "../support/prepared-data.ts";

/** How one command ended and what it said. */
export type Said = { readonly code: number | null; readonly out: string; readonly err: string };
export type RunOptions = {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node itself. */
  readonly node?: readonly string[];
  /** Instead of src/cli/afterword.ts. */
  readonly file?: string;
};

/** A fresh installation: a data folder of its own, and the command line as a process of its own, far from any other .env. */
export type Installation = {
  readonly folder: string;
  readonly data: string;
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<Said>;
  /** Starts the program and waits until it says that it runs. */
  readonly start: () => Promise<{ readonly stop: () => Promise<number | null> }>;
  /** Begins with a prepared database that runs until `remove`, as beside the program: each command joins it instead of starting one. */
  readonly keepDatabase: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

export const cli = fileURLToPath(new URL("../../src/cli/afterword.ts", import.meta.url));

export async function installation(env: Readonly<Record<string, string>> = {}): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), "afterword-cli-"));
  const data = join(folder, "data");
  const running = new Set<ChildProcess>();
  let kept: Database | null = null;
  const open = (args: readonly string[], options: RunOptions) => {
    const child = spawn(process.execPath, [...(options.node ?? []), options.file ?? cli, ...args], {
      cwd: folder,
      env: { ...inherited(), AFTERWORD_DATA: data, AFTERWORD_PORT: "0", ...env, ...options.env },
      stdio: ["pipe", "pipe", "pipe"],
    });
    running.add(child);
    child.once("exit", () => running.delete(child));
    child.stdin.on("error", () => undefined);
    child.stdin.end(options.stdin ?? "");
    return child;
  };
  const stop = async (child: ChildProcess): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 20_000);
    await exited;
    clearTimeout(late);
    return child.exitCode;
  };
  return {
    folder,
    data,
    run: async (args, options = {}) => {
      const child = open(args, options);
      const said = listen(child);
      await once(child, "close");
      return { code: child.exitCode, ...said() };
    },
    start: async () => {
      const child = open(["start"], {});
      const said = listen(child);
      for (;;) {
        if (said().out.includes("Afterword is running")) return { stop: () => stop(child) };
        if (child.exitCode !== null) throw new Error(`It did not start: ${said().err}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    keepDatabase: async () => {
      // For root, PostgreSQL runs as another user, who has to pass through here.
      await chmod(folder, 0o711);
      await fillWithPreparedData(data);
      kept = await openDatabase({ dataFolder: data, databaseUrl: null });
    },
    remove: async () => {
      await Promise.all([...running].map(stop));
      await kept?.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** The connection as an installation is told of it. */
export function databaseUrl(connection: pg.PoolConfig): string {
  const { host, port, user, password, database } = connection;
  const url = new URL(`postgres://localhost/${database}`);
  url.username = String(user ?? "");
  url.password = String(password ?? "");
  if (String(host).startsWith("/")) url.searchParams.set("host", String(host));
  else url.hostname = String(host);
  url.port = String(port);
  return connection.connectionString ?? url.toString();
}

/** One sentence, or one a line: no stack, no second thought. */
export const isPlain = (err: string): boolean => err.trim() !== "" && !/\n\s+at |Error:/.test(err);

/** The surroundings without what another installation was told. */
export const inherited = (): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(AFTERWORD_|DATABASE_URL$|REDIS_URL$|PG|NODE_OPTIONS$|VITEST|FORCE_COLOR$)/.test(name),
    ),
  );

function listen(child: ChildProcess): () => { out: string; err: string } {
  const heard = { out: "", err: "" };
  child.stdout?.on("data", (chunk: Buffer) => {
    heard.out += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    heard.err += chunk.toString();
  });
  return () => heard;
}
