import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes minutes comes first: begun last, it would run alone while the other worker has nothing left to do. */
const long = [
  "test/loop/",
  "test/scenarios/",
  "test/queue/",
  "test/workers/",
  "test/cli/",
  "test/eval/attacks",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = long.findIndex((folder) => moduleId.includes(folder));
      return at < 0 ? long.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

// The processes that tests start compile their modules once, not each time.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, "node_modules/.cache/afterword");

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/prepared-data.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Files share what they import: the modules of mail, understanding and store take seconds to load for each anew.
    isolate: false,
    // Plays on real servers wait for them: a third worker uses the time.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
  },
});
