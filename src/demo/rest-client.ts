/** The demo as a caller of the REST API, with nothing but fetch. */
export interface RestAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export class RestClient {
  constructor(
    readonly address: string,
    private readonly key: string,
  ) {}

  /** Answers whatever came back; a refusal is an answer too. */
  async call(method: 'GET' | 'POST', path: string, body?: unknown, idempotencyKey?: string): Promise<RestAnswer> {
    const response = await fetch(`${this.address}${path}`, {
      method,
      headers: {
        'X-API-KEY': this.key,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
}

/** All values that hold no others, as `name: text`, in their order. */
export function leavesOfJson(value: unknown, name = ''): [string, string][] {
  if (Array.isArray(value)) return value.flatMap((inner: unknown) => leavesOfJson(inner, name));
  if (typeof value !== 'object' || value === null) return [[name, String(value)]];
  return Object.entries(value).flatMap(([inner, held]) => leavesOfJson(held, inner));
}
