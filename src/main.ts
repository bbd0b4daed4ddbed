/** Starts the gateway: config, database, jobs, the port. Nothing else starts anything. */
import 'reflect-metadata';
import { createGateway, ListenProblem, systemClock } from './app';
import { ConfigProblem, processConfig } from './config';
import { createLog } from './log';
import { Refusal } from './domain/refusal';
import { DatabaseProblem } from './persistence/database-problem';
import { openStorage } from './storage';

async function main(): Promise<void> {
  const config = processConfig();
  const log = createLog(config.logLevel, config.logFormat);
  const storage = await openStorage(config, systemClock, (news) => {
    if (news.kind === 'away') log.error({ err: news.cause }, 'the database is in trouble; what needs it is refused');
    else log.info({ seconds: news.seconds, refused: news.refused }, 'the database works again');
  });
  const gateway = await createGateway({ config, ...storage, clock: systemClock, log });
  const address = await gateway.start();
  process.stdout.write(`listening on ${address}\n`);

  let ending = false;
  const end = (signal: NodeJS.Signals): void => {
    if (ending) return;
    ending = true;
    log.info({ signal }, 'ending');
    gateway.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'did not end cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

const KNOWN = [ConfigProblem, DatabaseProblem, ListenProblem, Refusal];

main().catch((error: unknown) => {
  const known = KNOWN.some((kind) => error instanceof kind);
  const text = error instanceof Error && !known ? (error.stack ?? error.message) : String((error as Error).message);
  process.stderr.write(`refund-gateway: ${text}\n`);
  // As the command line: 2 for what the person who starts us said wrong, 1 for what went wrong.
  process.exit(error instanceof ConfigProblem ? 2 : 1);
});
