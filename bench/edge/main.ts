/** Starts one of the two edges, `ours` or `node-soap`, until it is told to end. */
import type { AddressInfo } from 'node:net';
import { nodeSoapEdge, ourEdge } from './edge-server';

async function main(): Promise<void> {
  const server = await (process.argv[2] === 'ours' ? ourEdge() : nodeSoapEdge());
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
  });
  process.on('SIGTERM', () => process.exit(0));
}

main().catch((error: unknown) => {
  process.stderr.write(`edge: ${String(error)}\n`);
  process.exit(1);
});
