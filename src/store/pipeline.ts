import {
  type DatabaseConnection,
  type Driver,
  DummyDriver,
  type Kysely,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  Transaction,
  type TransactionSettings,
} from "kysely";
import pg from "pg";
import type { Db } from "./database.ts";
import type { Schema } from "./schema.ts";

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

/** A connection that has the server parse and plan each statement once, and that writes statements of one moment at once. */
export class PreparingClient extends pg.Client {
  declare readonly connection: pg.Connection;

  override query = ((...given: unknown[]) => {
    this.#leaveTogether();
    const [text, values] = given;
    const name =
      typeof text === "string" && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    return Reflect.apply(
      pg.Client.prototype.query,
      this,
      name === undefined ? given : [{ name, text, values }, ...given.slice(2)],
    );
  }) as pg.Client["query"];

  /** Each write to a socket costs about as much as the rest of a statement; those of one moment become one. */
  #leaveTogether(): void {
    const { stream } = this.connection;
    if (stream.writableCorked > 0) return;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
}

/**
 * One transaction. Statements that are asked for before an earlier one is answered travel together; none of them may need what another answers,
 * nor come in a certain order. Once `work` has ended or failed nothing more is asked: what still went on beside a failure would follow the rollback,
 * and stand.
 */
export const inTransaction = <T>(db: Kysely<Schema>, work: (db: Db) => Promise<T>): Promise<T> =>
  db.transaction().execute((begun) =>
    begun.getExecutor().provideConnection(async (connection) => {
      let isOver = false;
      // Kysely's own provider lets one statement wait for the one before.
      const executor = begun.getExecutor().withConnectionProvider({
        provideConnection: async (ask) => {
          if (isOver) throw new Error("the transaction is over");
          return ask(connection);
        },
      });
      try {
        return await work(new Transaction<Schema>({ ...unasked, executor }));
      } finally {
        isOver = true;
      }
    }),
  );

/** What Kysely wants of whoever makes a transaction; all questions go to the executor. */
const dialect = new PostgresDialect({
  pool: () => Promise.reject(new Error("a transaction has its connection")),
});
const unasked = { config: { dialect }, dialect, driver: new DummyDriver() };
