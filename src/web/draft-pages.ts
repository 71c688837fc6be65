import type { Hono as HonoApp, MiddlewareHandler } from "hono";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { App } from "../flows/app.ts";
import { decideByLink } from "../flows/decide-by-link.ts";
import type { ShutLink } from "../flows/link-standing.ts";
import { lookByLink } from "../flows/look-by-link.ts";
import { reasonOf } from "../reason.ts";
import { fromOurPage } from "./from-our-page.ts";
import { actIn, largestForm } from "./link-form.ts";
import { draftPage } from "./pages/draft.ts";
import { headers } from "./pages/layout.ts";
import { decidedPage, noticePage, shutPage, tooOftenPage, undoPage } from "./pages/notices.ts";
import { rateLimit } from "./rate-limit.ts";
import { type Connection, visitor } from "./visitor.ts";

type Serving = Pick<App, "store" | "clock" | "ids" | "holidays" | "mime" | "queue" | "links">;

/**
 * `/TOKEN`: the page of a signed link (SAFETY R34-R36, R54). GET and HEAD show; POST, from a form of that page alone, decides. A page looks the
 * same to whoever holds the link: there is no cookie, no login and no script.
 */
export function draftPages(app: Serving): HonoApp<Connection> {
  const hono = new Hono<Connection>();
  hono.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
  });
  hono.use(gently(app));
  hono.get("/:token", async (c) => {
    const seen = await lookByLink(app, c.req.param("token"));
    if (!seen.ok) return c.html(shutPage(seen.error), statusOf[seen.error.why]);
    return c.html(seen.value.type === "draft" ? draftPage(seen.value) : undoPage(seen.value));
  });
  const tooLong = bodyLimit({ maxSize: largestForm, onError: (c) => c.html(noticePage("too long"), 413) });
  hono.post("/:token", fromOurPage(app.links?.origin), tooLong, async (c) => {
    const act = actIn(await c.req.text());
    if (act === null) return c.html(noticePage("no form"), 400);
    const done = await decideByLink(app, c.req.param("token"), act);
    return done.ok ? c.html(decidedPage(done.value)) : c.html(shutPage(done.error), statusOf[done.error.why]);
  });
  hono.onError((error, c) => {
    console.error(reasonOf(error));
    return c.html(noticePage("broken"), 500);
  });
  return hono;
}

/** RFC 9110: 410 for what is over for good, 409 for what does not fit how things stand. */
const statusOf: Readonly<Record<ShutLink["why"], ContentfulStatusCode>> = {
  "no link": 404,
  gone: 404,
  forged: 403,
  off: 403,
  expired: 410,
  used: 410,
  decided: 410,
  changed: 410,
  refused: 409,
};

/** Looking is cheap and done by programs too; forms are sent by people. */
function gently(app: Pick<App, "clock">): MiddlewareHandler<Connection> {
  const looks = rateLimit({ most: 3_000, within: { minutes: 1 } });
  const forms = rateLimit({ most: 120, within: { minutes: 10 } });
  const formsOfLink = rateLimit({ most: 60, within: { minutes: 10 } });
  return async (c, next) => {
    const now = app.clock.now();
    const isForm = c.req.method === "POST";
    const until = isForm ? (forms(visitor(c), now) ?? formsOfLink(c.req.path, now)) : looks(visitor(c), now);
    if (until === null) return next();
    const seconds = Math.ceil(now.until(until).total("seconds"));
    return c.html(tooOftenPage(seconds), 429, { "Retry-After": `${seconds}` });
  };
}
