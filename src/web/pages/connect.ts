import { html } from "hono/html";
import type { Step } from "../../connecting/desk-steps.ts";
import { source } from "../../connecting/found-words.ts";
import { programCall } from "../../domain/program-call.ts";
import { spokenDate } from "../../domain/spoken.ts";
import { countryNamed } from "../../domain/whereabouts.ts";
import { field, select } from "./fields.ts";
import { type Page, page } from "./layout.ts";

/** Gives the page of the step at which connecting a mailbox stands. */
export function connectPage(step: Step): Page {
  switch (step.at) {
    case "person":
      return personPage(step);
    case "servers":
      return serversPage(step);
    case "sent":
      return sentPage(step);
    case "connected":
      return connectedPage(step);
  }
}

const personPage = ({ about, refusals }: Extract<Step, { at: "person" }>): Page =>
  page("Connect your mailbox", [
    html`<h1>Connect your mailbox</h1>
<p class="soft">Step 1 of 3. Afterword reads what employers write to you, proposes what to answer, and sends nothing before you say yes. All of it stays on this machine.</p>`,
    html`<form method="post" class="card">
${field({ name: "address", label: "Your mail address", value: about.address, refusal: refusals.address, type: "email", autocomplete: "email" })}
${field({ name: "name", label: "Your name, as your mails are signed", value: about.name, refusal: refusals.name, autocomplete: "name" })}
${field({ name: "zone", label: "Your time zone", value: about.zone, refusal: refusals.zone, options: Intl.supportedValuesOf("timeZone") })}
${select({ name: "country", label: "Where you live, for the public holidays", value: about.country, refusal: refusals.country, options: [["", "Choose a country"], ...countries()] })}
${field({ name: "digestAt", label: "When should the daily mail come that asks you?", value: about.digestAt, refusal: refusals.digestAt, type: "time" })}
<button class="first" name="act" value="meet">Find my mail servers</button>
<p class="soft note">Your password is asked for on the next page, when you have seen where it goes.</p>
</form>`,
  ]);

const serversPage = (step: Extract<Step, { at: "servers" }>): Page => {
  const { about, servers, found, provider, refusals, trouble } = step;
  const isOpen = found === null || refusals.imap || refusals.smtp || refusals.login;
  return page("Your password", [
    html`<h1>${found ? "May your password go there?" : "Which servers are yours?"}</h1>
<p class="soft">Step 2 of 3, for ${about.address}.</p>`,
    trouble ? html`<p class="card trouble" role="alert">${trouble}</p>` : html``,
    found
      ? html`<section class="card" aria-label="The servers">
<p>Found ${source(found, about.address)}:</p>
<dl class="facts last"><dt>Reading</dt><dd class="address">${servers.imap}</dd>
<dt>Sending</dt><dd class="address">${servers.smtp}</dd>
<dt>Login</dt><dd class="address">${servers.login}</dd></dl>
</section>`
      : html`<section class="card"><p>None were found for this address; your provider's help pages name them.</p>
${step.unfound.map((reason) => html`<p class="soft">${reason}</p>`)}</section>`,
    provider
      ? html`<section class="card" aria-label="${provider.name}"><h2 class="small">${provider.name}</h2><p>${provider.help}</p>
<p class="last"><a href="${provider.page}" target="_blank" rel="noreferrer">What ${provider.name} says about it</a></p></section>`
      : html``,
    html`<form method="post" class="card">
${field({ name: "password", label: provider?.password === "app" ? "The app password" : "The password", value: "", type: "password", autocomplete: "off" })}
${select({ name: "history", label: "How much of your past mail should be read?", value: String(servers.historyDays), options: depths })}
<details${isOpen ? html` open` : ""}><summary>${found ? "These are not my servers" : "The servers"}</summary>
${field({ name: "imap", label: "IMAP server, for reading", value: servers.imap, refusal: refusals.imap, placeholder: "imaps://imap.example.org" })}
${field({ name: "smtp", label: "SMTP server, for sending", value: servers.smtp, refusal: refusals.smtp, placeholder: "smtps://smtp.example.org" })}
${field({ name: "login", label: "Login name", value: servers.login, refusal: refusals.login })}
</details>
<button class="first" name="act" value="try">Try both servers</button>
<p class="soft note">It goes to these two servers and nowhere else, and is kept sealed on this machine. Trying takes up to half a minute and sends no mail.</p>
</form>
${backForm}`,
  ]);
};

const sentPage = ({ about, folders, folder }: Extract<Step, { at: "sent" }>): Page =>
  page("The folder of sent mail", [
    html`<h1>Both servers let us in</h1>
<p class="soft">Step 3 of 3, for ${about.address}.</p>`,
    html`<form method="post" class="card">
${select({ name: "folder", label: "Which folder holds the mail that you sent?", value: folder, options: folders.map((path) => [path, path]) })}
<p class="soft">What you write by hand counts as well: Afterword never writes to somebody whom you have just answered.</p>
<button class="first" name="act" value="save">Connect ${about.address}</button>
</form>
${backForm}`,
  ]);

const connectedPage = ({
  address,
  reading,
  candidacies,
  digestAt,
}: Extract<Step, { at: "connected" }>): Page =>
  page("Connected", [
    html`<h1>${address} is connected</h1>
<section class="card">
<p class="status" role="status">${
      reading
        ? "Your past mail is being read. This page looks again by itself; you may also close it."
        : `Your past mail is read: ${found(candidacies)}.`
    }</p>
${digestAt === null ? "" : html`<p>The next digest comes ${spokenDate(digestAt.toPlainDate(), digestAt.toPlainDate())} at ${digestAt.toPlainTime().toString({ smallestUnit: "minute" })}, if there is news by then. Answer it like any mail: "1 ok" sends the first draft, "1 skip" leaves it out.</p>`}
<p class="last">Leave Afterword running. <code>${programCall} status</code> in a terminal tells how things stand, <code>${programCall} connect</code> adds another mailbox.</p>
</section>`,
  ]);

const found = (candidacies: number): string =>
  candidacies === 0
    ? "no candidacy was found, and the next invitation opens one"
    : candidacies === 1
      ? "one candidacy was found"
      : `${candidacies} candidacies were found`;

const backForm: Page = html`<form method="post"><button name="act" value="back">Back</button></form>`;

/** In days; the first is what most people want. */
const depths: readonly (readonly [string, string])[] = [
  ["90", "The last 90 days"],
  ["30", "The last 30 days"],
  ["180", "The last half year"],
  ["0", "Nothing: begin with the next mail"],
];

/** ISO 3166 codes with their English names, by name. */
function countries(): readonly (readonly [string, string])[] {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return letters
    .flatMap((first) => letters.map((second) => `${first}${second}`))
    .filter((code) => countryNamed(code) === code)
    .map((code) => [code, names.of(code) ?? code] as const)
    .toSorted(([, a], [, b]) => a.localeCompare(b, "en"));
}
