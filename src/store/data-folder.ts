import { access, constants, mkdir } from "node:fs/promises";
import { SetupError } from "../setup-error.ts";

/**
 * Makes the data folder, closed to other users, unless it is there. An existing folder keeps its mode: it may be shared with other things.
 * @throws SetupError when it cannot be made or used.
 */
export async function makeDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new SetupError(
      `The data folder ${folder} cannot be made or written; set AFTERWORD_DATA to a folder that belongs to you.`,
    );
  }
}
