import { describe, expect, test } from "vitest";
import { readCalendar } from "../../src/understanding/calendar/calendar.ts";
import { measuringData } from "../support/measuring-data.ts";
import { messageOf } from "../support/message.ts";

const calendars = measuringData("calendar");

describe.skipIf(calendars.missing)(calendars.title("calendar parts of other programs' tests"), () => {
  test("each is read, or refused with a sentence, in under a second", { timeout: 120_000 }, () => {
    const files = calendars.files("**/*.{ics,ical,ifb,vcs}");
    expect(files.length).toBeGreaterThan(400);
    for (const { name, read } of files) {
      const ics = read().toString("utf8");
      const begun = performance.now();
      const reading = readCalendar({ method: "", ics }, messageOf());
      expect(performance.now() - begun, name).toBeLessThan(1_000);
      if (!reading.ok) expect(reading.error, name).toMatch(/^The calendar .+\.$/);
      else if (!reading.value.time.ok) expect(reading.value.time.error, name).toMatch(/\.$/);
      else {
        const { start, end } = reading.value.time.value;
        expect(start.until(end).total("seconds"), name).toBeGreaterThan(0);
      }
    }
  });
});
