import type pg from "pg";

/**
 * For how long, in milliseconds, PostgreSQL bears with a connection of the running program: one statement, one wait for a lock, and a transaction in which
 * nothing is asked. No lock is held over I/O (STYLE rule 7), so a transaction that is silent for half a minute belongs to a process that is stopped or
 * cut off: it is ended and undone, before those who wait for its locks give up. Who is ended or gives up has done nothing, and is tried again by its queue
 * or by the sweep (SAFETY R1). Migrations take as long as they take, over connections without these limits.
 */
export const limits = {
  idle_in_transaction_session_timeout: 30_000,
  lock_timeout: 60_000,
  statement_timeout: 120_000,
} as const satisfies pg.PoolConfig;
