import { expect, test } from "vitest";
import { needRightClock, wrongClock } from "../src/clock-watch.ts";
import { SetupError } from "../src/setup-error.ts";

const ahead = (seconds: number) => ({ ahead: async () => seconds * 1_000 });

test("two machines that are kept in time may differ by some seconds", async () => {
  expect(await wrongClock(ahead(14))).toBeNull();
  expect(await wrongClock(ahead(-14))).toBeNull();
});

test.each([
  [3_600, "3600 seconds ahead of the database's"],
  [-86_400, "86400 seconds behind the database's"],
])(
  "a clock that is off by %d s is named with what to do, and nothing is begun (R9, R60)",
  async (seconds, words) => {
    expect(await wrongClock(ahead(seconds))).toContain(words);
    await expect(needRightClock(ahead(seconds))).rejects.toThrow(SetupError);
    await expect(needRightClock(ahead(seconds))).rejects.toThrow("NTP");
  },
);
