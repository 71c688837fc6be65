import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import pg from "pg";
import type { Temporal } from "temporal-polyfill";
import { compose } from "../../compose.ts";
import { readConfig } from "../../config.ts";
import type { App } from "../../flows/app.ts";
import { createMime } from "../../mail/mime.ts";
import { authservId } from "../../sandbox/account.ts";
import { openAgenda } from "./agenda.ts";
import { type MailboxOutside, openMailboxOutside } from "./mailbox-outside.ts";
import { openPassingTime, type PassingTime } from "./passing-time.ts";
import { openReceivingServer, type ReceivingServer } from "./receiving-server.ts";

/** With the model behind it, or with rules and templates alone. */
export const modes = ["templates", "model"] as const;
export type Mode = (typeof modes)[number];

/** The program as it is composed for everybody, on a store of its own, with its mailbox's servers beside it and a clock that is moved by hand. */
export type Installation = Pick<PassingTime, "settle" | "passTo" | "failures"> & {
  readonly app: () => App;
  readonly pool: pg.Pool;
  readonly outside: MailboxOutside;
  readonly server: ReceivingServer;
  readonly now: () => Temporal.Instant;
  /** Sets the clock, forgets reminders and failures, and finds the mailbox where its servers now are. */
  readonly begin: (mode: Mode, at: Temporal.Instant) => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * @param baseUrl the address of an OpenAI-compatible endpoint for the mode "model"
 * @param fault makes the program another one: a fault that is planted to see that it is found
 */
export async function openInstallation(
  address: string,
  start: Temporal.Instant,
  baseUrl: string,
  fault: (app: App) => App = (app) => app,
): Promise<Installation> {
  const dataFolder = await mkdtemp(join(tmpdir(), "afterword-attacks-"));
  const templates = await composed(dataFolder, {});
  const model = await composed(dataFolder, {
    OPENAI_BASE_URL: baseUrl,
    OPENAI_API_KEY: "none",
    AFTERWORD_MODEL: "stand-in",
    // Whoever attacks for days must not be held by the allowance alone.
    AFTERWORD_MODEL_DAILY_TOKENS: "100000000",
  });
  // The program keeps its memory small; an evaluation would rather be quick.
  setFlagsFromString("--no-optimize-for-size");
  const pool = new pg.Pool({ ...templates.database.connection, max: 2 });
  // A store that is thrown away waits for no disk: what is measured is not whether it survives a power cut.
  await pool.query("alter role current_user set synchronous_commit = off");

  let now = start;
  const agenda = openAgenda();
  const outside = await openMailboxOutside(address, () => now);
  const server = openReceivingServer(authservId(address));
  const mime = createMime({ resolver: server.resolver, now: () => now });
  const ours = { clock: { now: () => now }, queue: agenda.queue, mime };
  const apps: Readonly<Record<Mode, App>> = {
    templates: fault({ ...templates.app, ...ours }),
    model: fault({ ...model.app, ...ours }),
  };
  let app = apps.templates;

  const setClock = async (at: Temporal.Instant): Promise<void> => {
    now = at;
    await templates.clock.moveTo(at);
    await model.clock.refresh();
  };
  const time = openPassingTime({
    app: () => app,
    agenda,
    outside,
    setClock,
    nextDue: templates.views.nextDue,
  });

  return {
    app: () => app,
    pool,
    outside,
    server,
    now: () => now,
    settle: time.settle,
    passTo: time.passTo,
    failures: time.failures,
    begin: async (mode, at) => {
      app = apps[mode];
      time.begin();
      await setClock(at);
      await pool.query("update mailbox set imap = jsonb_set(imap, '{port}', to_jsonb($1::int))", [
        outside.imapPort(),
      ]);
    },
    close: async () => {
      await outside.close();
      await mime.close();
      await pool.end();
      await model.close();
      await templates.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function composed(dataFolder: string, env: Readonly<Record<string, string>>) {
  const quietly = { AFTERWORD_DATA: dataFolder, AFTERWORD_TIME_TRAVEL: "1", AFTERWORD_LOG_LEVEL: "silent" };
  const config = readConfig({ ...quietly, ...env });
  if (!config.ok) throw new Error(config.error.join("\n"));
  return compose(config.value);
}
