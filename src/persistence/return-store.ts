import { Refusal } from '../domain/refusal';
import type { ChosenForm } from '../domain/refund-form';
import { RELEASED_RETURN, standingOf, type Return, type ReturnLine } from '../domain/return';
import type { UnitRange } from '../domain/units';
import type {
  Condition,
  CountedPage,
  Listing,
  PotChange,
  ReturnFilter,
  ReturnSearch,
  ReturnStore,
  UnitsOfReturn,
} from '../services/ports';
import type { ReturnField, ReturnOrder } from '../services/ports';
import { Columns } from './columns';
import { Conditions, words } from './conditions';
import type { ReturnLineRow } from './entities/return-line-row';
import type { ReturnRow } from './entities/return-row';
import { pageOfIds } from './page-of-ids';
import { present } from './present';
import { fittingReturns, listedReturns } from './return-listing';
import { isNarrowed, returnsFound } from './return-search';
import { placeholders, type Sql } from './sql';
import type { SqlValue } from './sql-flavour';

/** A return as it is read: its currency is the order's. */
type FoundReturn = Omit<ReturnRow, 'shop' | 'worth' | 'standing'> & Pick<Return, 'captured' | 'currency'>;
type FoundLine = Omit<ReturnLineRow, 'shop' | 'position'>;

const RETURN =
  new Columns(`r.id, r.order_id AS "orderId", r.reference, r.kind, r.compensation, r.state, r.reason, r.note, r.payback, r.said, o.currency,
  r.reason_code AS "reasonCode", r.customer, r.closed_at AS "closedAt", r.closed_by AS "closedBy",
  r.worth AS captured, r.committed, r.refunded, r.last_ordinal AS "lastOrdinal", r.opened_at AS "openedAt", r.updated_at AS "updatedAt"`);
const UNITS = new Columns(
  'r.id AS "returnId", r.order_id AS "orderId", r.opened_at AS "openedAt", l.line_id AS "lineId", l.units',
);
const FROM = 'returns r JOIN orders o ON o.shop = r.shop AND o.id = r.order_id';
const LINE =
  new Columns(`return_id AS "returnId", line_id AS "lineId", sku, requested, accepted, received, condition, restock,
  restock_reported AS "restockReported", units, amount, reason, accepted_before AS "acceptedBefore"`);

const ADD = `INSERT INTO returns (shop, order_id, reference, kind, compensation, state, reason, note, worth, committed,
    refunded, last_ordinal, opened_at, updated_at, payback, said, reason_code, customer, closed_at, closed_by, standing)
  VALUES (${placeholders(21)}) ON CONFLICT (shop, reference) DO NOTHING`;
const ADD_LINES = `return_lines (shop, return_id, position, line_id, sku, requested, accepted, received, condition, restock,
  restock_reported, units, amount, reason, accepted_before)`;

/** A return keeps at least the worth that is committed already. */
const UPDATE = `UPDATE returns SET kind = $1, compensation = $2, state = $3, reason = $4, note = $5, worth = $6,
    updated_at = $7, payback = $8, reference = $9, said = $10, closed_at = $11, closed_by = $12, standing = $13
  WHERE shop = $14 AND id = $15 AND committed <= $6`;
const TAKE_ORDINAL = 'UPDATE returns SET last_ordinal = $1 WHERE shop = $2 AND id = $3 AND last_ordinal < $1';
const CHANGE = `UPDATE returns SET committed = committed + $1, refunded = refunded + $2
  WHERE shop = $3 AND id = $4
    AND 0 <= refunded + $2 AND refunded + $2 <= committed + $1 AND committed + $1 <= worth`;

export class SqlReturnStore implements ReturnStore {
  constructor(private readonly sql: Sql) {}

  async find(shop: string, returnId: number): Promise<Return | undefined> {
    return (await this.found(shop, 'r.shop = $1 AND r.id = $2', [shop, returnId]))[0];
  }

  async findByReference(shop: string, reference: string): Promise<Return | undefined> {
    return (await this.found(shop, 'r.shop = $1 AND r.reference = $2', [shop, reference]))[0];
  }

