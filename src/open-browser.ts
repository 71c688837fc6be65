import { spawn } from "node:child_process";
import { once } from "node:events";

/** Asks the system to open an address in the person's browser. Where there is none nothing happens, and nothing is said: the address is printed as well. */
export async function openBrowser(url: string): Promise<void> {
  const [program, ...args] = openers[process.platform] ?? ["xdg-open"];
  const child = spawn(program, [...args, url], { stdio: "ignore", detached: true });
  child.unref();
  await Promise.race([once(child, "spawn"), once(child, "error")]).catch(() => undefined);
}

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};
