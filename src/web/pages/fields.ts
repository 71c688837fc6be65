import { html } from "hono/html";
import type { Page } from "./layout.ts";

type Labelled = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** What is wrong with what was written, and what to write instead. */
  readonly refusal?: string | undefined;
};

/** Gives a labelled line to write into; what is wrong with it stands below it, and is told to whoever hears the page. `options` are suggested. */
export const field = ({
  name,
  label,
  value,
  refusal,
  type = "text",
  autocomplete = "off",
  placeholder = "",
  options = [],
}: Labelled & {
  readonly type?: "text" | "email" | "time" | "password";
  readonly autocomplete?: string;
  readonly placeholder?: string;
  readonly options?: readonly string[];
}): Page => html`<p class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}" placeholder="${placeholder}" spellcheck="false" autocapitalize="off"${options.length > 0 ? html` list="${name}-list"` : ""}${described(name, refusal)}>
${options.length > 0 ? html`<datalist id="${name}-list">${options.map((option) => html`<option value="${option}">`)}</datalist>` : ""}${refused(name, refusal)}</p>`;

/** Gives a labelled choice; `options` are pairs of what is sent and what is shown. */
export const select = ({
  name,
  label,
  value,
  refusal,
  options,
}: Labelled & { readonly options: readonly (readonly [string, string])[] }): Page =>
  html`<p class="field"><label for="${name}">${label}</label>
<select id="${name}" name="${name}"${described(name, refusal)}>${options.map(
    ([sent, shown]) =>
      html`<option value="${sent}"${sent === value ? html` selected` : ""}>${shown}</option>`,
  )}</select>
${refused(name, refusal)}</p>`;

const described = (name: string, refusal: string | undefined): Page | "" =>
  refusal ? html` aria-invalid="true" aria-describedby="${name}-refused"` : "";

const refused = (name: string, refusal: string | undefined): Page | "" =>
  refusal ? html`<span class="refused" id="${name}-refused">${refusal}</span>` : "";
