/** The messages of the nine methods, for the description of the API. What is right about a request is checked in params.ts. */

/** What a refund is for; `rma` is a complaint. */
export type SourceTypeWord = 'order' | 'return' | 'rma';

/** @example "2" */
export type PaymentNumberText = string;

export interface Faults {
  /**
   * 0 on success
   * @isInt
   */
  faultCode: number;
  /** Empty on success. */
  faultString: string;
}

interface SourceParams {
  sourceType: SourceTypeWord;
  /**
   * Serial number of an order, id of a return or of a complaint.
   * @isInt
   */
  sourceId: number;
}

interface MoneyParams {
  /** Decimals as the currency has them; the digits are read as sent. */
  refundValue: number;
  /** ISO 4217 code. */
  refundCurrency: string;
}

export interface AddAutomaticRefundParams {
  sourceType: 'return' | 'rma';
  /** @isInt */
  sourceId: number;
}

export interface AddAutomaticRefundForOrderParams extends MoneyParams {
  /**
   * Serial number of the order.
   * @isInt
   */
  sourceId: number;
  /** The payment that is given back: its number in the order, alone or as "10032-1". */
  paymentId: number | string;
}

export interface RefundDetails {
  /**
   * 0 or absent: the usual form. 1 bank transfer, 2 cash, 3 customer balance, 4 voucher.
   * @isInt
   */
  paymentFormId?: number;
  /** @isInt */
  paymentSystem?: number;
  /** The account that the money goes to. */
  account?: string;
  /** The customer's own account; used where `account` is empty. */
  clientAccount?: string;
}

export interface AddManualRefundParams extends SourceParams, MoneyParams {
  refundDetails?: RefundDetails;
}

export interface GetPossibleAutoRefundsQuery {
  sourceId: number;
  sourceType: SourceTypeWord;
}

export interface GetRefundStatusQuery {
  sourceId: number;
  /** The `refundId` of the refund, alone or as "10032-2". */
  paymentId: string;
  sourceType: SourceTypeWord;
}

export interface RefundParams extends SourceParams {
  /** The `refundId` of the refund, alone or as "10032-2". */
  paymentId: number | string;
}

export interface UpdateRefundParams extends RefundParams, MoneyParams {}

export interface RetrieveRefundsListQuery {
  sourceType: SourceTypeWord | 'all';
  /**
   * The first page is 1; 0 is the same page.
   * @isInt
   */
  resultsPage?: number;
  /**
   * 1 to 100; 100 when absent.
   * @isInt
   */
  resultsLimit?: number;
}

/** Clients that wrap `params` twice are understood as well. */
export interface AddAutomaticRefundBody {
  params: AddAutomaticRefundParams;
}
export interface AddAutomaticRefundForOrderBody {
  params: AddAutomaticRefundForOrderParams;
}
export interface AddManualRefundBody {
  params: AddManualRefundParams;
}
export interface UpdateRefundBody {
  params: UpdateRefundParams;
}
export interface ConfirmRefundBody {
  params: RefundParams;
}
export interface CancelRefundBody {
  params: RefundParams;
}

interface AddedRefund extends Faults {
  /**
   * Number of the new refund among the payments of its source; later sent as `paymentId`. Absent when nothing was added.
   * @isInt
   */
  refundId?: number;
}

export interface AddReply {
  result: AddedRefund;
}

interface PossibleRefund extends Faults {
  /** @isInt */
  paymentId: number;
  value: number;
  /** `full` where `value` is the whole payment. */
  refundType: 'full' | 'partial';
  refundCurrency: string;
}

export interface GetPossibleAutoRefundsReply {
  results: PossibleRefund[];
}

interface RefundStatusResult extends Faults {
  /** YYYY-MM-DD hh:mm:ss on the shop's own clock. */
  refundDateAdd: string;
  refundValue: number;
  refundStatus: 'Pending' | 'Processing' | 'Completed' | 'Failed' | 'Canceled';
  /** Empty until it was confirmed. */
  refundDateConfirm: string;
  /** The payment provider's own id of the refund; empty until it is known. */
  refundExternalId: string;
  refundCurrency: string;
}

export interface GetRefundStatusReply {
  result: RefundStatusResult;
}

interface UpdateResult extends Faults {
  updateResult: boolean;
}

export interface UpdateRefundReply {
  result: UpdateResult;
}

interface ConfirmResult extends Faults {
  confirmResult: boolean;
}

export interface ConfirmRefundReply {
  result: ConfirmResult;
}

interface CancelResult extends Faults {
  resultStatus: boolean;
}

export interface CancelRefundReply {
  result: CancelResult;
}

interface ListedRefund extends Faults {
  sourceType: SourceTypeWord;
  /** @isInt */
  sourceId: number;
  paymentId: PaymentNumberText;
  refundValue: number;
  refundCurrency: string;
}

export interface RetrieveRefundsListReply {
  results: ListedRefund[];
  /**
   * How many there are on all pages.
   * @isInt
   */
  resultsNumberAll?: number;
}

/** A refusal of the whole call; the same stands in `result`. */
export interface FailedCall {
  result?: Faults;
  results?: Faults[];
  errors: Faults;
}

interface DoorErrorBody {
  /** @isInt */
  code: number;
  message: string;
}

/** Errors of HTTP itself; the text stands in the header X-Error too. */
export interface DoorError {
  errors: DoorErrorBody;
}
