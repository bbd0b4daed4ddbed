/** The providers' door of a running gateway, as a provider would use it. */
const PATH = '/providers/simulated/webhook';
const ANSWER_LIMIT_MS = 10_000;

export interface SignedWebhook {
  readonly rawBody: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** The status of the answer; undefined when the line broke. With a shop, the address names it. */
export async function postWebhook(
  address: string,
  { rawBody, headers }: SignedWebhook,
  shop?: string,
): Promise<number | undefined> {
  const url = `${address}${PATH}${shop === undefined ? '' : `/${shop}`}`;
  try {
    const signal = AbortSignal.timeout(ANSWER_LIMIT_MS);
    const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(rawBody), signal });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return undefined;
  }
}
