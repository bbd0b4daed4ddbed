/** The messages of the orders gate, for the description of the API. */

export interface GetOrdersQuery {
  /** Numbers that customers know, with commas between them; the serial number of an order that has no other. */
  ordersIds?: string;
  /** With commas between them. */
  ordersSerialNumbers?: string;
  /**
   * The first page is 0.
   * @isInt
   */
  resultsPage?: number;
  /**
   * 1 to 100; 100 when absent.
   * @isInt
   */
  resultsLimit?: number;
}

interface OrdersDateRange {
  /** `add` when absent. */
  ordersDateType?: 'add' | 'modified';
  /** YYYY-MM-DD, with or without hh:mm:ss, on the shop's own clock. */
  ordersDateBegin?: string;
  /** Included; a day counts whole. */
  ordersDateEnd?: string;
}

interface OrdersRange {
  ordersDateRange?: OrdersDateRange;
}

interface SearchOrdersParams {
  ordersIds?: string[];
  ordersSerialNumbers?: number[];
  /** `new`, `finished`, `canceled`; any other finds nothing. */
  ordersStatuses?: string[];
  ordersRange?: OrdersRange;
  /**
   * The first page is 0.
   * @isInt
   */
  resultsPage?: number;
  /**
   * 1 to 100; 100 when absent.
   * @isInt
   */
  resultsLimit?: number;
}

export interface SearchOrdersBody {
  params: SearchOrdersParams;
}

/** A payment, or a refund of ours. */
export interface Prepaid {
  /**
   * The same as `paymentOrdinalNumber`.
   * @isInt
   */
  prepaidId: number;
  /** @isInt */
  paymentOrdinalNumber: number;
  /** @example "1234-1" */
  paymentNumber: string;
  /** `pending` is booked, `processed` waits to be. */
  paymentStatus: 'pending' | 'processed' | 'cancelled';
  /** `repayment` is a refund. */
  paymentType: 'payment' | 'repayment';
  /**
   * Of manual refunds.
   * @isInt
   */
  payformId?: number;
  payformName?: string;
  paymentValue: number;
  currencyId: string;
}

interface OrderCurrency {
  currencyId: string;
}

interface OrderPayments {
  orderCurrency: OrderCurrency;
}

interface OrderDetails {
  orderStatus: 'new' | 'finished' | 'canceled';
  payments: OrderPayments;
  prepaids: Prepaid[];
}

interface FoundOrder {
  orderId: string;
  /** @isInt */
  orderSerialNumber: number;
  orderDetails: OrderDetails;
}

export interface GetOrdersReply {
  Results: FoundOrder[];
  /**
   * How many there are on all pages.
   * @isInt
   */
  resultsNumberAll: number;
  /**
   * How many pages there are.
   * @isInt
   */
  resultsNumberPage: number;
  /** @isInt */
  resultsPage: number;
  /** @isInt */
  resultsLimit: number;
}
