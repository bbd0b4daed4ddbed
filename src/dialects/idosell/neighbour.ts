/** What a neighbour of the refunds gate is given, and what lists of the neighbours have in common (choice IDO-31). */
import type { Caller } from '../../domain/access';
import type { Services } from '../../services/services';
import type { Counted } from '../../services/views';
import type { Params } from './params';
import { NOTHING_FOUND, type Reply } from './reply';

export type NeighbourName =
  | 'payments/get'
  | 'payments/getForms'
  | 'orders/get'
  | 'returns/get'
  | 'returns/getStatuses'
  | 'rma/get'
  | 'rma/getStatuses';

interface Asked {
  readonly services: Services;
  readonly caller: Caller;
  readonly params: Params;
}

export type Neighbour = (asked: Asked) => Promise<Reply>;

const MOST_PER_PAGE = 100;

/** Unlike the gate of refunds, which counts its pages from 1, its neighbours count them from 0. */
export interface NeighbourPage {
  /** From 1 on, as the services count. */
  readonly page: number;
  readonly limit: number;
}

export function pageOf(params: Params, pageName: string, limitName: string): NeighbourPage {
  const page = (params.wholeWithin(pageName, 0, Number.MAX_SAFE_INTEGER - 1) ?? 0) + 1;
  return { page, limit: params.wholeWithin(limitName, 1, MOST_PER_PAGE) ?? MOST_PER_PAGE };
}

/** How a gate names what it says of a page. */
export interface PageNames {
  readonly list: string;
  readonly all: string;
  readonly pages: string;
  readonly page: string;
  readonly limit: string;
}

/** A list without entries is an empty result, which clients of this platform wait for. */
export function listReply<T>(
  { items, total }: Counted<T>,
  { page, limit }: NeighbourPage,
  names: PageNames,
  shape: (item: T) => object,
): Reply {
  const body = {
    [names.list]: items.map(shape),
    [names.all]: total,
    [names.pages]: Math.ceil(total / limit),
    [names.page]: page - 1,
    [names.limit]: limit,
  };
  return items.length === 0 ? { body, fault: NOTHING_FOUND } : { body };
}
