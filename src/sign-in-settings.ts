import { z } from "zod";
import { isOnThisMachine } from "./address-checks.ts";

/** Settings for signing in on a provider's own page, with client ids that the owner of this installation has registered (docs/providers.md). */
export const signInFields = {
  AFTERWORD_GOOGLE_CLIENT_ID: z.string().optional(),
  AFTERWORD_GOOGLE_CLIENT_SECRET: z.string().optional(),
  AFTERWORD_MICROSOFT_CLIENT_ID: z.string().optional(),
  // It stands in an address, so it is one part of a path.
  AFTERWORD_MICROSOFT_TENANT: z
    .string()
    .regex(
      /^[\w-][\w.-]*$/,
      "must be common, consumers, organizations, or the id or domain of one organisation",
    )
    .default("common"),
  // Whoever stands in for a provider is given every token, so it is on this machine or nowhere.
  AFTERWORD_SIGN_IN_ISSUER: z
    .string()
    .refine(isOnThisMachine, "must be on this machine: it stands in for the providers in tests")
    .optional(),
  DISPLAY: z.string().optional(),
  WAYLAND_DISPLAY: z.string().optional(),
};

const fields = z.object(signInFields);

/** The client ids; null where there is none. A desktop program's secret is no secret, but Google asks for it (RFC 8252 section 8.5). */
export const signInOf = (set: z.infer<typeof fields>) => ({
  google: set.AFTERWORD_GOOGLE_CLIENT_ID
    ? { id: set.AFTERWORD_GOOGLE_CLIENT_ID, secret: set.AFTERWORD_GOOGLE_CLIENT_SECRET ?? null }
    : null,
  microsoft: set.AFTERWORD_MICROSOFT_CLIENT_ID
    ? { id: set.AFTERWORD_MICROSOFT_CLIENT_ID, secret: null, tenant: set.AFTERWORD_MICROSOFT_TENANT }
    : null,
  issuer: set.AFTERWORD_SIGN_IN_ISSUER?.replace(/\/$/, "") ?? null,
  /** Whether a browser's window can be opened here. */
  hasScreen: !usesX11.has(process.platform) || Boolean(set.DISPLAY ?? set.WAYLAND_DISPLAY),
});

const usesX11: ReadonlySet<string> = new Set(["linux", "freebsd", "openbsd"]);
