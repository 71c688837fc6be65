import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** What each room may import from the house and from outside (DESIGN section 3). A room that is missing here fails. "." is the room itself. */
const rooms: Readonly<
  Record<string, { readonly house: readonly string[]; readonly outside: "anything" | readonly string[] }>
> = {
  "src/domain": { house: ["."], outside: ["temporal-polyfill"] },
  "src/understanding": {
    house: [".", "src/domain"],
    outside: ["temporal-polyfill", "ical.js", "tldts", "windows-iana"],
  },
  "src/drafting": { house: [".", "src/domain", "src/understanding"], outside: ["temporal-polyfill"] },
  "src/ports": { house: [".", "src/domain"], outside: ["temporal-polyfill"] },
  "src/flows": {
    house: [".", "src/domain", "src/drafting", "src/ports", "src/understanding"],
    outside: ["temporal-polyfill", "node:crypto"],
  },
  "src/mail": { house: [".", "src/domain", "src/ports"], outside: "anything" },
  "src/model": { house: [".", "src/domain", "src/ports"], outside: "anything" },
  "src/store": { house: [".", "src/domain", "src/ports", "src/setup-error"], outside: "anything" },
  "src/queue": {
    house: [".", "src/domain", "src/ports", "src/reason", "src/setup-error"],
    outside: "anything",
  },
  // What connecting a mailbox asks and finds, for every face that asks it.
  "src/connecting": {
    house: [".", "src/domain", "src/ports", "src/flows", "src/mail"],
    outside: ["temporal-polyfill", "zod"],
  },
  "src/web": {
    house: [".", "src/domain", "src/ports", "src/flows", "src/calendar-text", "src/connecting", "src/reason"],
    outside: "anything",
  },
  "src/cli": {
    house: [
      ".",
      "src/domain",
      "src/ports",
      "src/flows",
      "src/compose",
      "src/config",
      "src/connecting",
      "src/run",
      "src/setup-error",
      "src/sandbox",
      "src/diagnose",
      "src/main",
      "src/open-browser",
      "src/calendar-text",
    ],
    outside: "anything",
  },
  // What is measured is what runs: the parser, the rules and the model; for attacks the whole program.
  "src/eval": {
    house: [
      ".",
      "src/domain",
      "src/drafting",
      "src/ports",
      "src/understanding",
      "src/mail",
      "src/model",
      "src/holidays",
      "src/config",
      "src/setup-error",
      // Whether hostile mail brings anything about shows only in the whole program, with its mail servers beside it.
      "src/compose",
      "src/flows",
      "src/sandbox",
      "workers",
    ],
    outside: "anything",
  },
  // No story reaches into the program (DESIGN section 10): it is started, mailed and asked from outside.
  "src/sandbox": { house: [".", "src/domain", "src/setup-error"], outside: "anything" },
  workers: { house: [".", "src/domain", "src/ports", "src/flows", "src/queue", "src/run"], outside: [] },
  "src/config": {
    house: ["src/domain", "src/env-file", "src/setup-error", "src/sign-in-settings", "src/address-checks"],
    outside: "anything",
  },
  "src/address-checks": { house: [], outside: [] },
  "src/sign-in-settings": { house: ["src/address-checks"], outside: ["zod"] },
  "src/env-file": { house: ["src/domain"], outside: ["node:util"] },
  "src/setup-error": { house: [], outside: [] },
  "src/reason": { house: [], outside: [] },
  "src/calendar-text": { house: ["src/domain"], outside: ["ical.js", "temporal-polyfill"] },
  "src/holidays": { house: ["src/domain", "src/ports"], outside: ["date-holidays", "temporal-polyfill"] },
  "src/compose": {
    house: [
      "src/config",
      "src/domain",
      "src/flows",
      "src/holidays",
      "src/mail",
      "src/model",
      "src/ports",
      "src/queue",
      "src/reason",
      "src/setup-error",
      "src/store",
    ],
    outside: "anything",
  },
  "src/diagnose": {
    house: ["src/config", "src/queue", "src/setup-error", "src/store"],
    outside: "anything",
  },
  "src/run": {
    house: [
      "src/clock-watch",
      "src/compose",
      "src/config",
      "src/queue",
      "src/flows",
      "src/reason",
      "src/setup-error",
    ],
    outside: ["node:module"],
  },
  "src/clock-watch": { house: ["src/setup-error", "src/store"], outside: [] },
  "src/open-browser": { house: [], outside: ["node:child_process", "node:events"] },
  "src/time-machine": { house: ["src/compose", "src/flows", "src/web"], outside: ["temporal-polyfill"] },
  "src/main": {
    house: [
      "src/compose",
      "src/config",
      "src/connecting",
      "src/domain",
      "src/open-browser",
      "src/run",
      "src/setup-error",
      "src/store",
      "src/time-machine",
      "src/web",
      "workers",
    ],
    outside: "anything",
  },
};

