import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type TransactionSettings,
} from "kysely";
import pg from "pg";
import type { Db } from "./database.ts";

/** Sends the beginning of a transaction together with its first statement: one journey to the server less. */
export class PipelinedDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver(): Driver {
    return new PipelinedDriver(this.#config);
  }
}

class PipelinedDriver extends PostgresDriver {
  readonly #begun = new WeakMap<DatabaseConnection, Promise<void>>();

  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    const begun = super.beginTransaction(connection, settings);
    // Heard at the end at the latest: what cannot begin has lost its connection, and so has every statement after it.
    begun.catch(() => undefined);
    this.#begun.set(connection, begun);
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#begun.get(connection);
    await super.commitTransaction(connection);
  }
}

/** The statements that are prepared: as many as the program has, many times over, and no more where their texts go on changing. */
const mostPrepared = 1_000;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostPrepared) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

/** A connection that has the server parse and plan each statement once. */
export class PreparingClient extends pg.Client {
  override query = ((...given: unknown[]) => {
    const [text, values] = given;
    const name =
      typeof text === "string" && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    return Reflect.apply(
      pg.Client.prototype.query,
      this,
      name === undefined ? given : [{ name, text, values }, ...given.slice(2)],
    );
  }) as pg.Client["query"];
}

/**
 * Asks for several things at once, in the caller's transaction: they travel together.
 * @param queries none may need what another one answers
 */
export function together<const Queries extends readonly Query[]>(
  db: Db,
  queries: Queries,
): Promise<{ -readonly [K in keyof Queries]: Rows<Queries[K]> }> {
  return db.getExecutor().provideConnection(async (connection) => {
    const asked = queries.map(async (query) => (await connection.executeQuery(query.compile())).rows);
    // All are heard before one that failed is told: the connection is free again only then.
    await Promise.allSettled(asked);
    return Promise.all(asked) as Promise<{ -readonly [K in keyof Queries]: Rows<Queries[K]> }>;
  });
}

type Query = { compile(): CompiledQuery; execute(): Promise<unknown> };
type Rows<Q extends Query> = Awaited<ReturnType<Q["execute"]>>;
