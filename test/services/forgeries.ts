/** Webhooks that nobody proves to have sent: made out of a good one, which would be taken. */
import { WEBHOOK_TOLERANCE_MS } from '../../src/providers/webhook-proof';
import type { Random } from '../reliability/random';
import { SECRET, signed } from './signed';

export interface Forgery {
  readonly rawBody: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

type Good = Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>>;
type Forge = (good: Good, body: Buffer, now: number, random: Random) => Partial<Forgery>;

const HEADERS = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;
const SIGNATURE_LENGTH = 47;
const LONG_AGO_MS = 1e9;

/** What is not changed is as in the good one. */
const WAYS: readonly Forge[] = [
  (good, _body, _now, random) => changed(good, 'webhook-signature', mutated(good['webhook-signature'], random)),
  (good, _body, _now, random) => changed(good, 'webhook-id', mutated(good['webhook-id'], random)),
  (good, _body, _now, random) =>
    changed(good, 'webhook-timestamp', String(Number(good['webhook-timestamp']) + random.whole(1, 200))),
  (_good, body, _now, random) => ({ rawBody: Buffer.from(mutated(body.toString(), random)) }),
  (_good, body, _now, random) => ({ rawBody: Buffer.from(`${body.toString()}${' '.repeat(random.whole(1, 5))}`) }),
  (good, body, now, random) => ({ headers: signed(body, good['webhook-id'], now - outsideTolerance(random)) }),
  (good, body, now, random) => ({ headers: signed(body, good['webhook-id'], now + outsideTolerance(random)) }),
  (good, body, now, random) => ({ headers: signed(body, good['webhook-id'], now, anotherSecret(random)) }),
  (good, _body, _now, random) =>
    changed(good, 'webhook-signature', good['webhook-signature'].slice(0, random.whole(0, SIGNATURE_LENGTH - 1))),
  (good) => changed(good, 'webhook-signature', `v1a,${good['webhook-signature'].slice(3)}`),
  (good) => changed(good, 'webhook-signature', good['webhook-signature'].toLowerCase()),
  (good) => changed(good, 'webhook-timestamp', `${good['webhook-timestamp']}.0`),
  (good, _body, _now, random) => without(good, HEADERS[random.whole(0, HEADERS.length - 1)]),
];

/** So many forgeries of the event, in turn each way there is. */
export function forge(count: number, body: Buffer, id: string, now: number, random: Random): Forgery[] {
  const good = signed(body, id, now);
  return Array.from({ length: count }, (_, number) => {
    const way = WAYS[number % WAYS.length];
    return { rawBody: body, headers: good, ...way?.(good, body, now, random) };
  });
}

function changed(good: Good, name: keyof Good, value: string): Partial<Forgery> {
  return { headers: { ...good, [name]: value } };
}

function without(good: Good, name?: keyof Good): Partial<Forgery> {
  return { headers: Object.fromEntries(Object.entries(good).filter(([key]) => key !== name)) };
}

/** Another letter at one place. */
function mutated(text: string, random: Random): string {
  const place = random.whole(0, text.length - 1);
  const letter = String.fromCharCode(random.whole(33, 126));
  return letter === text[place] ? mutated(text, random) : text.slice(0, place) + letter + text.slice(place + 1);
}

function outsideTolerance(random: Random): number {
  return WEBHOOK_TOLERANCE_MS + 2000 + random.whole(0, LONG_AGO_MS);
}

function anotherSecret(random: Random): Buffer {
  return Buffer.from(Array.from(SECRET, () => random.whole(0, 255)));
}
