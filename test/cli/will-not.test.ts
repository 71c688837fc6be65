import { afterAll, beforeAll, expect, test } from "vitest";
import { invitation } from "../support/letter.ts";
import { openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";
import { databaseUrl, type Installation, installation } from "./command-line.ts";

let here: ReceivingApp;
let there: Installation;

beforeAll(async () => {
  here = await openReceivingApp();
  there = await installation({ DATABASE_URL: databaseUrl(here.connection) });
  const ana = await here.connect();
  await here.deliver(ana, invitation());
  // The command line has no key of theirs, and asks for it only where there is a password to open.
  await here.query("delete from mailbox");
});
afterAll(async () => {
  await there.remove();
  await here.close();
});

const run = async (...args: readonly string[]) => {
  const { code, out, err } = await there.run(args);
  return { code, said: `${out}${err}`.trim() };
};

test("what a person will not do is listed, added to and taken off", async () => {
  expect(await run("will-not")).toEqual({
    code: 0,
    said: 'Nothing is listed; add something with "npx afterword will-not no relocation".',
  });
  expect((await run("will-not", "no", "relocation")).said).toMatch(/^1\. no relocation\n/);
  expect(JSON.parse((await run("will-not", "no weekend work", "--json")).said)).toEqual({
    will_not: ["no relocation", "no weekend work"],
  });
  expect((await run("will-not", "1", "--remove")).said).toMatch(/^1\. no weekend work\n/);
  expect(await run("will-not", "never")).toEqual({
    code: 1,
    said: expect.stringContaining('"no relocation"'),
  });
  expect(await run("will-not", "--remove")).toEqual({ code: 1, said: expect.stringContaining("2 --remove") });
});

test("show tells size, country and zone with the words that show them, and how to put them right; mark does", async () => {
  const { said } = await run("show", "1");
  expect(said).toContain("size: unknown");
  expect(said).toContain("country: GB");
  expect(said).toContain('Their calendar entry counts in "Europe/London".');
  expect(said).toContain('"npx afterword mark 1 --size');
  await run("mark", "1", "--country", "de-by", "--zone", "Europe/Berlin", "--size", "small");
  const shown = JSON.parse((await run("show", "1", "--json")).said);
  expect(shown).toMatchObject({
    size: "small",
    size_by: "person",
    country: "DE-BY",
    zone: "Europe/Berlin",
    reading: { size: "You said so.", country: "You said so.", zone: "You said so." },
  });
});
