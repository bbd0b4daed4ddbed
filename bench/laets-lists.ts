/** The lists of laets with what each is narrowed and ordered by, over a long shop. */
import type { Access, ListRow } from './list-row';
import { SHOP_BEGAN } from './long-shop';

const MINUTE_MS = 60_000;
const PAGE = 100;

/** Each with how many of all rows it finds. */
type Narrowed = readonly (readonly [query: string, found: number])[];

export function laetsRows({ key }: Access, rows: number): ListRow[] {
  const half = rows >> 1;
  const late = new Date(SHOP_BEGAN + (rows - 100) * MINUTE_MS).toISOString();
  const orders: Narrowed = [
    ...([['', rows] as const, [`created_on__gte=${late}`, 100], [`last_updated__gte=${late}`, 100]] as const),
    ...([['order_by=-created_on', rows] as const, ['order_by=last_updated', rows]] as const),
  ];
  const lists: Readonly<Record<string, Narrowed>> = {
    return: [
      ...orders,
      ...([['status=open', rows / 51] as const, ['status=closed_by_seller', rows * 0.9]] as const),
      ...([['status__in=open,cancelled', rows / 40] as const, ['return_type=2', rows]] as const),
      ...([[`merchant_order=${half}`, 1] as const, ['order_by=status', rows]] as const),
    ],
    refund: [
      ...([['', rows] as const, ['status=complete', rows * 0.88], ['status=pending', rows / 10]] as const),
      ...([['status=failed', rows / 100] as const, [`created_on__gte=${late}`, 100]] as const),
      ...([[`merchant_order=${half}`, 1] as const, ['order_by=-created_on', rows]] as const),
    ],
    merchant_order: [...orders, ['status=85', rows * 0.89], ['status=2000', rows / 100], [`order=${half}`, 1]],
    order: [...orders, [`id_number=A-${half}`, 1]],
    order_item: [
      ['', rows * 2],
      [`merchant_order=${half}`, 2],
      ['sku=POT', rows],
    ],
    transaction: [
      ...([['', rows * 2] as const, ['transaction_type=1', rows], ['transaction_type=2', rows * 0.88]] as const),
      ...([[`order=${half}`, 2] as const, [`order=${half}&transaction_type=2`, 1]] as const),
      ...([[`timestamp__gte=${late}`, 200] as const, ['order_by=id', rows * 2]] as const),
    ],
    app_transaction: [
      ['', rows * 2],
      [`transaction=${half}`, 1],
    ],
    store_transaction: [
      ['', rows * 2],
      [`transaction=${half}`, 1],
    ],
  };
  const headers = { authorization: `IcebergAccessToken bench:${key}` };
  return Object.entries(lists).flatMap(([list, narrowed]) =>
    narrowed.map(([query, found]): ListRow => {
      // A list is looked at as far as its hundred-thousandth row, where there is one.
      const last = Math.max(0, Math.floor(Math.min(found, rows)) - PAGE);
      const offsets = [...new Set([0, last >> 1, last])];
      return {
        door: 'laets',
        list: `${list} ${query}`.trim(),
        requests: offsets.map((offset) => ({ path: `/v1/${list}/?${query}&limit=${PAGE}&offset=${offset}`, headers })),
      };
    }),
  );
}
