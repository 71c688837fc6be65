import type { Hono as HonoApp, MiddlewareHandler } from "hono";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Desk } from "../connecting/desk.ts";
import type { App } from "../flows/app.ts";
import type { Secret } from "../ports.ts";
import { reasonOf } from "../reason.ts";
import { connectFormIn } from "./connect-form.ts";
import { fromOurPage } from "./from-our-page.ts";
import { connectPage } from "./pages/connect.ts";
import { headers } from "./pages/layout.ts";
import { noticePage, tooOftenPage } from "./pages/notices.ts";
import { rateLimit } from "./rate-limit.ts";
import type { Connection } from "./visitor.ts";

/** One visit to the desk: who holds the token may connect a mailbox, as long as this process runs. */
export type ConnectVisit = {
  readonly desk: Desk;
  /** 144 bits that `npm start` prints, as part of the address. */
  readonly token: string;
  readonly secret: (value: string) => Secret;
};

const largestForm = 16 * 1_024;

/**
 * `/TOKEN`: the pages on which a first mailbox is connected. GET shows where things stand; POST, from a form of that page alone, goes a step, and then
 * shows it by GET, so that loading it again repeats nothing. There is no cookie and no script (SAFETY R54), and no password on any page. A browser that
 * would send one over a network without TLS is turned away (R51).
 */
export function connectPages(
  app: Pick<App, "clock">,
  { desk, token, secret }: ConnectVisit,
): HonoApp<Connection> {
  const hono = new Hono<Connection>();
  hono.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
  });
  hono.use("/:token", async (c, next) => {
    if (c.req.param("token") !== token) return c.html(noticePage("no desk"), 404);
    return isPrivate(c.req.header("host"), c.req.header("x-forwarded-proto"))
      ? next()
      : c.html(noticePage("in plain text"), 403);
  });
  hono.get("/:token", async (c) => {
    const step = await desk.step();
    if (step.at === "connected" && step.reading) c.header("Refresh", "3");
    return c.html(connectPage(step));
  });
  const tooLong = bodyLimit({ maxSize: largestForm, onError: (c) => c.html(noticePage("too long"), 413) });
  hono.post("/:token", fromOurselves, gently(app), tooLong, async (c) => {
    const form = connectFormIn(await c.req.text());
    if (form === null) return c.html(noticePage("no form"), 400);
    if (form.act === "meet") await desk.meet(form.about);
    if (form.act === "try") await desk.try(form.servers, secret(form.password));
    if (form.act === "save") await desk.save(form.folder);
    if (form.act === "back") await desk.back();
    return c.redirect(`/connect/${token}`, 303);
  });
  hono.onError((error, c) => {
    console.error(reasonOf(error));
    return c.html(noticePage("desk broken"), 500);
  });
  return hono;
}

const fromOurselves: MiddlewareHandler = (c, next) => fromOurPage(new URL(c.req.url).origin)(c, next);

/** A password goes to this machine itself, or through a proxy that speaks TLS with the browser. */
function isPrivate(host: string | undefined, forwardedProtocol: string | undefined): boolean {
  const name = URL.parse(`http://${host ?? ""}`)?.hostname ?? "";
  return (
    forwardedProtocol === "https" ||
    name === "localhost" ||
    name === "[::1]" ||
    /^127(?:\.\d+){3}$/.test(name)
  );
}

/** Every try is a login at the provider, who would take many for an attack. */
function gently(app: Pick<App, "clock">): MiddlewareHandler {
  const forms = rateLimit({ most: 30, within: { minutes: 10 } });
  return async (c, next) => {
    const now = app.clock.now();
    const until = forms("desk", now);
    if (until === null) return next();
    const seconds = Math.ceil(now.until(until).total("seconds"));
    return c.html(tooOftenPage(seconds), 429, { "Retry-After": `${seconds}` });
  };
}
