import { Parser } from "htmlparser2";

/** One server as the file has it, unchecked. */
export type WrittenServer = {
  readonly type: string;
  readonly hostname: string;
  readonly port: string;
  readonly socketType: string;
  readonly username: string;
  readonly authentication: readonly string[];
};
export type WrittenServers = {
  readonly incoming: readonly WrittenServer[];
  readonly outgoing: readonly WrittenServer[];
};

/**
 * Reads the autoconfig format, version 1.1, which began with Thunderbird (draft-ietf-mailmaint-autoconfig). The parser knows no DTD:
 * entities beyond XML's own stay as they are written, and nothing is fetched. What is no such file gives no servers.
 */
export function readAutoconfig(xml: string): WrittenServers {
  const read = { incoming: [] as WrittenServer[], outgoing: [] as WrittenServer[] };
  const path: string[] = [];
  let fields = new Map<string, string[]>();
  let type = "";
  let text = "";
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        path.push(name);
        text = "";
        if (!isServer(path)) return;
        type = attributes.type ?? "";
        fields = new Map();
      },
      ontext: (part) => {
        text += part;
      },
      onclosetag: (name) => {
        if (isServer(path))
          read[name === "incomingServer" ? "incoming" : "outgoing"].push(serverOf(type, fields));
        path.pop();
        if (isServer(path)) fields.set(name, [...(fields.get(name) ?? []), text.trim()]);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return read;
}

const isServer = (path: readonly string[]): boolean =>
  path.length === 3 &&
  path[0] === "clientConfig" &&
  path[1] === "emailProvider" &&
  (path[2] === "incomingServer" || path[2] === "outgoingServer");

function serverOf(type: string, fields: ReadonlyMap<string, readonly string[]>): WrittenServer {
  const first = (name: string): string => fields.get(name)?.[0] ?? "";
  return {
    type: type.toLowerCase(),
    hostname: first("hostname"),
    port: first("port"),
    socketType: first("socketType").toUpperCase(),
    username: first("username"),
    authentication: (fields.get("authentication") ?? []).map((each) => each.toLowerCase()),
  };
}
