import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPostOffice, type PostOffice } from "../../src/sandbox/post-office.ts";
import { type Installation, installation, isPlain } from "./command-line.ts";

const address = "ines@okafor.example";
let here: Installation;
let office: PostOffice;

beforeAll(async () => {
  here = await installation();
  await here.keepDatabase();
  office = await openPostOffice({
    address,
    password: "green lamp 7",
    now: () => Temporal.Now.instant(),
    bringsMailToOthers: async () => false,
  });
});
afterAll(async () => {
  await here.remove();
  await office.close();
});

const feed = async (what: string, env: Readonly<Record<string, string>> = {}): Promise<string> => {
  const said = await here.run(["feed", what], { env });
  expect(said, what).toMatchObject({ code: 0, err: "" });
  return said.out;
};
const addressIn = (said: string): string =>
  /^ {2}(http\S+\/calendar\/[\w-]{22,}\.ics)$/m.exec(said)?.[1] ?? "";
const refused = async (what: string): Promise<string> => {
  const said = await here.run(["feed", what]);
  expect(said).toMatchObject({ code: 1, out: "" });
  expect(isPlain(said.err)).toBe(true);
  return said.err;
};

test("without a mailbox there is no feed, and a word that it does not know is answered as such", async () => {
  expect(await refused("on")).toMatch(/No mailbox is connected yet/);
  const said = await here.run(["feed", "onn"]);
  expect(said.code).toBe(2);
  expect(said.err).toMatch(/on, off, new, show/);
});

test("the feed is off until it is switched on, and has no address to replace", async () => {
  const connected = await here.run(
    [
      ...["connect", address, "--name", "Ines Okafor", "--zone", "Africa/Lagos", "--country", "NG"],
      ...["--imap", `imap://127.0.0.1:${office.imap.port}`, "--smtp", `smtp://127.0.0.1:${office.smtp.port}`],
      "--allow-plain",
    ],
    { stdin: "green lamp 7\n" },
  );
  expect(connected.code).toBe(0);
  expect(await feed("show")).toMatch(
    /^The calendar feed is off; "npx afterword feed on" switches it on\.\n$/,
  );
  expect(await refused("new")).toMatch(/"npx afterword feed on" makes one/);
});

test("switched on, it tells its address, and in a line each how Apple, Google and Outlook subscribe to it", async () => {
  const said = await feed("on", { AFTERWORD_PORT: "8484" });
  expect(addressIn(said)).toMatch(/^http:\/\/127\.0\.0\.1:8484\//);
  for (const name of ["Apple", "Google", "Outlook"])
    expect(said.split("\n").filter((line) => line.startsWith(`${name}: `))).toHaveLength(1);
  expect(said).toMatch(/It works on this machine only, .* set PUBLIC_URL/);
  expect(said).toMatch(/"npx afterword start" starts it/);
  expect(await feed("on")).toMatch(/known only while Afterword runs, because AFTERWORD_PORT is 0/);
});

test("with PUBLIC_URL its address is that one, and works anywhere", async () => {
  const said = await feed("show", { PUBLIC_URL: "https://jobs.example/afterword/" });
  expect(addressIn(said)).toMatch(/^https:\/\/jobs\.example\/afterword\/calendar\//);
  expect(said).not.toMatch(/only/);
});

test("beside the running program it is served, replaced and taken away at once", async () => {
  const program = await here.start();
  const first = addressIn(await feed("show"));
  const served = await fetch(first);
  expect(served.status).toBe(200);
  expect(await served.text()).toContain("BEGIN:VCALENDAR");
  const said = await feed("new");
  expect(said).toMatch(/at the old one there is nothing any more/);
  const second = addressIn(said);
  expect([(await fetch(first)).status, (await fetch(second)).status]).toEqual([404, 200]);
  expect(JSON.parse((await here.run(["feed", "--json"])).out)).toEqual({
    address,
    on: true,
    url: second,
    works: "on this machine",
  });
  expect(await feed("off")).toMatch(/is off/);
  expect((await fetch(second)).status).toBe(404);
  expect(JSON.parse((await here.run(["feed", "show", "--json"])).out)).toEqual({
    address,
    on: false,
    url: null,
    works: null,
  });
  await program.stop();
});
