/** Every list of every door, with each filter that it takes, over a long shop: on its first page, in its middle and on its last. */
import { laetsRows } from './laets-lists';
import type { Access, ListRequest, ListRow } from './list-row';
import { SHOP_BEGAN } from './long-shop';
import { soapRequest, Traffic } from './load';
import { gateRequest } from './nine-methods';

const MINUTE_MS = 60_000;
const PAGE = 100;
const SAPO_PAGE = 250;

const FULFILMENTS = ['open', 'fulfilled', 'cancelled'];
const RETURN_STATES = ['open', 'accepted', 'received', 'closed', 'rejected', 'cancelled'];
const RETURN_KINDS = ['return', 'claim', 'cancellation'];
const REFUND_STATES = ['requested', 'pending', 'unknown', 'settled', 'declined', 'reversed'];
const SOURCE_TYPES = ['order', 'return', 'claim'];

/** @param rows how many orders, returns and refunds there are */
export function listRows(access: Access, rows: number): ListRow[] {
  return [
    ...[...ownRows(access, rows), ...gateRows(access, rows), ...sapoRows(access, rows)],
    ...[...laetsRows(access, rows), ...skyhubRows(access, rows)],
  ];
}

/** When so much of the shop's life was over. */
const timeAt = (rows: number, part: number): string =>
  new Date(SHOP_BEGAN + Math.floor(rows * part) * MINUTE_MS).toISOString();

/** Nearly all rows are later than the first, a hundred and those that were changed again than the second. */
const sinceTimes = (rows: number): string[] => [timeAt(rows, 0.01), timeAt(rows, 1 - 100 / rows)];

function filters(name: string, values: readonly string[]): string[] {
  return values.map((value) => `${name}=${value}`);
}

const across = (left: readonly string[], right: readonly string[]): string[] =>
  left.flatMap((one) => right.map((other) => `${one}&${other}`));

function ownRows({ key }: Access, rows: number): ListRow[] {
  const since = filters('since', sinceTimes(rows));
  const states = filters('state', RETURN_STATES);
  const kinds = filters('kind', RETURN_KINDS);
  const ofRefunds = filters('state', [...REFUND_STATES, 'all']);
  const sources = filters('sourceType', SOURCE_TYPES);
  const one = `orderId=${rows >> 1}`;
  const lists: Record<string, string[]> = {
    orders: ['', ...filters('fulfilment', FULFILMENTS), ...since, ...across(filters('fulfilment', FULFILMENTS), since)],
    returns: [
      ...['', ...states, ...kinds, ...since, one, ...across(states, kinds), ...across(states, since)],
      ...[...across(kinds, since), ...across(across(states, kinds), since), `${one}&state=closed`],
    ],
    refunds: [
      ...['', ...ofRefunds, ...sources, ...across(ofRefunds, sources), ...across(ofRefunds, since)],
      ...[...across(across(ofRefunds, sources), since), `state=all&${one}`, `state=settled&${one}`],
    ],
  };
  const cursors = [0, rows >> 1, rows - PAGE];
  const headers = { authorization: `Bearer ${key}` };
  const rest = Object.entries(lists).flatMap(([list, queries]) =>
    queries.map((query): ListRow => {
      const asked = cursors.map((cursor) => [query, `limit=${PAGE}`, ...(cursor === 0 ? [] : [`cursor=${cursor}`])]);
      const requests = asked.map((parts) => ({
        path: `/rest/v1/${list}?${parts.filter((part) => part !== '').join('&')}`,
        headers,
      }));
      return { door: 'REST', list: `${list} ${query}`.trim(), requests };
    }),
  );
  const traffic = new Traffic(key);
  const soap = ['listOrders', 'listReturns', 'retrieveRefundsList'].map((list): ListRow => {
    const asked = cursors.map(
      (cursor) => `<gw:limit>${PAGE}</gw:limit>` + (cursor === 0 ? '' : `<gw:cursor>${cursor}</gw:cursor>`),
    );
    return { door: 'SOAP', list, requests: asked.map((content) => soapRequest(traffic, list, content) as ListRequest) };
  });
  return [...rest, ...soap];
}

/** The first page, the one in the middle and the last. */
const pagesOf = (rows: number, perPage: number, first: number): number[] => {
  const last = Math.max(1, Math.ceil(rows / perPage));
  return [...new Set([1, (last + 1) >> 1, last])].map((page) => page - 1 + first);
};

