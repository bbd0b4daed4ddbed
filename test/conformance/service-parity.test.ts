/**
 * What a platform's client can ask of the services, a client of our own API can ask too, or docs/parity.md says why not. A new
 * public method of a service, or a new member of a wish, is missed here until it has its row.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { callOperation } from '../../src/dialects/own/operations';
import type { Services } from '../../src/services/services';
import type { OperationTypes } from '../../generated/contract';
import type { AnyRequest, OperationName } from '../clients/doors';
import { caller } from '../services/gateway';
import { CASES, OPERATION_NAMES } from './cases/all-cases';

interface Reason {
  readonly why: string;
}
/** An operation of our own, or why there is none. */
type Row = OperationName | Reason;
/** Services that no caller of an API asks. Of all others the compiler asks for the rows below. */
const OTHERS = {
  audit: 'of the command line; `getRefund` tells the entries of a refund',
  credentials: 'of the command line, and of platforms with tokens of their own',
  shops: 'of the command line',
  providers: 'of the command line and the worker',
  dispatch: 'of the worker',
  webhooks: 'of the payment providers and the worker',
  imports: 'of the command line',
  exports: 'of the command line',
} satisfies Partial<Record<keyof Services, string>>;
type Asked = Omit<Services, keyof typeof OTHERS>;

const INSIDE: Reason = { why: 'inside a unit of work that does more: the import' };

const ROWS: { readonly [S in keyof Asked]: Readonly<Record<keyof Asked[S], Row>> } = {
  orders: {
    put: 'putOrder',
    putIn: INSIDE,
    confirm: 'confirmOrder',
    send: 'sendOrder',
    cancel: 'cancelOrder',
    get: 'getOrder',
    coded: { why: 'a word of SkyHub, CHANNEL-NUMBER; `searchOrders` finds orders by their numbers' },
    ofChannels: { why: 'what SkyHub calls all orders; `listOrders` lists them, with their channels' },
    list: 'listOrders',
  },
  returns: {
    open: 'openReturn',
    openIn: INSIDE,
    accept: 'acceptReturn',
    acceptIn: { why: 'inside a unit of work that does more: a shop that accepts by itself, on laets' },
    amend: 'amendReturn',
    reject: 'rejectReturn',
    receive: 'receiveReturn',
    close: 'closeReturn',
    closeAnyway: 'closeReturnAnyway',
    cancel: 'cancelReturn',
    withdraw: 'withdrawReturn',
    choosePayback: 'choosePayback',
    reopen: 'reopenReturn',
    get: 'getReturn',
    list: 'listReturns',
    bringIn: INSIDE,
  },
  itemReturns: {
    open: { why: 'on laets a return is of one item; `openReturn` takes any units of an order at once' },
    list: {
      why: 'what clients of laets may combine; `listReturns` and `searchReturns` find returns by what is asked most',
    },
    get: { why: 'laets shows a return with its order: `getReturn` and `getOrder`' },
    inOrder: { why: 'laets shows a return with its order: `getReturn` and `getOrder`' },
  },
  refunds: {
    addAutomatic: 'addAutomaticRefund',
    addAutomaticForOrder: 'addAutomaticRefundForOrder',
    addManual: 'addManualRefund',
    addComposed: 'addComposedRefund',
    addJoint: 'addJointRefund',
    update: 'updateRefund',
    confirm: 'confirmRefund',
    cancel: 'cancelRefund',
    resolve: 'resolveRefund',
  },
  refundReader: {
    possible: 'getPossibleAutoRefunds',
    forms: 'getRefundForms',
    ofReturns: 'getOrderReturns',
    status: 'getRefundStatus',
    list: 'retrieveRefundsList',
    listed: { why: 'what clients of laets may combine; `retrieveRefundsList` lists refunds by what is asked most' },
    parts: { why: 'what laets tells of a refund with the answer that made it; `getRefund` tells it' },
    drafts: {
      why: 'counted pages of what `retrieveRefundsList` lists by cursor: a draft that is confirmed moves no other',
    },
    numbered: { why: 'for platforms that know refunds by their number in a source; ours have ids, and tell `ordinal`' },
    get: 'getRefund',
    requireLedgers: { why: 'a check of scopes before Sapo adds a refund; no wish of its own' },
    ledger: 'getOrderLedger',
    ledgers: {
      why: 'counted pages of `getOrderLedger`, as Sapo has them; `listOrders` and `searchOrders` say which orders',
    },
    suggest: 'suggestRefund',
    quote: 'quoteRefund',
  },
  tickets: {
    put: 'putTicket',
    putIn: INSIDE,
    get: 'getTicket',
    list: 'listTickets',
  },
  merchant: {
    requireOrders: { why: 'a check of scopes before laets changes a merchant order; no wish of its own' },
    order: { why: 'laets shows an order with its returns: `getOrder` and `getOrderReturns`' },
    orders: {
      why: 'what clients of laets may combine; `listOrders` and `searchOrders` find orders by what is asked most',
    },
    item: { why: 'on laets a line has an id of its own; ours are lines of an order: `getOrder`' },
    items: { why: 'on laets a line has an id of its own; ours are lines of an order: `searchOrders` and `getOrder`' },
    bookings: {
      why: "a merchant's account on laets, worked out of orders and refunds: `listOrders`, `retrieveRefundsList`",
    },
  },
  outcomes: {
    outcomeOf: { why: 'laets lets its callers wait; ours are answered at once, and `getRefundStatus` tells the rest' },
    end: { why: 'of the process, when it ends' },
  },
  sources: {
    entry: { why: 'IdoSell numbers payments and refunds together; ours have ids: `getOrder`, `getRefund`' },
    orders: 'searchOrders',
    returns: 'searchReturns',
  },
};

