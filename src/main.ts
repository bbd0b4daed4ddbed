/** Starts the gateway: config, database, jobs, the port. Nothing else starts anything. */
import 'reflect-metadata';
import { createGateway, ListenProblem, systemClock } from './app';
import { ConfigProblem, processConfig } from './config';
import { createLog } from './log';
import { DatabaseProblem } from './persistence/database-problem';
import { openStorage } from './storage';

async function main(): Promise<void> {
  const config = processConfig();
  const log = createLog(config.logLevel, config.logFormat);
  const storage = await openStorage(config, systemClock);
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

main().catch((error: unknown) => {
  const known = error instanceof ConfigProblem || error instanceof DatabaseProblem || error instanceof ListenProblem;
  process.stderr.write(known ? `refund-gateway: ${error.message}\n` : `refund-gateway: ${String(error)}\n`);
  process.exit(known ? 2 : 1);
});
