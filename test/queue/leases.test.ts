import { expect, test } from "vitest";
import { createLeases } from "../../src/queue/leases.ts";

/** Work that ends when its signal is aborted, and says when it begins and ends. */
function endless() {
  const said: string[] = [];
  const work = async ({ id }: { id?: string | undefined }, signal: AbortSignal) => {
    said.push(`${id} begins`);
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve));
    said.push(`${id} ends`);
  };
  return { said, work };
}
const job = (id: string) => ({ id, data: {} });

test("only the job whose lock is lost is ended", async () => {
  const { said, work } = endless();
  const leases = createLeases(work, new AbortController().signal);
  const first = leases.run(job("first"));
  leases.run(job("second"));
  leases.lost(["first", "unknown"]);
  await first;
  expect(said).toEqual(["first begins", "second begins", "first ends"]);
});

test("a job that comes back to the process that had lost it ends what still runs there, and is not begun beside it", async () => {
  const { said, work } = endless();
  const leases = createLeases(work, new AbortController().signal);
  const first = leases.run(job("mailbox"));
  await leases.run(job("mailbox"));
  await first;
  expect(said).toEqual(["mailbox begins", "mailbox ends"]);
  const again = leases.run(job("mailbox"));
  expect(said).toHaveLength(3);
  leases.lost(["mailbox"]);
  await again;
});

test("a process that is asked to stop ends all its jobs, also one that begins after that", async () => {
  const { said, work } = endless();
  const stopping = new AbortController();
  const leases = createLeases(work, stopping.signal);
  const first = leases.run(job("first"));
  stopping.abort();
  await first;
  await leases.run(job("late"));
  expect(said).toEqual(["first begins", "first ends", "late begins", "late ends"]);
});
