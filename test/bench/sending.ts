/**
 * What sending costs: `npm run bench:sending` sends one mail after the other from one mailbox (`-- --mails 200`), with servers that answer after
 * 5 ms; `npm run bench:sending -- --drain` lets several processes send 20 due mails each from 500 mailboxes (`--mailboxes 50`, `--redis`,
 * `--senders 2`) and then tries 600 more on the same day. The last line is JSON.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { realServer } from "../support/real-servers.ts";
import { drain } from "./sending-drain.ts";
import { sendOneByOne } from "./sending-one.ts";

const { values } = parseArgs({
  options: {
    drain: { type: "boolean", default: false },
    redis: { type: "boolean", default: false },
    mails: { type: "string", default: "200" },
    mailboxes: { type: "string", default: "500" },
    senders: { type: "string", default: "2" },
  },
});
const redisServer = realServer("redis-server");
if (values.redis && redisServer.missing) throw new Error(redisServer.title("the queue on Redis"));

const dataFolder = await mkdtemp(join(tmpdir(), "afterword-bench-"));
try {
  const figures = values.drain
    ? await drain(dataFolder, {
        mailboxes: Number(values.mailboxes),
        senders: Number(values.senders),
        redis: values.redis ? redisServer.path : null,
      })
    : await sendOneByOne(dataFolder, Number(values.mails));
  console.log(JSON.stringify(figures));
} finally {
  await rm(dataFolder, { recursive: true, force: true });
}
