/** The part of hoodiecrow-imap 2.1 that the sandbox uses; the package brings no types. */
declare module "hoodiecrow-imap" {
  import type { EventEmitter } from "node:events";
  import type { Server, Socket } from "node:net";

  export type Parsed = { readonly tag: string; readonly attributes?: readonly unknown[] };
  export type Response = { tag: string; command?: string; attributes?: unknown[]; notification?: boolean };
  export type Connection = {
    readonly state: string;
    readonly socket: Socket | null;
    inputHandler: ((line: string) => void) | false;
    directNotifications: boolean;
    send(response: Response, description: string, parsed: Parsed, data: string): void;
    processNotifications(): void;
  };
  export type Message = { readonly raw: string; readonly uid: number; readonly flags: readonly string[] };
  export type Folder = { readonly messages: readonly Message[] };
  export type CommandHandler = (
    connection: Connection,
    parsed: Parsed,
    data: string,
    callback: () => void,
  ) => void;
  export type HoodiecrowServer = EventEmitter & {
    readonly server: Server;
    readonly outputHandlers: ((
      connection: Connection,
      response: Response,
      description: string,
      parsed: Parsed,
    ) => void)[];
    listen(port: number, host: string, listening: () => void): void;
    setCommandHandler(command: string, handler: CommandHandler): void;
    getMailbox(path: string): Folder | undefined;
    /** `internaldate` in the form of RFC 3501 date-time; `raw` holds one byte a character. */
    appendMessage(path: string, flags: readonly string[], internaldate: string, raw: string): unknown;
  };
  export type Plugin = string | ((server: HoodiecrowServer) => void);
  export default function hoodiecrow(options: {
    plugins: readonly Plugin[];
    users: Record<string, { password: string }>;
    storage: Record<string, unknown>;
  }): HoodiecrowServer;
}
