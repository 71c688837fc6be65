import { expect, test } from "vitest";
import { type SetHere, settingRows } from "../../src/cli/setting-rows.ts";
import { noWishes } from "../../src/domain/follow-up.ts";
import type { PersonId } from "../../src/domain/ids.ts";
import { defaultPreferences, type OwnPreferences, withOwn } from "../../src/domain/preferences.ts";

const own: OwnPreferences = { afterPromise: 3, breakup: 8 };
const here: SetHere = {
  person: {
    id: "0" as PersonId,
    name: "Sam Reed",
    address: "sam@reed.example",
    zone: "Europe/London",
    country: "GB",
    digestAt: "07:30",
    preferences: withOwn(defaultPreferences, own),
    pausedUntil: null,
    nonNegotiables: [],
    aboutMe: [],
    feedToken: null,
  },
  own,
  candidacy: null,
};
const row = (name: string, of: SetHere = here) => settingRows(of).find((one) => one.name === name);

test("a value is told with who set it: nobody, the person, or the person for that candidacy", () => {
  const candidacy = { preferences: { breakup: 9 }, wishes: { ...noWishes, every: 7 } };
  expect(row("second-check-in")).toMatchObject({ value: 6, from: "default" });
  expect(row("breakup")).toMatchObject({ value: 8, from: "you", default: 6 });
  expect(row("breakup", { ...here, candidacy })).toMatchObject({ value: 9, from: "this candidacy" });
  expect(row("after-promise", { ...here, candidacy })).toMatchObject({ value: 3, from: "you" });
  expect(row("every", { ...here, candidacy })).toMatchObject({
    value: "7 working days",
    from: "this candidacy",
  });
  expect(row("no-more", { ...here, candidacy })).toMatchObject({ value: "off", from: "default" });
  expect(row("digest-at")).toMatchObject({ value: "07:30", from: "default" });
  expect(row("zone")).toMatchObject({ value: "Europe/London", from: "you", default: null });
});

test("for one candidacy only what can differ there is listed, and for everything nothing that is said of one", () => {
  const candidacy = { preferences: {}, wishes: noWishes };
  for (const name of ["digest-days", "mails-a-day", "late-a-day", "name", "zone"]) {
    expect(row(name), name).toBeDefined();
    expect(row(name, { ...here, candidacy }), name).toBeUndefined();
  }
  for (const name of ["every", "no-more"]) {
    expect(row(name), name).toBeUndefined();
    expect(row(name, { ...here, candidacy }), name).toBeDefined();
  }
});
