import type { CommandHandler, Connection, HoodiecrowServer } from "hoodiecrow-imap";

/**
 * Two repairs of hoodiecrow-imap 2.1, as a plugin that must come after its own ones.
 * Its IDLE keeps a half-hour timer for every connection, even a closed one, which keeps the process alive, and goes on
 * notifying in the middle of the commands after DONE. Its SEARCH without a hit gives no untagged answer at all, which
 * RFC 3501 section 6.4.4 requires and some mail clients wait for.
 */
export function repairs(server: HoodiecrowServer): void {
  server.setCommandHandler("IDLE", idle);

  const answered = new WeakSet<Connection>();
  server.outputHandlers.push((connection, response, description) => {
    if (description !== "SEARCH" && description !== "UID SEARCH") return;
    if (response.tag === "*") answered.add(connection);
    else if (!answered.delete(connection)) connection.socket?.write("* SEARCH\r\n");
  });
}

/** IDLE of RFC 2177: notifications flow until the client says DONE, and no longer. */
const idle: CommandHandler = (connection, parsed, data, callback) => {
  if (connection.state === "Not Authenticated") {
    connection.send(answer(parsed.tag, "NO", "Log in first"), "IDLE FAILED", parsed, data);
    return callback();
  }
  connection.directNotifications = true;
  connection.inputHandler = (line) => {
    connection.inputHandler = false;
    connection.directNotifications = false;
    const done = line.trim().toUpperCase() === "DONE";
    connection.send(
      answer(parsed.tag, done ? "OK" : "BAD", done ? "IDLE terminated" : "Expected DONE"),
      "IDLE",
      parsed,
      data,
    );
  };
  connection.socket?.write("+ idling\r\n");
  connection.processNotifications();
  return callback();
};

const answer = (tag: string, command: "OK" | "NO" | "BAD", value: string) => ({
  tag,
  command,
  attributes: [{ type: "TEXT", value }],
});
