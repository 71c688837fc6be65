import type { Provider } from "./provider.ts";
import { imaps, ownPassword, smtps } from "./provider-servers.ts";

const switchedOn = (where: string): string =>
  `Allow access by mail programs first: ${where}. ${ownPassword} With two-factor authentication it must be an application-specific one.`;

/** Providers that belong to one country, or to an internet access. */
export const national: readonly Provider[] = [
  {
    name: "GMX",
    domains: ["gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.eu", "gmx.org", "gmx.info"],
    mx: [],
    imap: imaps("imap.gmx.net"),
    smtp: smtps("mail.gmx.net"),
    password: "own",
    help: switchedOn("in GMX under E-Mail, Einstellungen, POP3/IMAP Abruf"),
    page: "https://hilfe.gmx.net/pop-imap/einschalten.html",
  },
  {
    name: "GMX (international)",
    domains: ["gmx.com", "gmx.co.uk", "gmx.us", "gmx.fr", "gmx.es"],
    mx: [],
    imap: imaps("imap.gmx.com"),
    smtp: smtps("mail.gmx.com"),
    password: "own",
    help: switchedOn("in GMX under Email, Settings, POP3 & IMAP"),
    page: "https://support.gmx.com/pop-imap/toggle.html",
  },
  {
    name: "WEB.DE",
    domains: ["web.de"],
    mx: [],
    imap: imaps("imap.web.de"),
    smtp: smtps("smtp.web.de"),
    password: "own",
    help: switchedOn("in WEB.DE under E-Mail, Einstellungen, POP3/IMAP Abruf"),
    page: "https://hilfe.web.de/pop-imap/einschalten.html",
  },
  {
    name: "T-Online",
    domains: ["t-online.de", "magenta.de"],
    mx: [],
    imap: imaps("secureimap.t-online.de"),
    smtp: smtps("securesmtp.t-online.de"),
    password: "app",
    help: "Telekom has a password for mail programs of its own: set it in the E-Mail Center under Einstellungen, Passwort für E-Mail-Programme, and use it instead of the one of your Telekom login.",
    page: "https://www.telekom.de/hilfe/apps-dienste/e-mail/e-mail-programme",
  },
  {
    name: "Orange",
    domains: ["orange.fr", "wanadoo.fr"],
    mx: [],
    imap: imaps("imap.orange.fr"),
    smtp: smtps("smtp.orange.fr"),
    password: "own",
    help: `${ownPassword} If it is refused, look at Orange's webmail whether access by other mail programs is allowed.`,
    page: "https://assistance.orange.fr/ordinateurs-peripheriques/installer-et-utiliser/l-utilisation-du-mail-et-du-cloud/mail-orange",
  },
  {
    name: "Free",
    domains: ["free.fr"],
    mx: [],
    imap: imaps("imap.free.fr"),
    smtp: smtps("smtp.free.fr"),
    password: "own",
    help: ownPassword,
    page: "https://assistance.free.fr/articles/",
  },
];
