import { clockTime, type Measure, onOff } from "./measure.ts";
import { rhythmAllowed, rhythmSaid, spokenRhythm } from "./rhythm.ts";
import { about, type PersonSetting, type WishSetting } from "./setting.ts";
import { countryNamed, zoneNamed } from "./whereabouts.ts";

/** Settings that are no number of POLICY: what a person told of themselves, and what they said of one candidacy. */

const line = (allowed: string): Measure<string> => ({
  unit: "",
  allowed,
  read: (words) => (/^[^\p{Cc}\p{Cf}\u2028\u2029@<>]{1,100}$/u.test(words.trim()) ? words.trim() : undefined),
  holds: (value): value is string => typeof value === "string",
  words: (value) => value,
});

/** What a person told when connecting. */
export const personSettings: readonly PersonSetting[] = [
  about(
    "name",
    "name",
    line("a name without @, < and >, at most 100 letters long"),
    "Your name: mails are signed with it.",
  ),
  about(
    "zone",
    "zone",
    {
      ...line("a time zone like Europe/London or America/New_York"),
      read: (words) => zoneNamed(words.trim()) ?? undefined,
    },
    "Your time zone: the digest keeps to it, and so does an employer whose zone is not known.",
  ),
  about(
    "country",
    "country",
    {
      ...line("the two letters of a country, such as GB or US"),
      read: (words) => countryNamed(words.trim()) ?? undefined,
    },
    "Where you live: its public holidays count where the employer's country is not known.",
  ),
  about("digest-at", "digestAt", clockTime(), "When the digest comes, by your clock.", "07:30"),
];

/** What is said of one candidacy alone. */
export const wishSettings: readonly WishSetting[] = [
  {
    of: "wishes",
    name: "every",
    means: "Takes the place of every waiting time between two mails of this candidacy.",
    unit: "",
    allowed: rhythmAllowed,
    default: "as usual",
    words: ({ every }) => (every === null ? "as usual" : spokenRhythm(every)),
    read: (words) => {
      if (words === null || plain(words) === "as usual") return { every: null };
      const every = rhythmSaid(plain(words));
      return every === null ? undefined : { every };
    },
  },
  {
    of: "wishes",
    name: "no-more",
    means: "Nothing is proposed for this candidacy any more, and what is approved does not leave.",
    unit: "",
    allowed: onOff.allowed,
    default: "off",
    words: ({ noMore }) => onOff.words(noMore),
    read: (words) => {
      const noMore = words === null ? false : onOff.read(words);
      return noMore === undefined ? undefined : { noMore };
    },
  },
];

const plain = (words: string): string => words.trim().toLowerCase().replace(/\s+/g, " ");
