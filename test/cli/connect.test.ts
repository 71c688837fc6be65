import { once } from "node:events";
import { rename, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createServer } from "node:tls";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPostOffice, type PostOffice } from "../../src/sandbox/post-office.ts";
import { selfSigned } from "../support/certificate.ts";
import { type Installation, installation, isPlain } from "./command-line.ts";

const address = "ines@okafor.example";
const about = ["--name", "Ines Okafor", "--zone", "Africa/Lagos", "--country", "ng"];
let here: Installation;
let office: PostOffice;
let servers: readonly string[];

beforeAll(async () => {
  here = await installation();
  await here.keepDatabase();
  office = await openPostOffice({
    address,
    password: "green lamp 7",
    now: () => Temporal.Now.instant(),
    bringsMailToOthers: async () => false,
  });
  servers = [
    "--imap",
    `imap://127.0.0.1:${office.imap.port}`,
    "--smtp",
    `smtp://127.0.0.1:${office.smtp.port}`,
    "--allow-plain",
  ];
});
afterAll(async () => {
  await here.remove();
  await office.close();
});
const connect = (args: readonly string[], stdin = "green lamp 7\n") =>
  here.run(["connect", address, ...args], { stdin });

test("before anything is connected, status says so kindly and what to do", async () => {
  const said = await here.run(["status"]);
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(said.out).toMatch(/Nothing is connected yet/);
  expect(said.out).toMatch(/afterword connect/);
});

test("where nobody can be asked, every missing flag is named in one sentence, and nothing is looked for before", async () => {
  const said = await connect(["--zone", "Africa/Lagos"]);
  expect(said).toMatchObject({ code: 1, out: "" });
  expect(said.err).toMatch(/^Nobody can be asked here.*--name, --country too\.\n$/);
  const half = await connect([...about, "--imap", "imaps://imap.okafor.example"]);
  expect(half.err).toMatch(/^Nobody can be asked here.*give --smtp too\.\n$/);
});

test("every bad flag is answered at once, each with what to write instead", async () => {
  const said = await connect([
    "--zone",
    "Mars/Base",
    "--country",
    "ZZ",
    "--digest-at",
    "7:5",
    "--imap",
    "smtps://mail.okafor.example",
  ]);
  expect(said).toMatchObject({ code: 1, out: "" });
  for (const flag of ["--zone", "--country", "--digest-at", "--imap"])
    expect(said.err).toContain(`${flag}: `);
  expect(said.err.trim().split("\n")).toHaveLength(4);
});

test("a password among the arguments is refused and not repeated", async () => {
  const said = await connect([...about, ...servers, "--password=green lamp 7"]);
  expect(said).toMatchObject({ code: 1, out: "" });
  expect(said.err).toMatch(/Leave --password out/);
  expect(said.err).not.toContain("green lamp");
});

test("no password on standard input", async () => {
  const said = await connect([...about, ...servers], "");
  expect(said.code).toBe(1);
  expect(said.err).toMatch(/No password came on standard input/);
});

test("a wrong password is named as one, and nothing is saved", async () => {
  const said = await connect([...about, ...servers], "red lamp 7\n");
  expect(said.code).toBe(1);
  expect(said.err).toMatch(/refused user name or password: check both/);
  expect(said.err).not.toContain("red lamp");
  expect(isPlain(said.err)).toBe(true);
  expect((await here.run(["status"])).out).toMatch(/Nothing is connected yet/);
});

test("a host where nobody answers, and a name that does not exist", async () => {
  const closed = await connect([...about, "--imap", "imaps://127.0.0.1:9", "--smtp", "smtps://127.0.0.1:9"]);
  expect(closed.code).toBe(1);
  expect(closed.err).toMatch(/127\.0\.0\.1:9 .*check host and port/);
  const unknown = await connect([
    ...about,
    "--imap",
    "imaps://imap.okafor.invalid",
    "--smtp",
    "smtps://smtp.okafor.invalid",
  ]);
  expect(unknown.code).toBe(1);
  expect(unknown.err).toMatch(/There is no host imap\.okafor\.invalid, or no network/);
});

test("plain text to another machine is refused before anything is said to it", async () => {
  const said = await connect([
    ...about,
    "--imap",
    "imap://imap.okafor.example",
    "--smtp",
    "smtp://smtp.okafor.example",
    "--allow-plain",
  ]);
  expect(said.code).toBe(1);
  expect(said.err).toMatch(/imap\.okafor\.example would get the password in plain text/);
});

test("without --allow-plain a server without STARTTLS never hears the password", async () => {
  const said = await connect([...about, ...servers.slice(0, -1)]);
  expect(said.code).toBe(1);
  expect(said.err).toMatch(/offers no STARTTLS, so the password was not sent/);
});

