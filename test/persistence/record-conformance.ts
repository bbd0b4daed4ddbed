import type { ApiKeyRecord, AuditEntry, LoginRecord, SimulatedRefund } from '../../src/services/ports';
import { NOW } from './samples';
import { refusalCode, type Subject } from './subject';

/** Idempotency, audit, shops, credentials, provider settings and the simulated books. */
export function recordConformance(subject: Subject): void {
  test('an answer is remembered under shop, credential and key', async () => {
    const remembered = { operation: 'createRefund', fingerprint: 'ab12', answer: '{"id":1}' };
    await subject.work(({ idempotency }) => idempotency.add('a', 'key:1', 'k', remembered, NOW));
    await subject.work(async ({ idempotency }) => {
      expect(await idempotency.find('a', 'key:1', 'k')).toEqual(remembered);
      expect(await idempotency.find('b', 'key:1', 'k')).toBeUndefined();
      expect(await idempotency.find('a', 'key:2', 'k')).toBeUndefined();
      await idempotency.add('b', 'key:1', 'k', remembered, NOW);
    });
    const again = subject.work(({ idempotency }) => idempotency.add('a', 'key:1', 'k', remembered, NOW));
    await expect(again).rejects.toThrow();
  });

  test('the audit tells what happened to one subject, in order', async () => {
    const full: Omit<AuditEntry, 'id'> = {
      ...{ subject: 'refund', subjectId: 1, actor: 'erp', action: 'cancel', requestId: 'r1', at: NOW },
      ...{ before: '{"state":"requested"}', after: '{"state":"cancelled"}' },
    };
    const bare: Omit<AuditEntry, 'id'> = {
      subject: 'refund',
      subjectId: 1,
      actor: 'job',
      action: 'settle',
      at: NOW + 1,
    };
    await subject.work(async ({ audit }) => {
      await audit.add('a', { ...full, seq: 1, hash: 'h1' });
      await audit.add('a', { ...bare, seq: 2, hash: 'h2' });
      await audit.add('a', { ...full, subject: 'order', seq: 3, hash: 'h3' });
      await audit.add('b', { ...full, seq: 1, hash: 'h1' });
    });
    expect(await subject.database.reader.read(({ audit }) => audit.of('a', 'refund', 1))).toStrictEqual([
      { ...full, id: 1 },
      { ...bare, id: 2 },
    ]);
  });

  test('a shop is added once', async () => {
    const shop = {
      code: 'a',
      currency: 'PLN',
      timezone: 'Europe/Warsaw',
      returnWindowDays: 14,
      strategy: 'oldest_first' as const,
      offersVouchers: false,
      acceptsReturns: false,
    };
    await subject.work(({ shops }) => shops.add(shop, NOW));
    expect(await refusalCode(subject.work(({ shops }) => shops.add({ ...shop, currency: 'EUR' }, NOW)))).toBe(
      'reference_taken',
    );
    expect(await subject.database.reader.read(({ shops }) => shops.find('a'))).toEqual({ ...shop, number: 1 });
    expect(await subject.database.reader.read(({ shops }) => shops.find('b'))).toBeUndefined();
    const changed = {
      ...shop,
      returnWindowDays: 30,
      strategy: 'largest_first',
      offersVouchers: true,
      acceptsReturns: true,
      number: 1,
    } as const;
    await subject.work(({ shops }) => shops.add({ ...shop, code: 'b' }, NOW));
    await subject.work(({ shops }) => shops.set({ ...changed, currency: 'EUR', timezone: 'UTC' }));
    expect(await subject.database.reader.read(({ shops }) => shops.find('a'))).toEqual(changed);
    expect(await subject.database.reader.read(({ shops }) => shops.find('b'))).toEqual({
      ...{ ...shop, code: 'b', number: 2 },
    });
  });

  test('a key is found by its id, listed by its shop, and revoked once', async () => {
    const key: ApiKeyRecord = {
      ...{ id: 'k1', shop: 'a', name: 'till', secretHash: 'ff', scopes: ['orders:read'], createdAt: NOW },
    };
    const other = { ...key, id: 'k2', shop: 'b', expiresAt: NOW + 9, scopes: [] };
    await subject.work(({ credentials }) => credentials.addKey(other));
    await subject.work(({ credentials }) => credentials.addKey(key));
    await subject.work(async ({ credentials }) => {
      expect(await credentials.findKey('k1')).toStrictEqual(key);
      expect(await credentials.findKey('k2')).toStrictEqual(other);
      expect(await credentials.findKey('k3')).toBeUndefined();
      expect(await credentials.listKeys('b')).toStrictEqual([other]);
      expect(await credentials.listKeys()).toEqual([key, other]);
      expect(await credentials.revokeKey('k3', NOW)).toBe(false);
      expect(await credentials.revokeKey('k1', NOW)).toBe(true);
      expect(await credentials.revokeKey('k1', NOW + 5)).toBe(true);
      expect(await credentials.findKey('k1')).toEqual({ ...key, revokedAt: NOW });
    });
  });

  test('a user name belongs to the first shop that took it, which may give it a new password', async () => {
    const login: LoginRecord = { shop: 'a', user: 'erp', sealedPassword: 'x', scopes: ['orders:read'], createdAt: NOW };
    await subject.work(({ credentials }) => credentials.putLogin(login));
    const theft = subject.work(({ credentials }) => credentials.putLogin({ ...login, shop: 'b', sealedPassword: 'z' }));
    expect(await refusalCode(theft)).toBe('reference_taken');
    await subject.work(({ credentials }) => credentials.putLogin({ ...login, sealedPassword: 'y', scopes: [] }));
    const found = await subject.work(({ credentials }) => credentials.findLogin('erp'));
    expect(found).toEqual({ ...login, sealedPassword: 'y', scopes: [] });
    expect(await subject.work(({ credentials }) => credentials.findLogin('eve'))).toBeUndefined();
  });

  test('a nonce is good once, until it is forgotten', async () => {
    const use = (nonce: string, now: number) =>
      subject.work(({ credentials }) => credentials.useNonce(nonce, now + 100, now));
    expect(await use('n', NOW)).toBe(true);
    expect(await use('n', NOW + 1)).toBe(false);
    expect(await use('m', NOW + 1)).toBe(true);
    expect(await use('n', NOW + 100)).toBe(false);
    expect(await use('n', NOW + 101)).toBe(true);
  });

  test('provider settings are replaced, and each shop has its own', async () => {
    const put = (shop: string, sealed: string) =>
      subject.work(({ providerSettings }) => providerSettings.put(shop, 'payu', sealed, NOW));
    await put('a', 'one');
    await put('a', 'two');
    await put('b', 'three');
    await subject.database.reader.read(async ({ providerSettings }) => {
      expect(await providerSettings.find('a', 'payu')).toBe('two');
      expect(await providerSettings.find('b', 'payu')).toBe('three');
      expect(await providerSettings.find('a', 'tpay')).toBeUndefined();
    });
  });

  test('a simulated refund is booked once and turns once, when its time has come', async () => {
    const booked: SimulatedRefund = {
      ...{ shop: 'a', providerKey: 'k', reference: 'sim_1', paymentReference: 'pay_1', amount: 5, currency: 'PLN' },
      ...{ status: 'pending', becomes: 'settled', becomesAt: NOW },
    };
    const { becomes: _, becomesAt: __, ...plain } = booked;
    const settled = { ...plain, status: 'settled' as const };
    await subject.work(({ simulatedBooks }) => simulatedBooks.add(booked));
    await subject.work(({ simulatedBooks }) => simulatedBooks.add({ ...booked, amount: 6 }));
    await subject.work(({ simulatedBooks }) => simulatedBooks.add({ ...settled, providerKey: 'other' }));
    await subject.work(async ({ simulatedBooks }) => {
      expect(await simulatedBooks.find('a', 'k')).toStrictEqual(booked);
      expect(await simulatedBooks.find('b', 'k')).toBeUndefined();
      expect(await simulatedBooks.turning(NOW - 1, 9)).toEqual([]);
      expect(await simulatedBooks.turning(NOW, 9)).toStrictEqual([booked]);
      await simulatedBooks.turn(booked);
      await simulatedBooks.turn(booked);
      expect(await simulatedBooks.find('a', 'k')).toStrictEqual(settled);
      expect(await simulatedBooks.turning(NOW, 9)).toEqual([]);
    });
  });
}
