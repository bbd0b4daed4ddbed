/** Every case of every operation. An operation of the contract without cases does not compile. */
import type { OperationName } from '../../clients/doors';
import type { Case } from './case';
import * as composed from './composed-cases';
import * as orders from './order-cases';
import * as orderSteps from './order-step-cases';
import * as payback from './payback-cases';
import * as reading from './reading-cases';
import * as refunds from './refund-cases';
import * as returns from './return-cases';
import * as tickets from './ticket-cases';

export const CASES: Readonly<Record<OperationName, readonly Case[]>> = {
  ...refunds,
  ...reading,
  ...orders,
  ...returns,
  ...composed,
  ...payback,
  ...tickets,
  ...orderSteps,
};
export const OPERATION_NAMES = Object.keys(CASES) as OperationName[];
