import type { App } from "../../src/flows/app.ts";

/**
 * A mistake that many programs make, put in on purpose: what got no answer is simply tried again. The harness is worth something only while
 * it finds this one (SAFETY R57).
 * @throws Error for the name of a fault that there is not.
 */
export function plantedFault(name: string, app: App): App {
  if (name === "") return app;
  if (name !== "naive-retry") throw new Error(`there is no fault "${name}" to plant; there is naive-retry`);
  return {
    ...app,
    courier: {
      ...app.courier,
      send: async (account, mail, gate) => {
        const outcome = await app.courier.send(account, mail, gate);
        return outcome.type === "unknown" ? { type: "later", reply: outcome.reply } : outcome;
      },
    },
  };
}
