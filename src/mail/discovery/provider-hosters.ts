import type { Provider } from "./provider.ts";
import { imaps, ownPassword, smtps } from "./provider-servers.ts";

const twoFactor = (where: string): string =>
  `Use the password of your mailbox; with two-factor authentication it must be an app password, which ${where} makes.`;

/** Providers that people and small companies choose, also for domains of their own. */
export const hosters: readonly Provider[] = [
  {
    name: "Fastmail",
    domains: ["fastmail.com", "fastmail.fm", "sent.com", "fastmail.co.uk", "fastmail.de", "fastmail.net"],
    mx: ["messagingengine.com"],
    imap: imaps("imap.fastmail.com"),
    smtp: smtps("smtp.fastmail.com"),
    password: "app",
    help: "Fastmail wants an app password: make one under Settings, Privacy & Security, Manage app passwords, with access to Mail (IMAP, SMTP). The Basic plan has no app passwords.",
    page: "https://www.fastmail.help/hc/en-us/articles/360058752854-App-passwords",
  },
  {
    name: "mailbox.org",
    domains: ["mailbox.org"],
    mx: ["mailbox.org"],
    imap: imaps("imap.mailbox.org"),
    smtp: smtps("smtp.mailbox.org"),
    password: "own",
    help: twoFactor("All settings, Security, Mail app passwords"),
    page: "https://kb.mailbox.org/en/private/e-mail/e-mail-configuration",
  },
  {
    name: "Posteo",
    domains: ["posteo.de", "posteo.net", "posteo.eu", "posteo.org", "posteo.at", "posteo.ch", "posteo.me"],
    mx: [],
    imap: imaps("posteo.de"),
    smtp: smtps("posteo.de"),
    password: "own",
    help: "Use the password of your mailbox. Posteo's additional email account protection keeps every mail program out: turn it off under Settings, My account.",
    page: "https://posteo.de/en/help/activating-additional-email-account-protection",
  },
  {
    name: "Zoho Mail",
    domains: ["zoho.com", "zohomail.com"],
    mx: [],
    imap: imaps("imap.zoho.com"),
    smtp: smtps("smtp.zoho.com"),
    password: "own",
    help: `Turn on IMAP access in Zoho Mail under Settings, Mail Accounts. ${twoFactor("the security page of your Zoho account")}`,
    page: "https://www.zoho.com/mail/help/imap-access.html",
  },
  ...["com", "eu"].map(
    (region): Provider => ({
      name: `Zoho Mail for companies (${region})`,
      domains: [],
      mx: [`zoho.${region}`],
      imap: imaps(`imappro.zoho.${region}`),
      smtp: smtps(`smtppro.zoho.${region}`),
      password: "own",
      help: `Turn on IMAP access in Zoho Mail under Settings, Mail Accounts; your administrator must allow it. ${twoFactor("the security page of your Zoho account")}`,
      page: "https://www.zoho.com/mail/help/imap-access.html",
    }),
  ),
  ...["de", "com", "co.uk", "fr", "es"].map(
    (region): Provider => ({
      name: `IONOS (${region})`,
      domains: [],
      mx: [`ionos.${region}`],
      imap: imaps(`imap.ionos.${region}`),
      smtp: smtps(`smtp.ionos.${region}`),
      password: "own",
      help: `${ownPassword} It is that of the mailbox, not of the customer account.`,
      page: "https://www.ionos.com/help/email/general-topics/settings-for-your-email-programs-imap-pop3/",
    }),
  ),
  {
    name: "Infomaniak",
    domains: ["ik.me", "ikmail.com", "etik.com"],
    mx: ["infomaniak.ch"],
    imap: imaps("mail.infomaniak.com"),
    smtp: smtps("mail.infomaniak.com"),
    password: "own",
    help: twoFactor("Infomaniak's Manager"),
    page: "https://www.infomaniak.com/en/support/faq/2427",
  },
  {
    name: "Migadu",
    domains: [],
    mx: ["migadu.com"],
    imap: imaps("imap.migadu.com"),
    smtp: smtps("smtp.migadu.com"),
    password: "own",
    help: ownPassword,
    page: "https://migadu.com/guides/thunderbird/",
  },
  {
    name: "Gandi",
    domains: [],
    mx: ["mail.gandi.net"],
    imap: imaps("mail.gandi.net"),
    smtp: smtps("mail.gandi.net"),
    password: "own",
    help: ownPassword,
    page: "https://docs.gandi.net/en/gandimail/standard_email_settings/",
  },
];
