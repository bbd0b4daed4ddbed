import { ulid } from 'ulid';
import { SCOPES, type Caller } from '../domain/access';

/** Who acts when somebody with access to the machine does; the audit names the door. */
export function operatorOf(shop: string): Caller {
  return { shop, credential: 'cli', name: 'command line', scopes: new Set(SCOPES), requestId: ulid() };
}
