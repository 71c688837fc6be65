import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { loadConfig } from "../config.ts";
import { programCall } from "../domain/program-call.ts";
import { SetupError } from "../setup-error.ts";

/** The API of the program that runs on this data folder. */
export type Running = { readonly url: string; readonly token: string };

const apiFile = z.object({ url: z.url(), token: z.string() });
const refusal = z.object({ error: z.string() });

/** The program that runs on this data folder; null when none answers, for the file outlives a program that was killed. */
export async function findRunning(dataFolder: string): Promise<Running | null> {
  const at = await readFile(join(dataFolder, "api.json"), "utf8")
    .then((text) => apiFile.parse(JSON.parse(text)))
    .catch(() => null);
  if (at === null) return null;
  // With the token, because another program may have taken the port since.
  const answers = await ask(at, "/api/health", { signal: AbortSignal.timeout(3_000) }).then(
    (response) => response.ok,
    () => false,
  );
  return answers ? at : null;
}

/** @throws SetupError when the program does not run. */
export async function theRunning(dataFolder: string = loadConfig().dataFolder): Promise<Running> {
  const running = await findRunning(dataFolder);
  if (running) return running;
  throw new SetupError(
    `Afterword does not run on ${dataFolder}; start it with "${programCall} start" and try again.`,
  );
}

/**
 * Asks the API: GET, or POST with a body.
 * @throws SetupError with the API's own sentence when it refuses.
 */
export async function askApi<T>(
  running: Running,
  path: string,
  schema: z.ZodType<T>,
  body?: object,
): Promise<T> {
  const response = await ask(
    running,
    path,
    body === undefined ? {} : { method: "POST", body: JSON.stringify(body) },
  ).catch(() => {
    throw new SetupError(
      `Afterword ended before it answered; start it with "${programCall} start" and try again.`,
    );
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return schema.parse(answer);
  const said = refusal.safeParse(answer);
  throw new SetupError(
    said.success
      ? said.data.error
      : `Afterword answered ${path} with status ${response.status}; its log tells why.`,
  );
}

const ask = (running: Running, path: string, init: RequestInit): Promise<Response> =>
  fetch(new URL(path, running.url), {
    ...init,
    headers: { authorization: `Bearer ${running.token}`, "content-type": "application/json" },
  });
