/** What providers tell by webhook: the truth or not, once or twice, about ours or about what was made there by hand. */
import { eventBody } from '../../services/signed';
import { textOf } from '../amounts';
import { isAutomatic, leftOfPayment } from '../rules/holding';
import { bookOf, statusOf } from '../rules/provider';
import { receive } from '../rules/webhooks';
import type { Session } from '../session';
import type { Shop, Told, Transaction, Word, World } from '../world';
import { Command } from './command';
import { Dice } from './dice';

const WORDS = ['settled', 'declined', 'reversed', 'pending'] as const;
const RECEIVED = 200;

abstract class Webhook extends Command {
  constructor(protected readonly dice: readonly number[]) {
    super();
  }

  protected async tell(world: World, session: Session, told: Told, twice: boolean): Promise<void> {
    const { shop, event, word, reference, paymentReference, amount, currency, transaction } = told;
    const row = (session.rows['transactions'] ?? []).find(({ id }) => id === transaction?.id);
    const key = transaction ? { key: String(row?.['provider_key']) } : {};
    const refund = { id: reference, payment: paymentReference, amount, currency, ...key };
    const body = eventBody(word, refund, { shop: shop.code });
    this.about = `${shop.code} ${word} ${textOf(amount, currency)} ${currency}${twice ? ', twice' : ''}`;
    for (const _time of twice ? [1, 2] : [1]) {
      receive(world, told);
      session.require(await this.post(session, shop, event, body));
    }
    await session.agree(world);
  }

  private async post(session: Session, shop: Shop, event: string, body: Buffer): Promise<string | undefined> {
    const status = await session.real.webhook(shop.code, event, body);
    return status === RECEIVED ? undefined : `a webhook was answered with ${status}`;
  }
}

const sentOnes = (world: World): { shop: Shop; transaction: Transaction }[] =>
  world.shops.flatMap((shop) =>
    shop.refunds
      .flatMap(({ transactions }) => transactions)
      .filter(({ provider, id }) => provider !== undefined && id !== undefined)
      .map((transaction) => ({ shop, transaction })),
  );

/** About a refund of ours, by our key. What is not in the provider's books is a lie: the books need not agree then. */
export class TellOfOurs extends Webhook {
  readonly kind = 'webhook about ours';

  protected override fits(world: World): boolean {
    return sentOnes(world).length > 0;
  }

  protected override async happen(world: World, session: Session): Promise<void> {
    const dice = new Dice(this.dice);
    const all = sentOnes(world);
    const told = all.filter(({ transaction }) => transaction.sentAt !== undefined);
    const one = dice.of(told.length > 0 && !dice.chance(15) ? told : all);
    if (!one) return;
    const { shop, transaction } = one;
    const booked = bookOf(world, transaction);
    const truth = booked && statusOf(world, booked);
    const word: Word = truth !== undefined && dice.chance(50) ? truth : dice.oneOf(WORDS);
    if (word !== truth) transaction.misled = true;
    const order = shop.orders.get(transaction.refund.orderId);
    const payment = order?.payments.find(({ id }) => id === transaction.paymentId);
    const event = {
      ...{
        shop,
        event: `event-${world.inbox.length}`,
        word,
        transaction,
        reference: referenceOf(session, transaction),
      },
      ...{ paymentReference: payment?.reference ?? 'gone', amount: transaction.amount },
      ...{ currency: transaction.refund.currency, placed: false },
    };
    await this.tell(world, session, event, dice.chance(25));
  }
}

/** The provider's own name of it, as its books have it; another where it has none. */
function referenceOf(session: Session, { id }: Transaction): string {
  const row = (session.rows['transactions'] ?? []).find((one) => one['id'] === id);
  const known = (session.rows['simulated_refunds'] ?? []).find((one) => one['provider_key'] === row?.['provider_key']);
  return String(known?.['reference'] ?? row?.['reference'] ?? `lie-${id}`);
}

/** About a refund that somebody made at the provider by hand: new, or told of before. */
export class TellOfHandmade extends Webhook {
  readonly kind = 'webhook about one made by hand';

  protected override fits(world: World): boolean {
    return payments(world).length > 0;
  }

  protected override async happen(world: World, session: Session): Promise<void> {
    const dice = new Dice(this.dice);
    const event = `event-${world.inbox.length}`;
    const word: Word = dice.oneOf(['settled', 'settled', 'reversed', 'declined'] as const);
    const twice = dice.chance(25);
    const before = dice.of(world.inbox.filter(({ transaction }) => transaction === undefined));
    if (before && dice.chance(35)) return this.tell(world, session, { ...before, event, word, placed: false }, twice);
    const one = dice.of(payments(world));
    if (!one) return;
    const { shop, reference, currency, left, ours } = one;
    const amount = dice.chance(35) ? (dice.of(ours) ?? left + 1) : Math.max(1, Math.ceil(left / dice.whole(2, 6)));
    const told = { shop, event, word, reference: `hand-${world.inbox.length}`, paymentReference: reference };
    await this.tell(world, session, { ...told, amount, currency, placed: false }, twice);
  }
}

interface Payable {
  readonly shop: Shop;
  readonly reference: string;
  readonly currency: string;
  readonly left: number;
  /** Amounts of our own refunds of it: one made by hand may look like one of ours. */
  readonly ours: readonly number[];
}

const payments = (world: World): Payable[] =>
  world.shops.flatMap((shop) =>
    [...shop.orders.values()].flatMap((order) =>
      order.payments.filter(isAutomatic).map((payment) => ({
        ...{ shop, reference: payment.reference ?? '', currency: order.currency },
        left: Math.max(0, leftOfPayment(shop, order, payment)),
        ours: shop.refunds
          .filter(({ orderId }) => orderId === order.id)
          .flatMap(({ transactions }) => transactions.filter(({ paymentId }) => paymentId === payment.id))
          .map(({ amount }) => amount),
      })),
    ),
  );
