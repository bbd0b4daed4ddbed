/** Starts the `soap` package's own server as the gateway is started: on the database of DATABASE_URL, until it is told to end. */
import 'reflect-metadata';
import { NodeSoapServer } from './node-soap-server';

async function main(): Promise<void> {
  const server = await NodeSoapServer.open();
  process.stdout.write(`listening on ${await server.listen()}\n`);
  process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
}

main().catch((error: unknown) => {
  process.stderr.write(`node-soap: ${String(error)}\n`);
  process.exit(1);
});
