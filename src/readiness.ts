/** Whether the gateway can do its work now: its database takes writes, its tables are up to date. */
import { withinLimit } from './jobs/within-limit';
import type { Database } from './persistence/database';
import type { Readiness } from './rest/health';
import type { Clock } from './services/ports';

/** Whoever asks, a load balancer, gives up soon; a database that is silent for so long is away. */
const PATIENCE_MS = 2000;
/** Proving it writes, and anybody may ask: one proof serves all who ask in this time. */
const PROOF_LIFE_MS = 1000;

const AWAY: Readiness = { ready: false, checks: { database: 'down' } };

/** Answers how it is, in time. Never throws: what cannot be reached is not ready. */
export function readinessOf(database: Database, clock: Clock): () => Promise<Readiness> {
  const prove = proofOf(database);
  return () => withinLimit(look(prove, database, clock), PATIENCE_MS, AWAY);
}

/** Answers when it is proved that the database takes writes; one proof at a time. */
function proofOf(database: Database): () => Promise<void> {
  let proving: Promise<void> | undefined;
  let provedAt = -Infinity;
  return async () => {
    if (performance.now() - provedAt < PROOF_LIFE_MS) return;
    proving ??= database.ping().finally(() => (proving = undefined));
    await proving;
    provedAt = performance.now();
  };
}

async function look(prove: () => Promise<void>, database: Database, clock: Clock): Promise<Readiness> {
  try {
    await prove();
    const pending = await database.pendingMigrations();
    const migrations = pending.length === 0 ? 'up to date' : `pending: ${pending.join(', ')}`;
    return {
      ready: pending.length === 0,
      checks: { database: 'up', migrations, ...(await agesOf(database, clock)) },
    };
  } catch {
    return AWAY;
  }
}

/** How long what waits has waited; 0 when nothing does. */
interface Ages {
  /** Of the oldest confirmed refund that waits to be sent or asked after. */
  readonly outboxAgeMs: number;
  /** Of the oldest event of a provider that is not written down. */
  readonly inboxAgeMs: number;
}

export function agesOf({ reader }: Database, clock: Clock): Promise<Ages> {
  const age = (since: number | undefined): number => (since === undefined ? 0 : Math.max(0, clock.now() - since));
  return reader.read(async ({ outbox, inbox }) => ({
    outboxAgeMs: age(await outbox.oldestDue()),
    inboxAgeMs: age(await inbox.oldestReceived()),
  }));
}
