import { Hono } from "hono";
import { etag } from "hono/etag";
import { calendarText } from "../calendar-text.ts";
import { type AgendaSource, agendaOf } from "../domain/agenda.ts";
import type { App } from "../flows/app.ts";

/** Finds what belongs to the feed with that secret token; null where there is no such feed. */
type FindAgenda = (token: string) => Promise<readonly AgendaSource[] | null>;

/**
 * `GET /TOKEN.ics`: the calendar feed. The address itself is the secret, because calendars send no other one; whatever is wrong with it is
 * answered as a path at which there is nothing.
 */
export function calendarFeed(app: Pick<App, "clock">, find: FindAgenda): Hono {
  const hono = new Hono();
  hono.get("/:file", etag(), async (c) => {
    const [, token] = /^(.+)\.ics$/.exec(c.req.param("file")) ?? [];
    const sources = token === undefined ? null : await find(token);
    if (sources === null) return c.notFound();
    return c.body(calendarText(agendaOf(sources, app.clock.now())), 200, {
      "Content-Type": "text/calendar; charset=utf-8",
      // Kept by nobody in between, and asked for anew each time: a feed that was switched off is gone.
      "Cache-Control": "private, no-cache",
      "X-Content-Type-Options": "nosniff",
    });
  });
  return hono;
}
