/** SkyHub's clients: instances with the forms in which the customer wants the money, and what is still offered. */
import { SHOP } from '../gateway-under-test';
import { major, type Members } from './told';
import type { Dice } from './dice';
import type { Answered, Draw, MixedDoor, Reached, Wish } from './door';
import { exchange } from './exchange';
import { offeredForms, type OfferedTruth } from './offered-forms';
import {
  isHolding,
  sumOf,
  partsFor,
  type RefundTruth,
  type ReturnTruth,
  type TransactionTruth,
  type Truth,
} from './truth';

type Sent = 'GET' | 'POST' | 'PUT';

function ask({ address, login }: Reached, sent: Sent, path: string, body?: object): Promise<Answered> {
  return exchange(`${address}/sac/${path}`, {
    method: sent,
    headers: {
      'X-User-Email': login.user,
      // Clients write UTF-8 into a header; Node wants its bytes as Latin-1.
      'X-Api-Key': Buffer.from(login.password).toString('latin1'),
      'X-Accountmanager-Key': SHOP,
      ...{ Accept: 'application/json', 'Content-Type': 'application/json' },
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const codeOf = ({ channel, number }: Truth): string => encodeURIComponent(`${channel}-${number}`);

function wish(sent: Sent, truth: Truth, instance: object): Wish {
  const path = `${codeOf(truth)}/instances`;
  return {
    what: `SkyHub ${sent} ${path} ${JSON.stringify(instance)}`,
    send: (reached) => ask(reached, sent, path, { instance }),
  };
}

/** Mostly forms that are offered and give enough: a voucher instead, or every way in which was paid. */
function forms(dice: Dice, { payments }: Truth): object[] {
  const ways = [...new Set(payments.map(({ method }) => method))];
  const original = ways.map((method) => ({ id: idOf(method), group: 'ORIGINAL_PAYMENT' }));
  const voucher = { id: 'VOUCHER', group: 'VOUCHER' };
  if (dice.chance(15)) return [...original, voucher].filter(() => dice.chance(50));
  return dice.chance(40) ? [voucher] : original;
}

const createInstance: Draw = (dice, truth) => {
  const action =
    dice.one(
      truth.fulfilment === 'open'
        ? ['CANCEL', 'CANCEL', 'RETURN', 'EXCHANGE']
        : [...Array<string>(8).fill('RETURN'), 'EXCHANGE', 'CANCEL'],
    ) ?? 'RETURN';
  const items = dice.lines(truth).map(({ lineId, quantity }) => ({ id: `${truth.number}-${lineId}`, quantity }));
  if (items.length === 0 && !dice.chance(5)) return undefined;
  const refunds = dice.chance(80) ? forms(dice, truth) : [];
  return wish('POST', truth, {
    ...{ items, action: { id: action }, cause: { id: 'ARP', reason: { id: '183' } } },
    ...(action === 'EXCHANGE' || refunds.length === 0 ? {} : { refunds }),
  });
};

const withdraw: Draw = (dice, truth) => {
  const returned = dice.returned(truth, ['open', 'accepted']);
  return returned && wish('PUT', truth, { id: String(returned.id), status: 'CANCELLED' });
};

const choose: Draw = (dice, truth) => {
  const returned = dice.returned(truth, ['open']);
  return returned && wish('PUT', truth, { id: String(returned.id), refunds: forms(dice, truth) });
};

const idOf = (method: string): string => (method === 'card' ? 'CREDIT_CARD' : method.toUpperCase());

type Row = readonly [id: string, status: string, value: number];

/** One row for each form of a refund: what is under way is pending, what was paid is told with what was paid. */
function rowsOf(truth: Truth, refund: RefundTruth): Row[] {
  const methods = new Map<string, TransactionTruth[]>();
  for (const one of refund.transactions) {
    const payment = truth.payments.find(({ id }) => id === one.paymentId);
    const method = one.destination ?? payment?.method ?? '';
    methods.set(method, [...(methods.get(method) ?? []), one]);
  }
  return [...methods].map(([method, parts]) => {
    const settled = parts.filter(({ state }) => state === 'settled');
    const isUnderWay = parts.some((part) => isHolding(part) && part.state !== 'settled');
    if (isUnderWay) return [idOf(method), 'PENDING', major(sumOf(parts), truth)];
    if (settled.length > 0) return [idOf(method), 'APPROVED', major(sumOf(settled), truth)];
    return [idOf(method), 'CANCELLED', major(sumOf(parts), truth)];
  });
}

function promisedRows(truth: Truth, { state, promised }: ReturnTruth): Row[] {
  const status = ['open', 'accepted', 'received'].includes(state) ? 'PENDING' : 'CANCELLED';
  return promised
    .filter(({ amount }) => amount > 0)
    .map(({ method, amount }) => [idOf(method), status, major(amount, truth)]);
}

function instanceStatus({ state }: ReturnTruth, rows: readonly Row[]): string {
  if (state === 'open') return 'OPEN';
  if (state === 'rejected' || state === 'cancelled') return 'CANCELLED';
  if (rows.length === 0) return state === 'closed' ? 'FINISHED' : 'IN_PROGRESS';
  const statuses = rows.map(([, status]) => status);
  if (statuses.includes('PENDING')) return 'IN_PROGRESS';
  return statuses.includes('APPROVED') ? 'FINISHED' : 'CANCELLED';
}

function offered(truth: Truth): Row[] {
  const rowOf = ({ kind, method, limit }: OfferedTruth): Row => {
    const group = kind === 'voucher' ? 'VOUCHER' : 'ORIGINAL_PAYMENT';
    return [idOf(method), group, major(limit, truth)];
  };
  return offeredForms(truth).map(rowOf);
}

function expected(truth: Truth): unknown {
  return {
    offered: offered(truth),
    instances: truth.returns.map((returned) => {
      const refunds = partsFor(truth, returned);
      const rows =
        refunds.length > 0 ? refunds.flatMap((refund) => rowsOf(truth, refund)) : promisedRows(truth, returned);
      return [String(returned.id), instanceStatus(returned, rows), rows];
    }),
  };
}

interface InstanceTold {
  readonly id: string;
  readonly status: string;
  readonly refunds?: readonly { readonly id: string; readonly status: string; readonly value: number }[];
}

interface FormTold {
  readonly id: string;
  readonly group: string;
  readonly limit: number;
}

async function told(reached: Reached, truth: Truth): Promise<unknown> {
  const read = async (path: string): Promise<Members> => {
    const { isDone, text } = await ask(reached, 'GET', `${codeOf(truth)}/${path}`);
    if (!isDone) throw new Error(`SkyHub GET ${path}: ${text}`);
    return JSON.parse(text) as Members;
  };
  const instances = (await read('instances'))['instances'] as readonly InstanceTold[];
  const refunds = (await read('refunds'))['refunds'] as readonly FormTold[];
  return {
    offered: refunds.map(({ id, group, limit }) => [id, group, limit]),
    instances: instances.map(({ id, status, refunds: rows = [] }) => [
      ...[id, status, rows.map((row) => [row.id, row.status, row.value])],
    ]),
  };
}

export const skyhubDoor: MixedDoor = {
  name: 'SkyHub',
  draws: [createInstance, createInstance, createInstance, withdraw, choose],
  expected,
  told,
};
