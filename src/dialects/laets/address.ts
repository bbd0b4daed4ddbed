/**
 * Addresses of this platform. Every one ends in a slash; objects name themselves by an absolute one, on the origin that the caller
 * used, because its clients ask for it as it stands (contract, sections 2 and 7).
 */
import { Refusal } from '../../domain/refusal';
import type { Stub } from './shapes';

export const ROOT = '/v1';

const OURS = /^\/+v1(?:\/|$)/;
const WHOLE = /^\d{1,15}$/;
/** An absolute one may have a path before ours: that of PUBLIC_URL, where a proxy puts us. */
const URI = /^(?:https?:\/\/[^/?#]+(?:\/+[^/?#]+)*)?\/+v1\/+(\w+)\/+(\d{1,15})\/?$/;

/** As the routes know it: no slash twice, one at the end. Undefined where it is none of this platform's. */
export function canonical(url: string): string | undefined {
  const end = url.indexOf('?');
  const path = end < 0 ? url : url.slice(0, end);
  if (!OURS.test(path)) return undefined;
  return `${path}/`.replace(/\/{2,}/g, '/') + (end < 0 ? '' : url.slice(end));
}

/** The first and the second step below the root, such as `return` and `5`. */
export function stepsOf(path: string): readonly (string | undefined)[] {
  return path.split('/').filter((step) => step !== '' && step !== 'v1');
}

/** An id in a path; what can be none is of nothing that is there. */
export function idIn(text: string): number {
  const id = WHOLE.test(text) ? Number(text) : 0;
  if (id > 0) return id;
  throw new Refusal('path_not_found', 'there is nothing of this number');
}

/** The id that a URI of this resource ends in, whatever its origin; undefined where it is none. */
export function idOfUri(text: string, resource: string): number | undefined {
  const [, named, id] = URI.exec(text) ?? [];
  return named === resource ? Number(id) : undefined;
}

/** Writes addresses of objects, as the caller reaches us. */
export class Addresses {
  /** @param origin such as https://refunds.example; empty where it is not known, and addresses are relative then */
  constructor(readonly origin: string) {}

  of(resource: string, id: number | string): string {
    return `${this.origin}${ROOT}/${resource}/${id}/`;
  }

  /** How objects name a related one. */
  stub(resource: string, id: number): Stub {
    return { id, pk: id, resource_uri: this.of(resource, id) };
  }
}
