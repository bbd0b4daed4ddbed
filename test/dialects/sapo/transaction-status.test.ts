/** Each state that a transaction of a refund can have, and the platform's word for it (choice SAPO-15). */
import { FORMS } from '../../../src/dialects/sapo/form';
import { movementShapes } from '../../../src/dialects/sapo/transaction-shape';
import type { Order } from '../../../src/domain/order';
import type { Refund, Transaction } from '../../../src/domain/refund';
import type { TransactionState } from '../../../src/domain/transaction';

const order = { id: 450, currency: 'VND', payments: [{ id: 9001, method: 'card' }] } as unknown as Order;

test.each<[TransactionState, string]>([
  ['requested', 'pending'],
  ['approved', 'pending'],
  ['sending', 'pending'],
  ['pending', 'pending'],
  ['unknown', 'pending'],
  ['settled', 'success'],
  ['declined', 'failure'],
  ['cancelled', 'failure'],
  ['reversed', 'failure'],
])('%s is %s', (state, status) => {
  const transaction = { id: 1, paymentId: 9001, state, amount: 1, message: 'why' } as Transaction;
  const refund = { id: 7, currency: 'VND', createdAt: 0, transactions: [transaction] } as unknown as Refund;
  expect(movementShapes(order, refund, FORMS.number)).toMatchObject([
    { refund_id: 7, parent_id: 9001, gateway: 'card', kind: 'refund', status, message: 'why', error_code: null },
  ]);
});
