import { departmentWords, halfDepartmentWords, legalForm } from "./company-words.ts";
import { squash } from "./spelling.ts";

/** The name of an organisation in words that may also name a department, or null: "Harbour Bakery Talent Team" is "Harbour Bakery". */
export function organisationIn(text: string): string | null {
  const words = text
    .replace(legalForm, "")
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "" && !/^[-–—·|,]$/.test(word));
  const [from, to] = [0, words.length];
  const left = stripped(words, from, to);
  const name = left
    .join(" ")
    .replace(inHouse, "")
    .replace(/[,;:.]+$/, "")
    .replace(/^(?:der|des|den|vom|beim|du|des)\s/i, "");
  return name.length < 2 || isDepartment(name) || /^[\d\s]+$/.test(name) ? null : name;
}

// What a house calls its own department, behind its name.
const inHouse =
  /(?<=\S)\s+(?:people(?: (?:& |and )culture| operations| ops| team)?|human resources|hr|(?:online )?assessments|workday|talent pool|(?:hr )?shared services?|service cent(?:er|re)|recruit|admin|candidate care|staff appointments)$/i;

function stripped(words: readonly string[], start: number, end: number): readonly string[] {
  let [from, to] = [start, end];
  const hard = (n: number): boolean =>
    (words[n] ?? "").split("-").every((part) => departmentWords.has(squash(part)));
  const half = (n: number): boolean => halfDepartmentWords.has(squash(words[n] ?? "")) || words[n] === "&";
  const step = (n: number, by: 1 | -1): number => {
    let at = n;
    while (at >= from && at < to && half(at)) at += by;
    return at >= from && at < to && hard(at) ? at + by : n;
  };
  for (let next = step(from, 1); next !== from; next = step(from, 1)) from = next;
  for (let next = step(to - 1, -1) + 1; next !== to; next = step(to - 1, -1) + 1) to = next;
  // "Graduate Recruitment": what stands before a department may be part of it.
  while (
    to < end &&
    to > from + 1 &&
    /^(?:graduate|early|global|student|campus|human|medical|ihr|your|the|staff)$/i.test(words[to - 1] ?? "")
  )
    to -= 1;
  // "Department of Inland Waterways" is the name itself.
  if (
    from > start &&
    /^(?:of|für|der|de)$/i.test(words[from] ?? "") &&
    /^(?:department|office|ministry|board)$/i.test(words[from - 1] ?? "")
  )
    from -= 1;
  while (
    from > start &&
    from < to - 1 &&
    /^(?:of|for|at|der|des|von|de|da|do|y|e|et|and|&)$/i.test(words[from] ?? "")
  )
    from += 1;
  return words.slice(from, to);
}

/** True when every word names a department: "HR Operations", "People & Culture". */
export const isDepartment = (text: string): boolean => {
  const words = text.split(/[\s,.]+/).filter((word) => word !== "");
  return words.every((word) => {
    const plain = squash(word);
    return plain === "" || departmentWords.has(plain) || halfDepartmentWords.has(plain);
  });
};
