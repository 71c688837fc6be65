import { describe, expect, test } from "vitest";
import { realServer } from "./real-servers.ts";

describe("a server that is not installed", () => {
  test("leaves its suite out by name, with the command that installs it", () => {
    const server = realServer("dovecot", { PATH: "" });
    expect(server.missing).toBe(true);
    expect(server.title("watching")).toMatch(
      /^watching \(left out, no dovecot here: sudo apt-get install .*dovecot-imapd/,
    );
  });

  test("is an error where every server is required", () => {
    expect(() => realServer("redis-server", { PATH: "", REQUIRE_REAL_SERVERS: "1" })).toThrow(
      /redis-server is not installed.*apt-get install.*redis-server/,
    );
  });
});
