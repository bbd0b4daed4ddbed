/** The parts of a step of a return: what it is, what its caller may expect, and what it must not leave behind. */
import { formatMinor } from '../domain/money';
import type { Order } from '../domain/order';
import { Refusal } from '../domain/refusal';
import { nextReturnState, type Compensation, type Return, type ReturnEvent, type ReturnLine } from '../domain/return';
import { givenUpLines } from '../domain/return-lines';
import type { Stores } from './ports';
import type { AmendReturn, ExpectedReturn, OpenReturn } from './wishes';

/** What a step knows when it works out the new lines. */
export interface Look {
  readonly stores: Stores;
  readonly order: Order;
  readonly returned: Return;
}

export interface Step {
  readonly event: ReturnEvent;
  readonly operation: string;
  /** Whether a return that is there already is answered as it is. */
  readonly orDone?: boolean;
  /** What the return is compensated by from then on. */
  readonly compensation?: Compensation;
  readonly lines: (look: Look) => Promise<readonly ReturnLine[]> | readonly ReturnLine[];
}

export const sameLines = ({ returned }: Look): readonly ReturnLine[] => returned.lines;
export const nothingAccepted = ({ returned }: Look): readonly ReturnLine[] => givenUpLines(returned);

export interface Named {
  readonly returnId: number;
  readonly expected?: ExpectedReturn;
  readonly reason?: string;
  readonly note?: string;
}

export function found(returned: Return | undefined, returnId: number): Return {
  if (!returned) throw missing(returnId);
  return returned;
}

export function missing(returnId: number): Refusal {
  return new Refusal('return_not_found', `there is no return ${returnId}`, 'returnId');
}

export function taken(reference = ''): Refusal {
  return new Refusal('reference_taken', `there is a return ${reference} already`, 'reference');
}

/** The return with another text, or without it. */
export function withText(returned: Return, name: 'reference' | 'note', text: string | null | undefined): Return {
  if (text === undefined) return returned;
  const { [name]: _, ...rest } = returned;
  return text === null ? rest : { ...rest, [name]: text };
}

/** What its platform wants to hear again, with these members replaced. */
export function saidToo({ said }: Return, members: AmendReturn['said']): Pick<Return, 'said'> {
  if (members === undefined) return said === undefined ? {} : { said };
  return { said: JSON.stringify({ ...(JSON.parse(said ?? '{}') as object), ...members }) };
}

/** Refuses a caller who means another return than this one. Of its lines he may have been shown the first alone. */
export function requireExpected(returned: Return, { lineIds, compensation }: ExpectedReturn = {}): void {
  const [first] = returned.lines;
  if (lineIds && first && !lineIds.includes(first.lineId)) {
    const message = `return ${returned.id} is of other lines`;
    throw new Refusal('line_not_found', message, 'expected.lineIds');
  }
  if (compensation !== undefined && compensation !== returned.compensation) {
    const message = `return ${returned.id} is compensated by ${returned.compensation}`;
    throw new Refusal('request_invalid', message, 'expected.compensation');
  }
}

/** Whether nothing is left to do; refuses where it was done otherwise. */
export function isDone(returned: Return, { event, orDone, compensation }: Step): boolean {
  if (orDone !== true || returned.state !== nextReturnState('open', event)) return false;
  requireExpected(returned, compensation === undefined ? {} : { compensation });
  return true;
}

/** What was said about a new return, as far as it was. */
export function textsOf({
  reference,
  reason,
  note,
  said,
  reasonCode,
  customer,
}: OpenReturn): Pick<Return, 'reference' | 'reason' | 'note' | 'said' | 'reasonCode' | 'customer'> {
  return {
    ...(reasonCode === undefined ? {} : { reasonCode }),
    ...(customer === undefined ? {} : { customer }),
    ...(reference === undefined ? {} : { reference }),
    ...(reason === undefined ? {} : { reason }),
    ...(note === undefined ? {} : { note }),
    ...(said === undefined ? {} : { said }),
  };
}

/** Refuses a step that would leave refunds of the return without goods behind them. */
export function requireCovered(returned: Return, worth: number): void {
  if (worth >= returned.committed) return;
  const held = formatMinor(returned.committed, returned.currency);
  const message = `refunds of ${held} ${returned.currency} rest on return ${returned.id}; cancel them first`;
  throw new Refusal('return_has_refunds', message, 'returnId');
}

export function standing(returned: Return): Record<string, unknown> {
  return {
    state: returned.state,
    worth: formatMinor(returned.captured, returned.currency),
    currency: returned.currency,
  };
}