type KeyOf<T> = T extends unknown ? keyof T & string : never;
type WishOf<S extends keyof Asked, M extends keyof Asked[S]> = Asked[S][M] extends (
  caller: never,
  wish: infer W,
) => unknown
  ? W
  : never;
/** Members of a wish that the request of our own operation does not have. */
type Untold<S extends keyof Asked, M extends keyof Asked[S], N extends OperationName> = Readonly<
  Record<Exclude<KeyOf<WishOf<S, M>>, keyof OperationTypes[N]['request']>, string>
>;

const DRAFT = 'drafts of no money are of IdoSell; our own refunds have an amount from the start';
const UNFULFILLED = 'IdoSell refunds orders by itself only until they are fulfilled; who asks us decides that himself';
const EXPECTED = 'on laets each step names the item and the compensation again, and is refused where they are others';
const SAID = "a platform's own words, which it wants to hear again; ours are `reference`, `reason` and `note`";

/** The compiler asks for a row here when a wish learns a member that our own request does not have. */
const MEMBERS: {
  readonly addAutomaticRefund: Untold<'refunds', 'addAutomatic', 'addAutomaticRefund'>;
  readonly addAutomaticRefundForOrder: Untold<'refunds', 'addAutomaticForOrder', 'addAutomaticRefundForOrder'>;
  readonly addManualRefund: Untold<'refunds', 'addManual', 'addManualRefund'>;
  readonly addComposedRefund: Untold<'refunds', 'addComposed', 'addComposedRefund'>;
  readonly addJointRefund: Untold<'refunds', 'addJoint', 'addJointRefund'>;
  readonly updateRefund: Untold<'refunds', 'update', 'updateRefund'>;
  readonly confirmRefund: Untold<'refunds', 'confirm', 'confirmRefund'>;
  readonly cancelRefund: Untold<'refunds', 'cancel', 'cancelRefund'>;
  readonly resolveRefund: Untold<'refunds', 'resolve', 'resolveRefund'>;
  readonly getPossibleAutoRefunds: Untold<'refundReader', 'possible', 'getPossibleAutoRefunds'>;
  readonly suggestRefund: Untold<'refundReader', 'suggest', 'suggestRefund'>;
  readonly quoteRefund: Untold<'refundReader', 'quote', 'quoteRefund'>;
  readonly retrieveRefundsList: Untold<'refundReader', 'list', 'retrieveRefundsList'>;
  readonly putOrder: Untold<'orders', 'put', 'putOrder'>;
  readonly confirmOrder: Untold<'orders', 'confirm', 'confirmOrder'>;
  readonly listOrders: Untold<'orders', 'list', 'listOrders'>;
  readonly openReturn: Untold<'returns', 'open', 'openReturn'>;
  readonly amendReturn: Untold<'returns', 'amend', 'amendReturn'>;
  readonly acceptReturn: Untold<'returns', 'accept', 'acceptReturn'>;
  readonly rejectReturn: Untold<'returns', 'reject', 'rejectReturn'>;
  readonly receiveReturn: Untold<'returns', 'receive', 'receiveReturn'>;
  readonly closeReturn: Untold<'returns', 'close', 'closeReturn'>;
  readonly choosePayback: Untold<'returns', 'choosePayback', 'choosePayback'>;
  readonly withdrawReturn: Untold<'returns', 'withdraw', 'withdrawReturn'>;
  readonly listReturns: Untold<'returns', 'list', 'listReturns'>;
} = {
  addAutomaticRefund: {},
  addAutomaticRefundForOrder: {
    draft: DRAFT,
    unfulfilledOnly: UNFULFILLED,
    paymentOrdinal: 'IdoSell numbers payments and refunds together; ours have ids',
  },
  addManualRefund: { draft: DRAFT },
  addComposedRefund: {
    notify: "Sapo's clients ask for a mail by it; the gateway sends none, and who asks us tells his customer himself",
  },
  addJointRefund: {
    confirmedOnly: 'laets refunds an order only once its merchant has confirmed it; who asks us decides that himself',
    said: SAID,
  },
  updateRefund: { draft: DRAFT },
  confirmRefund: { unfulfilledOnly: UNFULFILLED },
  cancelRefund: { unconfirmedOnly: 'IdoSell refunds are final once they are confirmed; ours until they are sent' },
  resolveRefund: {},
  getPossibleAutoRefunds: {
    unfulfilledOnly: UNFULFILLED,
    refundableOnly: 'IdoSell refuses where nothing can be refunded; ours answers that nothing is left',
  },
  suggestRefund: {},
  quoteRefund: {},
  retrieveRefundsList: {},
  putOrder: {},
  confirmOrder: {},
  listOrders: {},
  openReturn: {
    goodsBack: 'SkyHub says that the customer has the goods; ours says so by `kind`',
    said: SAID,
  },
  amendReturn: { said: SAID },
  acceptReturn: {
    expected: EXPECTED,
    orAccepted: 'laets accepts twice; ours refuses, and an idempotency key makes repeats safe',
  },
  rejectReturn: {},
  receiveReturn: { expected: EXPECTED },
  closeReturn: { expected: EXPECTED },
  choosePayback: {},
  withdrawReturn: { expected: EXPECTED },
  listReturns: {},
};

