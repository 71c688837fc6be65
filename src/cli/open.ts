import { type Composed, compose } from "../compose.ts";
import { type Config, loadConfig } from "../config.ts";

/** The program without its workers, for the length of one command. */
export type Opened = Composed & { readonly config: Config };

/**
 * Opens the store and the queue for one command, beside a running program or alone, and closes them again.
 * @throws SetupError when they cannot be opened.
 */
export async function withProgram<T>(
  work: (opened: Opened) => Promise<T>,
  config: Config = loadConfig(),
): Promise<T> {
  const composed = await compose({ ...config, logLevel: quiet(config.logLevel) });
  try {
    return await work({ ...composed, config });
  } finally {
    await composed.close();
  }
}

/** What a command has to say it says itself; the log is for whoever asks for more of it. */
const quiet = (level: Config["logLevel"]): Config["logLevel"] =>
  level === "debug" || level === "trace" ? level : "silent";
