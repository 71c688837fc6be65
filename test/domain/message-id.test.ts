import { describe, expect, test } from "vitest";
import { newMessageId } from "../../src/domain/message-id.ts";

describe("a Message-ID of ours", () => {
  test("is token and the domain of the sender", () => {
    expect(newMessageId("digest.0123456789abcdef", "sam@Reed.example")).toBe(
      "digest.0123456789abcdef@reed.example",
    );
  });
  test("is never made of anything that could break a header", () => {
    expect(() => newMessageId("a b\r\nc", "sam@reed.example")).toThrow();
    expect(() => newMessageId("digest.0123456789", "sam@reed.example>\r\n")).toThrow();
  });
});
