import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { bundle } from "./bundle.ts";

test("a failpoint of the bundled program is named by the flow that it stands in, so that each is struck once (R57)", async () => {
  const program = await bundle(join(import.meta.dirname, "bundled-turn.ts"));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [program]);
    expect(stdout.split("\n")).toEqual([
      expect.stringMatching(/^send-turn\.sendTurn:\d+ commit before$/),
      expect.stringMatching(/^send-turn\.sendTurn:\d+ commit after$/),
      expect.stringMatching(/^send-due\.sendDue:\d+ commit before$/),
      expect.stringMatching(/^send-due\.sendDue:\d+ commit after$/),
      "",
    ]);
  } finally {
    await rm(dirname(program), { recursive: true, force: true });
  }
});
