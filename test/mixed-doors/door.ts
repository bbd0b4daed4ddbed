/** One door of the gateway as a client of its platform uses it: what it may ask, and what it is told of the order. */
import type { GatewayUnderTest } from '../gateway-under-test';
import type { Dice } from './dice';
import type { Truth } from './truth';

/** The gateway as all clients reach it. */
export type Reached = Pick<GatewayUnderTest, 'address' | 'key' | 'login' | 'ask'>;

export interface Answered {
  readonly isDone: boolean;
  /** The HTTP status. A refusal has one below 500, but over SOAP. */
  readonly status: number;
  readonly text: string;
}

/** A wish that can be sent. */
export interface Wish {
  /** For a person who reads what a failed run did. */
  readonly what: string;
  send(reached: Reached): Promise<Answered>;
}

/** A kind of wish; what it is about is drawn by chance from what there is. Undefined where there is nothing for it. */
export type Draw = (dice: Dice, truth: Truth) => Wish | undefined;

export interface MixedDoor {
  readonly name: string;
  /** Those that should come often stand here more than once. */
  readonly draws: readonly Draw[];
  /** What it should be told of the order, worked out from the tables by this platform's own words. */
  expected(truth: Truth): unknown;
  /** What it is told. */
  told(reached: Reached, truth: Truth): Promise<unknown>;
}
