import { InvalidArgumentError } from "commander";
import { describe, expect, test } from "vitest";
import { placeOption, zoneOption } from "../../src/cli/command-parts.ts";

describe("where an employer is, as a person writes it for mark", () => {
  test.each([
    ["GB", "GB"],
    ["gb-sct", "GB-SCT"],
    [" de-by ", "DE-BY"],
    ["UK", "GB"],
    ["uk-eng", "GB-ENG"],
  ])("--country %s is %s", (written, code) => {
    expect(placeOption(written)).toBe(code);
  });

  test.each(["Germany", "XX", "DE-", "DE-BAVARIA", "DE-BY-1", ""])("--country %s is refused", (written) => {
    expect(() => placeOption(written)).toThrow(InvalidArgumentError);
  });

  test("--zone takes an IANA name and refuses an offset", () => {
    expect(zoneOption("europe/berlin")).toBe("Europe/Berlin");
    expect(() => zoneOption("+02:00")).toThrow(InvalidArgumentError);
    expect(() => zoneOption("Berlin time")).toThrow(InvalidArgumentError);
  });
});
