import { randomUUID } from "node:crypto";
import {
  type MutableRedirectUri,
  type MutableResponse,
  type MutableToken,
  OAuth2Server,
} from "oauth2-mock-server";

type Request = { readonly body: Readonly<Record<string, string>> };

/**
 * An authorisation server on loopback that is as strict as it may be: a refresh token is good once, and only the newest access token lets anyone in.
 * It stands in for Google and Microsoft, with the endpoints that src/mail/sign-in/services.ts gives a stand-in.
 */
export async function startSignInServer() {
  const server = new OAuth2Server(undefined, undefined, { endpoints: { token: "/token/usual" } });
  await server.issuer.keys.generate("ES256");
  const { service } = server;
  const asked: Record<string, string>[] = [];
  const issued: string[] = [];
  let access = "";
  let refresh = "";
  let expiresIn = 3_600;
  let rotates = true;
  let refusal: { readonly status: number; readonly body: object } | null = null;
  let gate: Promise<unknown> = Promise.resolve();
  let changeRedirect: (url: URL) => void = () => undefined;
  let further: object = {};
  /** Until the person has typed the code on the other device. */
  let isTyped = false;

  // Two tokens of one second would be equal otherwise.
  service.on("beforeTokenSigning", (token: MutableToken) =>
    Object.assign(token.payload, { jti: randomUUID() }),
  );
  service.on("beforeAuthorizeRedirect", ({ url }: MutableRedirectUri) => changeRedirect(url));
  service.on("beforeResponse", (response: MutableResponse, { body }: Request) => {
    if (body.grant_type === "refresh_token" && body.refresh_token !== refresh) {
      Object.assign(response, { statusCode: 400, body: { error: "invalid_grant" } });
      return;
    }
    const given = response.body as Record<string, unknown>;
    access = String(given.access_token);
    const isFirst = body.grant_type !== "refresh_token";
    if (isFirst || rotates) refresh = String(given.refresh_token);
    issued.push(access, refresh);
    response.body = {
      access_token: access,
      token_type: "Bearer",
      expires_in: expiresIn,
      ...((isFirst || rotates) && { refresh_token: refresh }),
      ...further,
    };
  });
  service.addRoute("POST", "/token", async (request, response) => {
    const body = (request as unknown as Request).body;
    asked.push(body);
    await gate;
    const send = (status: number, answer: unknown) => {
      response.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" });
      response.end(JSON.stringify(answer));
    };
    if (refusal !== null) return send(refusal.status, refusal.body);
    const isDevice = body.grant_type === "urn:ietf:params:oauth:grant-type:device_code";
    if (isDevice && !isTyped) return send(400, { error: "authorization_pending" });
    const usual = await fetch(`${issuer}/token/usual`, {
      method: "POST",
      body: new URLSearchParams(isDevice ? { grant_type: "password", username: "sam" } : body),
    });
    send(usual.status, await usual.json());
  });
  service.addRoute("POST", "/devicecode", (_request, response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(
      JSON.stringify({
        device_code: randomUUID(),
        user_code: "ELM-OAK",
        verification_uri: `${issuer}/device`,
        expires_in: 60,
        interval: 0.2,
      }),
    );
  });
  await server.start(0, "127.0.0.1");
  const issuer = `http://127.0.0.1:${server.address().port}`;
  server.issuer.url = issuer;

  return {
    issuer,
    /** What was put to the token endpoint, in order. */
    asked,
    /** Every token that was given out. */
    issued,
    renewals: () => asked.filter(({ grant_type }) => grant_type === "refresh_token").length,
    takes: (token: string | undefined): boolean => token !== "" && token === access,
    tokens: () => ({ access, refresh }),
    /** The tokens of somebody who signed in earlier. */
    signedIn: () => {
      access = randomUUID();
      refresh = randomUUID();
      return { access, refresh };
    },
    /** Every token is taken back, as by a change of the password. */
    takeBack: (what: "access" | "everything") => {
      access = randomUUID();
      if (what === "everything") refresh = randomUUID();
    },
    expireIn: (seconds: number) => {
      expiresIn = seconds;
    },
    /** Whether each renewal brings a new refresh token. */
    rotating: (does: boolean) => {
      rotates = does;
    },
    refuse: (status: number, body: object) => {
      refusal = { status, body };
    },
    takeAgain: () => {
      refusal = null;
    },
    /** Answers of the token endpoint wait for that. */
    waitFor: (until: Promise<unknown>) => {
      gate = until;
    },
    /** Changes the address to which the browser is sent back. */
    sendBackTo: (change: (url: URL) => void) => {
      changeRedirect = change;
    },
    /** Goes into every answer with tokens. */
    tells: (words: object) => {
      further = words;
    },
    typeCode: () => {
      isTyped = true;
    },
    stop: () => server.stop(),
  };
}

export type SignInServer = Awaited<ReturnType<typeof startSignInServer>>;
