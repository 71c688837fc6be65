import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { programCall } from "../../src/domain/program-call.ts";

const isComment = (line: string): boolean => /^\s*(?:\/?\*|\/\/)/.test(line);

test("a hint tells a command as the person can run it: no shell knows a bare `afterword` in a clone", () => {
  expect(programCall).toBe("npx afterword");
  const bare = globSync("src/**/*.ts").flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter(
        (line) =>
          !isComment(line) && /(?:[\w:;.] |['`])["“]afterword [a-z$]|(?:["`]|\\n) {2}afterword /.test(line),
      )
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(bare).toEqual([]);
});
