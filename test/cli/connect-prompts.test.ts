import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPostOffice, type PostOffice } from "../../src/sandbox/post-office.ts";
import { startNameServer } from "../support/name-server.ts";
import { startSignInServer } from "../support/sign-in-server.ts";
import { startXoauth2Imap, startXoauth2Smtp } from "../support/xoauth2-peers.ts";
import { cli, type Installation, inherited, installation } from "./command-line.ts";

/** `script` (Debian's bsdutils) gives a command a terminal; its input stays a pipe, which the test types into. */
const preload = fileURLToPath(new URL("../support/other-names.ts", import.meta.url));
const hasScript = spawnSync("script", ["--version"]).status === 0;

describe.skipIf(!hasScript)(
  `connecting at a terminal${hasScript ? "" : " (left out, no script here: apt-get install bsdutils)"}`,
  () => {
    let here: Installation;
    let office: PostOffice;
    beforeAll(async () => {
      here = await installation();
      office = await openPostOffice({
        address: "mia@lund.example",
        password: "paper boat",
        now: () => Temporal.Now.instant(),
        bringsMailToOthers: async () => false,
      });
    });
    afterAll(async () => {
      await here.remove();
      await office.close();
    });

    const atTerminal = (args: readonly string[], env = {}) => {
      const command = [process.execPath, cli, ...args].map((word) => `'${word}'`).join(" ");
      return spawn(
        "script",
        ["--quiet", "--return", "--command", `stty cols 100 rows 40; exec ${command}`, "/dev/null"],
        {
          cwd: here.folder,
          env: {
            ...inherited(),
            AFTERWORD_DATA: here.data,
            TZ: "Europe/Stockholm",
            LANG: "sv_SE.UTF-8",
            TERM: "xterm",
            ...env,
          },
          stdio: ["pipe", "pipe", "pipe"],
          signal: AbortSignal.timeout(50_000),
        },
      );
    };

    test("everything that no flag answers is asked with a sensible first answer, and the password is never shown", async () => {
      const servers = [
        "--imap",
        `imap://127.0.0.1:${office.imap.port}`,
        "--smtp",
        `smtp://127.0.0.1:${office.smtp.port}`,
        "--allow-plain",
      ];
      const child = atTerminal(["connect", "mia@lund.example", ...servers]);
      const screen = await type(child, [
        ["Your name", "Mia Lund\r"],
        ["Your time zone", "\r"],
        ["Where you live", "\r"],
        ["daily digest", "\r"],
        ["Login name", "\r"],
        ["Password of mia@lund.example", "paper sheep\r"],
        ["once more", "paper boat\r"],
        ["Which folder holds the mail that you sent?", "\r"],
      ]);
      expect(child.exitCode, screen).toBe(0);
      expect(screen).toContain("mia@lund.example is connected. Sent folder: Sent.");
      expect(screen).toMatch(/Europe\/Stockholm/);
      expect(screen).not.toMatch(/paper (?:boat|sheep)/);
      expect(screen).toContain("refused user name or password");
    });

    test("servers that were found are shown with the provider's help; who says no names others, and no password was asked for", async () => {
      const names = await startNameServer({ "MX birch.example": [{ mx: "aspmx.l.google.com" }] });
      const env = { NODE_OPTIONS: `--import=${preload}`, TEST_NAME_SERVER: names.address };
      const child = atTerminal(["connect", "mia@birch.example"], env);
      const screen = await type(child, [
        ["Your name", "Mia Birch\r"],
        ["Your time zone", "\r"],
        ["Where you live", "\r"],
        ["daily digest", "\r"],
        ["May your password go to imaps://imap.gmail.com:993", "n"],
        ["IMAP server, for reading", "\u0003"],
      ]);
      await names.stop();
      expect(screen).toMatch(/Google wants an app password/);
      expect(screen).toContain("Nothing was changed.");
      expect(screen).not.toContain("Password of");
    });

    test("who signs in with a browser on another machine pastes where it ended; another address is refused, and the end of a sign-in in Testing is known", async () => {
      const provider = await startSignInServer();
      const imap = await startXoauth2Imap(provider.takes);
      const smtp = await startXoauth2Smtp(provider.takes);
      const servers = ["--imap", `imap://127.0.0.1:${imap.port}`, "--smtp", `smtp://127.0.0.1:${smtp.port}`];
      const child = atTerminal(
        ["connect", "mia@gmail.com", "--person", "mia@lund.example", ...servers, "--allow-plain"],
        { AFTERWORD_GOOGLE_CLIENT_ID: "elm", AFTERWORD_SIGN_IN_ISSUER: provider.issuer, DISPLAY: "" },
      );
      const whereItEnds = async (screen: string): Promise<string> => {
        const url =
          /http:\/\/127\.0\.0\.1:\d+\/authorize\S+/.exec(screen.replaceAll(/\r?\n(?=\S+=)/g, ""))?.[0] ?? "";
        const page = await fetch(url, { redirect: "manual" });
        return `${page.headers.get("location")}\r`;
      };
      const screen = await type(child, [
        ["Login name", "\r"],
        ["How shall Afterword be let in?", "\r"],
        ["paste the address at which it ends", "http://127.0.0.1:1/?code=1&state=guessed\r"],
        ["not the answer to this sign-in", whereItEnds],
        ["publishing status", "y"],
        ["Which folder holds the mail that you sent?", "\r"],
      ]);
      await Promise.all([imap.stop(), smtp.stop(), provider.stop()]);
      expect(child.exitCode, screen).toBe(0);
      expect(screen).toContain("mia@gmail.com is connected.");
      expect(screen).not.toContain("Password of");
      for (const token of provider.issued) expect(screen).not.toContain(token);
      const status = JSON.parse((await here.run(["status", "--json"])).out);
      expect(status.mailboxes.at(-1)).toMatchObject({
        sign_in: "google",
        sign_in_ends_at: expect.stringMatching(/^2/),
      });
    });

    test("who turns away in the middle is told that nothing was changed", async () => {
      const child = atTerminal(["connect", "other@lund.example"]);
      const screen = await type(child, [["Your name", "\u0003"]]);
      expect(child.exitCode).toBe(1);
      expect(screen).toContain("Nothing was changed.");
    });
  },
);

/** Types each answer when its question has appeared; gives all that was on the screen, without its colours. */
async function type(
  child: ChildProcess,
  answers: readonly (readonly [question: string, keys: string | ((screen: string) => Promise<string>)])[],
): Promise<string> {
  let screen = "";
  let next = 0;
  child.stdout?.on("data", (chunk: Buffer) => {
    screen += chunk.toString();
    const [question, keys] = answers[next] ?? [];
    if (question === undefined || keys === undefined || !stripVTControlCharacters(screen).includes(question))
      return;
    next += 1;
    if (typeof keys === "string") child.stdin?.write(keys);
    else void keys(stripVTControlCharacters(screen)).then((words) => child.stdin?.write(words));
  });
  await once(child, "close");
  return stripVTControlCharacters(screen);
}
