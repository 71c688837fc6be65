import { expect, test } from "vitest";
import { languages } from "../../src/domain/language.ts";
import { spokenEmployer } from "../../src/domain/spoken-employer.ts";
import { loadTemplates } from "../../src/model/templates.ts";

test("an employer is called by its name; an agency's unnamed client is the recipient's client", () => {
  expect(spokenEmployer("Northwind", "de", false)).toBe("Northwind");
  const client = languages.map((language) =>
    spokenEmployer("a client of Fairholm Staffing", language, false),
  );
  expect(client).toEqual([
    "your client",
    "Ihrem Kunden",
    "votre client",
    "su cliente",
    "uw opdrachtgever",
    "seu cliente",
  ]);
  expect(spokenEmployer("A client of Fairholm Staffing", "de", true)).toBe("deinem Kunden");
  expect(spokenEmployer("a client of Fairholm Staffing", "fr", true)).toBe("ton client");
});

test("German names an employer only where the dative stands, which an unnamed client takes", async () => {
  const loaded = await loadTemplates(new URL("../../prompts/templates", import.meta.url).pathname);
  if (!loaded.ok) throw new Error(loaded.error);
  for (const { subject, variants } of Object.values(loaded.value.languages.de.mails))
    for (const words of [subject, ...variants.flatMap((one) => one.paragraphs.flat().map((s) => s.words))])
      expect(words.replaceAll(/\b(?:bei|von|an|mit|mich) \{employer\}/g, "")).not.toContain("{employer}");
});
