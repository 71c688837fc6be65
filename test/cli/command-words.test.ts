import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { program } from "../../src/cli/afterword.ts";
import { cli, type Installation, installation, isPlain } from "./command-line.ts";

let here: Installation;
beforeAll(async () => {
  here = await installation();
  await here.keepDatabase();
});
afterAll(() => here.remove());

test("every command explains itself with an example", () => {
  for (const command of program().commands) {
    if (command.name() === "help") continue;
    let help = "";
    command.configureOutput({
      writeOut: (words) => {
        help += words;
      },
    });
    command.outputHelp();
    expect(help, command.name()).toContain(`Example:\n  npx afterword ${command.name()}`);
  }
});

test("every command that reads something can print JSON", () => {
  const reading = ["status", "candidacies", "show", "why", "drafts", "digest", "feed", "token", "doctor"];
  for (const name of reading) {
    const command = program().commands.find((each) => each.name() === name);
    expect(
      command?.options.map(({ long }) => long),
      name,
    ).toContain("--json");
  }
});

test("an unknown command names the nearest one and ends with 2", async () => {
  const said = await here.run(["drfts"]);
  expect(said).toMatchObject({ code: 2, out: "" });
  expect(said.err).toMatch(/^Unknown command 'drfts' \(did you mean drafts\?\); .*\n$/);
});

test("a command line that nobody understands ends with 2 and one line", async () => {
  for (const args of [
    ["show"],
    ["show", "abc"],
    ["mark", "3", "--size", "huge"],
    ["mark", "3", "--is", "whatever"],
    ["mark", "3", "--at", "3:30"],
    ["merge", "3"],
    ["status", "--jsn"],
    ["clock", "advance"],
  ]) {
    const said = await here.run(args);
    expect(said.code, args.join(" ")).toBe(2);
    expect(said.err.trim().split("\n"), args.join(" ")).toHaveLength(1);
  }
});

test("an older Node is told in one sentence which one is needed", async () => {
  const old =
    "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.11.1'}})";
  const said = await here.run(["status"], { file: cli.replace(/ts$/, "js"), node: ["--import", old] });
  expect(said).toMatchObject({ code: 1, out: "" });
  expect(said.err).toMatch(/^Afterword needs Node 24 or newer and this is 20\.11\.1: .*\n$/);
});

test("the launcher runs the same program", async () => {
  const said = await here.run(["--version"], { file: cli.replace(/ts$/, "js") });
  expect(said).toMatchObject({ code: 0, out: "0.1.0\n" });
});

test("a malformed .env is answered with every bad line and no value of it", async () => {
  const file = join(here.folder, ".env");
  await writeFile(file, "this is nothing\nAFTERWORD_PORT=8484\nnor is this\n");
  const lines = await here.run(["status"]);
  await writeFile(file, "AFTERWORD_POLL_SECONDS=often\nAFTERWORD_KEY=tooshort\n");
  const values = await here.run(["status"]);
  await writeFile(file, "");
  expect(lines).toMatchObject({ code: 1, out: "" });
  expect(lines.err).toMatch(/line 1: this is no setting.*\n.*line 3: this is no setting/);
  expect(values).toMatchObject({ code: 1, out: "" });
  expect(values.err).toMatch(/AFTERWORD_POLL_SECONDS must be a whole number/);
  expect(values.err).toMatch(/AFTERWORD_KEY must be 32 random bytes/);
  expect(values.err).not.toMatch(/tooshort|often/);
  expect(isPlain(lines.err) && isPlain(values.err)).toBe(true);
});

test("commands that need the running program say that it does not run", async () => {
  for (const args of [["token"], ["clock"], ["clock", "advance", "3d"]]) {
    const said = await here.run(args);
    expect(said.code, args.join(" ")).toBe(1);
    expect(said.err).toMatch(/does not run on .*; start it with "npx afterword start"/);
  }
});
