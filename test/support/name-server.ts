import { createSocket } from "node:dgram";
import { once } from "node:events";

/** What the name server knows, by "TYPE name"; a name that is missing has no record of that type. */
export type Zone = Readonly<Record<string, readonly Answer[]>>;
type Answer =
  | { readonly mx: string; readonly priority?: number }
  | { readonly srv: string; readonly port: number; readonly priority?: number; readonly weight?: number }
  | "silent";

export type NameServer = {
  /** For `Resolver.setServers`. */
  readonly address: string;
  /** "TYPE name" of every question. */
  readonly asked: readonly string[];
  readonly stop: () => Promise<void>;
};

const types: Readonly<Record<number, string>> = { 1: "A", 15: "MX", 28: "AAAA", 33: "SRV" };

/** A DNS server on the loopback, in as many words of RFC 1035 as MX and SRV need. */
export async function startNameServer(zone: Zone): Promise<NameServer> {
  const socket = createSocket("udp4");
  const asked: string[] = [];
  socket.on("message", (query, peer) => {
    const { name, end, type } = questionOf(query);
    const question = `${types[type] ?? type} ${name}`;
    asked.push(question);
    const answers = zone[question] ?? [];
    if (answers.includes("silent")) return;
    const known = Object.keys(zone).some((each) => each.endsWith(` ${name}`));
    const head = Buffer.from(query.subarray(0, 12));
    head.writeUInt16BE(0x8180 | (known ? 0 : 3), 2);
    head.writeUInt16BE(answers.length, 6);
    head.writeUInt32BE(0, 8);
    const records = answers.map((answer) => recordOf(type, answer));
    socket.send(Buffer.concat([head, query.subarray(12, end), ...records]), peer.port, peer.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    stop: async () => {
      socket.close();
      await once(socket, "close");
    },
  };
}

function questionOf(query: Buffer): { name: string; end: number; type: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join(".").toLowerCase(), end: at + 5, type: query.readUInt16BE(at + 1) };
}

function recordOf(type: number, answer: Answer): Buffer {
  const numbers = (...values: number[]): Buffer =>
    Buffer.from(values.flatMap((each) => [each >> 8, each & 255]));
  const data =
    answer === "silent"
      ? Buffer.alloc(0)
      : "mx" in answer
        ? Buffer.concat([numbers(answer.priority ?? 10), wireName(answer.mx)])
        : Buffer.concat([
            numbers(answer.priority ?? 0, answer.weight ?? 0, answer.port),
            wireName(answer.srv),
          ]);
  // The name is a pointer to the question's.
  return Buffer.concat([Buffer.from([0xc0, 12]), numbers(type, 1, 0, 60, data.length), data]);
}

const wireName = (name: string): Buffer =>
  Buffer.concat([
    ...name
      .split(".")
      .filter(Boolean)
      .map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.from([0]),
  ]);
