import type { Links } from "../ports/links.ts";
import type { Store } from "../ports/store.ts";
import type {
  Clock,
  Courier,
  Drafter,
  DraftPrompts,
  Holidays,
  Ids,
  Mailboxes,
  Mime,
  Queue,
  SecondReader,
  Writer,
} from "../ports.ts";

/** Everything a flow may ask for; each takes a Pick of it. Built once in compose.ts. */
export type App = {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly holidays: Holidays;
  readonly store: Store;
  readonly queue: Queue;
  readonly mailboxes: Mailboxes;
  readonly courier: Courier;
  readonly mime: Mime;
  readonly writer: Writer;
  /** Null where no model is configured: then the rules alone read. */
  readonly secondReader: SecondReader | null;
  /** Null where no model is configured: then the templates alone write. */
  readonly drafter: Drafter | null;
  readonly prompts: DraftPrompts;
  /** Null where nobody else can reach the program: then no mail of ours holds a link. */
  readonly links: Links | null;
};
