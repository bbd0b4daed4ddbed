/**
 * The floor: the same statements as the gateway behind a bare HTTP server that checks nothing. No framework, no ORM, no
 * domain, no validation. What the gateway loses against it is what its order and its care cost.
 */
import { createHash, randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import sqlite3 from 'sqlite3';
import { ulid } from 'ulid';
import { Connection, GroupCommit, type Row } from './connection';
import * as sql from './statements';

const FINGERPRINT = '0'.repeat(64);

interface Wish {
  readonly path: readonly string[];
  readonly body: { readonly paymentId?: number; readonly amount?: string };
  readonly apiKey: string;
  readonly idempotencyKey: string;
}

export class FloorServer {
  private readonly server = http.createServer((request, response) => this.serve(request, response));
  private readonly group: GroupCommit;

  private constructor(
    private readonly writer: Connection,
    private readonly reader: Connection,
  ) {
    this.group = new GroupCommit(writer);
  }

  static async open(path: string): Promise<FloorServer> {
    const writer = await Connection.open(path, sqlite3.OPEN_READWRITE, sql.WRITER_PRAGMAS);
    return new FloorServer(writer, await Connection.open(path, sqlite3.OPEN_READONLY, sql.READER_PRAGMAS));
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
    await this.reader.close();
    await this.writer.close();
  }

  private serve(request: http.IncomingMessage, response: http.ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const wish: Wish = {
        path: (request.url ?? '').split('/'),
        body: text === '' ? {} : (JSON.parse(text) as Wish['body']),
        apiKey: request.headers.authorization ?? '',
        idempotencyKey: String(request.headers['idempotency-key']),
      };
      this.answer(wish).then(
        (value) => {
          const json = JSON.stringify(value);
          response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(json) });
          response.end(json);
        },
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
  }

  /** `/rest/v1/orders/7/refunds/automatic`, `/rest/v1/refunds/7/confirm`, `/rest/v1/refunds/7/status`. */
  private async answer(wish: Wish): Promise<object> {
    const [, , , noun, id = '', verb] = wish.path;
    const [key] = await this.reader.rows(sql.FIND_KEY, [
      wish.apiKey.slice('Bearer rgw_'.length).split('_', 1)[0] ?? '',
    ]);
    if (!key) throw new Error('unknown key');
    if (verb === 'status') return shape(await this.reader.rows(sql.FIND_REFUND, [String(key.shop), Number(id)]));
    const change = noun === 'orders' ? this.create(key, Number(id), wish) : this.confirm(key, Number(id), wish);
    return this.group.run(change);
  }

  private create(key: Row, orderId: number, { body, idempotencyKey }: Wish): () => Promise<object> {
    const { writer } = this;
    const shop = String(key.shop);
    return async () => {
      await writer.rows(sql.FIND_ANSWER, [shop, `key:${key.id}`, idempotencyKey]);
      const { found, payment } = await this.order(shop, orderId);
      const amount = Math.round(Number(body.amount) * 100);
      const paymentId = body.paymentId ?? 0;
      const now = Date.now();
      const ordinal = Number(found?.lastOrdinal) + 1;
      await writer.run(sql.TAKE_ORDINAL, [ordinal, shop, orderId]);
      await writer.run(sql.CHANGE_ORDER, [amount, 0, shop, orderId]);
      await writer.run(sql.CHANGE_PAYMENT, [amount, 0, shop, orderId, paymentId]);
      const refundId = await writer.run(sql.ADD_REFUND, [
        ...[
          shop,
          orderId,
          null,
          'order',
          orderId,
          ordinal,
          'automatic',
          amount,
          'PLN',
          0,
          amount,
          null,
          null,
          null,
          now,
        ],
      ]);
      const provider = payment?.provider ?? '';
      const added = [
        shop,
        refundId,
        'requested',
        amount,
        paymentId,
        provider,
        null,
        null,
        ulid(),
        null,
        null,
        null,
        null,
        now,
      ];
      const t_id = await writer.run(sql.ADD_TRANSACTION, added);
      const transaction = { t_id, t_state: 'requested', t_amount: amount, t_payment: paymentId, t_provider: provider };
      const refund = { id: refundId, orderId, amount, currency: 'PLN', createdAt: now, confirmedAt: null };
      const answer = shape([{ ...refund, sourceType: 'order', method: 'automatic', ...transaction, t_updated: now }]);
      await this.remember(key, idempotencyKey, refundId, 'addAutomaticRefundForOrder', answer);
      return answer;
    };
  }

  private confirm(key: Row, refundId: number, { idempotencyKey }: Wish): () => Promise<object> {
    const { writer } = this;
    const shop = String(key.shop);
    return async () => {
      await writer.rows(sql.FIND_ANSWER, [shop, `key:${key.id}`, idempotencyKey]);
      const [found] = await writer.rows(sql.FIND_ORDER_OF, [shop, refundId]);
      await this.order(shop, Number(found?.orderId));
      await writer.rows(sql.FIND_REFUND, [shop, refundId]);
      const transactions = await writer.rows(sql.FIND_TRANSACTIONS, [shop, refundId]);
      const now = Date.now();
      for (const { id = 0 } of transactions) {
        await writer.run(sql.MOVE, ['approved', now, null, null, null, null, shop, id, 'requested']);
        await writer.run(sql.ADD_TASK, [shop, id, now]);
      }
      await writer.run(sql.CONFIRM, [now, shop, refundId]);
      const answer = shape(await writer.rows(sql.FIND_REFUND, [shop, refundId]));
      await this.remember(key, idempotencyKey, refundId, 'confirmRefund', answer);
      return answer;
    };
  }

  private async order(shop: string, orderId: number): Promise<{ found: Row | undefined; payment: Row | undefined }> {
    // At once, as the gateway does.
    const [[found], , [payment]] = await Promise.all([
      this.writer.rows(sql.FIND_ORDER, [shop, orderId]),
      this.writer.rows(sql.FIND_LINES, [shop, orderId]),
      this.writer.rows(sql.FIND_PAYMENTS, [shop, orderId]),
    ]);
    return { found, payment };
  }

  private async remember(key: Row, idempotencyKey: string, id: number, deed: string, answer: object): Promise<void> {
    const standing = '{"amount":"1.00","currency":"PLN","state":"requested"}';
    const shop = String(key.shop);
    const now = Date.now();
    const before = deed === 'confirmRefund' ? standing : null;
    const [head] = await this.writer.rows(sql.FIND_HEAD, [shop]);
    const seq = Number(head?.seq ?? 0) + 1;
    const entry = ['refund', id, 'bench', deed, randomUUID(), before, standing, now];
    const hash = createHash('sha256')
      .update(`${head?.hash} ${JSON.stringify(entry)}`)
      .digest('hex');
    await this.writer.run(sql.ADD_AUDIT, [shop, seq, hash, ...entry]);
    await this.writer.run(sql.MOVE_HEAD, [shop, seq, hash]);
    const remembered = [deed, FINGERPRINT, JSON.stringify(answer), now];
    await this.writer.run(sql.ADD_ANSWER, [shop, `key:${key.id}`, idempotencyKey, ...remembered]);
  }
}

/** About as much text as the gateway answers. */
function shape(rows: readonly Row[]): object {
  const [first] = rows;
  if (!first) throw new Error('no such refund');
  const { id, orderId, amount, currency, sourceType, method, createdAt, confirmedAt } = first;
  return {
    ...{ refundId: id, orderId, sourceType, sourceId: orderId, method, state: first.t_state },
    ...{ amount: (Number(amount) / 100).toFixed(2), currency, createdAt: new Date(Number(createdAt)).toISOString() },
    ...(confirmedAt === null ? {} : { confirmedAt: new Date(Number(confirmedAt)).toISOString() }),
    transactions: rows.map((row) => ({
      ...{ transactionId: row.t_id, state: row.t_state, amount: (Number(row.t_amount) / 100).toFixed(2), currency },
      ...{ paymentId: row.t_payment, provider: row.t_provider },
      updatedAt: new Date(Number(row.t_updated)).toISOString(),
    })),
  };
}
