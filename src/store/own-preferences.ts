import { z } from "zod";
import type { OwnPreferences } from "../domain/preferences.ts";
import { soundPreferences } from "../domain/settings.ts";

/** Gives what was changed, as a column of preferences has it; what is not sound there is as if it had never been set. Never throws. */
export const ownPreferencesOf = (column: unknown): OwnPreferences => soundPreferences(record.parse(column));

const record = z.record(z.string(), z.unknown()).catch({});
