import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import { readEnvFile } from "../src/env-file.ts";

const home = { HOME: "/home/sam" };

describe("the configuration", () => {
  test("has a default for everything", () => {
    expect(readConfig(home)).toEqual({
      ok: true,
      value: {
        dataFolder: "/home/sam/.local/share/afterword",
        databaseUrl: null,
        redisUrl: null,
        key: null,
        oldKey: null,
        host: "127.0.0.1",
        port: 8484,
        publicUrl: null,
        timeTravel: false,
        logLevel: "info",
        model: null,
        pollSeconds: 600,
        pollSentSeconds: 60,
        privateServers: false,
        signIn: {
          google: null,
          microsoft: null,
          issuer: null,
          hasScreen: !["linux", "freebsd", "openbsd"].includes(process.platform),
        },
      },
    });
  });

  test("client ids are the owner's; a stand-in for the providers is on this machine or nowhere", () => {
    const read = readConfig({
      ...home,
      AFTERWORD_GOOGLE_CLIENT_ID: "elm",
      AFTERWORD_GOOGLE_CLIENT_SECRET: "oak",
      AFTERWORD_MICROSOFT_CLIENT_ID: "ash",
      AFTERWORD_SIGN_IN_ISSUER: "http://127.0.0.1:9000/",
      DISPLAY: ":0",
    });
    expect(read).toMatchObject({
      value: {
        signIn: {
          google: { id: "elm", secret: "oak" },
          microsoft: { id: "ash", secret: null, tenant: "common" },
          issuer: "http://127.0.0.1:9000",
          hasScreen: true,
        },
      },
    });
    const bad = readConfig({
      ...home,
      AFTERWORD_SIGN_IN_ISSUER: "https://accounts.elm.example",
      AFTERWORD_MICROSOFT_TENANT: "common/../canary",
    });
    const refusal = bad.ok ? "" : bad.error.join("\n");
    expect(refusal).toMatch(/AFTERWORD_MICROSOFT_TENANT must be common/);
    expect(refusal).toMatch(/AFTERWORD_SIGN_IN_ISSUER must be on this machine/);
    expect(refusal).not.toMatch(/canary|elm/);
  });

  test("mail is sent to a model on another machine encrypted or not at all", () => {
    const read = readConfig({
      ...home,
      AFTERWORD_MODEL: "small",
      OPENAI_BASE_URL: "http://model.example/v1",
    });
    expect(!read.ok && read.error.join()).toMatch(/OPENAI_BASE_URL must begin with https/);
  });

  test.each([
    ["ftp://jobs.example", /PUBLIC_URL must be an address like https/],
    ["http://jobs.example", /PUBLIC_URL must begin with https/],
    ["https://sam:canary@jobs.example", /PUBLIC_URL must be an address alone/],
    ["https://jobs.example/?page=canary", /PUBLIC_URL must be an address alone/],
  ])("refuses %s as the address under which others reach it, without repeating it", (value, why) => {
    const read = readConfig({ ...home, PUBLIC_URL: value });
    expect(!read.ok && read.error.join("\n")).toMatch(why);
    expect(!read.ok && read.error.join("\n")).not.toMatch(/canary|jobs\.example/);
  });

  test("takes what is set", () => {
    const key = Buffer.alloc(32, 1).toString("base64");
    const oldKey = Buffer.alloc(32, 2).toString("base64");
    const read = readConfig({
      ...home,
      AFTERWORD_DATA: "/srv/afterword",
      DATABASE_URL: "postgres://sam:pw@db.example/afterword",
      REDIS_URL: "rediss://queue.example:6380",
      AFTERWORD_KEY: key,
      AFTERWORD_OLD_KEY: oldKey,
      AFTERWORD_HOST: "0.0.0.0",
      AFTERWORD_PORT: "80",
      PUBLIC_URL: "https://jobs.example/afterword/",
      AFTERWORD_TIME_TRAVEL: "1",
      AFTERWORD_LOG_LEVEL: "debug",
      AFTERWORD_MODEL: "small",
      OPENAI_BASE_URL: "http://127.0.0.1:11434/v1",
      AFTERWORD_MODEL_SECONDS: "9",
      AFTERWORD_POLL_SECONDS: "5",
      AFTERWORD_POLL_SENT_SECONDS: "7",
      AFTERWORD_PRIVATE_SERVERS: "1",
    });
    expect(read).toEqual({
      ok: true,
      value: {
        dataFolder: "/srv/afterword",
        databaseUrl: "postgres://sam:pw@db.example/afterword",
        redisUrl: "rediss://queue.example:6380",
        key,
        oldKey,
        host: "0.0.0.0",
        port: 80,
        publicUrl: "https://jobs.example/afterword",
        timeTravel: true,
        logLevel: "debug",
        model: {
          baseUrl: "http://127.0.0.1:11434/v1",
          apiKey: "",
          model: "small",
          timeout: 9_000,
          dailyTokens: 200_000,
          dailyCost: null,
          priceIn: 0,
          priceOut: 0,
        },
        pollSeconds: 5,
        pollSentSeconds: 7,
        privateServers: true,
        signIn: expect.objectContaining({ google: null, microsoft: null, issuer: null }),
      },
    });
  });

  test.each([
    [{ XDG_DATA_HOME: "/xdg" }, "/xdg/afterword"],
    [{ XDG_DATA_HOME: "relative" }, "/home/sam/.local/share/afterword"],
    [{ AFTERWORD_DATA: "~/jobs", XDG_DATA_HOME: "/xdg" }, "/home/sam/jobs"],
    [{ AFTERWORD_DATA: " " }, "/home/sam/.local/share/afterword"],
    [{ AFTERWORD_DATA: "here" }, join(process.cwd(), "here")],
  ])("finds the data folder for %o", (env, folder) => {
    const read = readConfig({ ...home, ...env });
    expect(read.ok && read.value.dataFolder).toBe(folder);
  });

  test("names all errors at once, a line each, and repeats no value that may be secret", () => {
    const read = readConfig({
      ...home,
      DATABASE_URL: "mysql://sam:canary@db.example/x",
      REDIS_URL: "canary",
      AFTERWORD_KEY: "canary",
      AFTERWORD_PORT: "65536",
      AFTERWORD_TIME_TRAVEL: "yes",
      AFTERWORD_LOG_LEVEL: "loud",
      AFTERWORD_POLL_SECONDS: "0",
      AFTERWORD_POLL_SENT_SECONDS: "1.5",
      AFTERWORD_PRIVATE_SERVERS: "yes",
    });
    expect(read).toEqual({
      ok: false,
      error: [
        "DATABASE_URL must be an address like postgres://user:password@host:5432/afterword.",
        "REDIS_URL must be an address like redis://host:6379.",
        'AFTERWORD_KEY must be 32 random bytes in base64; "openssl rand -base64 32" makes such a key.',
        "AFTERWORD_PORT must be a whole number from 0 to 65535.",
        "AFTERWORD_TIME_TRAVEL must be 1 to let the clock be moved, or 0.",
        "AFTERWORD_LOG_LEVEL must be one of trace, debug, info, warn, error, silent.",
        "AFTERWORD_POLL_SECONDS must be a whole number from 1 to 86400.",
        "AFTERWORD_POLL_SENT_SECONDS must be a whole number from 1 to 300.",
        "AFTERWORD_PRIVATE_SERVERS must be 1 to let servers in your own network be found, or 0.",
      ],
    });
  });

  test("can be set throughout as .env.example says", () => {
    const text = readFileSync(join(import.meta.dirname, "..", ".env.example"), "utf8").replaceAll(
      /^#(?=[A-Z_]+=)/gm,
      "",
    );
    const file = readEnvFile(text, ".env");
    expect(file.ok).toBe(true);
    const read = readConfig({ ...home, ...(file.ok && file.value) });
    expect(read.ok).toBe(true);
  });
});

