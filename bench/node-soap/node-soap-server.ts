/**
 * The `soap` package's own server over our contract, set up as its manual says, with our services behind it: the same key
 * check, the same call, the same database. What our SOAP door gains against it is gained in the edge alone.
 */
import http from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listen, type ISoapServiceMethod } from 'soap';
import type { OperationTypes } from '../../generated/contract';
import { createServices, systemClock } from '../../src/app';
import { processConfig } from '../../src/config';
import { callerOf } from '../../src/dialects/own/caller';
import { callOperation } from '../../src/dialects/own/operations';
import { AesSealer } from '../../src/persistence/aes-sealer';
import { readProjectFile } from '../../src/project-files';
import type { Services } from '../../src/services/services';
import { openStorage } from '../../src/storage';

const PATH = '/soap/v1';
/** The operations that are measured, by what the answer's wrapper calls its one child. */
const MEASURED = {
  addAutomaticRefundForOrder: 'refund',
  confirmRefund: 'refund',
  getRefundStatus: 'status',
} as const;
type Measured = keyof typeof MEASURED;

export class NodeSoapServer {
  private constructor(
    private readonly server: http.Server,
    private readonly closeDatabase: () => Promise<void>,
  ) {}

  /** @param databaseUrl a database that the gateway could serve as it is */
  static async open(config = processConfig()): Promise<NodeSoapServer> {
    const { database, secretsKey } = await openStorage(config, systemClock);
    const services = createServices(database, new AesSealer(secretsKey), systemClock);
    const server = http.createServer((_request, response) => response.writeHead(404).end());
    await new Promise<void>((ready, failed) => {
      const port = Object.fromEntries(Object.keys(MEASURED).map((name) => [name, method(name as Measured, services)]));
      listen(server, {
        path: PATH,
        services: { RefundGatewayService: { RefundGatewaySoap11Port: port } },
        xml: readProjectFile('wsdl/refund-gateway.wsdl'),
        callback: (error: Error | null) => (error ? failed(error) : ready()),
      });
    });
    return new NodeSoapServer(server, () => database.close());
  }

  listen(): Promise<string> {
    return new Promise((resolve) => {
      this.server.listen(0, '127.0.0.1', () => {
        resolve(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}`);
      });
    });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await this.closeDatabase();
  }
}

let requests = 0;

function method<N extends Measured>(name: N, services: Services): ISoapServiceMethod {
  return async (input: Input, _callback: unknown, _headers: unknown, request: IncomingMessage) => {
    const caller = await callerOf(services, {
      requestId: `node-soap-${requests++}`,
      authorization: request.headers.authorization,
      apiKey: undefined,
      idempotencyKey: request.headers['idempotency-key'] as string | undefined,
    });
    const wish = withNumbers(input) as unknown as OperationTypes[N]['request'];
    const { transactions, ...answer } = await callOperation(name, services, caller, wish);
    return { [MEASURED[name]]: { ...answer, transactions: { transaction: transactions } } };
  };
}

type Input = Record<string, string>;

/** The package hands ids over as text, because the schema restricts them. */
function withNumbers(input: Input): Record<string, string | number> {
  const read: Record<string, string | number> = {};
  for (const name in input) read[name] = name.endsWith('Id') ? Number(input[name]) : (input[name] as string);
  return read;
}
