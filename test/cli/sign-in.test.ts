import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ImapPeer } from "../support/imap-peer.ts";
import { type SignInServer, startSignInServer } from "../support/sign-in-server.ts";
import { startXoauth2Imap, startXoauth2Smtp } from "../support/xoauth2-peers.ts";
import { cli, type Installation, inherited, installation, isPlain, type Said } from "./command-line.ts";

const about = ["--name", "Sam Reed", "--zone", "Europe/London", "--country", "gb", "--history", "0"];
let here: Installation;
let provider: SignInServer;
let imap: ImapPeer;
let smtp: Awaited<ReturnType<typeof startXoauth2Smtp>>;
let servers: readonly string[];
let clients: Readonly<Record<string, string>>;

beforeAll(async () => {
  provider = await startSignInServer();
  imap = await startXoauth2Imap(provider.takes);
  smtp = await startXoauth2Smtp(provider.takes);
  clients = {
    AFTERWORD_GOOGLE_CLIENT_ID: "elm",
    AFTERWORD_GOOGLE_CLIENT_SECRET: "oak",
    AFTERWORD_MICROSOFT_CLIENT_ID: "ash",
    AFTERWORD_SIGN_IN_ISSUER: provider.issuer,
  };
  here = await installation(clients);
  const at = (port: number) => `127.0.0.1:${port}`;
  servers = ["--imap", `imap://${at(imap.port)}`, "--smtp", `smtp://${at(smtp.port)}`, "--allow-plain"];
});
afterAll(async () => {
  await here.remove();
  await Promise.all([imap.stop(), smtp.stop(), provider.stop()]);
});

/** Runs a command that shows an address, and does with it what a person does. */
const withBrowser = async (args: readonly string[], open: (address: string) => unknown): Promise<Said> => {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: here.folder,
    env: { ...inherited(), AFTERWORD_DATA: here.data, AFTERWORD_PORT: "0", ...clients, DISPLAY: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  let isOpen = false;
  const look = () => {
    const address = /^(http:\/\/127\.0\.0\.1:\d+\/authorize\S+)\n/m.exec(out + err)?.[1];
    const code = /open (http:\S+), sign in as \S+, and type this code: ELM-OAK/.exec(out + err)?.[1];
    if (isOpen || !(address ?? code)) return;
    isOpen = true;
    void open(address ?? code ?? "");
  };
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
    look();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    err += chunk.toString();
    look();
  });
  await once(child, "close");
  return { code: child.exitCode, out, err };
};
const status = async () => JSON.parse((await here.run(["status", "--json"])).out).mailboxes;

test("Microsoft without a client id: the way to one is told, and nothing is asked", async () => {
  const said = await here.run(["connect", "sam@outlook.com", ...about], {
    env: { AFTERWORD_MICROSOFT_CLIENT_ID: "" },
  });
  expect(said.code).toBe(1);
  expect(said.err).toMatch(
    /register a client id, as docs\/providers\.md tells.*AFTERWORD_MICROSOFT_CLIENT_ID/,
  );
  expect(isPlain(said.err)).toBe(true);
});

test("--browser where the servers are no provider's of whom there is a client id", async () => {
  const said = await here.run(["connect", "sam@elm.example", ...about, ...servers, "--browser"]);
  expect(said.code).toBe(1);
  expect(said.err).toMatch(/Signing in needs a client id of your own/);
});

test("a mailbox is connected by a sign-in in the browser, without any password; what Testing means is said", async () => {
  const said = await withBrowser(["connect", "sam@gmail.com", ...about, ...servers, "--browser"], (address) =>
    fetch(address),
  );
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(said.out).toMatch(/Sign in as sam@gmail\.com here:/);
  expect(said.out).toMatch(/"Testing", Google ends this sign-in after 7 days/);
  expect(said.out).toMatch(/sam@gmail\.com is connected/);
  expect(await status()).toMatchObject([
    { address: "sam@gmail.com", sign_in: "google", sign_in_ends_at: null },
  ]);
  expect((await here.run(["doctor"])).out).toMatch(/sam@gmail\.com: both servers let us in/);
});

test("an answer with a guessed state is not taken and ends nothing; with --testing the end of the sign-in is known", async () => {
  const said = await withBrowser(["reconnect", "sam@gmail.com", "--json", "--testing"], async (address) => {
    const back = new URL(new URL(address).searchParams.get("redirect_uri") ?? "");
    const forged = await fetch(new URL("?code=stolen&state=guessed", back));
    expect(forged.status).toBe(400);
    await fetch(address);
  });
  expect(said.code).toBe(0);
  expect(JSON.parse(said.out)).toMatchObject({ address: "sam@gmail.com", again: true });
  const [{ sign_in_ends_at }] = await status();
  expect(Date.parse(sign_in_ends_at) - Date.now()).toBeGreaterThan(6.9 * 24 * 3_600_000);
  expect((await here.run(["status"])).out).toMatch(
    /The sign-in ends .*reconnect sam@gmail\.com" before then/,
  );
});

test("without a browser Microsoft is signed in to by a code", async () => {
  const args = ["connect", "sam@outlook.com", ...about, ...servers];
  const said = await withBrowser(args, () => provider.typeCode());
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(said.out).toMatch(/type this code: ELM-OAK/);
  expect(await status()).toMatchObject([{ sign_in: "google" }, { sign_in: "microsoft" }]);
});

test("a sign-in for somebody else's mailbox lets nobody in, which is not called a wrong password", async () => {
  const said = await withBrowser(["reconnect", "sam@outlook.com", "--browser"], async (address) => {
    provider.tells({ access_token: "for-somebody-else" });
    await fetch(address);
  });
  provider.tells({});
  expect(said.code).toBe(1);
  expect(said.err).toMatch(/let nobody in with this sign-in: see that it was made for this very address/);
  expect(said.err).not.toMatch(/password|somebody-else/);
});

test("no token stands in any file of the installation", async () => {
  const files = await readdir(here.data, { recursive: true, withFileTypes: true });
  for (const file of files.filter((each) => each.isFile())) {
    const bytes = await readFile(join(file.parentPath, file.name)).catch(() => Buffer.alloc(0));
    for (const words of provider.issued) expect(bytes.includes(words), file.name).toBe(false);
  }
});
