/** Starts the floor as the gateway is started: on the database of DATABASE_URL, until it is told to end. */
import { processConfig } from '../../src/config';
import { FloorServer } from './floor-server';

async function main(): Promise<void> {
  const floor = await FloorServer.open(processConfig().databaseUrl.replace(/^sqlite:/, ''));
  process.stdout.write(`listening on ${await floor.listen()}\n`);
  process.on('SIGTERM', () => void floor.close().then(() => process.exit(0)));
}

main().catch((error: unknown) => {
  process.stderr.write(`floor: ${String(error)}\n`);
  process.exit(1);
});
