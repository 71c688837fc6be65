import { ok, type Result, refuse } from "./result.ts";

/** A short list of the person's own sentences. */
export type OwnList = readonly string[];

/** Puts one to the end; refuses, in a sentence, what is too long, there already, or one too many. */
export function added(
  list: OwnList,
  words: string,
  { most, longest }: { readonly most: number; readonly longest: number },
): Result<OwnList, string> {
  const one = words.trim().replace(/\s+/g, " ");
  if (one === "") return refuse("Say it in words.");
  if (one.length > longest) return refuse(`Say it in ${longest} letters at most.`);
  if (list.some((other) => isSame(other, one))) return refuse(`“${one}” is on the list already.`);
  if (list.length >= most)
    return refuse(`There are ${most} on the list; take one off before you add another.`);
  return ok([...list, one]);
}

/** Takes one off, named in its own words or by its place in the list, from 1. */
export function takenOff(list: OwnList, words: string): Result<{ list: OwnList; found: string }, string> {
  const found = list.find((one) => isSame(one, words)) ?? list[Number(words) - 1];
  if (found === undefined) return refuse(`“${words.trim()}” is not on the list.`);
  return ok({ list: list.filter((one) => one !== found), found });
}

const isSame = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (words: string): string => words.trim().replace(/\s+/g, " ").toLowerCase();
