import type { ServerAddress } from "../../ports.ts";

/** The four ways in that SAFETY R52 allows. TLS from the first byte is the first choice (RFC 8314 section 3). */
export const imaps = (host: string): ServerAddress => ({ host, port: 993, security: "tls" });
export const smtps = (host: string): ServerAddress => ({ host, port: 465, security: "tls" });
export const submission = (host: string): ServerAddress => ({ host, port: 587, security: "starttls" });

/** What is said where the mailbox's own password is the one to use. */
export const ownPassword = "Use the password of your mailbox.";
