import { ChainAuditEntries1763700000006 } from './chain-audit-entries';
import { ComposeRefunds1766200000012 } from './compose-refunds';
import { CountAnswers1764900000009 } from './count-answers';
import { CoverListFilters1767300000400 } from './cover-list-filters';
import { CreateBookkeeping1762500000005 } from './create-bookkeeping';
import { CreateInbox1764300000008 } from './create-inbox';
import { CreateOrders1762500000002 } from './create-orders';
import { CreateRefunds1762500000004 } from './create-refunds';
import { CreateReturns1762500000003 } from './create-returns';
import { CreateShops1762500000001 } from './create-shops';
import { IndexSearches1767200000011 } from './index-searches';
import { IndexSkus1767300000600 } from './index-skus';
import { JoinRefunds1767300000200 } from './join-refunds';
import { KeepTickets1767300000501 } from './keep-tickets';
import { ListReturns1767300000100 } from './list-returns';
import { ListOrders1767300000201 } from './list-orders';
import { NumberRefunds1766000000010 } from './number-refunds';
import { OfferVouchers1767300000500 } from './offer-vouchers';
import { RememberFirstSend1764300000007 } from './remember-first-send';
import { RememberAccepted1767300000900 } from './remember-accepted';
import { SumRefunds1767300000700 } from './sum-refunds';
import { WalkOrders1767300000800 } from './walk-orders';
import { SellThroughChannels1766100000011 } from './sell-through-channels';

/** Every change of the tables, in the order of the numbers. One that was published is never edited. */
export const MIGRATIONS = [
  CreateShops1762500000001,
  CreateOrders1762500000002,
  CreateReturns1762500000003,
  CreateRefunds1762500000004,
  CreateBookkeeping1762500000005,
  ChainAuditEntries1763700000006,
  RememberFirstSend1764300000007,
  CreateInbox1764300000008,
  CountAnswers1764900000009,
  NumberRefunds1766000000010,
  SellThroughChannels1766100000011,
  ComposeRefunds1766200000012,
  IndexSearches1767200000011,
  ListReturns1767300000100,
  JoinRefunds1767300000200,
  ListOrders1767300000201,
  CoverListFilters1767300000400,
  OfferVouchers1767300000500,
  KeepTickets1767300000501,
  IndexSkus1767300000600,
  SumRefunds1767300000700,
  WalkOrders1767300000800,
  RememberAccepted1767300000900,
];
