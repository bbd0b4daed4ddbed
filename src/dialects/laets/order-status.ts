/**
 * The platform's codes for how far an order, an item of it and its payment have come, and the words for them (contract, section 6;
 * choice LAETS-19). 85, 110 and 2000 are ours. What we do not know of an order, such as 10, is never said.
 */
import type { Order, OrderSummary } from '../../domain/order';
import { stageOf, type OrderStage } from '../../domain/order-stage';
import { RELEASED_RETURN, type Return } from '../../domain/return';
import type { Language, Localised } from './language';

export const ORDER_STATUS = {
  unpaid: '0',
  paid: '60',
  confirmed: '80',
  sent: '85',
  delivered: '110',
  cancelled: '2000',
} as const satisfies Record<OrderStage, string>;

const RETURN_IN_PROGRESS = '120';

export type OrderStatus = (typeof ORDER_STATUS)[OrderStage] | typeof RETURN_IN_PROGRESS;

const WORDS: Readonly<Record<OrderStatus, Localised>> = {
  '0': words('Initial', 'Neu', 'Initial', 'Nowe', 'Inicial', 'Khởi tạo'),
  '60': words(
    ...(['Payment authorized', 'Zahlung autorisiert', 'Paiement autorisé'] as const),
    ...(['Płatność autoryzowana', 'Pagamento autorizado', 'Đã cho phép thanh toán'] as const),
  ),
  '80': words('Confirmed', 'Bestätigt', 'Confirmée', 'Potwierdzone', 'Confirmado', 'Đã xác nhận'),
  '85': words('Sent', 'Versendet', 'Expédiée', 'Wysłane', 'Enviado', 'Đã gửi'),
  '110': words('Received', 'Erhalten', 'Reçue', 'Odebrane', 'Recebido', 'Đã nhận'),
  '120': words(
    ...(['Return in progress', 'Rückgabe läuft', 'Retour en cours'] as const),
    ...(['Zwrot w toku', 'Devolução em andamento', 'Đang trả hàng'] as const),
  ),
  '2000': words('Cancelled', 'Storniert', 'Annulée', 'Anulowane', 'Cancelado', 'Đã hủy'),
};

function words(...[en, de, fr, pl, pt, vi]: readonly [string, string, string, string, string, string]): Localised {
  return { en, de, fr, pl, pt, vi };
}

export function statusWords(status: OrderStatus, language: Language): string {
  return WORDS[status][language];
}

/** A merchant order keeps its own status, whatever comes back of it. */
export function merchantOrderStatus(order: OrderSummary): OrderStatus {
  return ORDER_STATUS[stageOf(order)];
}

/** An item that is coming back stays so, also when its return is closed; one whose return is off is as its order. */
export function itemStatus(order: OrderSummary, returns: readonly Return[], lineId: number): OrderStatus {
  const held = returns.some(
    ({ state, lines }) => !RELEASED_RETURN.has(state) && lines.some((line) => line.lineId === lineId),
  );
  return held ? RETURN_IN_PROGRESS : merchantOrderStatus(order);
}

/** The order of the buyer: a return of any item is a return in progress. */
export function orderStatus(order: OrderSummary, returns: readonly Return[]): OrderStatus {
  return returns.some(({ state }) => !RELEASED_RETURN.has(state)) ? RETURN_IN_PROGRESS : merchantOrderStatus(order);
}

/** Collected once all of it has come in. */
export function paymentStatus({ captured, total }: Pick<Order, 'captured' | 'total'>): OrderStatus {
  if (captured === 0) return '0';
  return captured < total ? '60' : '80';
}