describe("a .env file", () => {
  test("is read as Node reads it: remarks, export, quotes, several lines", () => {
    const text =
      "\uFEFF# remark\r\nA=1\r\n\r\nexport B = two words # remark\nC='# no remark'\nD=\"one\ntwo\"\nE=\n";
    expect(readEnvFile(text, ".env")).toEqual({
      ok: true,
      value: { A: "1", B: "two words", C: "# no remark", D: "one\ntwo", E: "" },
    });
  });

  test("with lines that are no settings is answered with file, line and what to do", () => {
    expect(readEnvFile("A=1\nAFTERWORD_PORT 8484\n: yes\n", "/srv/.env")).toEqual({
      ok: false,
      error: [
        "/srv/.env, line 2: this is no setting; write NAME=value, or # before a remark.",
        "/srv/.env, line 3: this is no setting; write NAME=value, or # before a remark.",
      ],
    });
  });

  test("with a quote that is never closed is answered with its line, not its value", () => {
    expect(readEnvFile('A=1\nKEY="canary\nB=2\n', ".env")).toEqual({
      ok: false,
      error: [".env, line 2: the quote is opened but never closed; close it at the end of the value."],
    });
  });

  test("that is no text is answered", () => {
    const read = readEnvFile(Buffer.from("A=1\n", "utf16le").toString("utf8"), ".env");
    expect(read.ok).toBe(false);
  });
});

describe("a program that starts", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "afterword-config-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const load = (env: Record<string, string>) => {
    const program = `
      const { loadConfig } = await import(${JSON.stringify(join(import.meta.dirname, "../src/config.ts"))});
      try { console.log(JSON.stringify(loadConfig())); } catch (error) { console.log(error.name + "\\n" + error.message); }`;
    return spawnSync(process.execPath, ["--input-type=module", "-e", program], {
      cwd: folder,
      env: { ...home, ...env },
      encoding: "utf8",
    }).stdout;
  };

  test("takes settings from .env in its folder, and those of the environment before them", async () => {
    await writeFile(join(folder, ".env"), "AFTERWORD_PORT=1111\nAFTERWORD_HOST=127.0.0.9\n");
    expect(JSON.parse(load({ AFTERWORD_PORT: "2222" }))).toMatchObject({ port: 2222, host: "127.0.0.9" });
  });

  test("tells the errors of the file and of the settings together", async () => {
    await writeFile(join(folder, ".env"), "nonsense\n");
    expect(load({ AFTERWORD_PORT: "x" })).toMatch(
      /^SetupError\n.*\.env, line 1: .*\nAFTERWORD_PORT must be .*\n$/,
    );
  });

  test("says what to do about a .env that cannot be read", async () => {
    await mkdir(join(folder, ".env"));
    expect(load({})).toMatch(
      /^SetupError\nThe settings in .*\.env cannot be read .*; make it a file that you may read, or remove it\.\n$/,
    );
  });
});
