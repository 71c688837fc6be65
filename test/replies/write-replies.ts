import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { replyLines } from "./replies.ts";

// Run it after a change to the cases: node test/replies/write-replies.ts
writeFileSync(join(import.meta.dirname, "replies.jsonl"), `${replyLines().join("\n")}\n`);
