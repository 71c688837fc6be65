#!/usr/bin/env node
import module from "node:module";
import { join } from "node:path";

// Plain JavaScript on purpose: an older Node cannot read TypeScript, but it can read this and say so.
if (Number(process.versions.node.split(".")[0]) < 24) {
  console.error(
    `Afterword needs Node 24 or newer and this is ${process.versions.node}: run it as "npx afterword" in its folder, where "npm ci" has put the right one.`,
  );
  process.exitCode = 1;
} else {
  // A command answers in half the time when its modules need not be compiled anew; where the folder cannot be written, it just takes longer.
  process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, "../../node_modules/.cache/afterword");
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  const { run } = await import("./afterword.ts");
  await run(process.argv);
}
