/** What BullMQ has no call for, on its PostgreSQL schema. It takes every time from its client's clock (SAFETY M5): the first two take `$1`, the milliseconds that a time may lie ahead. */
const time = "(select (extract(epoch from clock_timestamp()) * 1000)::bigint as now)";

/** The ends of locks, and the last look for jobs whose process has died. */
export const shortenLocks = `
  with time as ${time},
    locks as (update job set locked_until_ms = now from time
      where state = 'active' and locked_until_ms > now + $1)
  delete from meta using time where field = 'stalled-check' and value::bigint > now + $1`;

/** What recurs: each next run is counted from the one before, so that one in the future stays there for ever. */
export const forgetFutureRuns = `
  with time as ${time},
    gone as (delete from scheduler using time where next_run_ms > now + $1 returning queue, scheduler_id),
    jobs as (delete from job using gone
      where job.queue = gone.queue and job.scheduler_id = gone.scheduler_id and job.state = 'delayed')
  select from gone`;

/** What happened to the jobs of the queue `$1` is kept with their names; on Redis it can be trimmed, here BullMQ has no call for it yet. */
export const forgetEvents = "delete from event where queue = $1";
