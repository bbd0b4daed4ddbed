/** An amount added to (or, below zero, taken from) what is committed and what is refunded. */
export interface PotChange {
  readonly committed: number;
  readonly refunded: number;
}
