import { describe, expect, test } from "vitest";
import { defaultPreferences, type OwnPreferences, withOwn } from "../../src/domain/preferences.ts";
import { type About, type PreferenceSetting, withUnit } from "../../src/domain/setting.ts";
import {
  preferenceSettings,
  settingNamed,
  settings,
  settingsLike,
  soundPreferences,
} from "../../src/domain/settings.ts";
import { personSettings, wishSettings } from "../../src/domain/settings-said.ts";

const named = (name: string): PreferenceSetting => {
  const setting = settingNamed(name);
  if (setting?.of !== "preferences") throw new Error(`no number of POLICY is called ${name}`);
  return setting;
};
/** As the store gives it back. */
const stored = (own: OwnPreferences): Record<string, unknown> => JSON.parse(JSON.stringify(own));

test("every number of POLICY has a setting that changes it and nothing else", () => {
  const another: Record<string, string> = {
    "after-application": "12",
    "send-from": "08:30",
    "send-until": "18:00",
    debrief: "off",
    confirm: "doubts",
    "sign-of-life": "off",
    links: "off",
    "drafts-folder": "on",
    "digest-days": "mon-fri",
  };
  const changed = new Set<string>();
  for (const setting of preferenceSettings) {
    const own = setting.set({}, another[setting.name] ?? "11") ?? setting.set({}, "9");
    if (!own) throw new Error(`${setting.name} takes neither`);
    expect(Object.keys(own), setting.name).toHaveLength(1);
    const after = withOwn(defaultPreferences, own);
    expect(setting.words(after), setting.name).not.toBe(setting.default);
    const differs = (key: keyof typeof after) =>
      JSON.stringify(after[key]) !== JSON.stringify(defaultPreferences[key]);
    const keys = Object.keys(defaultPreferences) as (keyof typeof after)[];
    expect(keys.filter(differs), setting.name).toHaveLength(1);
    for (const key of keys.filter(differs)) changed.add(key);
    expect(soundPreferences(stored(own)), setting.name).toEqual(own);
    expect(setting.unset(own), setting.name).toEqual({});
    expect([setting.isIn(own), setting.isIn({})], setting.name).toEqual([true, false]);
  }
  expect([...changed].sort()).toEqual(Object.keys(defaultPreferences).sort());
});

test("names are in kebab case, each once, however they are spelt when asked for", () => {
  const names = settings.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(?:[.-][a-z]+)*$/);
  expect(settingNamed(" No_Promise.public sector ")?.name).toBe("no-promise.public-sector");
  expect(settingNamed("afterwards")).toBeUndefined();
  expect(settingsLike("no-promise")).toHaveLength(6);
});

test("the defaults are those of POLICY", () => {
  expect(Object.fromEntries(preferenceSettings.map((setting) => [setting.name, setting.default]))).toEqual({
    "after-promise": "2",
    "no-promise.small": "5",
    "no-promise.large": "8",
    "no-promise.public-sector": "10",
    "no-promise.agency": "5",
    "no-promise.charity": "8",
    "no-promise.unknown": "7",
    "after-application": "off",
    "second-check-in": "6",
    breakup: "6",
    "close-after-breakup": "10",
    "silence-is-no-after": "2",
    "thank-you-stale": "3",
    "courtesy-stale": "3",
    "chase-stale": "10",
    "out-of-office-after-return": "1",
    "out-of-office-unknown": "7",
    "contact-cap": "4",
    "employer-cap": "2",
    "other-interviews-within": "5",
    "keep-in-touch-weeks": "8",
    "keep-in-touch-times": "6",
    "send-from": "09:00",
    "send-until": "17:00",
    debrief: "on",
    "debrief-after": "30",
    "shown-in-full": "3",
    "drafts-folder": "off",
    confirm: "always",
    "digest-days": "every day",
    "sign-of-life": "on",
    links: "on",
    "keep-texts": "90",
    "late-a-day": "3",
    "mails-a-day": "20",
  });
});

test("each default can be written back", () => {
  for (const setting of preferenceSettings) {
    const own = setting.set({}, setting.default ?? "");
    expect(own && withOwn(defaultPreferences, own), setting.name).toEqual(defaultPreferences);
  }
});

