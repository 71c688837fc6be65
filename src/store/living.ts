import { readFileSync, readlinkSync } from "node:fs";

/**
 * Whether a process runs. A zombie does not: where nobody reaps it (node as process 1 of a container) it would look alive for ever.
 * @param start as given by `startOf`: a number that is used again (a reboot, a container) is not the same process.
 */
export function living(pid: number, start = ""): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const fields = statOf(pid);
  if (!fields) return true;
  const [state = "", began = ""] = [fields[0], fields[19]];
  return state !== "Z" && state !== "X" && (start === "" || start === began);
}

/** When a process began, in the kernel's ticks; empty where the system does not tell. */
export const startOf = (pid: number): string => statOf(pid)?.[19] ?? "";

/** The folder a process works in; empty where the system does not tell. */
export function workingFolderOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return "";
  }
}

/** proc_pid_stat(5) from field 3, the state, on: field 2, the name, may hold spaces and brackets, so counting starts behind it. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}