test("a certificate for another name is named as that, although its issuer is trusted", async () => {
  const { cert, key } = selfSigned("DNS:mail.elsewhere.example");
  const trusted = join(here.folder, "trusted.pem");
  await writeFile(trusted, cert);
  const server = createServer({ cert, key }, (socket) => socket.on("error", () => undefined));
  server.on("tlsClientError", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const said = await here.run(
    [
      "connect",
      address,
      ...about,
      "--imap",
      `imaps://localhost:${port}`,
      "--smtp",
      `smtps://localhost:${port}`,
    ],
    { stdin: "green lamp 7\n", env: { NODE_EXTRA_CA_CERTS: trusted } },
  );
  server.close();
  expect(said.code).toBe(1);
  expect(said.err).toMatch(/The certificate of localhost:\d+ does not prove that it is localhost/);
  expect(isPlain(said.err)).toBe(true);
});

test("where the clock can be moved, a mailbox of the real world is refused", async () => {
  const said = await here.run(
    [
      "connect",
      address,
      ...about,
      "--imap",
      "imaps://imap.okafor.example",
      "--smtp",
      "smtps://smtp.okafor.example",
    ],
    { stdin: "green lamp 7\n", env: { AFTERWORD_TIME_TRAVEL: "1" } },
  );
  expect(said.code).toBe(1);
  expect(said.err).toMatch(/--imap: With AFTERWORD_TIME_TRAVEL=1 only servers on this machine/);
});

test("a mailbox that works is saved, its Sent folder found and shown, and what comes next is told", async () => {
  const said = await connect([...about, ...servers]);
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(said.out).toMatch(/ines@okafor\.example is connected\. Sent folder: Sent\./);
  expect(said.out).toMatch(/The next digest comes .*07:30 \(Africa\/Lagos\)/);
  expect(said.out).toMatch(/afterword start/);
  expect(JSON.parse((await here.run(["status", "--json"])).out)).toMatchObject({
    running: null,
    mailboxes: [{ address, trouble: null, sending_paused: false }],
    next_digests: [{ address, at: expect.stringMatching(/T06:30:00Z$/) }],
  });
});

test("connected anew, only the password has to come again", async () => {
  const said = await connect(["--digest-at", "06:15", "--json"]);
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(JSON.parse(said.out)).toMatchObject({
    address,
    again: true,
    sent_folder: "Sent",
    next_digest: expect.stringMatching(/T05:15:00Z$/),
  });
  expect(JSON.parse((await here.run(["status", "--json"])).out).mailboxes).toHaveLength(1);
});

test("with reconnect the password alone is asked for, and a wrong one changes nothing", async () => {
  const wrong = await here.run(["reconnect", address], { stdin: "red lamp 7\n" });
  expect(wrong.code).toBe(1);
  expect(wrong.err).toMatch(/refused user name or password/);
  const said = await here.run(["reconnect", address, "--json"], { stdin: "green lamp 7\n" });
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(JSON.parse(said.out)).toMatchObject({ address, again: true, sent_folder: "Sent" });
  const stranger = await here.run(["reconnect", "nobody@okafor.example"], { stdin: "x\n" });
  expect(stranger.err).toBe("nobody@okafor.example is not connected; connected are ines@okafor.example.\n");
});

test("a further mailbox is that of the person who is named, and keeps it when it is connected anew", async () => {
  const second = "ines@second.example";
  const login = ["--login", address];
  const connectSecond = (args: readonly string[]) =>
    here.run(["connect", second, ...args, "--json"], { stdin: "green lamp 7\n" });
  const unknown = await connectSecond([...servers, "--person", "nobody@okafor.example"]);
  expect(unknown.err).toMatch(/Nobody here has the address nobody@okafor\.example/);
  const said = await connectSecond([...servers, ...login, "--person", address]);
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(JSON.parse(said.out)).toMatchObject({ address: second, again: false });
  expect(JSON.parse((await connectSecond([])).out)).toMatchObject({ address: second, again: true });
  const { mailboxes, next_digests } = JSON.parse((await here.run(["status", "--json"])).out);
  expect(mailboxes.map((each: { address: string }) => each.address)).toEqual([address, second]);
  expect(next_digests).toMatchObject([{ address }]);
});

test("doctor logs in on the mailbox and says that all is well", async () => {
  const said = await here.run(["doctor"]);
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(said.out).toMatch(/^ok +mailbox +ines@okafor\.example: both servers let us in$/m);
  expect(said.out).toMatch(/^ok +store +PostgreSQL \d+/m);
});

test("doctor names what is wrong and ends with 1", async () => {
  office.shutImap();
  const mailbox = await here.run(["doctor", "--json"]);
  office.openImap();
  expect(mailbox.code).toBe(1);
  expect(JSON.parse(mailbox.out)).toMatchObject({
    ok: false,
    checks: expect.arrayContaining([{ part: "mailbox", ok: false, says: expect.stringContaining(address) }]),
  });

  const redis = await here.run(["doctor"], { env: { REDIS_URL: "redis://127.0.0.1:9" } });
  expect(redis.code).toBe(1);
  expect(redis.out).toMatch(/^WRONG +queue +Nothing answers at 127\.0\.0\.1:9 \(REDIS_URL\)/m);

  const keyFile = join(here.data, "key");
  await rename(keyFile, `${keyFile}.away`);
  const key = await here.run(["doctor"], { env: { AFTERWORD_KEY: Buffer.alloc(32, 7).toString("base64") } });
  await rename(`${keyFile}.away`, keyFile);
  expect(key.code).toBe(1);
  expect(key.out).toMatch(/^WRONG +mailbox +ines@okafor\.example: /m);
});
