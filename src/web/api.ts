import { Hono } from "hono";
import { bearerAuth } from "hono/bearer-auth";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { candidacyStates, employerSizes } from "../domain/candidacy.ts";
import type { DraftId } from "../domain/ids.ts";
import { storyData } from "../domain/story-data.ts";
import { dateIn } from "../domain/working-time.ts";
import type { App } from "../flows/app.ts";
import { type Commanded, commandApprove, commandMark, commandSkip } from "../flows/command.ts";
import { reasonOf } from "../reason.ts";
import type { Views } from "../store/views.ts";
import { calendarFeed } from "./calendar-feed.ts";
import { clockRoutes, type TimeMachine } from "./clock.ts";
import { type ConnectVisit, connectPages } from "./connect-pages.ts";
import { draftPages } from "./draft-pages.ts";
import { openApi } from "./openapi.ts";

export type ApiParts = {
  readonly app: App;
  readonly views: Views;
  readonly token: string;
  readonly timeMachine: TimeMachine | null;
  /** While a first mailbox may be connected on a page. */
  readonly connecting?: ConnectVisit | null;
};

/** The JSON API: everything that the other faces show, and the decisions. Bearer token on every path below `/api`. */
export function api({ app, views, token, timeMachine, connecting = null }: ApiParts): Hono {
  const hono = new Hono();
  hono.get("/health", (c) => c.json({ ok: true }));
  hono.use(
    "/api/*",
    bearerAuth({
      token,
      noAuthenticationHeader: { message: refusal },
      invalidToken: { message: refusal },
      invalidAuthenticationHeader: { message: refusal },
    }),
  );
  hono.get("/api/health", async (c) =>
    c.json({
      ok: true,
      mailboxes: (await views.mailboxes()).map(({ address, healthy_at, trouble, paused_at }) => ({
        address,
        healthy_at,
        trouble,
        paused_at,
      })),
    }),
  );
  hono.get("/api/candidacies", async (c) =>
    c.json((await views.candidacies()).map(({ id: _id, ...shown }) => shown)),
  );
  hono.get("/api/candidacies/:number", async (c) => {
    const found = await views.candidacy(Number(c.req.param("number")));
    if (!found)
      return c.json(
        { error: "There is no candidacy with that number; GET /api/candidacies lists them." },
        404,
      );
    return c.json({
      ...found.shown,
      journal: found.journal,
      interviews: found.interviews,
      follow_ups: found.followUps,
      contacts: found.contacts,
    });
  });
  hono.post("/api/candidacies/:number/mark", async (c) => {
    const body = mark.safeParse(await c.req.json().catch(() => null));
    if (!body.success)
      return c.json(
        { error: `Give a size (${employerSizes.join(", ")}) or a state (${candidacyStates.join(", ")}).` },
        400,
      );
    const { size, state } = body.data;
    return answer(
      c,
      await commandMark(
        app,
        Number(c.req.param("number")),
        { ...(size && { size }), ...(state && { state }) },
        { by: "api" },
      ),
    );
  });
  hono.get("/api/drafts", async (c) =>
    c.json((await views.drafts()).map(({ followUp: _id, employer: _employer, ...shown }) => shown)),
  );
  hono.get("/api/drafts/:id/story", async (c) => {
    const named = await views.mailNamed(draftId(c.req.param("id")));
    const story = named.type === "found" ? await views.draftStory(named.followUp) : null;
    return story
      ? c.json(storyData(story, dateIn(story.mail.zone, app.clock.now())))
      : c.json({ error: "There is no mail with that id; GET /api/drafts and /api/outbox list them." }, 404);
  });
  hono.post("/api/drafts/:id/approve", async (c) => {
    const body = z.object({ hash: z.string() }).safeParse(await c.req.json().catch(() => null));
    if (!body.success) return c.json({ error: "Give the hash of the draft as it was shown to you." }, 400);
    return answer(c, await commandApprove(app, draftId(c.req.param("id")), body.data.hash, { by: "api" }));
  });
  hono.post("/api/drafts/:id/skip", async (c) =>
    answer(c, await commandSkip(app, draftId(c.req.param("id")), { by: "api" })),
  );
  hono.get("/api/outbox", async (c) => c.json(await views.outbox()));
  hono.get("/api/digests", async (c) => c.json(await views.digests()));
  hono.get("/api/debriefs", async (c) => c.json(await views.debriefs()));
  hono.get("/api/journal", async (c) => {
    const rows = await views.journal(Number(c.req.query("after") ?? 0) || 0);
    return c.json(
      rows.map(({ id, at, type, by, says, number }) => ({ id, at, type, by, says, candidacy: number })),
    );
  });
  hono.get("/api/openapi.json", (c) => c.json(openApi()));
  hono.route("/api/clock", clockRoutes(app, timeMachine));
  hono.route("/calendar", calendarFeed(app, views.agenda));
  if (app.links !== null) hono.route("/d", draftPages(app));
  if (connecting !== null) hono.route("/connect", connectPages(app, connecting));
  hono.onError((error, c) => {
    // A refusal, such as of a wrong token, says itself what to send.
    if (error instanceof HTTPException) return error.getResponse();
    console.error(reasonOf(error));
    return c.json({ error: "Something went wrong inside the program; its log says what." }, 500);
  });
  hono.notFound((c) => c.json({ error: "There is nothing at that path." }, 404));
  return hono;
}

const refusal = { error: "Send the token of this installation as a bearer token." };
const mark = z
  .object({ size: z.enum(employerSizes).optional(), state: z.enum(candidacyStates).optional() })
  .refine((body) => body.size !== undefined || body.state !== undefined);

/** A path that is no UUID finds nothing, as an unknown one does. */
const draftId = (text: string): DraftId =>
  (z.uuid().safeParse(text).success ? text : "00000000-0000-0000-0000-000000000000") as DraftId;

type Answering = { json: (body: object, status: 200 | 409) => Response };
const answer = (c: Answering, done: Commanded): Response =>
  done.ok ? c.json({ done: done.value }, 200) : c.json({ error: done.error }, 409);
