import { describe, expect, it } from "vitest";
import { conjunctions } from "../../../src/understanding/kind/conjunctions.ts";
import { annotate } from "../../../src/understanding/lexicon/annotate.ts";
import { englishClosing } from "../../../src/understanding/lexicon/en-closing.ts";
import { englishRefusal } from "../../../src/understanding/lexicon/en-refusal.ts";
import { variants } from "../../../src/understanding/lexicon/variants.ts";

const lists = Object.entries({ ...englishRefusal, ...englishClosing });
const says = (sentence: string) =>
  Object.entries(conjunctions).flatMap(([name, pattern]) =>
    pattern.test(`${annotate(sentence).join(" ")} `) ? [name] : [],
  );

describe("phrases noted shortly", () => {
  it("are written out with each word that a slash offers, and with and without what brackets hold", () => {
    expect(variants("went (ahead/on) with\n another/others, no").split(",")).toEqual([
      "went with another",
      "went with others",
      "went ahead with another",
      "went ahead with others",
      "went on with another",
      "went on with others",
      "no",
    ]);
  });
});

describe("the English lexicon of what arrives, waits and ends", () => {
  it("keeps every phrase in one concept only", () => {
    const owners = new Map<string, Set<string>>();
    for (const [concept, list] of lists)
      for (const phrase of list.split(",")) {
        const plain = phrase.trim().replaceAll("-", " ");
        owners.set(plain, (owners.get(plain) ?? new Set()).add(concept));
      }
    expect([...owners].filter(([, concepts]) => concepts.size > 1).map(([phrase]) => phrase)).toEqual([]);
  });

  it("leaves no sign of its short notation behind", () => {
    expect(lists.filter(([, list]) => /[/()]|\s,|undefined/.test(list)).map(([concept]) => concept)).toEqual(
      [],
    );
  });

  it.each([
    ["The partners have decided to move forward with another candidate.", "others_chosen"],
    ["In the end the post went to an internal applicant.", "others_chosen"],
    ["She came out ahead on the day.", "others_chosen"],
    ["You have not been shortlisted.", "not_successful"],
    ["We are not in a position to take this on.", "not_successful"],
    ["Your test fell short of what we look for.", "falls_short"],
    ["The position has now been filled.", "role_filled"],
    ["Please don't lose heart.", "consoles"],
    ["We have put your name on our reserve list.", "kept_on_file"],
    ["You are the first in line when we grow.", "later_perhaps"],
    ["Could we pick this up again in September?", "later_perhaps"],
    ["The committee has not yet made a decision.", "no_news"],
    ["You are still in the running.", "no_news"],
    ["Please bear with us.", "no_news"],
    ["Your application has been forwarded to the laboratory.", "application_received"],
  ])("%j speaks for %s", (sentence, sign) => {
    expect(says(sentence)).toContain(sign);
  });

  it.each([
    ["The committee has not yet made a decision.", "others_chosen"],
    ["Only shortlisted candidates will be contacted.", "others_chosen"],
    ["We received your application this morning.", "not_successful"],
  ])("%j does not speak for %s", (sentence, sign) => {
    expect(says(sentence)).not.toContain(sign);
  });
});
