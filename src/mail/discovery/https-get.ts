import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { get } from "node:https";
import { ok, type Result, refuse } from "../../domain/result.ts";
import { checkedAddress, type Outside } from "./outside.ts";

export type FetchLimits = {
  /** For everything from the connecting to the last byte, in milliseconds. */
  readonly timeout: number;
  /** In bytes. */
  readonly longest: number;
  readonly port: number;
  /** A certificate authority to trust besides the system's, for servers of one's own. */
  readonly ca?: string | undefined;
};

/** A description of two servers has a few kilobytes. */
export const fetchLimits: FetchLimits = { timeout: 5_000, longest: 64 * 1024, port: 443 };

/**
 * Fetches one text over https (SAFETY R52): the certificate must name the host, its address is checked and then connected to, redirects are not
 * followed, nothing is sent but the path, and a long or slow answer is cut off. Refuses with a sentence.
 */
export async function httpsGet(
  host: string,
  path: string,
  outside: Outside,
  limits: FetchLimits,
): Promise<Result<string, string>> {
  const address = await checkedAddress(host, outside);
  if (!address.ok) return address;
  const signal = AbortSignal.timeout(limits.timeout);
  try {
    const request = get({
      host: address.value,
      port: limits.port,
      path,
      servername: host,
      headers: { host, accept: "application/xml, text/xml" },
      agent: false,
      minVersion: "TLSv1.2",
      signal,
      ...(limits.ca !== undefined && { ca: limits.ca }),
    });
    const [response] = (await once(request, "response")) as [IncomingMessage];
    // A body that is not wanted ends with its connection; what that does to the request is no news.
    request.on("error", () => undefined);
    const text = response.statusCode === 200 ? await textOf(response, limits.longest) : null;
    request.destroy();
    if (text !== null) return ok(text);
    return refuse(`https://${host}${path} ${whyNot(response.statusCode ?? 0)}.`);
  } catch (error) {
    const why = signal.aborted ? "it took too long" : error instanceof Error ? error.message : String(error);
    return refuse(`https://${host}${path} could not be read (${why}).`);
  }
}

function whyNot(status: number): string {
  if (status === 200) return "is longer than such a description ever is";
  if (status >= 300 && status < 400) return "points elsewhere, which is not followed";
  return `answers with ${status}`;
}

/** Null as soon as there is more than `longest`. */
async function textOf(response: IncomingMessage, longest: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longest) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
