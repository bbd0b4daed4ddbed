/** The messages of the gates of returns and complaints, for the description of the API. */
import type { Prepaid } from './orders-shapes';

/** Times may be given as `range[date][date_begin]` and `range[date][date_end]` as well. */
export interface GetReturnsQuery {
  /** Serial numbers of orders, with commas between them. */
  order_sn?: string;
  return_id?: string;
  /** With commas between them. */
  return_ids?: string;
  /**
   * 1 new, 2 accepted, 3 not accepted, 10 accepted, to pay out, 11 accepted, paid out, 13 cancelled; any other finds nothing.
   * @isInt
   */
  status?: number;
  /**
   * The first page is 0.
   * @isInt
   */
  results_page?: number;
  /**
   * 1 to 100; 100 when absent.
   * @isInt
   */
  results_limit?: number;
}

interface FoundReturn {
  /** @isInt */
  id: number;
  /** @isInt */
  order_sn: number;
  status: string;
  /** @isInt */
  status_numeric: number;
  currency: string;
  /** The refunds of the return. */
  prepaids: Prepaid[];
}

export interface GetReturnsReply {
  returns: FoundReturn[];
  /**
   * How many there are on all pages.
   * @isInt
   */
  results_number_all: number;
  /**
   * How many pages there are.
   * @isInt
   */
  results_number_page: number;
  /** @isInt */
  results_page: number;
  /** @isInt */
  results_limit: number;
}

export interface GetRmasQuery {
  /** With commas between them. */
  rmaIds?: string;
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

interface FoundRma {
  /** @isInt */
  rmaId: number;
  /** @isInt */
  orderSn: number;
  orderId: string;
  currency: string;
  /**
   * One of GET /rma/statuses.
   * @isInt
   */
  rmaStatus: number;
}

export interface GetRmasReply {
  rmas: FoundRma[];
  isErrors: boolean;
  /** @isInt */
  resultsNumberAll: number;
  /** @isInt */
  resultsNumberPage: number;
  /** @isInt */
  resultsPage: number;
  /** @isInt */
  resultsLimit: number;
}

interface Status {
  /** @isInt */
  id: number;
  name: string;
}

export interface GetStatusesReply {
  statuses: Status[];
}
