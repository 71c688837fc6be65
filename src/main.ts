#!/usr/bin/env node
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { allWorkers } from "../workers/all.ts";
import { type Composed, compose, secret } from "./compose.ts";
import { type Config, loadConfig } from "./config.ts";
import { createDesk } from "./connecting/desk.ts";
import { programCall } from "./domain/program-call.ts";
import { openBrowser } from "./open-browser.ts";
import { onStopSignal, orExplain, start } from "./run.ts";
import { SetupError } from "./setup-error.ts";
import { onlyOne } from "./store/only-one.ts";
import { timeMachine } from "./time-machine.ts";
import { api } from "./web/api.ts";
import type { ConnectVisit } from "./web/connect-pages.ts";
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
  const connecting = (await composed.views.mailboxes()).length === 0 ? visitOf(config, composed) : null;
  const web = await openWeb(config, composed, connecting);
  console.log(
    `Afterword is running. Its address is ${web.url}, its data lies in ${config.dataFolder}. Ctrl-C stops it.`,
  );
  if (connecting !== null) await invite(`${web.url}/connect/${connecting.token}`);
  onStopSignal(async () => {
    await web.close();
    await running.drain();
    // Only now may another one start; and while this connection lives, the embedded server is not stopped.
    await lock?.release();
    await running.close();
  });
}

/** A mailbox may be connected on a page while there is none. */
const visitOf = (config: Config, { app, discover, checkAccount }: Composed): ConnectVisit => ({
  desk: createDesk({
    app,
    discover,
    checkAccount,
    // Without TLS only to servers on this machine, which no other address is taken for (SAFETY R51).
    rules: { allowPlain: config.timeTravel, loopbackOnly: config.timeTravel },
  }),
  token: app.ids.token(),
  secret,
});

/** @param url the page on which it is connected */
async function invite(url: string): Promise<void> {
  console.log(
    `No mailbox is connected yet. Open ${url} to connect one, or type "${programCall} connect you@example.org" in another terminal.`,
  );
  if (process.stdout.isTTY) await openBrowser(url);
}

/** The API's address and token stand in a file that only this user may read. */
async function openWeb(
  config: Config,
  composed: Composed,
  connecting: ConnectVisit | null,
): Promise<{ url: string; close: () => Promise<void> }> {
  const token = composed.app.ids.token();
  const machine = config.timeTravel ? timeMachine(composed) : null;
  const hono = api({ app: composed.app, views: composed.views, token, timeMachine: machine, connecting });
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
