import { readdirSync, readFileSync } from "node:fs";
import type pg from "pg";

/** Resident memory of a process in MB; 0 when it has ended. */
export const residentOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1_024;

/** CPU time of a process in milliseconds. */
export const cpuOf = (pid: number): number => {
  const { user, system } = timesOf(pid);
  return (user + system) * perTick;
};

/** CPU time of a PostgreSQL server in milliseconds, with those of its processes that have ended. */
export async function cpuOfPostgres(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query("select pg_backend_pid() as pid");
  const postmaster = parentOf(Number(rows[0].pid));
  const { user, system, ended } = timesOf(postmaster);
  const living = readdirSync("/proc").filter(
    (name) => /^\d+$/.test(name) && parentOf(Number(name)) === postmaster,
  );
  return (user + system + ended) * perTick + living.reduce((sum, pid) => sum + cpuOf(Number(pid)), 0);
}

/** Linux tells times in hundredths of a second. */
const perTick = 10;

/** Fields 14 to 17 of proc(5) stat; those before the last bracket may hold anything. */
function timesOf(pid: number) {
  const fields = statOf(pid);
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15).map(Number);
  return { user, system, ended: endedUser + endedSystem };
}

const parentOf = (pid: number): number => Number(statOf(pid)[1]);

const statOf = (pid: number): readonly string[] => {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
};

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
