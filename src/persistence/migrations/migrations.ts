import { CreateBookkeeping1762500000005 } from './create-bookkeeping';
import { CreateOrders1762500000002 } from './create-orders';
import { CreateRefunds1762500000004 } from './create-refunds';
import { CreateReturns1762500000003 } from './create-returns';
import { CreateShops1762500000001 } from './create-shops';

/** Every change of the tables, in the order of the numbers. One that was published is never edited. */
export const MIGRATIONS = [
  CreateShops1762500000001,
  CreateOrders1762500000002,
  CreateReturns1762500000003,
  CreateRefunds1762500000004,
  CreateBookkeeping1762500000005,
];
