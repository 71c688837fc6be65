import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import { styles } from "./styles.ts";

/** A whole page; every value in it is escaped where it is put in. */
export type Page = ReturnType<typeof html>;

const styleHash = createHash("sha256").update(styles).digest("base64");

/** Of every page (SAFETY R35, R54): it loads nothing, runs nothing, sends forms to itself alone, stands in no frame, is kept and passed on by nobody. */
export const headers = {
  "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "X-Robots-Tag": "noindex",
} as const;

/** `title` stands in the tab and says no more than a glance may see. */
export const page = (title: string, content: Page | readonly Page[]): Page => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} - Afterword</title>
<style>${raw(styles)}</style>
</head>
<body>
<main>
<p class="brand">Afterword</p>
${content}
</main>
</body>
</html>
`;
