import { Socket } from "node:net";

/** Watches which hosts this process connects to, the mail servers and the model of the evaluation aside. */
export type OutsideCalls = {
  readonly seen: () => readonly string[];
  /** Connections to that host and port are the evaluation's own from now on. */
  readonly expect: (where: string) => void;
  readonly clear: () => void;
  readonly stop: () => void;
};

/** Every TCP and TLS client of Node, `fetch` included, begins at Socket.connect. */
export function watchOutsideCalls(): OutsideCalls {
  const usual = Socket.prototype.connect;
  const expected = new Set<string>();
  let seen: string[] = [];
  const watched = function (this: Socket, ...given: unknown[]): Socket {
    const where = targetOf(given);
    if (where !== null && !expected.has(where)) seen.push(where);
    return Reflect.apply(usual, this, given);
  };
  Socket.prototype.connect = watched;
  return {
    seen: () => seen,
    expect: (where) => {
      expected.add(where);
    },
    clear: () => {
      seen = [];
    },
    stop: () => {
      if (Socket.prototype.connect === watched) Socket.prototype.connect = usual;
    },
  };
}

/** Host and port out of the forms that Socket.connect takes; null for sockets of this machine's file system, where the database listens. */
function targetOf(given: readonly unknown[]): string | null {
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  if (typeof first === "number") return `${typeof second === "string" ? second : "localhost"}:${first}`;
  if (typeof first !== "object" || first === null || !("port" in first) || !first.port) return null;
  if ("path" in first && first.path) return null;
  const host = "host" in first && typeof first.host === "string" ? first.host : "localhost";
  return `${host}:${first.port}`;
}
