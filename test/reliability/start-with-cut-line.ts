/**
 * Starts a gateway whose provider cannot be heard while its settings say that it loses refunds: it books them, or does not,
 * and answers neither the order nor any question about it. Nothing is found out before the settings say otherwise.
 */
import { SimulatedProvider, type SimulatedSettings } from '../../src/providers/simulated-provider';

const CUT = { kind: 'unknown', cause: 'the line is cut' } as const;
const isCut = (settings: unknown): boolean =>
  (settings as SimulatedSettings | undefined)?.scenario?.startsWith('lost') ?? false;

const provider = SimulatedProvider.prototype;
type Ask = (...args: unknown[]) => Promise<unknown>;
const { lookUp, list } = provider as unknown as Readonly<Record<'lookUp' | 'list', Ask>>;
Object.assign(provider, {
  // A line that is cut breaks every time; the provider by itself lets the second try of a refund through.
  breaksNow: () => true,
  lookUp(this: SimulatedProvider, order: unknown, settings: unknown) {
    return isCut(settings) ? Promise.resolve(CUT) : lookUp.call(this, order);
  },
  list(this: SimulatedProvider, payment: unknown, shop: unknown, settings: unknown) {
    return isCut(settings) ? Promise.resolve(CUT) : list.call(this, payment, shop);
  },
});

// Only now: nothing may be sent before the line can be cut.
void import('../../src/main.js');