function gateRows({ key }: Access, rows: number): ListRow[] {
  const drafts = rows / 10;
  const list = (sourceType: string, of: number): ListRow => ({
    door: 'IdoSell',
    list: `refunds that wait, ${sourceType}`,
    requests: pagesOf(of, PAGE, 1).map((page) => ({
      path: `/api/admin/v8/refunds/retrieveRefundsList?sourceType=${sourceType}&resultsPage=${page}&resultsLimit=${PAGE}`,
      headers: { 'X-API-KEY': key },
    })),
  });
  const soap: ListRow = {
    door: 'IdoSell SOAP',
    list: 'refunds that wait, all',
    requests: pagesOf(drafts, PAGE, 1).map((page) => {
      const params = `<sourceType>all</sourceType><resultsPage>${page}</resultsPage><resultsLimit>${PAGE}</resultsLimit>`;
      return gateRequest(key, 'retrieveRefundsList', params);
    }),
  };
  return [
    list('all', drafts),
    list('order', drafts / 3),
    soap,
    ...orderSearches(key, rows),
    ...returnSearches(key, rows),
  ];
}

/** As clocks in the shop show it, who lives an hour from UTC at most. */
const clockAt = (rows: number, part: number): string => timeAt(rows, part).slice(0, 19).replace('T', ' ');

function orderSearches(key: string, rows: number): ListRow[] {
  const range = (ordersDateType: string, from: number, to: number) => ({
    ordersRange: {
      ordersDateRange: { ordersDateType, ordersDateBegin: clockAt(rows, from), ordersDateEnd: clockAt(rows, to) },
    },
  });
  const many = Array.from({ length: PAGE }, (_, index) => 1 + Math.floor((index * rows) / PAGE));
  const searches: [string, object, number][] = [
    ['all', {}, rows],
    ['by a hundred serial numbers', { ordersSerialNumbers: many }, PAGE],
    ['by a hundred numbers', { ordersIds: many.map((id) => `A-${id}`) }, PAGE],
    ['new', { ordersStatuses: ['new'] }, rows / 10],
    ['canceled', { ordersStatuses: ['canceled'] }, rows / 100],
    ['finished or canceled', { ordersStatuses: ['finished', 'canceled'] }, rows * 0.9],
    ['placed in a tenth of the time', range('add', 0.45, 0.55), rows / 10],
    ['placed in nearly all of the time', range('add', 0.01, 0.99), rows * 0.9],
    ['changed at the end', range('modified', 1, 3), PAGE],
    ['changed in nearly all of the time', range('modified', 0.01, 3), rows * 0.9],
    ['new, placed in nearly all of the time', { ordersStatuses: ['new'], ...range('add', 0.01, 0.99) }, rows / 11],
    ['new, changed at the end', { ordersStatuses: ['finished'], ...range('modified', 1, 3) }, PAGE],
  ];
  return searches.map(([what, search, found]) => ({
    door: 'IdoSell',
    list: `orders ${what}`,
    requests: pagesOf(found, PAGE, 0).map((resultsPage) => ({
      path: '/api/admin/v8/orders/orders/search',
      method: 'POST',
      headers: { 'X-API-KEY': key, 'content-type': 'application/json' },
      body: JSON.stringify({ params: { ...search, resultsPage, resultsLimit: PAGE } }),
    })),
  }));
}

function returnSearches(key: string, rows: number): ListRow[] {
  const many = Array.from({ length: PAGE }, (_, index) => 1 + Math.floor((index * rows) / PAGE));
  const dates = (from: number, to: number): string =>
    `range[date][date_begin]=${clockAt(rows, from)}&range[date][date_end]=${clockAt(rows, to)}`;
  const searches: [string, string, number][] = [
    ['all', '', (rows * 18) / 19],
    ['of an order', `order_sn=${rows >> 1}`, 1],
    ['by a hundred ids', `return_ids=${many.join(',')}`, PAGE],
    ['new', 'status=1', rows / 50],
    ['paid out', 'status=11', rows * 0.5],
    ['not accepted', 'status=3', rows / 100],
    ['opened in a tenth of the time', dates(0.45, 0.55), rows / 11],
    ['opened in nearly all of the time, paid out', `${dates(0.01, 0.99)}&status=11`, rows * 0.5],
  ];
  const returns = searches.map(
    ([what, query, found]): ListRow => ({
      door: 'IdoSell',
      list: `returns ${what}`,
      requests: pagesOf(found, PAGE, 0).map((page) => ({
        path: `/api/admin/v8/returns/returns?${query}&results_page=${page}&results_limit=${PAGE}`,
        headers: { 'X-API-KEY': key },
      })),
    }),
  );
  const claims: [string, string, number][] = [
    ['all', '', rows / 19],
    ['by ids', `rmaIds=${Array.from({ length: PAGE }, (_, index) => 1 + index * 19).join(',')}`, PAGE],
  ];
  const rmas = claims.map(
    ([what, query, found]): ListRow => ({
      door: 'IdoSell',
      list: `complaints ${what}`,
      requests: pagesOf(found, PAGE, 0).map((page) => ({
        path: `/api/admin/v8/rma/rma?${query}&resultsPage=${page}&resultsLimit=${PAGE}`,
        headers: { 'X-API-KEY': key },
      })),
    }),
  );
  return [...returns, ...rmas];
}

