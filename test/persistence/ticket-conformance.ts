import type { NewTicket, Ticket } from '../../src/domain/ticket';
import type { ReadStores } from '../../src/services/ports';
import { NOW } from './samples';
import { refusalCode, type Subject } from './subject';

export const ticket: NewTicket = {
  ...{ code: 'Americanas-1', orderCode: '02-1', platform: 'B2w', state: 'unread', mediation: false },
  ...{ warehouse: '7', createdAt: NOW, updatedAt: NOW + 1 },
};

export function ticketConformance(subject: Subject): void {
  const put = (more: Partial<NewTicket> = {}, shop = 'a'): Promise<Ticket> =>
    subject.work(({ tickets }) => tickets.put(shop, { ...ticket, ...more }));
  const read = <T>(look: (stores: ReadStores) => Promise<T>): Promise<T> => subject.database.reader.read(look);

  test('a ticket is found by its code, whole, in its own shop', async () => {
    const { warehouse: _, ...bare } = ticket;
    const first = await put();
    expect(first).toStrictEqual({ ...ticket, id: first.id });
    const second = await subject.work(({ tickets }) =>
      tickets.put('a', { ...bare, code: 'x', state: 'archived', mediation: true }),
    );
    await read(async ({ tickets }) => {
      expect(await tickets.find('a', 'Americanas-1')).toStrictEqual(first);
      expect(await tickets.find('a', 'x')).toStrictEqual({
        ...{ ...bare, code: 'x', state: 'archived', mediation: true },
        id: second.id,
      });
      expect(await tickets.find('b', 'Americanas-1')).toBeUndefined();
      expect(await tickets.find('a', 'americanas-1')).toBeUndefined();
    });
  });

  test('a ticket that is put again is replaced, and keeps its id; that of another shop is left alone', async () => {
    const first = await put();
    const other = await put({}, 'b');
    const again = { ...ticket, orderCode: '02-2', platform: 'Via', state: 'read', mediation: true } as const;
    const { warehouse: _, ...changed } = { ...again, createdAt: NOW + 5, updatedAt: NOW + 6 };
    expect(await subject.work(({ tickets }) => tickets.put('a', changed))).toStrictEqual({ ...changed, id: first.id });
    await read(async ({ tickets }) => {
      expect(await tickets.find('a', ticket.code)).toStrictEqual({ ...changed, id: first.id });
      expect(await tickets.find('b', ticket.code)).toStrictEqual(other);
    });
  });

  test('the codes of a bare code are two at most', async () => {
    for (const code of ['1', '2', '3']) await put({ code });
    await put({ code: '4', orderCode: '02-4' });
    await put({ code: '5' }, 'b');
    await read(async ({ tickets }) => {
      expect(await tickets.codesOf('a', '02-1')).toHaveLength(2);
      expect(await tickets.codesOf('a', '02-4')).toEqual(['4']);
      expect(await tickets.codesOf('b', '02-4')).toEqual([]);
    });
  });

  test('tickets are listed with the newest first, and go on after any of them', async () => {
    const ids = new Map<string, number>();
    for (const [code, createdAt, more] of [
      ['old', NOW - 10, {}],
      ['new', NOW + 10, { state: 'read' }],
      ['same', NOW, { platform: 'Via' }],
      ['same again', NOW, { state: 'read', platform: 'Via' }],
    ] as const) {
      ids.set(code, (await put({ code, createdAt, ...more })).id);
    }
    await put({ code: 'strange' }, 'b');
    await read(async ({ tickets }) => {
      const codes = async (filter: object): Promise<string[]> =>
        (await tickets.list('a', { limit: 9, ...filter })).map(({ code }) => code);
      expect(await codes({})).toEqual(['new', 'same again', 'same', 'old']);
      expect(await codes({ limit: 2 })).toEqual(['new', 'same again']);
      expect(await codes({ state: 'read' })).toEqual(['new', 'same again']);
      expect(await codes({ platform: 'Via' })).toEqual(['same again', 'same']);
      expect(await codes({ platform: 'via' })).toEqual([]);
      expect(await codes({ state: 'read', platform: 'Via' })).toEqual(['same again']);
      const at = (code: string) => tickets.position('a', ids.get(code) ?? 0);
      expect(await codes({ after: await at('same again') })).toEqual(['same', 'old']);
      expect(await codes({ after: await at('same') })).toEqual(['old']);
      expect(await codes({ after: await at('new'), state: 'read', limit: 1 })).toEqual(['same again']);
      expect(await codes({ after: await at('old') })).toEqual([]);
      expect(await tickets.position('a', ids.get('old') ?? 0)).toEqual({ code: 'old', createdAt: NOW - 10 });
      expect(await tickets.position('b', ids.get('old') ?? 0)).toBeUndefined();
    });
  });

  test('a state that is none is refused by the database itself', async () => {
    await expect(refusalCode(put({ state: 'lost' as never }))).rejects.toThrow();
  });
}
