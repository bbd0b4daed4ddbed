import { LessThanOrEqual } from 'typeorm';
import type { SimulatedBooks, SimulatedRefund } from '../services/ports';
import { SimulatedRefundRow } from './entities/simulated-refund-row';
import { present } from './present';
import { placeholders, type Sql } from './sql';

const ADD = `INSERT INTO simulated_refunds (shop, provider_key, reference, payment_reference, amount, currency, status,
    becomes, becomes_at)
  VALUES (${placeholders(9)}) ON CONFLICT (shop, provider_key) DO NOTHING`;
/** Only from the status that was seen: a refund turns once, however often it is asked to. */
const TURN = `UPDATE simulated_refunds SET status = becomes, becomes = NULL, becomes_at = NULL
  WHERE shop = $1 AND provider_key = $2 AND status = $3 AND becomes = $4`;

export class SqlSimulatedBooks implements SimulatedBooks {
  constructor(private readonly sql: Sql) {}

  async find(shop: string, providerKey: string): Promise<SimulatedRefund | undefined> {
    const [row] = await this.sql.find(SimulatedRefundRow, { where: { shop, providerKey } });
    return row && present(row);
  }

  async add(refund: SimulatedRefund): Promise<void> {
    const { shop, providerKey, reference, paymentReference, amount, currency, status, becomes, becomesAt } = refund;
    await this.sql.run(ADD, [
      ...[shop, providerKey, reference, paymentReference, amount, currency, status, becomes, becomesAt],
    ]);
  }

  async turning(now: number, limit: number): Promise<SimulatedRefund[]> {
    const rows = await this.sql.find(SimulatedRefundRow, {
      where: { becomesAt: LessThanOrEqual(now) },
      order: { becomesAt: 'ASC', providerKey: 'ASC' },
      take: limit,
    });
    return rows.map(present);
  }

  async ofPayment(shop: string, paymentReference: string): Promise<SimulatedRefund[]> {
    const where = { shop, paymentReference };
    const rows = await this.sql.find(SimulatedRefundRow, { where, order: { providerKey: 'ASC' } });
    return rows.map(present);
  }

  async turn(refund: SimulatedRefund): Promise<void> {
    await this.sql.run(TURN, [refund.shop, refund.providerKey, refund.status, refund.becomes]);
  }
}
