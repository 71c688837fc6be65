import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { settings } from "../../src/domain/settings.ts";
import { openPostOffice, type PostOffice } from "../../src/sandbox/post-office.ts";
import { type Installation, installation, isPlain } from "./command-line.ts";

let here: Installation;
let office: PostOffice;

beforeAll(async () => {
  here = await installation();
  await here.keepDatabase();
  office = await openPostOffice({
    address: "ines@okafor.example",
    password: "green lamp 7",
    now: () => Temporal.Now.instant(),
    bringsMailToOthers: async () => false,
  });
});
afterAll(async () => {
  await here.remove();
  await office.close();
});

const says = async (...args: string[]): Promise<string> => {
  const said = await here.run(["set", ...args]);
  expect(said, args.join(" ")).toMatchObject({ code: 0, err: "" });
  return said.out;
};
const refuses = async (...args: string[]): Promise<string> => {
  const said = await here.run(["set", ...args]);
  expect(said, args.join(" ")).toMatchObject({ code: 1, out: "" });
  expect(isPlain(said.err), said.err).toBe(true);
  return said.err.trim();
};

test("before a mailbox is connected there is nobody whose settings these are", async () => {
  expect(await refuses()).toMatch(/No mailbox is connected yet/);
});

test("every setting is listed with its value, its default, its unit and what it means", async () => {
  const connected = await here.run(
    [
      ...[
        "connect",
        "ines@okafor.example",
        "--name",
        "Ines Okafor",
        "--zone",
        "Africa/Lagos",
        "--country",
        "ng",
      ],
      ...["--imap", `imap://127.0.0.1:${office.imap.port}`, "--smtp", `smtp://127.0.0.1:${office.smtp.port}`],
      ...["--allow-plain", "--history", "0"],
    ],
    { stdin: "green lamp 7\n" },
  );
  expect(connected.code, connected.err).toBe(0);
  const listed = await says();
  for (const { name, means, of } of settings)
    if (of !== "wishes")
      expect(listed.split("\n").find((line) => line.startsWith(`${name} `))).toContain(means);
  expect(listed).toMatch(/^after-promise +2 +default +2 +working days +From a promised date/m);
  const rows = JSON.parse(await says("--json"));
  expect(rows).toHaveLength(settings.filter(({ of }) => of !== "wishes").length);
  expect(rows[0]).toEqual({
    name: "after-promise",
    value: 2,
    from: "default",
    default: 2,
    unit: "working days",
    allowed: "a whole number from 1 to 30",
    means: expect.stringMatching(/promised date/),
  });
});

test("a setting is changed, shown, and taken back", async () => {
  expect(await says("after-promise", "3")).toBe("after-promise is 3 working days now; it was 2.\n");
  expect(JSON.parse(await says("after-promise", "--json"))).toMatchObject({
    value: 3,
    from: "you",
    default: 2,
  });
  expect(await says("after-promise")).toMatch(/It can be a whole number from 1 to 30\./);
  expect(JSON.parse(await says("after-promise", "--default", "--json"))).toMatchObject({
    done: "after-promise is 2 working days now; it was 3.",
    value: 2,
    from: "default",
  });
});

test("a value of several words needs no quotes", async () => {
  await says("digest-days", "mon,", "wed", "and", "fri");
  expect(JSON.parse(await says("digest-days", "--json"))).toMatchObject({
    value: "mon, wed, fri",
    from: "you",
  });
  await says("name", "Ines", "O.", "Okafor");
  expect(JSON.parse(await says("name", "--json"))).toMatchObject({ value: "Ines O. Okafor" });
});

test("what is not allowed is refused in one sentence that says what is", async () => {
  expect(await refuses("after-promise", "soon")).toBe(
    "after-promise must be a whole number from 1 to 30 (working days).",
  );
  expect(await refuses("patience")).toBe('There is no setting "patience"; "npx afterword set" lists them.');
  expect(await refuses("no-promise", "4")).toContain("did you mean no-promise.small, no-promise.large");
  expect(await refuses("--default")).toMatch(/^With --default name one setting/);
  expect(await refuses("after-promise", "3", "--default")).toMatch(/^With --default name one setting/);
  expect(await refuses("--candidacy", "9")).toContain("There is no candidacy 9");
  expect(await refuses("every", "10", "days")).toContain("is said of one candidacy");
  expect(await refuses("--person", "bo@lund.example")).toContain("Nobody here has the address");
});

test("the help lists every setting with what is allowed", async () => {
  const help = (await here.run(["set", "--help"])).out;
  for (const { name, allowed } of settings) expect(help).toContain(`${name} `.padEnd(28) + allowed);
});
