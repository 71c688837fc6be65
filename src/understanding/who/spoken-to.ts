import type { Letter } from "./letter.ts";
import { withoutTitles } from "./person-name.ts";
import { squash } from "./spelling.ts";

/** "Dear Ms Vogel,": who is spoken to is the person, by whatever name. */
export const greetedIn = (letter: Letter): readonly string[] =>
  letter.lines.slice(0, 3).flatMap((line) => {
    const found =
      /^(?:\p{L}+ )?(?:hi+|hey|hello|dear|hallo|liebe[rs]?|tag|geehrte[rs]?|moin|servus|bonjour|chère?|hola|estimad[oa]|querid[oa]|beste|geachte|hoi|ol[áa]|oi|prezad[oa]|car[oa]|morning|afternoon|evening|grüezi)\s+((?:\p{L}+\.\s)?[^,:!.?;–]{2,40})/iu.exec(
        line,
      )?.[1];
    return found === undefined ? [] : [found.trim()];
  });

/** True for the person's own name, whole or in part: "Ms Vogel", "K. Vogel". */
export const isThePerson = (name: string, own: string): boolean => {
  const parts = withoutTitles(name).split(/\s+/).map(squash);
  const mine = own.split(/\s+/).map(squash);
  const [first = "", whole] = [parts[0], parts.join("")];
  return (
    whole === mine.join("") ||
    whole === mine.slice(1).join("") ||
    (parts.length === 1 && mine.includes(first)) ||
    (parts.length > 1 &&
      parts.at(-1) === mine.at(-1) &&
      (first === mine[0] || (first.length === 1 && (mine[0] ?? "").startsWith(first))))
  );
};
