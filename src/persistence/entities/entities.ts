import { AccessTokenRow } from './access-token-row';
import { ApiKeyRow } from './api-key-row';
import { AuditEntryRow } from './audit-entry-row';
import { AuditHeadRow } from './audit-head-row';
import { IdempotencyKeyRow } from './idempotency-key-row';
import { InboxRow } from './inbox-row';
import { LoginRow } from './login-row';
import { OrderRow } from './order-row';
import { OrderLineRow } from './order-line-row';
import { OutboxRow } from './outbox-row';
import { PaymentRow } from './payment-row';
import { ProviderSettingsRow } from './provider-settings-row';
import { RefundAdjustmentRow } from './refund-adjustment-row';
import { RefundRow } from './refund-row';
import { RefundLineRow } from './refund-line-row';
import { ReturnRow } from './return-row';
import { ReturnLineRow } from './return-line-row';
import { ShopRow } from './shop-row';
import { SimulatedRefundRow } from './simulated-refund-row';
import { TicketRow } from './ticket-row';
import { TransactionRow } from './transaction-row';
import { UsedNonceRow } from './used-nonce-row';

/** Every table as a class. Indexes and rules are written in the migrations, which alone make tables. */
export const ENTITIES = [
  ShopRow,
  ApiKeyRow,
  LoginRow,
  UsedNonceRow,
  AccessTokenRow,
  ProviderSettingsRow,
  OrderRow,
  OrderLineRow,
  PaymentRow,
  ReturnRow,
  ReturnLineRow,
  RefundRow,
  RefundLineRow,
  RefundAdjustmentRow,
  TransactionRow,
  OutboxRow,
  InboxRow,
  IdempotencyKeyRow,
  AuditEntryRow,
  AuditHeadRow,
  SimulatedRefundRow,
  TicketRow,
];
