/** `npm run demo`: a gateway over a temporary database with the sample shop, and a walk through it. */
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createGateway, ListenProblem, systemClock, type Gateway, type GatewayParts } from './app';
import { ConfigProblem, processConfig, type Config } from './config';
import { fillSampleShop } from './demo/sample-shop';
import { Show } from './demo/show';
import { StepFailed } from './demo/tour';
import { walkThrough } from './demo/walk-through';
import { createLog } from './log';
import { openStorage } from './storage';

const DEFAULT_PORT = 3000;

/** The person's own configuration, but for what would touch data that is not the demo's. */
function demoConfig(folder: string): Config {
  const config = processConfig();
  return {
    ...config,
    databaseUrl: `sqlite:${path.join(folder, 'demo.sqlite')}`,
    roles: new Set(['api', 'worker']),
    // Lines of a log between the steps would drown them; whoever wants a log asks for another level.
    logLevel: config.logLevel === 'info' ? 'silent' : config.logLevel,
  };
}

/** Begins to serve; where the usual port is taken, on any free one. */
async function serve(parts: GatewayParts): Promise<{ gateway: Gateway; address: string }> {
  const gateway = await createGateway(parts);
  try {
    return { gateway, address: await gateway.start() };
  } catch (error) {
    if (!(error instanceof ListenProblem) || parts.config.port !== DEFAULT_PORT) throw error;
    const elsewhere = await createGateway({ ...parts, config: { ...parts.config, port: 0 } });
    return { gateway: elsewhere, address: await elsewhere.start() };
  }
}

function wantsOnce(): boolean {
  return parseArgs({ options: { once: { type: 'boolean', default: false } } }).values.once;
}

async function main(): Promise<void> {
  const once = wantsOnce();
  const folder = mkdtempSync(path.join(tmpdir(), 'refund-gateway-demo-'));
  // Whatever way the demo ends, nothing stays behind.
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

  const config = demoConfig(folder);
  const storage = await openStorage(config, systemClock);
  const log = createLog(config.logLevel, config.logFormat);
  const { gateway, address } = await serve({ config, ...storage, clock: systemClock, log });
  endOnSignal(gateway);
  const colours = process.stdout.isTTY && process.stdout.hasColors();
  const show = new Show((text) => process.stdout.write(text), colours);
  await walkThrough(address, await fillSampleShop(gateway.services), show);
  if (once) {
    await gateway.stop();
    process.stdout.write('\nEvery step gave what it should.\n');
    process.exit(0);
  }
  process.stdout.write('\nThe gateway goes on until you press Ctrl+C; then its database is removed.\n');
  process.stdout.write(`listening on ${address}\n`);
}

/** Somebody wants it to end: what then fails on the way is not an error. */
let ending = false;

function endOnSignal(gateway: Gateway): void {
  const end = (): void => {
    if (ending) return;
    ending = true;
    gateway.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

main().catch((error: unknown) => {
  if (ending) return;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${error instanceof StepFailed ? '\n' : ''}refund-gateway: ${message.split('\n', 1)[0]}\n`);
  const usage = error instanceof ConfigProblem || (error instanceof TypeError && 'code' in error);
  process.exit(usage ? 2 : 1);
});
