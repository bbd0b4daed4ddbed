/** What a ledger says is left of an order is what the next refund is measured by: both are read in their own way. */
import { freeLines } from '../../src/domain/refund-content';
import { takenOf } from '../../src/services/taken';
import { acceptedReturn, caller, manualWish, openShop, ORDER, orderWish } from './gateway';

const mugs = (quantity: number) => ({ lines: [{ lineId: 1, quantity }] });

test('a ledger holds the units and the shipping that are taken', async () => {
  const gateway = await openShop(
    orderWish({ lines: [{ lineId: 1, sku: 'MUG', name: 'Mug', quantity: 9, price: '5.00' }], shipping: '15.00' }),
  );
  const { refunds, refundReader, returns } = gateway.services;
  const agrees = async (): Promise<number> => {
    const { order, freeUnits, shippingTaken } = await refundReader.ledger(caller, ORDER);
    const taken = await gateway.database.reader.read((stores) => takenOf(stores, caller.shop, ORDER));
    expect([freeUnits, shippingTaken]).toEqual([freeLines(order, taken.units), taken.shipping]);
    return shippingTaken;
  };
  expect(await agrees()).toBe(0);
  await refunds.addManual(caller, manualWish({ ...mugs(1), shipping: '5.00' }));
  const { id } = await refunds.addManual(caller, manualWish({ ...mugs(2), shipping: '3.00' }));
  expect(await agrees()).toBe(800);
  const first = await acceptedReturn(gateway, 2);
  const second = await acceptedReturn(gateway, 1);
  await refunds.addJoint(caller, { orderId: ORDER, returnIds: [first.id, second.id] });
  await agrees();
  const rejected = await returns.open(caller, { orderId: ORDER, ...mugs(1) });
  await agrees();
  await returns.reject(caller, { returnId: rejected.id, reason: 'worn' });
  await refunds.cancel(caller, { refundId: id });
  expect(await agrees()).toBe(500);
  await gateway.database.close();
});