  async orderOf(shop: string, returnId: number): Promise<number | undefined> {
    const text = 'SELECT order_id AS "orderId" FROM returns WHERE shop = $1 AND id = $2';
    return (await this.sql.row<{ orderId: number }>(text, [shop, returnId]))?.orderId;
  }

  async ofOrder(shop: string, orderId: number): Promise<Return[]> {
    return this.found(shop, 'r.shop = $1 AND r.order_id = $2', [shop, orderId]);
  }

  async ofOrders(shop: string, orderIds: readonly number[]): Promise<Return[]> {
    const where = new Conditions().and('r.shop = ?', shop).andOneOf('r.order_id', orderIds);
    // In the order of the index of orders: by id alone, SQLite would walk all returns of the shop.
    return this.found(shop, where.text, where.params, 'r.order_id, r.id');
  }

  async unitsHeld(shop: string, orderIds: readonly number[]): Promise<UnitsOfReturn[]> {
    const where = new Conditions().and('r.shop = ?', shop).andOneOf('r.order_id', orderIds);
    // As joined by refundsOf of the store of refunds.
    const rest = `FROM returns r CROSS JOIN return_lines l
      WHERE ${where.text} AND r.state NOT IN (${words(RELEASED_RETURN)}) AND l.shop = r.shop AND l.return_id = r.id
      ORDER BY r.order_id, r.id, l.position`;
    const rows = await this.sql.many<Omit<UnitsOfReturn, 'units'> & { units: string }>(UNITS, rest, where.params);
    return rows.map((row) => ({ ...row, units: JSON.parse(row.units) as UnitRange[] }));
  }

  async list(shop: string, filter: ReturnFilter): Promise<Return[]> {
    const conditions = new Conditions()
      .and('r.shop = ?', shop)
      .andGiven('r.state = ?', filter.state)
      .andGiven('r.kind = ?', filter.kind)
      .andGiven('r.order_id = ?', filter.orderId)
      .andGiven('r.updated_at >= ?', filter.since);
    return this.page(shop, conditions, { ...filter, isNarrowed: filter.since !== undefined });
  }

  async search(shop: string, search: ReturnSearch & CountedPage): Promise<Return[]> {
    return this.page(shop, returnsFound(shop, search), { ...search, isNarrowed: isNarrowed(search) });
  }

  async countFound(shop: string, search: ReturnSearch): Promise<number> {
    const { text, params } = returnsFound(shop, search);
    const row = await this.sql.row<{ found: number }>(`SELECT COUNT(*) AS found FROM returns r WHERE ${text}`, params);
    return Number(row?.found);
  }

  async listed(shop: string, listing: Listing<ReturnField, ReturnOrder>): Promise<Return[]> {
    const { text, params } = listedReturns(shop, listing);
    const ids = (await this.sql.rows<{ id: number }>(text, params)).map(({ id }) => id);
    if (ids.length === 0) return [];
    const conditions = new Conditions().and('r.shop = ?', shop).andOneOf('r.id', ids);
    const place = new Map(ids.map((id, index) => [id, index]));
    const found = await this.found(shop, conditions.text, conditions.params);
    return found.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  }

  async countListed(shop: string, conditions: readonly Condition<ReturnField>[]): Promise<number> {
    const { text, params } = fittingReturns(shop, conditions);
    const row = await this.sql.row<{ found: number }>(`SELECT COUNT(*) AS found FROM returns r WHERE ${text}`, params);
    return Number(row?.found);
  }

  async add(shop: string, found: Omit<Return, 'id'>): Promise<Return> {
    const id = await this.sql.insertUnlessTaken(ADD, [
      ...[shop, found.orderId, found.reference, found.kind, found.compensation, found.state, found.reason, found.note],
      ...[found.captured, found.committed, found.refunded, found.lastOrdinal, found.openedAt, found.updatedAt],
      ...[jsonOf(found.payback), found.said, found.reasonCode, found.customer, found.closedAt, found.closedBy],
      standingOf(found),
    ]);
    if (id === undefined)
      throw new Refusal('reference_taken', `there is a return ${found.reference} already`, 'reference');
    await this.addLines(shop, id, found.lines);
    return { ...found, id };
  }

