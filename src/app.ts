/** Wires every part by hand. The tests build the same app, on another clock and database. */
import type http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Config } from './config';
import { openDoors } from './doors';
import { Refusal } from './domain/refusal';
import { takeOriginForm } from './http/origin-form';
import { Worker } from './jobs/worker';
import { Metrics } from './metrics';
import { AesSealer } from './persistence/aes-sealer';
import type { Database } from './persistence/database';
import { SimulatedProvider } from './providers/simulated-provider';
import { StripeProvider } from './providers/stripe-provider';
import { agesOf } from './readiness';
import { createFastServer } from './rest/fast-server';
import { AuditService } from './services/audit-service';
import { CredentialService } from './services/credential-service';
import { DispatchService } from './services/dispatch-service';
import { ExportService } from './services/export-service';
import { ImportService } from './services/import-service';
import { ItemReturnService } from './services/item-return-service';
import { MerchantReader } from './services/merchant-reader';
import { OrderBook } from './services/order-book';
import { OrderService } from './services/order-service';
import { OutcomeWatch } from './services/outcome-watch';
import type { RaiseAlarm } from './services/alarm';
import type { Clock, Sealer } from './services/ports';
import { ProviderDirectory } from './services/provider-directory';
import { RefundReader } from './services/refund-reader';
import { RefundService } from './services/refund-service';
import { ReturnService } from './services/return-service';
import type { Services } from './services/services';
import { ShopService } from './services/shop-service';
import { SourceReader } from './services/source-reader';
import { TicketService } from './services/ticket-service';
import { WebhookService } from './services/webhook-service';

const HEADERS_TIMEOUT_MS = 10_000;
/** Longer than the doors give a body: they answer in their own words first. */
const REQUEST_TIMEOUT_MS = 30_000;
/** How long a request under way may still take when the gateway is told to end. */
const END_PATIENCE_MS = 10_000;

export const systemClock: Clock = { now: () => Date.now() };

/** The services over a database: all that may be asked of us, through whichever door. */
export function createServices(
  database: Database,
  sealer: Sealer,
  clock: Clock,
  raise: RaiseAlarm = () => undefined,
): Services {
  const { unitOfWork: work, reader } = database;
  const connectors = [new SimulatedProvider(work, reader, clock), new StripeProvider()];
  const providers = new ProviderDirectory(connectors, work, reader, sealer, clock);
  const book = new OrderBook(new Set(connectors.map(({ name }) => name)));
  const orders = new OrderService(work, reader, book, clock);
  const returns = new ReturnService(work, reader, book, clock);
  const refundReader = new RefundReader(reader, book);
  const tickets = new TicketService(work, reader, clock);
  return {
    audit: new AuditService(reader),
    credentials: new CredentialService(work, reader, sealer, clock),
    orders,
    merchant: new MerchantReader(reader, book),
    returns,
    itemReturns: new ItemReturnService(work, reader, book, returns, clock),
    refunds: new RefundService(work, book, clock),
    refundReader,
    outcomes: new OutcomeWatch(reader),
    sources: new SourceReader(reader, book),
    shops: new ShopService(work, reader, clock),
    tickets,
    providers,
    dispatch: new DispatchService(work, clock, raise),
    webhooks: new WebhookService(work, reader, providers, clock, raise),
    imports: new ImportService(work, orders, returns, tickets),
    exports: new ExportService(reader, refundReader),
  };
}

export interface Gateway {
  readonly services: Services;
  readonly worker: Worker;
  /** Begins to listen and, in the role of a worker, to send. Answers the address, such as http://127.0.0.1:3000. */
  start(): Promise<string>;
  /** Finishes what is under way; cuts no request off. */
  stop(): Promise<void>;
}

export interface GatewayParts {
  readonly config: Config;
  readonly database: Database;
  readonly secretsKey: Buffer;
  readonly clock: Clock;
  readonly log: Logger;
}

export async function createGateway({ config, database, secretsKey, clock, log }: GatewayParts): Promise<Gateway> {
  const services = createServices(database, new AesSealer(secretsKey), clock, ({ code, cause, ...alarm }) =>
    log.error({ alarm: code, ...alarm, ...(cause === undefined ? {} : { err: cause }) }, 'a person must look at this'),
  );
  const onBug = (error: unknown, requestId?: string): void => log.error({ err: error, requestId }, 'internal error');
  const worker = new Worker(
    services.dispatch,
    services.providers,
    (error) => {
      // A database that is busy or away is weather, not a bug: the worker comes back to its work.
      if (error instanceof Refusal) log.warn({ code: error.code, reason: error.message }, 'worker waits');
      else onBug(error);
    },
    { webhooks: services.webhooks },
  );
  const metrics = new Metrics(async () => (await agesOf(database, clock)).outboxAgeMs);
  const { app, listener } = await openDoors({ config, services, database, clock, metrics, log, onBug });
  const limits = { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS };
  const server = createFastServer(app, limits, (request, response) => {
    takeOriginForm(request);
    listener(request, response);
  });
  return {
    services,
    worker,
    async start() {
      const address = await listen(server, config);
      if (config.roles.has('worker')) worker.start();
      return address;
    },
    async stop() {
      services.outcomes.end();
      await Promise.all([closeServer(server), worker.stop()]);
      await database.close();
    },
  };
}

/** The gateway cannot listen where it was told to; the message is for the person who starts it. */
export class ListenProblem extends Error {}

function listen(server: http.Server, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is taken; choose another with PORT' : `cannot be used: ${error.code}`;
      reject(new ListenProblem(`port ${port} on ${host} ${why}`));
    });
    server.listen(port, host, () => {
      const { address, family, port: bound } = server.address() as AddressInfo;
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`);
    });
  });
}

function closeServer(server: http.Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    // Callers keep connections open between requests; only those that are idle may be closed under them.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const patience = setTimeout(() => server.closeAllConnections(), END_PATIENCE_MS);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(patience);
      resolve();
    });
  });
}
