#!/usr/bin/env node
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { allWorkers } from "../workers/all.ts";
import { type Composed, compose } from "./compose.ts";
import { type Config, loadConfig } from "./config.ts";
import { onStopSignal, orExplain, start } from "./run.ts";
import { SetupError } from "./setup-error.ts";
import { onlyOne } from "./store/only-one.ts";
import { timeMachine } from "./time-machine.ts";
import { api } from "./web/api.ts";
import { listen } from "./web/server.ts";

/** The whole program in one process: every worker and the web pages, until it is asked to stop. */
export async function main(): Promise<void> {
  const config = loadConfig();
  const composed = await compose(config);
  const lock = composed.database.mode === "embedded" ? await onlyOne(composed.database.connection) : null;
  if (lock === "taken") {
    await composed.close();
    throw new SetupError(
      `Afterword is already running on ${config.dataFolder}; stop that one first, or give this one a data folder of its own with AFTERWORD_DATA.`,
    );
  }
  const running = await start(composed, allWorkers);
  const web = await openWeb(config, composed);
  console.log(
    `Afterword is running. Its address is ${web.url}, its data lies in ${config.dataFolder}. Ctrl-C stops it.`,
  );
  if ((await composed.views.mailboxes()).length === 0)
    console.log('No mailbox is connected yet: "npx afterword connect you@example.org" connects one.');
  onStopSignal(async () => {
    await web.close();
    await running.drain();
    // Only now may another one start; and while this connection lives, the embedded server is not stopped.
    await lock?.release();
    await running.close();
  });
}

/** The API's address and token stand in a file that only this user may read. */
async function openWeb(
  config: Config,
  composed: Composed,
): Promise<{ url: string; close: () => Promise<void> }> {
  const token = composed.app.ids.token();
  const machine = config.timeTravel ? timeMachine(composed) : null;
  const hono = api({ app: composed.app, views: composed.views, token, timeMachine: machine });
  const web = await listen(hono, config.host, config.port).catch((error: NodeJS.ErrnoException) => {
    throw new SetupError(
      `Port ${config.port} on ${config.host} cannot be used (${error.code ?? error.message}); choose another with AFTERWORD_PORT.`,
    );
  });
  await writeFile(join(config.dataFolder, "api.json"), `${JSON.stringify({ url: web.url, token })}\n`, {
    mode: 0o600,
  });
  return web;
}

if (import.meta.main) await orExplain(main);
