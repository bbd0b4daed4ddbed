/** Everything that may be asked of us, by noun. Doors (dialects, jobs, the command line) are given this and nothing deeper. */
import type { AuditService } from './audit-service';
import type { CredentialService } from './credential-service';
import type { DispatchService } from './dispatch-service';
import type { ExportService } from './export-service';
import type { ImportService } from './import-service';
import type { ItemReturnService } from './item-return-service';
import type { MerchantReader } from './merchant-reader';
import type { OrderService } from './order-service';
import type { OutcomeWatch } from './outcome-watch';
import type { ProviderDirectory } from './provider-directory';
import type { RefundReader } from './refund-reader';
import type { RefundService } from './refund-service';
import type { ReturnService } from './return-service';
import type { ShopService } from './shop-service';
import type { SourceReader } from './source-reader';
import type { TicketService } from './ticket-service';
import type { WebhookService } from './webhook-service';

export interface Services {
  readonly audit: AuditService;
  readonly credentials: CredentialService;
  readonly orders: OrderService;
  readonly merchant: MerchantReader;
  readonly returns: ReturnService;
  readonly itemReturns: ItemReturnService;
  readonly refunds: RefundService;
  readonly refundReader: RefundReader;
  readonly outcomes: OutcomeWatch;
  readonly sources: SourceReader;
  readonly shops: ShopService;
  readonly tickets: TicketService;
  readonly providers: ProviderDirectory;
  readonly dispatch: DispatchService;
  readonly webhooks: WebhookService;
  readonly imports: ImportService;
  readonly exports: ExportService;
}
