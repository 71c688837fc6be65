import { withProgram } from "./open.ts";
import { count, type JsonOption, print, printJson } from "./print.ts";
import { findRunning } from "./running.ts";

/** `afterword rotate-key`. @throws SetupError when a password cannot be opened; both keys then stay. */
export const rotateKey = (options: JsonOption): Promise<void> =>
  withProgram(async ({ rotateKey, config }) => {
    const sealedAnew = await rotateKey();
    const isRunning = (await findRunning(config.dataFolder)) !== null;
    if (options.json)
      return printJson({ sealed_anew: sealedAnew, from: config.key ? "AFTERWORD_KEY" : "file" });
    print(`${count(sealedAnew, "password")} sealed anew; nothing is sealed with another key any more.`);
    print(
      config.key
        ? "AFTERWORD_OLD_KEY is not needed any more: take it out, and a key file of the data folder too."
        : "The key file holds the new key. A copy of the database from before needs the old one.",
    );
    if (config.publicUrl === null) return;
    print(
      isRunning
        ? "Links in mails are signed with the new key, and older ones end, once Afterword is started anew."
        : "Links in older mails have ended with the old key.",
    );
  });
