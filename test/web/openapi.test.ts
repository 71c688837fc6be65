import { expect, test } from "vitest";
import type { App } from "../../src/flows/app.ts";
import type { Views } from "../../src/store/views.ts";
import { api } from "../../src/web/api.ts";

const web = api({
  app: { links: null } as App,
  views: {} as Views,
  token: "tin-whistle",
  timeMachine: null,
});
const described = async () => {
  const headers = { authorization: "Bearer tin-whistle" };
  return JSON.parse(await (await web.request("/api/openapi.json", { headers })).text());
};

test("every path of the API is described, and no other", async () => {
  const { paths, openapi } = await described();
  expect(openapi).toBe("3.1.0");
  const served = web.routes
    .filter(({ path, method }) => path.startsWith("/api/") && method !== "ALL")
    .map(({ path, method }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
  const told = Object.entries<object>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(told.sort()).toEqual([...new Set(served)].sort());
});

test("the story of a mail is described down to the moves of its log and the states they lead to", async () => {
  const { paths } = await described();
  const { schema } = paths["/api/drafts/{id}/story"].get.responses[200].content["application/json"];
  const { moves } = schema.properties.outbox.items.properties;
  expect(Object.keys(moves.items.properties)).toEqual([
    ...["n", "at", "event", "from", "to", "attempt", "attempts", "reply"],
  ]);
  expect(moves.items.properties.to.enum).toContain("asked");
});
