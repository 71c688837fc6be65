import { describe, expect, test } from "vitest";
import { talkedAbout } from "../../src/domain/talked-about.ts";

const names = ["Greta Vance", "Sam Reed"];

describe("what the talk was about is taken from the person's own words", () => {
  test.each([
    [
      "Greta walked me through the nightly load and asked how I would make it restartable. I enjoyed it.",
      "the nightly load",
    ],
    [
      "Went well. We talked about their move to Kubernetes, and they decide by Friday.",
      "your move to Kubernetes",
    ],
    ["We discussed event sourcing at length.", "event sourcing"],
    ["Greta and I spoke about the new depot in Leeds", "the new depot in Leeds"],
    ["We talked about the old and the new depot and how they plan.", "the old and the new depot"],
    ["I enjoyed hearing about the bee survey.", "the bee survey"],
    ["Not great. She told me about the shift plan.", "the shift plan"],
  ])("%j", (notes, topic) => {
    expect(talkedAbout(notes, names)).toBe(topic);
  });
});

describe("and left out where it is not sure to be harmless", () => {
  test.each([
    ["Went well. They decide by Friday."],
    ["We talked about my salary."],
    ["We talked about the salary range."],
    ["We talked about me leaving Contoso."],
    ["We discussed the other offer."],
    ["We discussed Greta's holidays."],
    ["We talked about Greta's team."],
    ["We talked about the data model, which I got wrong."],
    ["We didn't talk about the project; we discussed nothing in particular."],
    ["We talked about the role."],
    ["We talked about https://abc.example."],
    ["We talked about {person_name}."],
    ["We talked about a great many different and quite unrelated long things indeed."],
    ["They never told me about the plan."],
    ["Someone said we talked about bees."],
    [""],
  ])("%j", (notes) => {
    expect(talkedAbout(notes, names)).toBeNull();
  });
});
