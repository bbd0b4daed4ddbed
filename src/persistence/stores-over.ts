import type { Clock, Stores } from '../services/ports';
import { SqlAuditStore } from './audit-store';
import { SqlChannelOrders } from './channel-orders';
import { SqlCredentialStore } from './credential-store';
import { SqlIdempotencyStore } from './idempotency-store';
import { SqlInboxStore } from './inbox-store';
import { SqlListings } from './listings';
import { SqlOrderStore } from './order-store';
import { SqlOutboxStore } from './outbox-store';
import { SqlProviderSettingsStore } from './provider-settings-store';
import { SqlRefundStore } from './refund-store';
import { SqlReturnStore } from './return-store';
import { SqlShopStore } from './shop-store';
import { SqlSimulatedBooks } from './simulated-books';
import type { Sql } from './sql';
import { SqlTicketStore } from './ticket-store';

/** All stores over the statements of one unit of work. */
export function storesOver(sql: Sql, clock: Clock): Stores {
  return {
    orders: new SqlOrderStore(sql),
    listings: new SqlListings(sql),
    channelOrders: new SqlChannelOrders(sql),
    returns: new SqlReturnStore(sql),
    refunds: new SqlRefundStore(sql),
    outbox: new SqlOutboxStore(sql, clock),
    inbox: new SqlInboxStore(sql),
    idempotency: new SqlIdempotencyStore(sql),
    audit: new SqlAuditStore(sql),
    shops: new SqlShopStore(sql),
    credentials: new SqlCredentialStore(sql),
    providerSettings: new SqlProviderSettingsStore(sql),
    tickets: new SqlTicketStore(sql),
    simulatedBooks: new SqlSimulatedBooks(sql),
  };
}
