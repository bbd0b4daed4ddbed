/** What is told about a return in the caller's language (choices LAETS-2, LAETS-9 and LAETS-10). */
import type { Language, Localised } from './language';
import type { ReturnStatus, ReturnType } from './return-shapes';

const STATUS = {
  open: {
    ...{ en: 'Waiting for merchant', de: 'Wartet auf den Händler', fr: 'En attente du marchand' },
    ...{ pl: 'Oczekuje na sprzedawcę', pt: 'Aguardando o lojista', vi: 'Đang chờ người bán' },
  },
  accepted: { en: 'Accepted', de: 'Angenommen', fr: 'Accepté', pl: 'Zaakceptowany', pt: 'Aceita', vi: 'Đã chấp nhận' },
  package_received: {
    ...{ en: 'Package received', de: 'Paket eingegangen', fr: 'Colis reçu' },
    ...{ pl: 'Paczka odebrana', pt: 'Pacote recebido', vi: 'Đã nhận gói hàng' },
  },
  closed_by_seller: {
    ...{ en: 'Closed by seller', de: 'Vom Händler abgeschlossen', fr: 'Clôturé par le vendeur' },
    ...{ pl: 'Zamknięty przez sprzedawcę', pt: 'Encerrada pelo vendedor', vi: 'Người bán đã đóng' },
  },
  closed_by_buyer: {
    ...{ en: 'Closed by buyer', de: 'Vom Käufer abgeschlossen', fr: "Clôturé par l'acheteur" },
    ...{ pl: 'Zamknięty przez kupującego', pt: 'Encerrada pelo comprador', vi: 'Người mua đã đóng' },
  },
  cancelled: { en: 'Cancelled', de: 'Storniert', fr: 'Annulé', pl: 'Anulowany', pt: 'Cancelada', vi: 'Đã hủy' },
} as const satisfies Record<ReturnStatus, Localised>;

const TYPE = {
  1: { en: 'Exchange', de: 'Umtausch', fr: 'Échange', pl: 'Wymiana', pt: 'Troca', vi: 'Đổi hàng' },
  2: {
    en: 'Refund',
    de: 'Rückerstattung',
    fr: 'Remboursement',
    pl: 'Zwrot pieniędzy',
    pt: 'Reembolso',
    vi: 'Hoàn tiền',
  },
} as const satisfies Record<ReturnType, Localised>;

/** The one reason whose meaning is known everywhere. */
export const NOT_RECEIVED = 16;
const NOT_RECEIVED_WORDS: Localised = {
  ...{ en: 'Item not received', de: 'Artikel nicht erhalten', fr: 'Article non reçu' },
  ...{ pl: 'Nie otrzymano towaru', pt: 'Item não recebido', vi: 'Chưa nhận được hàng' },
};
const REASON: Localised = { en: 'Reason', de: 'Grund', fr: 'Motif', pl: 'Powód', pt: 'Motivo', vi: 'Lý do' };

export function statusWords(status: ReturnStatus, language: Language): string {
  return STATUS[status][language];
}

export function typeWords(type: ReturnType, language: Language): string {
  return TYPE[type][language];
}

/** @param configured words of the deployment, by the number of the reason */
export function reasonWords(reason: number, language: Language, configured: ReadonlyMap<number, string>): string {
  const words = configured.get(reason);
  if (words !== undefined) return words;
  return reason === NOT_RECEIVED ? NOT_RECEIVED_WORDS[language] : `${REASON[language]} ${reason}`;
}