  async update(shop: string, changed: Return): Promise<void> {
    const written = await this.sql.run(UPDATE, [
      ...[changed.kind, changed.compensation, changed.state, changed.reason, changed.note, changed.captured],
      ...[changed.updatedAt, jsonOf(changed.payback), changed.reference, changed.said, changed.closedAt],
      ...[changed.closedBy, standingOf(changed), shop, changed.id],
    ]);
    if (written !== 1) {
      throw new Refusal('return_has_refunds', `more of return ${changed.id} is refunded than its goods would be worth`);
    }
    await this.sql.run('DELETE FROM return_lines WHERE shop = $1 AND return_id = $2', [shop, changed.id]);
    await this.addLines(shop, changed.id, changed.lines);
  }

  async takeOrdinal(shop: string, returnId: number, ordinal: number): Promise<void> {
    if ((await this.sql.run(TAKE_ORDINAL, [ordinal, shop, returnId])) === 1) return;
    throw new Error(`number ${ordinal} of return ${returnId} was used before`);
  }

  async change(shop: string, returnId: number, { committed, refunded }: PotChange): Promise<void> {
    if ((await this.sql.run(CHANGE, [committed, refunded, shop, returnId])) === 1) return;
    throw new Refusal(
      'amount_exceeds_refundable',
      `the amount is more than what is left to refund of return ${returnId}`,
    );
  }

  private async addLines(shop: string, returnId: number, lines: readonly ReturnLine[]): Promise<void> {
    const rows = lines.map((line, position): SqlValue[] => [
      ...[
        shop,
        returnId,
        position,
        line.lineId,
        line.sku,
        line.requested,
        line.accepted,
        line.received,
        line.condition,
      ],
      ...[
        line.restock,
        line.restockReported,
        JSON.stringify(line.units),
        line.amount,
        line.reason,
        line.acceptedBefore,
      ],
    ]);
    await this.sql.insertRows(ADD_LINES, rows);
  }

  private async page(shop: string, where: Conditions, page: Parameters<typeof pageOfIds>[2]): Promise<Return[]> {
    const ids = pageOfIds('returns r', where, page, 'r.id');
    return this.found(shop, `r.id IN (${ids})`, where.params);
  }

  /** Returns with their lines, in two statements whatever their number. */
  private async found(shop: string, condition: string, params: SqlValue[], order = 'r.id'): Promise<Return[]> {
    const rest = `FROM ${FROM} WHERE ${condition} ORDER BY ${order}`;
    const found = await this.sql.many<FoundReturn>(RETURN, rest, params);
    if (found.length === 0) return [];
    const lines = await this.sql.many<FoundLine>(
      LINE,
      `FROM return_lines WHERE shop = $1 AND return_id IN (${placeholders(found.length, 2)})
        ORDER BY return_id, position`,
      [shop, ...found.map(({ id }) => id)],
    );
    const linesOf = new Map<number, ReturnLine[]>(found.map(({ id }) => [id, []]));
    for (const line of lines) linesOf.get(line.returnId)?.push(lineOf(line));
    return found.map((row) => ({ ...returnOf(row), lines: linesOf.get(row.id) ?? [] }));
  }
}

function returnOf(row: FoundReturn): Omit<Return, 'lines'> {
  const { payback, ...rest } = present(row);
  return { ...rest, ...(payback === undefined ? {} : { payback: JSON.parse(payback) as ChosenForm[] }) };
}

function jsonOf(payback: readonly ChosenForm[] | undefined): string | undefined {
  return payback && JSON.stringify(payback);
}

function lineOf({ returnId: _, ...row }: FoundLine): ReturnLine {
  return {
    ...present(row),
    restock: Boolean(row.restock),
    restockReported: Boolean(row.restockReported),
    units: JSON.parse(row.units) as UnitRange[],
  };
}
