import { afterAll, beforeAll, expect, test } from "vitest";
import { type Installation, installation } from "./command-line.ts";

let here: Installation;
beforeAll(async () => {
  here = await installation();
});
afterAll(() => here.remove());

test("a pause without a length is not understood; one before a mailbox is connected is refused in a sentence", async () => {
  expect(await here.run(["pause"])).toMatchObject({ code: 2, out: "" });
  for (const args of [
    ["pause", "2w"],
    ["pause", "until", "Monday"],
    ["resume", "--json"],
  ]) {
    const said = await here.run(args);
    expect(said).toMatchObject({ code: 1, out: "" });
    expect(said.err).toMatch(/^No mailbox is connected yet; .*\n$/);
  }
});
