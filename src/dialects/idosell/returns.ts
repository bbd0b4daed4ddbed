/** The gates of returns and of complaints, for reading (contract, section 6; choice IDO-30). */
import type { ReturnWithRefunds } from '../../services/views';
import { listReply, pageOf, type Neighbour, type PageNames } from './neighbour';
import { refundPrepaid } from './prepaid';
import { RETURN_STATUSES, returnStatusOf, searchOfStatus } from './return-status';
import { periodIn } from './shop-time';

const RETURNS_PAGE: PageNames = {
  list: 'returns',
  all: 'results_number_all',
  pages: 'results_number_page',
  page: 'results_page',
  limit: 'results_limit',
};

const RMAS_PAGE: PageNames = {
  list: 'rmas',
  all: 'resultsNumberAll',
  pages: 'resultsNumberPage',
  page: 'resultsPage',
  limit: 'resultsLimit',
};

export const getReturns: Neighbour = async ({ services, caller, params }) => {
  const orderIds = params.ids('order_sn');
  const ids = either(params.ids('return_id'), params.ids('return_ids'));
  const status = params.wholeIfGiven('status');
  const span = params.inside('range').inside('date').span('date_begin', 'date_end');
  const page = pageOf(params, 'results_page', 'results_limit');
  const { timezone } = await services.shops.of(caller);
  const found = await services.sources.returns(caller, {
    ...{ ...page, sourceType: 'return', opened: periodIn(timezone, span) },
    ...(orderIds === undefined ? {} : { orderIds }),
    ...(ids === undefined ? {} : { ids }),
    ...(status === undefined ? {} : searchOfStatus(status)),
  });
  return listReply(found, page, RETURNS_PAGE, returnShape);
};

export const getRmas: Neighbour = async ({ services, caller, params }) => {
  const ids = params.ids('rmaIds');
  const page = pageOf(params, 'resultsPage', 'resultsLimit');
  const found = await services.sources.returns(caller, {
    ...{ ...page, sourceType: 'claim' },
    ...(ids === undefined ? {} : { ids }),
  });
  const { body, ...fault } = listReply(found, page, RMAS_PAGE, rmaShape);
  return { body: { ...body, isErrors: false }, ...fault };
};

/** Both gates have the same numbers: those that are evidenced for both mean the same. */
export const getReturnStatuses: Neighbour = async () => ({
  body: { statuses: RETURN_STATUSES.map(({ id, name }) => ({ id, name })) },
});

/** One id and a list of them are two ways to say the same. */
function either(
  one: readonly number[] | undefined,
  list: readonly number[] | undefined,
): readonly number[] | undefined {
  return one && list ? [...one, ...list] : (one ?? list);
}

function returnShape({ returned, refunds }: ReturnWithRefunds): object {
  const { id, name } = returnStatusOf(returned);
  return {
    id: returned.id,
    order_sn: returned.orderId,
    status: name,
    status_numeric: id,
    currency: returned.currency,
    prepaids: refunds.map((refund) => refundPrepaid(refund)),
  };
}

function rmaShape({ returned, orderNumber }: ReturnWithRefunds): object {
  const { id: rmaId, orderId: orderSn, currency } = returned;
  return {
    ...{ rmaId, orderSn, orderId: orderNumber ?? String(orderSn), currency },
    rmaStatus: returnStatusOf(returned).id,
  };
}
