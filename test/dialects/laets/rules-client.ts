/**
 * A client that relies on what the vendor's own clients rely on (contract, section 7), and stops where they would: it picks the kind of
 * an object by its resource_uri, asks for that address as it stands, and wants exactly one object where it looks for one.
 */
import { ask, withToken, type Sent, type Told } from './client';
import type { GatewayUnderTest } from '../../gateway-under-test';

type Members = Readonly<Record<string, unknown>>;

export interface Found {
  readonly kind: string;
  readonly uri: string;
  readonly members: Members;
}

const TIMES = ['created_on', 'last_updated'];

export class RulesClient {
  constructor(
    private readonly gateway: GatewayUnderTest,
    private readonly key: string,
  ) {}

  async get(uri: string): Promise<Found> {
    return found(await this.send(uri));
  }

  async make(kind: string, members: Members): Promise<Found> {
    const told = await this.send(`/v1/${kind}/`, { body: members });
    const made = found(told);
    if (told.status !== 201 || told.headers.location !== made.uri) throw new Error('what was made is somewhere else');
    return made;
  }

  async act({ uri }: Found, action: string): Promise<Found> {
    return found(await this.send(`${uri}${action}/`, { method: 'POST' }));
  }

  async all(kind: string, query = ''): Promise<Found[]> {
    const every: Found[] = [];
    let next: unknown = `/v1/${kind}/${query}`;
    while (typeof next === 'string') {
      const { body } = await this.send(next);
      const { objects, meta } = body as { objects: Members[]; meta: { next: unknown } };
      every.push(...objects.map(classify));
      next = meta.next;
    }
    return every;
  }

  /** Stops where a filter did not really filter. */
  async one(kind: string, query: string): Promise<Found> {
    const [only, second] = await this.all(kind, query);
    if (!only || second) throw new Error(`${query} does not name one ${kind}`);
    return only;
  }

  private async send(uri: string, sent: Sent = {}): Promise<Told> {
    const path = uri.startsWith(this.gateway.address) ? uri.slice(this.gateway.address.length) : uri;
    if (!path.startsWith('/v1/')) throw new Error(`${uri} is none of the API's addresses`);
    const told = await ask(this.gateway, path, { ...sent, headers: { authorization: withToken(this.key) } });
    if (told.status >= 400) throw new Error(`${told.status} ${told.text}`);
    return told;
  }
}

function found({ body }: Told): Found {
  if (!body || Object.keys(body).length === 0) throw new Error('the client reads an object here');
  return classify(body);
}

function classify(members: Members): Found {
  const uri = members['resource_uri'];
  const [, kind] = /\/v1\/(\w+)\//.exec(String(uri)) ?? [];
  if (kind === undefined || (members['id'] === undefined && members['pk'] === undefined)) {
    throw new Error(`an object without kind or number: ${JSON.stringify(members)}`);
  }
  requireReadable(members);
  for (const inner of Object.values(members)) {
    if (Array.isArray(inner)) inner.filter(isNamed).forEach(classify);
    else if (isNamed(inner)) classify(inner);
  }
  return { kind, uri: String(uri), members };
}

/** Times are read as dates, and prices as decimals. */
function requireReadable(members: Members): void {
  for (const name of TIMES) {
    if (name in members && Number.isNaN(Date.parse(String(members[name])))) throw new Error(`${name} is no time`);
  }
  if ('price' in members && !/^-?\d+\.\d+$/.test(String(members['price']))) throw new Error('price is no decimal');
}

function isNamed(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && 'resource_uri' in value;
}
