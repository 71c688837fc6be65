import type { MiddlewareHandler } from "hono";
import { formType } from "./link-form.ts";
import { noticePage } from "./pages/notices.ts";

/**
 * A form counts that a browser says was sent from a page of ours. It names no origin where the referrer policy is `no-referrer` (Fetch, "serialize a
 * request origin"), so Sec-Fetch-Site is what most of them tell it by; what says neither is not believed.
 * @param ours the origin of the pages
 */
export function fromOurPage(ours: string | undefined): MiddlewareHandler {
  return async (c, next) => {
    const [type = ""] = (c.req.header("content-type") ?? "").split(";");
    if (type.trim().toLowerCase() !== formType) return c.html(noticePage("no form"), 415);
    const site = c.req.header("sec-fetch-site");
    const origin = c.req.header("origin");
    const named = origin !== undefined && origin !== "null";
    const isOurs =
      (site ?? "same-origin") === "same-origin" && (named ? origin === ours : site !== undefined);
    return isOurs ? next() : c.html(noticePage("elsewhere"), 403);
  };
}
