import { connect, createServer, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createMailboxes } from "../../src/mail/mailboxes.ts";
import { onLoopback, testAccount } from "../support/account.ts";
import { type CrowdImap, startCrowdImap } from "../support/crowd-imap.ts";
import { startImapPeer } from "../support/imap-peer.ts";
import { eventually, memorySink, smallMail } from "../support/memory-sink.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A network before the server that swallows what it carries, without a word to either side. */
async function swallowing(crowd: CrowdImap) {
  const sockets = new Set<Socket>();
  const holes = new Set<Socket>();
  const proxy = createServer((socket) => {
    const server = connect(crowd.port, "127.0.0.1");
    for (const [from, to] of [
      [socket, server],
      [server, socket],
    ] as const) {
      sockets.add(from);
      from.on("error", () => undefined);
      from.on("data", (chunk) => holes.has(socket) || to.write(chunk));
      from.on("close", () => holes.has(socket) || to.destroy());
    }
    sockets.add(socket);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  ends.push(() => {
    for (const each of sockets) each.destroy();
    proxy.close();
  });
  const address = proxy.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    /** The connections that stand now carry nothing any more. */
    swallow: () => {
      for (const each of sockets) holes.add(each);
    },
  };
}

test("a connection in IDLE that the network has swallowed is noticed by the next look, made anew, and what came meanwhile is read once (R19)", async () => {
  const crowd = await startCrowdImap();
  ends.push(() => crowd.stop());
  const network = await swallowing(crowd);
  const sink = memorySink();
  const stop = new AbortController();
  const watching = createMailboxes({
    pollSeconds: 600,
    pollSentSeconds: 0.5,
    commandTimeout: 500,
    reconnectSeconds: [0.05, 0.1],
  }).watch(testAccount({ imap: onLoopback(network.port) }), sink, stop.signal);
  await eventually(() => crowd.idling() === 1);
  network.swallow();
  crowd.deliver("ada", smallMail("meanwhile@employer.example"));
  await sink.until("inbox", 1);
  const healthy = sink.healthyTimes();
  await eventually(() => sink.healthyTimes() > healthy + 1);
  expect(sink.ids("inbox")).toEqual(["meanwhile@employer.example"]);
  stop.abort();
  await watching;
});

test.each([
  ["an endless line", `* ${"A".repeat(1_000_000)}`],
  ["a literal without end", "* 1 FETCH (UID 1 BODY[] {99999999999999999999}"],
  ["a tower of brackets", `* 1 FETCH ${"(".repeat(1_000_000)}`],
  ["a number of any length", `* ${"9".repeat(100_000)} EXISTS`],
  ["what is no IMAP", "\u0000\u0001\u0002 \u00ff)))((( NIL"],
])(
  "%s costs neither the program nor its memory: the mailbox is told as troubled or read on (R25)",
  async (_what, line) => {
    const peer = await startImapPeer((name) =>
      name === "EXAMINE" ? [...Array.from({ length: 5 }, () => line), "TAG OK done"] : undefined,
    );
    ends.push(() => peer.stop());
    const before = process.memoryUsage().rss;
    const read = await createMailboxes({ commandTimeout: 2_000, connectTimeout: 2_000 }).catchUp(
      testAccount({ imap: onLoopback(peer.port) }),
      memorySink(),
    );
    if (!read.ok) expect(read.error.says.length).toBeLessThan(600);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  },
);
