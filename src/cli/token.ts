import { type JsonOption, print, printJson } from "./print.ts";
import { theRunning } from "./running.ts";

/** `afterword token`: of the program that runs now; every start makes a new one. */
export async function token(options: JsonOption): Promise<void> {
  const { url, token } = await theRunning();
  if (options.json) printJson({ url, token });
  else print(token);
}