function sapoRows({ key }: Access, rows: number): ListRow[] {
  const far = Array.from({ length: SAPO_PAGE }, (_, index) => 1 + Math.floor((index * rows) / SAPO_PAGE));
  const lists: [query: string, found: number, called?: string][] = [
    ['status=any', rows],
    ['status=open', rows / 10],
    ['status=closed', rows * 0.89],
    ['status=cancelled', rows / 100],
    [`since_id=${rows >> 1}`, rows / 2],
    [`created_on_min=${timeAt(rows, 0.01)}&created_on_max=${timeAt(rows, 0.99)}`, rows * 0.98],
    [`created_on_min=${timeAt(rows, 1 - 100 / rows)}`, 100],
    [`modified_on_min=${timeAt(rows, 1 - 100 / rows)}`, 100],
    [`status=open&modified_on_min=${timeAt(rows, 0.01)}`, rows / 11],
    [`ids=${far.join('%2C')}`, SAPO_PAGE, `ids=${SAPO_PAGE}, far apart`],
    ['fulfillment_status=unfulfilled', rows / 10],
  ];
  const headers = { 'X-Sapo-Access-Token': key };
  const orders = lists.map(
    ([query, found, called = query]): ListRow => ({
      door: 'Sapo',
      list: `orders ${called}`,
      requests: pagesOf(found, SAPO_PAGE, 1).map((page) => ({
        path: `/admin/orders.json?${query}&limit=${SAPO_PAGE}&page=${page}`,
        headers,
      })),
    }),
  );
  const ofOrder = ['refunds', 'transactions'].map(
    (list): ListRow => ({
      door: 'Sapo',
      list: `${list} of an order`,
      requests: [1, rows >> 1, rows].map((id) => ({ path: `/admin/orders/${id}/${list}.json`, headers })),
    }),
  );
  return [...orders, ...ofOrder];
}

function skyhubRows({ shop, login }: Access, rows: number): ListRow[] {
  const headers = {
    ...{ accept: 'application/json', 'X-User-Email': login.user, 'X-Api-Key': login.password },
    'X-Accountmanager-Key': shop,
  };
  const lists: [string, number][] = [
    ['', (rows * 2) / 3],
    ['filters[sale_system]=Fair', rows / 3],
    ['filters[statuses][]=new', rows / 15],
    ['filters[statuses][]=new&filters[statuses][]=canceled', rows / 14],
    ['filters[sale_system]=Shop&filters[statuses][]=canceled', rows / 300],
  ];
  const orders = lists.map(
    ([query, found]): ListRow => ({
      door: 'SkyHub',
      list: `orders ${query}`.trim(),
      requests: pagesOf(found, PAGE, 1).map((page) => ({
        path: `/orders?${query}&page=${page}&per_page=${PAGE}`,
        headers,
      })),
    }),
  );
  const coded = ['items', 'refunds', 'instances'].map(
    (list): ListRow => ({
      door: 'SkyHub',
      list: `${list} of an order`,
      requests: [3, 3 * (rows >> 3), rows - (rows % 3)].map((id) => ({ path: `/sac/Shop-A-${id}/${list}`, headers })),
    }),
  );
  const tickets = ['', 'status=UNREAD', 'platform=Via', 'status=READ&platform=Via'].map(
    (query): ListRow => ({
      door: 'SkyHub',
      list: `tickets ${query}`.trim(),
      requests: [{ path: `/sac?${query}`, headers }],
    }),
  );
  return [...orders, ...coded, ...tickets];
}
