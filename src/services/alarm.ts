/** Something that a person must look at. */
export interface Alarm {
  readonly code:
    | 'outcome_contradicted'
    | 'outcome_mismatched'
    | 'refund_not_imported'
    | 'news_not_placed'
    | 'work_failed';
  readonly shop: string;
  readonly message: string;
  readonly transactionId?: number;
  /** What was thrown, where something was. */
  readonly cause?: unknown;
}

/** Tells whoever runs the gateway, at once and loudly. Never throws. */
export type RaiseAlarm = (alarm: Alarm) => void;
