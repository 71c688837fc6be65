import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createServer } from "node:tls";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { selfSigned } from "../support/certificate.ts";
import { type NameServer, startNameServer } from "../support/name-server.ts";
import { type Installation, installation, isPlain } from "./command-line.ts";

const about = ["--name", "Ines Okafor", "--zone", "Africa/Lagos", "--country", "NG"];
const preload = fileURLToPath(new URL("../support/other-names.ts", import.meta.url));
let here: Installation;
let names: NameServer;

beforeAll(async () => {
  here = await installation();
  await here.keepDatabase();
  names = await startNameServer({
    "MX linden.example": [{ mx: "aspmx.l.google.com" }],
    "MX works.example": [{ mx: "works-example.mail.protection.outlook.com" }],
    "SRV _imaps._tcp.inside.example": [{ srv: "mail.inside.example", port: 993 }],
    "SRV _submissions._tcp.inside.example": [{ srv: "mail.inside.example", port: 465 }],
  });
});
afterAll(async () => {
  await here.remove();
  await names.stop();
});

const connect = (address: string, args: readonly string[] = [], env = {}) =>
  here.run(["connect", address, ...about, ...args], {
    stdin: "green lamp 7\n",
    node: ["--import", preload],
    env: {
      TEST_NAME_SERVER: names.address,
      TEST_ADDRESSES: JSON.stringify({ "mail.inside.example": "127.0.0.1" }),
      ...env,
    },
  });

test("servers that were found are named, and without a yes no password is read", async () => {
  const said = await connect("ines@linden.example");
  expect(said.code).toBe(1);
  expect(said.err).toMatch(
    /^Found by where the mail of linden\.example is delivered \(Gmail\): imaps:\/\/imap\.gmail\.com:993 and smtps:\/\/smtp\.gmail\.com:465, as ines@linden\.example\. .*add --yes.*--imap and --smtp\.\n$/,
  );
});

test.each(["ines@outlook.com", "ines@works.example"])(
  "%s: Microsoft takes no password, which is said before one is asked for, with what to do instead",
  async (address) => {
    const said = await connect(address, ["--yes"]);
    expect(said.code).toBe(1);
    expect(said.err).toMatch(/no mail program in with a password.*OAuth2/);
    expect(said.err).toMatch(/Connect another mailbox/);
    expect(said.err).toMatch(/https:\/\/(?:learn|support)\.microsoft\.com/);
    expect(isPlain(said.err)).toBe(true);
  },
);

test("where nothing is found, every place that was asked is told, and what to do", async () => {
  const said = await connect("ines@nowhere.example", ["--yes"]);
  expect(said.code).toBe(1);
  expect(said.err).toMatch(/nowhere\.example has no SRV record for IMAP/);
  expect(said.err).toMatch(/There is no host autoconfig\.nowhere\.example/);
  expect(said.err).toMatch(/your provider's help pages name them; give them as --imap and --smtp\.\n$/);
});

test("servers inside this network are refused, and with AFTERWORD_PRIVATE_SERVERS=1 only a yes is missing", async () => {
  const refused = await connect("ines@inside.example", ["--yes"]);
  expect(refused.err).toMatch(/mail\.inside\.example leads to 127\.0\.0\.1, which is not on the internet/);
  const allowed = await connect("ines@inside.example", [], { AFTERWORD_PRIVATE_SERVERS: "1" });
  expect(allowed.err).toMatch(
    /^Found in the SRV records of inside\.example: imaps:\/\/mail\.inside\.example:993/,
  );
});

test("a refused login brings the provider's own way to a password, also where the servers were typed", async () => {
  const { cert, key } = selfSigned("DNS:imap.gmail.com");
  const trusted = join(here.folder, "trusted.pem");
  await writeFile(trusted, cert);
  const refusing = createServer({ cert, key }, (socket) => {
    socket.on("error", () => undefined);
    socket.write("* OK [CAPABILITY IMAP4rev1] here\r\n");
    socket.on("data", (chunk) => {
      const [tag, command] = chunk.toString().split(" ");
      const refused = command === "LOGIN" || command === "AUTHENTICATE";
      socket.write(`${tag} ${refused ? "NO [AUTHENTICATIONFAILED] wrong" : "OK done"}\r\n`);
    });
  });
  refusing.listen(0, "127.0.0.1");
  await once(refusing, "listening");
  const { port } = refusing.address() as AddressInfo;
  const typed = ["--imap", `imaps://imap.gmail.com:${port}`, "--smtp", "smtps://smtp.gmail.com"];
  const said = await connect("ines@linden.example", typed, {
    NODE_EXTRA_CA_CERTS: trusted,
    TEST_ADDRESSES: JSON.stringify({ "imap.gmail.com": "127.0.0.1" }),
  });
  refusing.close();
  expect(said.code).toBe(1);
  expect(said.err).toMatch(/refused user name or password/);
  expect(said.err).toMatch(/^Gmail: Google wants an app password: .*2-Step Verification/m);
  expect(said.err).toMatch(/^https:\/\/support\.google\.com\//m);
  expect(said.err).not.toContain("green lamp");
});
