/** A gateway as `npm start` runs it, with a shop, a key, a login and money, and the eyes to see what requests do to it. */
import { randomBytes } from 'node:crypto';
import { GatewayProcess, type Program } from '../reliability/gateway-process';
import { addOrders, ENOUGH, openShop, SHOP, withServices } from '../reliability/sample-shop';
import { createScratchDatabase, type Engine, type ScratchDatabase } from '../reliability/scratch-database';
import { HONEST_ORDER } from './door';
import { LOGIN } from './header-block-rows';

interface Stock {
  readonly engine: Engine;
  readonly orders: number;
  /** Paid for each of them. */
  readonly captured: string;
}

export class GatewayUnderFire {
  private constructor(
    readonly process: GatewayProcess,
    readonly database: ScratchDatabase,
    readonly apiKey: string,
  ) {}

  get port(): number {
    return Number(new URL(this.process.address).port);
  }

  get authorization(): string {
    return `Bearer ${this.apiKey}`;
  }

  static async start(program: Program, stock: Partial<Stock> = {}): Promise<GatewayUnderFire> {
    const { engine = 'sqlite', orders = HONEST_ORDER, captured = ENOUGH } = stock;
    const database = await createScratchDatabase(engine);
    const secretsKey = randomBytes(32).toString('base64');
    const apiKey = await openShop(database.url, secretsKey);
    await addOrders(database.url, secretsKey, orders, captured);
    await withServices(database.url, secretsKey, ({ credentials }) => credentials.addLogin({ shop: SHOP, ...LOGIN }));
    const started = { databaseUrl: database.url, secretsKey, roles: 'api,worker' };
    return new GatewayUnderFire(await GatewayProcess.start(program, started), database, apiKey);
  }

  async stop(): Promise<void> {
    await this.process.stop();
    await this.database.drop();
  }
}
