import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { authservId } from "./account.ts";
import { type Api, openApi } from "./api.ts";
import { end, hasEnded, listen } from "./child.ts";
import type { PostOffice } from "./post-office.ts";

export type StoryPerson = {
  readonly name: string;
  readonly address: string;
  readonly zone: string;
  readonly country: string;
  /** "HH:MM" in the person's zone. */
  readonly digestAt: string;
};

/** The whole program as a process of its own, on a fresh data folder. */
export type Program = {
  readonly api: Api;
  /** Connects the person's mailbox through the command line, as a person would. */
  readonly connect: (
    person: StoryPerson,
    office: Pick<PostOffice, "imap" | "smtp" | "login" | "password">,
  ) => Promise<void>;
  /** The last lines that it wrote, for the moment when something breaks. */
  readonly lastWords: () => string;
  /** Ends it (SIGTERM, after 20 s SIGKILL) and removes its data folder. */
  readonly stop: () => Promise<void>;
};

/** What the program finds besides its mailbox. */
export type Surroundings = { readonly redisUrl?: string; readonly modelUrl?: string };

const root = fileURLToPath(new URL("../../", import.meta.url));
const readyWithin = 60_000;
const apiFile = z.object({ url: z.string(), token: z.string() });

/**
 * Starts the program with time travel on and waits until its API answers.
 * @throws Error with the program's own last words when it ends before that, or is not ready after a minute.
 */
export async function startProgram(options: Surroundings = {}): Promise<Program> {
  const data = await mkdtemp(join(tmpdir(), "afterword-"));
  const remove = () => rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  try {
    const running = await launch(data, options);
    const stop = async () => {
      await running.stop();
      await remove();
    };
    return { ...running, stop };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The program on a data folder that outlives it, so that it can be killed and started again. */
export async function launch(
  data: string,
  surroundings: Surroundings = {},
): Promise<Program & { readonly kill: () => Promise<void> }> {
  const env = environment(data, surroundings);
  // What an earlier one left behind would be taken for this one's.
  await rm(join(data, "api.json"), { force: true });
  const child = spawn(process.execPath, [join(root, "src/main.ts")], {
    // Not where the story was started: a .env there belongs to another installation.
    cwd: data,
    env,
    // The channel carries no message: its end tells the program that this process is gone, however it went.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // A group of its own: Ctrl-C in the terminal reaches the sandbox only, which then ends the program in order.
    detached: true,
  });
  const lastWords = listen(child);
  // Whatever ends this process, the program must not go on without its mail servers.
  const takeAlong = () => void child.kill("SIGTERM");
  process.once("exit", takeAlong);
  child.once("exit", () => process.off("exit", takeAlong));
  const stop = () => end(child);
  const kill = () => end(child, "SIGKILL");

  try {
    const api = await ready(join(data, "api.json"), child, lastWords);
    return { api, stop, kill, lastWords, connect: (person, office) => connect(person, office, data, env) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The surroundings of a fresh installation: nothing that was set for another one counts. */
function environment(data: string, { redisUrl, modelUrl }: Surroundings): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^(AFTERWORD_|OPENAI_|DATABASE_URL$|REDIS_URL$|PUBLIC_URL$|PG|NODE_OPTIONS$|VITEST)/.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    AFTERWORD_DATA: data,
    AFTERWORD_PORT: "0",
    AFTERWORD_TIME_TRAVEL: "1",
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    // A model on loopback has answered by then, or never will.
    ...(modelUrl === undefined
      ? {}
      : { OPENAI_BASE_URL: modelUrl, AFTERWORD_MODEL: "stand-in", AFTERWORD_MODEL_SECONDS: "2" }),
  };
}

async function ready(file: string, child: ChildProcess, lastWords: () => string): Promise<Api> {
  const deadline = Date.now() + readyWithin;
  while (Date.now() < deadline) {
    if (hasEnded(child))
      throw new Error(`The program ended before it was ready. Its last words:\n${lastWords()}`);
    // The file may not be there yet, or be there by half.
    const at = await readFile(file, "utf8")
      .then((text) => apiFile.parse(JSON.parse(text)))
      .catch(() => null);
    if (at !== null) {
      const api = openApi(at);
      const answers = await api.health().then(
        () => true,
        () => false,
      );
      if (answers) return api;
    }
    await wait(50);
  }
  throw new Error(`The program was not ready after ${readyWithin / 1000} s. Its last words:\n${lastWords()}`);
}

function connect(
  person: StoryPerson,
  office: Pick<PostOffice, "imap" | "smtp" | "login" | "password">,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      join(root, "src/cli/afterword.ts"),
      "connect",
      person.address,
      ...["--name", person.name, "--zone", person.zone, "--country", person.country],
      ...["--digest-at", person.digestAt, "--login", office.login, "--sent", "Sent"],
      ...["--imap", `imap://${office.imap.host}:${office.imap.port}`],
      ...["--smtp", `smtp://${office.smtp.host}:${office.smtp.port}`],
      ...["--trust-authserv-id", authservId(person.address), "--allow-plain"],
    ],
    { cwd, env, stdio: ["pipe", "pipe", "pipe"] },
  );
  const lastWords = listen(child);
  child.stdin.on("error", () => undefined);
  child.stdin.end(`${office.password}\n`);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The mailbox could not be connected (exit ${code}):\n${lastWords()}`));
    });
  });
}
