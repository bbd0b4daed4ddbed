/** What a provider told by itself, kept until it is written down. */
export interface InboxRow {
  readonly id: number;
  readonly shop: string;
  readonly provider: string;
  readonly eventId: string;
  /** What the event says, read when its signature was checked: news as JSON. */
  readonly news: string;
  readonly attempts: number;
}

export type NewInboxRow = Omit<InboxRow, 'id' | 'attempts'> & {
  /** The event as it came in, for whoever has to find out what really was said. */
  readonly body: string;
};

export interface InboxStore {
  /** Keeps an event; false when one of the same shop, provider and event id was kept before. */
  add(row: NewInboxRow, at: number, due: number): Promise<boolean>;
  /** Takes one row for this unit of work, and counts the attempt; false when somebody else did meanwhile. */
  take(row: InboxRow): Promise<boolean>;
  finish(row: InboxRow, at: number): Promise<void>;
  /** Keeps it for another try at `due`; `at` is now. */
  park(row: InboxRow, at: number, due: number, problem: string): Promise<void>;
}

export interface InboxReads {
  /** Rows that are due, and rows from before the clock was set back: those would wait for it to come round again. */
  due(now: number, limit: number): Promise<InboxRow[]>;
  /** When the oldest event came in that is not written down yet; undefined when all are. */
  oldestReceived(): Promise<number | undefined>;
}
