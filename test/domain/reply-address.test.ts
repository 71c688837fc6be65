import { describe, expect, test } from "vitest";
import { at, contact, factsOf, greg, hana, interview, only, planAt, wrote } from "./candidacy-facts.ts";

const june = at("2026-06-10 09:00");
/** Greg has written and asks for answers there. */
const asking = (...answersTo: readonly string[]) => ({ ...wrote("2026-05-18 09:12"), answersTo });
const known = [contact("Greg Hill", greg), contact("Hana Lee", hana)];

describe("the recipient of a chase", () => {
  test("is the address that the newest mail asks for where it is a known contact, and nothing is said", () => {
    const { to, reason } = only(factsOf({ words: [asking(hana)], contacts: known }), june);
    expect(to).toEqual({ name: "Hana Lee", address: hana });
    expect(reason).not.toContain("answers");
  });

  test("stays whoever wrote where that address is new, looks alike, or has ended", () => {
    for (const stranger of ["greg@abc-jobs.example", "greg@аbc.example"]) {
      const { to, reason } = only(factsOf({ words: [asking(stranger)], contacts: known }), june);
      expect(to?.address).toBe(greg);
      expect(reason).toMatch(
        /They ask for answers at (?:greg@abc-jobs\.example|an address that cannot be written to),/,
      );
    }
    const ended = [contact("Greg Hill", greg), contact("Hana Lee", hana, "bounced")];
    expect(only(factsOf({ words: [asking(hana)], contacts: ended }), june).to?.address).toBe(greg);
  });

  test("follows their newest mail only", () => {
    const words = [asking(hana), wrote("2026-05-19 10:00")];
    expect(only(factsOf({ words, contacts: known }), june).to?.address).toBe(greg);
  });

  test("is never an address of the person's own, with or without a tag", () => {
    const own = [greg];
    const tagged = { ...wrote("2026-05-18 09:12"), addresses: ["greg+jobs@abc.example"] };
    const facts = factsOf({
      own,
      words: [tagged],
      contacts: known,
      interviews: [interview("2026-05-21 10:00", "2026-05-21 11:00")],
    });
    const addresses = planAt(facts, june).followUps.map(({ to }) => to?.address);
    expect(addresses).not.toHaveLength(0);
    expect(new Set(addresses)).toEqual(new Set([hana]));
  });
});
