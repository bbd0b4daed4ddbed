/** Every change that touches money writes one entry in its own unit of work: who, what, before, after, when. */
import type { Caller } from '../domain/access';
import { CHAIN_START, linkOf } from './audit-chain';
import { canonicalJson } from './canonical-json';
import type { AuditSubject, Stores } from './ports';

/** Who acts: a caller, or the gateway itself when it tells what a provider said. */
export type Actor = Pick<Caller, 'shop' | 'name'> & { readonly requestId?: string };

export interface Deed {
  readonly subject: AuditSubject;
  readonly subjectId: number;
  readonly action: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export async function writeAudit(stores: Stores, actor: Actor, deed: Deed, at: number): Promise<void> {
  const { shop, name, requestId } = actor;
  const head = (await stores.audit.takeHead(shop)) ?? CHAIN_START;
  const entry = {
    seq: head.seq + 1,
    subject: deed.subject,
    subjectId: deed.subjectId,
    actor: name,
    action: deed.action,
    ...(requestId === undefined ? {} : { requestId }),
    ...(deed.before === undefined ? {} : { before: canonicalJson(deed.before) }),
    ...(deed.after === undefined ? {} : { after: canonicalJson(deed.after) }),
    at,
  };
  await stores.audit.add(shop, { ...entry, hash: linkOf(shop, head.hash, entry) });
}
