/**
 * A client that keeps the rules of the platform's JavaScript client, as they were observed (contract, section 7): what it looks
 * at first, what it throws, and where that client falls over. It is no copy of it, and shows less than it would.
 */

/** Its error for a reply with an error in it. */
export class FaultStringError extends Error {}

interface Reply {
  readonly errors?: { readonly faultCode?: number; readonly faultString?: string };
  readonly results?: readonly Readonly<Record<string, unknown>>[];
  readonly result?: Readonly<Record<string, unknown>>;
  readonly resultsNumberAll?: number;
  readonly resultsPage?: number;
  readonly resultsNumberPage?: number;
}

type Params = Readonly<Record<string, unknown>>;

export class RulesClient {
  /** @param version such as 8 */
  constructor(
    private readonly url: string,
    private readonly version: number,
    private readonly key: string,
    /** Versions before 0.4.24 fall over where there is no X-Error. */
    private readonly needsErrorHeader = version < 8,
  ) {}

  get(node: string, query: Params): Promise<Reply> {
    const texts = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
    return this.send('GET', `${node}?${new URLSearchParams(texts).toString()}`);
  }

  send(verb: 'GET' | 'POST' | 'PUT', node: string, params?: Params): Promise<Reply> {
    const body = params === undefined ? {} : { body: JSON.stringify({ params }) };
    const headers = { Accept: 'application/json', 'Content-Type': 'application/json', 'X-API-KEY': this.key };
    return fetch(`${this.url}/api/admin/v${this.version}${node}`, { method: verb, headers, ...body }).then((answer) =>
      this.read(answer),
    );
  }

  /** The total, by asking for the shortest first page; undefined where the reply has none. */
  async count(node: string, query: Params): Promise<number | undefined> {
    return (await this.get(node, { ...query, resultsPage: 0, resultsLimit: 1 })).resultsNumberAll;
  }

  /** All pages from this one on. Without page numbers in the reply a page that is not full is the last. */
  async *pages(node: string, query: Params, limit: number, first = 1): AsyncGenerator<readonly Params[]> {
    for (let page = first; ; page++) {
      const reply = await this.get(node, { ...query, resultsPage: page, resultsLimit: limit });
      yield reply.results ?? [];
      if (!hasNext(reply, limit)) return;
    }
  }

  private async read(answer: Response): Promise<Reply> {
    if (answer.ok) return withoutFault((await answer.json()) as Reply);
    throw new Error(await this.messageOf(answer));
  }

  private async messageOf(answer: Response): Promise<string> {
    const told = answer.headers.get('X-Error');
    const type = answer.headers.get('Content-Type');
    if (type === null || (told === null && this.needsErrorHeader)) throw new TypeError('the client falls over');
    if (told === null && !type.includes('application/json')) return '500: Invalid response from Api gateway';
    return `${answer.status}: ${told ?? messageIn(await answer.json())}`.replace(/^403: .*$/, inWords);
  }
}

function messageIn(body: unknown): string {
  const { errors } = body as { errors?: { message?: string } | { message?: string }[] };
  return [errors ?? []].flat()[0]?.message ?? 'Unknown error';
}

/** Of a text that says which access is missing, the part that this client tells people about. */
function inWords(text: string): string {
  const [, module, level] = /Scope: ([a-z]+), level: ([rw]{1,2})/.exec(text) ?? [];
  return module === undefined ? text : `403: no access to module ${module.toUpperCase()} (${level})`;
}

/** Only the error of the call is looked at; one in the result alone is passed over. */
function withoutFault(reply: Reply): Reply {
  const { faultCode, faultString } = reply.errors ?? {};
  if (faultString) throw new FaultStringError(faultString, { cause: { faultCode, faultString } });
  return reply;
}

/** Page numbers are read as counted from 0, as other gates of the platform count. */
function hasNext({ results = [], resultsPage, resultsNumberPage }: Reply, limit: number): boolean {
  if (resultsPage !== undefined && resultsNumberPage !== undefined) return resultsPage + 1 < resultsNumberPage;
  return results.length === limit;
}
