import type { Correspondent } from "../../sandbox/letter.ts";
import type { Item } from "./row.ts";

/** The employer behind a line, who writes for it, and the role. */
export type Employer = {
  readonly n: number;
  readonly name: string;
  readonly role: string;
  readonly contact: Correspondent;
};

const invented: readonly (readonly [name: string, contact: string, role: string])[] = [
  ["Larkfield Instruments", "Nora Whitlock", "Software Engineer"],
  ["Quarry Lane Books", "Jo Field", "Office Manager"],
  ["Osprey Ferries", "Kim Ode", "Bookseller"],
  ["Thistle Robotics", "Greta Vance", "Data Analyst"],
  ["Marlow Glass", "Lena Fox", "Workshop Lead"],
  ["Fenwick Maps", "Piet Maas", "Cartographer"],
  ["Harbour Foods", "Ines Duarte", "Buyer"],
  ["Calder Energy", "Tom Archer", "Planner"],
  ["Pinewood Press", "Ada Lund", "Editor"],
  ["Saltmarsh Optics", "Ravi Shah", "Optician"],
  ["Brightwater Rail", "Uma Kerr", "Dispatcher"],
  ["Hollin Textiles", "Hugo Brandt", "Weaver"],
];

/** By the name that the file gives it, or one of ours. */
export function employerOf({ n, employer }: Pick<Item, "n" | "employer">): Employer {
  const [usual, contact, role] = invented[(n - 1) % invented.length] ?? ["Ardent Mills", "Ida Moss", "Clerk"];
  const name = employer ?? usual;
  const host = name
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const address = `${contact.toLowerCase().replace(" ", ".")}@${host || `employer-${n}`}.example`;
  return { n, name, role, contact: { name: contact, address } };
}
