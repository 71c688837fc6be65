import { type Configuration, initiateDeviceAuthorization, pollDeviceAuthorizationGrant } from "openid-client";
import { ok, type Result, refuse } from "../../domain/result.ts";
import type { DeviceSignIn, Tokens } from "../../ports.ts";
import { failedSignIn, tokensIn } from "./answers.ts";
import type { SignInTools } from "./browser.ts";
import type { Service } from "./services.ts";

/** Begins a device authorisation grant (RFC 8628): the person types the code on any device, while the provider is asked again and again whether they have. */
export async function signInOnDevice({
  config,
  service,
  secret,
  now,
}: SignInTools & { readonly config: Configuration; readonly service: Service }): Promise<
  Result<DeviceSignIn, string>
> {
  const { name, noDevice, scope } = service;
  if (noDevice !== null) return refuse(noDevice);
  try {
    const begun = await initiateDeviceAuthorization(config, { scope });
    const done = pollDeviceAuthorizationGrant(config, begun).then(
      (answer): Result<Tokens, string> => tokensIn(answer, name, null, now(), secret),
      (thrown) => refuse(failedSignIn(thrown, name)),
    );
    return ok({ url: begun.verification_uri, code: begun.user_code, done });
  } catch (thrown) {
    return refuse(failedSignIn(thrown, name));
  }
}