const rows = Object.entries(ROWS).flatMap(([service, methods]) =>
  Object.entries<Row>(methods).map(([method, row]) => ({ service, method, row })),
);
const read = (name: string): string => readFileSync(path.join(__dirname, '../..', name), 'utf8');

/** The public methods of the class that stands behind a member of Services, as its source has them. */
function publicMethods(service: string): string[] {
  const [, name = ''] = new RegExp(`readonly ${service}: (\\w+);`).exec(read('src/services/services.ts')) ?? [];
  const [, file = ''] =
    new RegExp(`import type \\{ ${name} \\} from '\\./([^']+)'`).exec(read('src/services/services.ts')) ?? [];
  const source = ts.createSourceFile(file, read(`src/services/${file}.ts`), ts.ScriptTarget.Latest);
  const found = source.statements.filter(ts.isClassDeclaration).find((one) => one.name?.text === name);
  const methods = [...(found?.members ?? [])].filter((member) => ts.isMethodDeclaration(member));
  const isHidden = (method: ts.MethodDeclaration): boolean =>
    method.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword) ?? false;
  return methods.filter((method) => !isHidden(method)).map((method) => method.name.getText(source));
}

test.each(Object.keys(ROWS))('every public method of %s has its row', (service) => {
  const named = rows.filter((row) => row.service === service).map(({ method }) => method);
  expect(publicMethods(service).length).toBeGreaterThan(1);
  expect(publicMethods(service).sort()).toEqual(named.sort());
});

test('every service that callers may ask has its methods listed, and of the others it is said who asks them', () => {
  const members = [...read('src/services/services.ts').matchAll(/^ {2}readonly (\w+):/gm)].map(([, name]) => name);
  expect(members.sort()).toEqual([...Object.keys(ROWS), ...Object.keys(OTHERS)].sort());
});

test('every operation is the own one of one method', () => {
  const named = rows.flatMap(({ row }) => (typeof row === 'string' ? [row] : []));
  expect(named.sort()).toEqual([...OPERATION_NAMES].sort());
});

const granted = rows.flatMap(({ service, method, row }) =>
  typeof row === 'string' ? [[row, service, method] as const] : [],
);

test.each(granted)('%s asks %s.%s and nothing else', async (operation, service, method) => {
  const asked: string[] = [];
  const enough = new Error('asked');
  const recorder = (name: string): object =>
    new Proxy(
      {},
      { get: (_target, called) => () => (asked.push(`${name}.${String(called)}`), Promise.reject(enough)) },
    );
  const services = new Proxy({} as Services, { get: (_target, name) => recorder(String(name)) });
  const request = CASES[operation].find(({ refused }) => !refused)?.request as AnyRequest;
  await expect(callOperation(operation, services, caller, request as never)).rejects.toBe(enough);
  expect(asked).toEqual([`${service}.${method}`]);
});

test('docs/parity.md tells the same, row by row', () => {
  const text = read('docs/parity.md');
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const methods = rows.map(({ service, method, row }) =>
    line([`\`${service}.${method}\``, typeof row === 'string' ? `\`${row}\`` : `none: ${row.why}`]),
  );
  const members = Object.entries(MEMBERS).flatMap(([operation, reasons]) =>
    Object.entries<string>(reasons).map(([member, why]) => line([`\`${operation}\``, `\`${member}\``, why])),
  );
  const others = Object.entries(OTHERS).map(([service, why]) => line([`\`${service}\``, why]));
  const told = text.split('\n').filter((row) => row.startsWith('| `'));
  expect(told).toEqual([...methods, ...members, ...others]);
});
