#!/usr/bin/env node
// Plain JavaScript on purpose: an older Node cannot read TypeScript, but it can read this and say so.
if (Number(process.versions.node.split(".")[0]) < 24) {
  console.error(
    `Afterword needs Node 24 or newer and this is ${process.versions.node}: run it as "npx afterword" in its folder, where "npm ci" has put the right one.`,
  );
  process.exitCode = 1;
} else {
  const { run } = await import("./afterword.ts");
  await run(process.argv);
}
