import { Hono } from "hono";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { App } from "../flows/app.ts";

/** Moves time for the whole program and lets everything happen that falls due (DESIGN section 7). */
export type TimeMachine = {
  readonly nextDue: () => Promise<Temporal.Instant | null>;
  /** Null settles without moving. Gives a sentence where the move is refused. */
  readonly travel: (to: Temporal.Instant | null) => Promise<string | null>;
};

const request = z.strictObject({
  to: z.iso.datetime({ offset: true }).optional(),
  advance: z
    .string()
    .regex(/^\d{1,4}[mhd]$/)
    .optional(),
});

/** `GET` tells the time and what is due next; `POST` moves it, where the installation allows that. */
export function clockRoutes(app: Pick<App, "clock">, machine: TimeMachine | null): Hono {
  const hono = new Hono();
  const now = async () => ({
    now: app.clock.now().toString(),
    next_due: (await machine?.nextDue())?.toString() ?? null,
  });
  hono.get("/", async (c) => c.json(await now()));
  hono.post("/", async (c) => {
    if (!machine)
      return c.json(
        {
          error: "This clock does not move: start with AFTERWORD_TIME_TRAVEL=1 and every server on loopback.",
        },
        409,
      );
    const body = request.safeParse(await c.req.json().catch(() => ({})));
    if (!body.success)
      return c.json({ error: 'Give {"to": an ISO instant} or {"advance": "30m", "2h" or "3d"}.' }, 400);
    const { to, advance } = body.data;
    const refused = await machine.travel(
      to ? Temporal.Instant.from(to) : advance ? app.clock.now().add(span(advance)) : null,
    );
    return refused ? c.json({ error: refused }, 409) : c.json(await now());
  });
  return hono;
}

const units = { m: "minutes", h: "hours", d: "hours" } as const;
const span = (text: string): Temporal.DurationLike => {
  const unit = text.at(-1);
  const key = unit === "m" ? units.m : unit === "h" ? units.h : units.d;
  return { [key]: Number(text.slice(0, -1)) * (unit === "d" ? 24 : 1) };
};
