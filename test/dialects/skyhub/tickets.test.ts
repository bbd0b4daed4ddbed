/** The list of tickets as the platform's clients follow it: from page to page, by the address that they were given. */
import type { TicketList } from '../../../src/dialects/skyhub/shapes';
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, send } from './channel-shop';
import type { Answer } from './channel-shop';

const TICKETS = 120;
const FIRST = Date.parse('2026-01-05T12:30:00Z');

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway({ doors: [] });
  for (let n = 1; n <= TICKETS; n++) {
    const state = n % 2 === 0 ? 'read' : 'unread';
    const wish = {
      code: `Americanas-${n}`,
      orderCode: `02-${n}`,
      platform: 'B2w é',
      createdAt: FIRST + n * 1000,
      state,
    };
    await gateway.services.tickets.put(gateway.caller, wish as never);
  }
  await gateway.services.tickets.put(gateway.otherCaller, {
    ...{ code: 'Americanas-77', orderCode: '02-77', platform: 'B2w', createdAt: FIRST },
  });
});
afterAll(() => gateway.stop());

/** Follows the addresses as given; answers the numbers of the tickets, page by page. */
async function follow(start: string): Promise<number[][]> {
  const pages: number[][] = [];
  for (let next: string | null = `${gateway.address}${start}`; next !== null; ) {
    expect(next.startsWith(`${gateway.address}/sac`)).toBe(true);
    const { status, body }: Answer<TicketList> = await ask(gateway, 'GET', next.slice(gateway.address.length));
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['next_page', 'sacs']);
    pages.push(body.sacs.map(({ code }) => Number(code.replace('Americanas-', ''))));
    next = body.next_page;
  }
  return pages;
}

const down = (from: number, count: number, step = 1): number[] =>
  Array.from({ length: count }, (_, index) => from - index * step);

test('fifty on a page, the newest first, until there is none', async () => {
  expect(await follow('/sac')).toEqual([down(120, 50), down(70, 50), down(20, 20)]);
});

test('the cursor carries the filters, whatever is written beside it', async () => {
  const even = [down(120, 50, 2), down(20, 10, 2)];
  expect(await follow('/sac?status=READ')).toEqual(even);
  expect(await follow(`/sac?status=READ&platform=${encodeURIComponent('B2w é')}`)).toEqual(even);
  const { body } = await ask<TicketList>(gateway, 'GET', '/sac?status=READ');
  const path = (body.next_page ?? '').slice(gateway.address.length);
  expect(await follow(`${path}&status=UNREAD&platform=nothing&page=9`)).toEqual(even.slice(1));
});

test.each(['?status=OPEN', '?status=read', '?platform=B2w', '?status=', '?status=ARCHIVED'])(
  '%s is an empty list',
  async (query) => {
    expect(await ask(gateway, 'GET', `/sac${query}`)).toEqual({ status: 200, body: { next_page: null, sacs: [] } });
  },
);

describe('a cursor that was never given is 400', () => {
  const coded = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

  test.each([
    ['nothing', ''],
    ['no base64', 'ç'],
    ['half of one', coded([1, null, null]).slice(0, -3)],
    ['more than one', `${coded([1, null, null])}==`],
    ['another value', coded(['1', null, null])],
    ['half an id', coded([1.5, null, null])],
    ['too few parts', coded([1, null])],
    ['too many parts', coded([1, null, null, null])],
    ['a filter that is none', coded([1, 1, null])],
    ['an object', coded({ id: 1 })],
    ['a ticket that is not there', coded([999, null, null])],
    ['a ticket of another shop', coded([TICKETS + 1, null, null])],
  ])('%s', async (_what, cursor) => {
    expect(await ask(gateway, 'GET', `/sac?cursor=${encodeURIComponent(cursor)}`)).toEqual({
      status: 400,
      body: { errors: { detail: 'cursor is none that was given' } },
    });
  });

  test('and so are two', async () => {
    expect(await ask(gateway, 'GET', '/sac?cursor=a&cursor=b')).toMatchObject({ status: 400 });
    expect(await ask(gateway, 'GET', '/sac?status=READ&status=UNREAD')).toMatchObject({ status: 422 });
  });
});

test('a ticket of another shop is exactly as one that nobody has', async () => {
  const replies = await Promise.all(
    ['Americanas-121', 'Americanas-0'].map((code) => send(gateway, 'GET', `/sac/${code}`)),
  );
  await gateway.services.tickets.put(gateway.otherCaller, {
    ...{ code: 'Americanas-121', orderCode: '02-121', platform: 'B2w', createdAt: FIRST },
  });
  replies.push(await send(gateway, 'GET', '/sac/Americanas-121'));
  expect(replies.map(({ status, text }) => `${status} ${text}`)).toEqual(
    Array(3).fill('404 {"errors":{"detail":"Not found"}}'),
  );
});