describe("what is allowed", () => {
  const bounds = preferenceSettings.flatMap(({ name, allowed }) => {
    const [, least, most] = /from (\d+) to (\d+)/.exec(allowed) ?? [];
    return most === undefined ? [] : [{ name, least: Number(least), most: Number(most) }];
  });

  test.each(bounds)("$name: $least and $most, and nothing outside", ({ name, least, most }) => {
    const setting = named(name);
    for (const good of [least, most]) expect(setting.set({}, String(good))).toBeDefined();
    for (const bad of [least - 1, most + 1]) {
      expect(setting.set({}, String(bad))).toBeUndefined();
      const [key = ""] = Object.keys(setting.set({}, String(most)) ?? {});
      const value = key === "noPromise" ? { [name.slice(11).replace("-", " ")]: bad } : bad;
      expect(soundPreferences({ [key]: value })).toEqual({});
    }
    for (const words of ["", "3.5", "-1", "three", "3 days", "1e1", "00000"])
      expect(setting.set({}, words), words).toBeUndefined();
  });

  test("no mailbox sends more than twenty mails a day, whatever is set (SAFETY R13)", () => {
    expect(named("mails-a-day").set({}, "20")).toEqual({ mailsADay: 20 });
    expect(named("mails-a-day").set({}, "21")).toBeUndefined();
  });

  test("hours are times of day within which nobody is asleep", () => {
    const from = named("send-from");
    expect(from.set({}, "8:30")).toEqual({ sendFrom: "08:30" });
    expect(from.set({}, "06:00")).toEqual({ sendFrom: "06:00" });
    for (const words of ["05:59", "20:01", "24:00", "08:60", "8", "half past eight"])
      expect(from.set({}, words), words).toBeUndefined();
    expect(named("send-until").set({}, "22:00")).toEqual({ sendUntil: "22:00" });
    expect(named("send-until").set({}, "22:01")).toBeUndefined();
  });

  test.each([
    ["mon-fri", [1, 2, 3, 4, 5], "mon-fri"],
    ["Monday, Thursday", [1, 4], "mon, thu"],
    ["fri-mon", [1, 5, 6, 7], "mon, fri, sat, sun"],
    ["mon wed fri", [1, 3, 5], "mon, wed, fri"],
    ["tues and thurs", [2, 4], "tue, thu"],
    ["weekdays", [1, 2, 3, 4, 5], "mon-fri"],
    ["every day", [1, 2, 3, 4, 5, 6, 7], "every day"],
    ["sun", [7], "sun"],
  ])("digest-days %j", (words, digestDays, shown) => {
    const own = named("digest-days").set({}, words);
    expect(own).toEqual({ digestDays });
    expect(named("digest-days").words(withOwn(defaultPreferences, own ?? {}))).toBe(shown);
    expect(named("digest-days").set({}, shown)).toEqual({ digestDays });
  });

  test("a digest comes on one day at least", () => {
    for (const words of ["", "never", "none", "mon-", "mon-tue-wed", "mo", "1-5"])
      expect(named("digest-days").set({}, words), words).toBeUndefined();
  });

  test("on and off, and off where nothing is chased", () => {
    expect(named("debrief").set({}, "OFF")).toEqual({ debrief: false });
    expect(named("debrief").set({}, "maybe")).toBeUndefined();
    expect(named("after-application").set({ afterApplication: 9 }, "off")).toEqual({
      afterApplication: null,
    });
  });
});

describe("what a person told of themselves", () => {
  const sam: About = { name: "Sam Reed", zone: "Europe/London", country: "GB", digestAt: "07:30" };
  const changed = (name: string, words: string) =>
    personSettings.find((setting) => setting.name === name)?.set(sam, words);

  test.each([
    ["name", " Samira Reed ", { name: "Samira Reed" }],
    ["zone", "america/new_york", { zone: "America/New_York" }],
    ["country", "uk", { country: "GB" }],
    ["digest-at", "6:45", { digestAt: "06:45" }],
  ])("%s %j", (name, words, change) => {
    expect(changed(name, words)).toEqual({ ...sam, ...change });
  });

  test.each([
    ["name", " "],
    ["name", "Sam\nBcc: all@abc.example"],
    ["zone", "+02:00"],
    ["zone", "Mars/Base"],
    ["country", "EU"],
    ["country", "Germany"],
    ["digest-at", "24:00"],
  ])("%s %j is refused", (name, words) => {
    expect(changed(name, words)).toBeUndefined();
  });
});

test("what is said of one candidacy reads back what it shows", () => {
  const [every, noMore] = wishSettings;
  expect(every?.read("10 days")).toEqual({ every: 7 });
  expect(every?.read("7 working days")).toEqual({ every: 7 });
  expect(every?.read("as usual")).toEqual({ every: null });
  expect(every?.read(null)).toEqual({ every: null });
  expect(every?.read("10")).toBeUndefined();
  expect(noMore?.read("on")).toEqual({ noMore: true });
  expect(noMore?.read(null)).toEqual({ noMore: false });
  expect(noMore?.read("perhaps")).toBeUndefined();
});

describe("preferences on top of others", () => {
  test("a wait for one size leaves the other sizes as they were", () => {
    const person = withOwn(defaultPreferences, { noPromise: { large: 20 } });
    expect(withOwn(person, { noPromise: { small: 4 } }).noPromise).toMatchObject({
      small: 4,
      large: 20,
      unknown: 7,
    });
  });

  test("hours that would leave less than an hour stay as they were, because nothing would ever leave", () => {
    const person = withOwn(defaultPreferences, { sendUntil: "12:00" });
    expect(withOwn(person, { sendFrom: "11:00" })).toMatchObject({ sendFrom: "11:00", sendUntil: "12:00" });
    expect(withOwn(person, { sendFrom: "11:01" })).toMatchObject({ sendFrom: "09:00", sendUntil: "12:00" });
  });
});

describe("what the store has is taken where it is sound", () => {
  test.each([
    [{ afterPromise: "3" }],
    [{ afterPromise: 2.5 }],
    [{ afterPromise: Number.NaN }],
    [{ noPromise: 4 }],
    [{ noPromise: { small: -1 } }],
    [{ noPromise: null }],
    [{ sendFrom: "nine" }],
    [{ debrief: "no" }],
    [{ digestDays: [] }],
    [{ digestDays: [0, 8] }],
    [{ digestDays: "mon-fri" }],
    [{ whatever: 3 }],
  ])("%j is as if it had never been set", (broken) => {
    expect(soundPreferences(broken)).toEqual({});
    expect(soundPreferences({ ...broken, breakup: 8 })).toEqual({ breakup: 8 });
  });
});

test("a value is told with what is counted", () => {
  expect(withUnit({ unit: "working days" }, "3")).toBe("3 working days");
  expect(withUnit({ unit: "working days" }, "1")).toBe("1 working day");
  expect(withUnit({ unit: "mails a day" }, "1")).toBe("1 mail a day");
  expect(withUnit({ unit: "working days" }, "off")).toBe("off");
});
