/** The messages of this platform, for the description of the API. What is right about a request is checked in params.ts. */

export interface OrderStatusBody {
  code: string;
  label: string;
  type: string;
}

interface OrderItemBody {
  id: string;
  /** The sku. */
  product_id: string;
  name: string;
  /** @isInt */
  qty: number;
  /** Of one unit. */
  original_price: number;
  /** Of one unit, with its share of the discount of the item, rounded. */
  special_price: number;
}

export interface OrderBody {
  /** Sales channel, "-", number. */
  code: string;
  channel: string;
  placed_at: string | null;
  updated_at: string;
  total_ordered: number;
  shipping_cost: number;
  status: OrderStatusBody;
  items: OrderItemBody[];
}

export interface OrderList {
  /**
   * How many there are on all pages.
   * @isInt
   */
  total: number;
  orders: OrderBody[];
}

export interface OrderQuery {
  /**
   * From 1; 1 when absent.
   * @isInt
   */
  page?: number;
  /**
   * 1 to 100; 30 when absent.
   * @isInt
   */
  per_page?: number;
  /** The sales channel, exactly. */
  'filters[sale_system]'?: string;
  /** Codes of statuses, as the orders show them; filters[statuses] and filters[statuses][0], [1] and so on are the same. */
  'filters[statuses][]'?: string[];
}

export interface ItemBody {
  /** Number of the order, "-", number of the item. */
  id: string;
  name: string;
  product_id: string;
  sku_id: string;
  /** @isInt */
  quantity: number;
}

export interface ItemList {
  items: ItemBody[];
}

export interface RefundFormBody {
  /** Names the form together with `group`. */
  id: string;
  name: string;
  /** The most that can still be given back so. */
  limit: number;
  group: 'ORIGINAL_PAYMENT' | 'VOUCHER';
}

export interface RefundFormList {
  refunds: RefundFormBody[];
}

export interface TicketQuery {
  /** From `next_page`; the filters are passed over then. */
  cursor?: string;
  /** UNREAD, READ or ARCHIVED; any other is that of no ticket. */
  status?: string;
  /** Exactly as the tickets show it. */
  platform?: string;
}

export interface TicketBody {
  code: string;
  order_code: string;
  platform: string;
  status: string;
  mediation: boolean;
  warehouse: string | null;
  created_at: string;
  updated_at: string;
}

export interface TicketList {
  /** Null at the end. */
  next_page: string | null;
  sacs: TicketBody[];
}

interface NamedBody {
  id: string;
  name?: string;
}

interface CauseBody extends NamedBody {
  reason: NamedBody;
}

export interface InstanceItemBody {
  /** As the items of the order have it. */
  id: string;
  sku_id?: string;
  product_id?: string;
  /** @isInt */
  quantity: number;
}

interface ChosenFormBody {
  id: string;
  group: 'ORIGINAL_PAYMENT' | 'VOUCHER';
}

export interface InstanceRefundBody {
  id: string;
  name: string;
  status: 'PENDING' | 'APPROVED' | 'CANCELLED';
  value: number;
}

export interface InstanceBody {
  id: string;
  action: NamedBody;
  cause: CauseBody;
  items: InstanceItemBody[];
  /** Absent when none was asked for. */
  refunds?: InstanceRefundBody[];
  additional_note: string | null;
  status: 'OPEN' | 'IN_PROGRESS' | 'FINISHED' | 'CANCELLED';
  /** When it left OPEN. */
  start_task_date: string | null;
  created_at: string;
  updated_at: string;
}

export interface InstanceList {
  instances: InstanceBody[];
}

export interface OneInstance {
  instance: InstanceBody;
}

interface NewInstance {
  items: InstanceItemBody[];
  /** Its id is CANCEL, RETURN or EXCHANGE. */
  action: NamedBody;
  cause: CauseBody;
  /** Forms that the order offers; none for an exchange. */
  refunds?: ChosenFormBody[];
  additional_note?: string;
}

export interface NewInstanceBody {
  instance: NewInstance;
}

/** Either of the two beside the id. */
interface InstanceChange {
  id: string;
  status?: 'CANCELLED';
  refunds?: ChosenFormBody[];
}

export interface InstanceChangeBody {
  instance: InstanceChange;
}

/** Errors below /sac. */
export interface SacError {
  errors: SacErrorDetail;
}

interface SacErrorDetail {
  detail: string;
}

/** Errors everywhere else. */
export interface PlainError {
  error: string;
}
