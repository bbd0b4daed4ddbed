/** A return as this platform tells it (contract, section 4.2). */
import type { MerchantOrderShape } from './order-shapes';
import type { Failure, ListShape, MerchantStub, NoMeta, SchemaShape, Stub } from './shapes';

export type { Failure, SchemaShape };

export type ReturnStatus =
  | 'open'
  | 'accepted'
  | 'package_received'
  | 'closed_by_seller'
  | 'closed_by_buyer'
  | 'cancelled';

/** 1: exchange, 2: refund. */
export type ReturnType = 1 | 2;

/** The item that is returned. */
export interface ReturnItemShape {
  id: number;
  resource_uri: string;
  status: string;
  status_localized: string;
  /** Of one piece, without tax, with six places. */
  price: string;
  price_vat_included: string;
  amount_vat_included: string;
  /** Of one piece, with six places. */
  vat: string;
  shipping: string;
  sku: string;
  name: string;
  /** Its address. */
  merchant_order: string;
}

/** Who asked for the return, as far as the one who opened it said so. */
export interface ReturnUserShape {
  id: number;
  resource_uri: string;
  username: string | null;
  display_name: string | null;
  email: string | null;
  first_name: string | null;
  last_name: string | null;
}

export interface ListedReturnShape {
  id: number;
  resource_uri: string;
  status: ReturnStatus;
  status_localized: string;
  return_type: ReturnType;
  return_type_localized: string;
  /** Any whole number above 0; null for a return that was opened at another door. */
  reason: number | null;
  reason_localized: string;
  comment: string;
  /** What was given back for the return, or is about to be. */
  amount: string;
  closed: string | null;
  created_on: string;
  last_updated: string;
  external_id: string | null;
  from_list: boolean;
  starred: boolean;
  merchant: MerchantStub;
  merchant_order: Stub;
  order_id_number: string;
  offer_id: string;
  offer_name: string;
  offer_sku: string;
  order_item: ReturnItemShape;
  user: ReturnUserShape | null;
}

export interface ReturnShape extends ListedReturnShape {
  meta: NoMeta;
}

export type ReturnList = ListShape<ListedReturnShape>;

/** Each with its lookups, such as created_on__gte, status__in or external_id__icontains: docs/laets.md has them all. */
export interface ReturnsQuery {
  /**
   * 20 when absent, 100 at most; 0 is 100.
   * @isInt
   */
  limit?: number;
  /** @isInt */
  offset?: number;
  /** id, created_on, last_updated or status; with a minus sign from the last to the first. */
  order_by?: string;
  /** @isInt */
  id?: number;
  /** A number or a URI. */
  merchant?: string;
  merchant_order?: string;
  order_item?: string;
  user?: string;
  status?: ReturnStatus;
  return_type?: ReturnType;
  /** @isInt */
  reason?: number;
  external_id?: string;
  /** ISO 8601. */
  created_on?: string;
  last_updated?: string;
  closed?: string;
}

/** A URI, the number of the object, or the object itself with its resource_uri or id. */
export type Related = string | number | Record<string, unknown>;

export interface NewReturnBody {
  order_item: Related;
  merchant?: Related | null;
  user?: Related | null;
  /** 2 when absent. */
  return_type?: ReturnType;
  /** 16 when absent. */
  reason?: number;
  comment?: string | null;
  external_id?: string | null;
  starred?: boolean;
}

/** All else of a return is changed by its actions. */
export interface ChangeReturnBody {
  comment?: string | null;
  external_id?: string | null;
  starred?: boolean;
}

/** Nothing of it has to be said. */
export interface ReturnActionBody {
  /** The return's item must be among them. */
  order_items?: Related[];
  return_type?: ReturnType;
}

export interface NewReturnsBody {
  order_items: Related[];
  /** 2 when absent. */
  return_type?: ReturnType;
}

/** The merchant order after returns of its items were asked for. */
export interface ReturnedOrderShape extends MerchantOrderShape {
  created_return_request_ids: number[];
  /** Their addresses. */
  created_return_requests: string[];
}