type Import = { readonly from: string; readonly names: string };
type Source = {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly Import[];
};

const sources: readonly Source[] = globSync(["src/**/*.ts", "workers/*.ts"], { cwd: root })
  .sort()
  .map((path) => {
    const text = readFileSync(join(root, path), "utf8");
    return { path, text, lines: text.split("\n").length - 1, imports: importsOf(text) };
  });
const tests: readonly Source[] = globSync("test/**/*.ts", { cwd: root }).map((path) => {
  const text = readFileSync(join(root, path), "utf8");
  return { path, text, lines: 0, imports: importsOf(text) };
});

/** Static imports and re-exports, side-effect imports, dynamic imports and `import("…")` in types. */
function importsOf(text: string): readonly Import[] {
  const code = withoutComments(text);
  return [
    ...[...code.matchAll(/^(?:import|export)\s([^"';]*?)\sfrom\s+"([^"]+)"/gm)].map(
      ([, names = "", from = ""]) => ({ names, from }),
    ),
    ...[...code.matchAll(/^import\s+"([^"]+)"/gm)].map(([, from = ""]) => ({ names: "", from })),
    ...[...code.matchAll(/\bimport\(\s*"([^"]+)"/g)].map(([, from = ""]) => ({ names: "", from })),
  ];
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|\s)\/\/.*$/gm, "$1");
}

/** Code without words: strings, templates and regular expressions are emptied too. */
const bare = (text: string): string =>
  withoutComments(text)
    .replaceAll(/"(?:[^"\\\n]|\\.)*"/g, '""')
    .replaceAll(
      /(^|[=(,:?|&[!\s])\/(?![/*\s])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[dgimsuvy]*/gm,
      "$1/x/",
    )
    .replaceAll(/`(?:[^`\\]|\\.)*`/g, "``");

/** The room of a path: a folder of src, `workers`, or a file of src itself. ports.ts and ports/ are one room. */
function roomOf(path: string): string {
  const [top = "", second = ""] = path.split("/");
  return top === "src" ? `src/${second.replace(/\.ts$/, "")}` : top;
}

const isRelative = (from: string): boolean => from.startsWith(".");
const target = (source: Source, from: string): string => normalize(join(dirname(source.path), from));

/** "file -> import" for every import of `from` that `wrong` finds. */
const found = (among: readonly Source[], wrong: (source: Source, one: Import) => boolean): string[] =>
  among.flatMap((source) =>
    source.imports.filter((one) => wrong(source, one)).map((one) => `${source.path} -> ${one.from}`),
  );

test("the reader of imports sees every form of them", () => {
  const text = [
    'import a, { b } from "one";',
    "import {",
    "  type C,",
    '} from "two";',
    'import "three";',
    'export * from "four";',
    'const d = await import("five");',
    '// import "six";',
  ];
  expect(
    importsOf(text.join("\n"))
      .map(({ from }) => from)
      .sort(),
  ).toEqual(["five", "four", "one", "three", "two"]);
});

test("every room of the house is named in the table, and the table names no room that is gone", () => {
  expect([...new Set(sources.map(({ path }) => roomOf(path)))].sort()).toEqual(Object.keys(rooms).sort());
});

/** The pages show rows as the store reads them; of these they take the type, which leaves nothing at run time. */
const typesAcross: ReadonlySet<string> = new Set(["src/web/api.ts -> src/store/views.ts"]);

test("rooms import only the rooms that the arrows of the design lead to", () => {
  const wrong = (source: Source, { from, names }: Import) => {
    if (!isRelative(from)) return false;
    if (names.startsWith("type ") && typesAcross.has(`${source.path} -> ${target(source, from)}`))
      return false;
    const here = roomOf(source.path);
    const there = roomOf(target(source, from));
    return there !== here && !rooms[here]?.house.includes(there);
  };
  expect(found(sources, wrong)).toEqual([]);
});

test("rooms that do no input or output import only the packages on their list", () => {
  const wrong = (source: Source, { from }: Import) => {
    const allowed = rooms[roomOf(source.path)]?.outside ?? [];
    return !isRelative(from) && allowed !== "anything" && !allowed.includes(from);
  };
  expect(found(sources, wrong)).toEqual([]);
});

test("of node:crypto the flows take only the hash, which is no randomness", () => {
  const wrong = (source: Source, { from, names }: Import) =>
    roomOf(source.path) === "src/flows" &&
    from === "node:crypto" &&
    names.replaceAll(/\s/g, "") !== "{createHash}";
  expect(found(sources, wrong)).toEqual([]);
});

test("domain, understanding, drafting and flows read no clock, take no chance and know no environment", () => {
  const pure = sources.filter(({ path }) =>
    ["src/domain", "src/understanding", "src/drafting", "src/flows"].includes(roomOf(path)),
  );
  const impure =
    /\bTemporal\.Now\b|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bcrypto\.random|\bfetch\(/;
  expect(pure.filter(({ text }) => impure.test(bare(text))).map(({ path }) => path)).toEqual([]);
});

test("only entry points build the program: src/main.ts, src/run.ts for the workers, the time machine's type, the command line and the evaluation of attacks", () => {
  const importers = sources.filter((source) =>
    source.imports.some(({ from }) => isRelative(from) && target(source, from) === "src/compose.ts"),
  );
  const others = importers.map(({ path }) => path).filter((path) => !path.startsWith("src/cli/"));
  expect(others).toEqual([
    "src/eval/attacks/installation.ts",
    "src/main.ts",
    "src/run.ts",
    "src/time-machine.ts",
  ]);
});

test("the environment is read in src/config.ts alone; the sandbox hands its own on to the program it starts", () => {
  const readers = sources
    .filter(({ text }) => /\bprocess\.env\b|\benv\b[^;]*\bfrom "node:process"/.test(withoutComments(text)))
    .map(({ path }) => path);
  expect(readers).toEqual(["src/config.ts", "src/sandbox/program.ts"]);
});

test("relative imports end in .ts, which Node asks for, and lead to a file", () => {
  // The one table of data that is imported: what was learnt.
  const files = new Set([...sources, ...tests].map(({ path }) => path)).add(
    "src/understanding/kind/learned-weights.json",
  );
  const wrong = (source: Source, { from }: Import) => isRelative(from) && !files.has(target(source, from));
  expect(found([...sources, ...tests], wrong).filter((one) => !one.startsWith("test/boundaries"))).toEqual(
    [],
  );
});

test("there is no any and no assertion that something is not null", () => {
  const any = /(?:[:<|&,(]|\bas|=>)\s*any\b(?!\s*[:(])|\bany\[\]/;
  const notNull = /[\w)\]]!(?:[.,;)\]}[(]|\s*$|\s+(?:as|satisfies)\b)/m;
  expect(any.test(bare("const a: any = 1;"))).toBe(true);
  expect(notNull.test(bare("rows[0]!.id"))).toBe(true);
  const where = sources.flatMap(({ path, text }) =>
    bare(text)
      .split("\n")
      .flatMap((line) => (any.test(line) || notNull.test(line) ? [`${path}: ${line.trim()}`] : [])),
  );
  expect(where).toEqual([]);
});

test("files are read in one sitting: none is over 200 lines", () => {
  const long = sources.filter(({ lines }) => lines > 150).sort((a, b) => b.lines - a.lines);
  console.info(`over 150 lines: ${long.map(({ path, lines }) => `${path} ${lines}`).join(", ")}`);
  expect(
    long
      .filter(({ lines, path }) => lines > 200 && !tables.has(path))
      .map(({ path, lines }) => `${path} ${lines}`),
  ).toEqual([]);
});

/** Pages of types that are one table and read worse in pieces. */
const tables: ReadonlySet<string> = new Set(["src/store/schema.ts"]);
