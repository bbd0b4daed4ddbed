/** The ledger, for reading (choice LAETS-18). Its members are ours but for those that the vendor's own tests name. */

export interface TransactionShape {
  id: number;
  pk: number;
  resource_uri: string;
  /** 1: a sale, 2: a refund. */
  transaction_type: number;
  /** Below zero for a refund. */
  amount: string;
  currency: string;
  order: string;
  merchant_order: string;
  /** The refund's address; null for a sale. */
  refund: string | null;
  timestamp: string;
  from_list: boolean;
}

/** What of a transaction one side has got, or paid: the application, or the store. */
export interface TransactionPartShape {
  id: number;
  pk: number;
  resource_uri: string;
  transaction: string;
  amount: string;
  currency: string;
  timestamp: string;
  from_list: boolean;
}
