import {
  Kysely,
  type KyselyPlugin,
  OperationNodeTransformer,
  type PrimitiveValueListNode,
  type RawBuilder,
  type SqlBool,
  sql,
  type Transaction,
  type ValueNode,
} from "kysely";
import pg from "pg";
import { Temporal } from "temporal-polyfill";
import { limits } from "./limits.ts";
import { PipelinedDialect, PreparingClient } from "./pipeline.ts";
import type { Schema } from "./schema.ts";

export type Db = Kysely<Schema> | Transaction<Schema>;

/**
 * Opens a pool whose rows come out as Temporal values: timestamptz as Instant, date as PlainDate, bigint as number (ids and offsets stay below 2^53).
 * Its connections keep to `limits` where `config` has no others.
 */
export function openKysely(config: pg.PoolConfig, onError: (error: Error) => void): Kysely<Schema> {
  const pool = new pg.Pool({
    ...limits,
    ...config,
    Client: PreparingClient,
    pipeline: true,
    types: { getTypeParser: parserOf },
  });
  // Without a listener a lost connection ends the process: an idle one, which the pool hears, and one that is lost between two statements of a
  // transaction, which nobody else hears.
  pool.on("error", onError);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return new Kysely<Schema>({ dialect: new PipelinedDialect({ pool }), plugins: [new TemporalAsText()] });
}

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.TIMESTAMPTZ]: instantOf,
  [pg.types.builtins.DATE]: (text) => Temporal.PlainDate.from(text),
  [pg.types.builtins.INT8]: Number,
};

/** PostgreSQL's own form in a whole number of milliseconds is read by the engine's parser, many times faster; finer ones lose nothing either. */
function instantOf(text: string): Temporal.Instant {
  const iso = text.replace(" ", "T");
  const whole = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?[+-]\d\d$/.test(iso);
  return whole ? Temporal.Instant.fromEpochMilliseconds(Date.parse(`${iso}:00`)) : Temporal.Instant.from(iso);
}

const parserOf: pg.CustomTypesConfig["getTypeParser"] = (oid: number, format?: "text" | "binary") =>
  parsers[oid] ?? pg.types.getTypeParser(oid, format ?? "text");

/** node-postgres would write a Temporal value as JSON, in quotes; PostgreSQL reads its ISO text. */
class TemporalAsText extends OperationNodeTransformer implements KyselyPlugin {
  readonly transformQuery: KyselyPlugin["transformQuery"] = ({ node, queryId }) =>
    this.transformNode(node, queryId);
  readonly transformResult: KyselyPlugin["transformResult"] = async ({ result }) => result;

  protected override transformValue(node: ValueNode): ValueNode {
    return { ...node, value: asText(node.value) };
  }
  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    return { ...node, values: node.values.map(asText) };
  }
}

function asText(value: unknown): unknown {
  if (value instanceof Temporal.Instant) return isoOf(value);
  return value instanceof Temporal.PlainDate ? value.toString() : value;
}

/** Gives an instant as PostgreSQL reads it. The engine's own writer is many times faster than Temporal's, and knows milliseconds. */
export const isoOf = (at: Temporal.Instant): string =>
  at.epochNanoseconds % 1_000_000n === 0n ? new Date(at.epochMilliseconds).toISOString() : at.toString();

/** True for rows whose column is one of those ids: one parameter, however many they are. */
export const among = (column: string, ids: readonly string[]): RawBuilder<SqlBool> =>
  sql`${sql.ref(column)} = any(${[...ids]}::uuid[])`;
