/** A caller asks for something, through any door, with or without a key; and asks again. */
import type { Exchange } from '../../clients/doors';
import type { DoorName } from '../../gateway-under-test';
import { textOf } from '../amounts';
import { expect, OPERATIONS, type Operation, type Wish } from '../asking';
import { difference } from '../difference';
import { Refused } from '../refused';
import type { Session } from '../session';
import { viewOf } from '../views';
import type { KeptAnswer, Shop, World } from '../world';
import { Command } from './command';
import { Dice } from './dice';
import { MAKE } from './wishes';

export interface AskChoice {
  /** What is asked for; something else where there is nothing to ask it about. */
  readonly operation: Operation;
  readonly door: DoorName;
  /** The shop whose things are asked about: 0 the one that the run is about, 1 another. */
  readonly shop: number;
  /** The caller is of the other shop, and asks for what is not its own. */
  readonly foreign: boolean;
  readonly keyed: boolean;
  readonly dice: readonly number[];
}

export class Ask extends Command {
  constructor(private readonly choice: AskChoice) {
    super();
  }

  override get kind(): string {
    return this.asked;
  }

  private asked: Operation = 'putOrder';

  protected override fits(world: World): boolean {
    return this.wish(world) !== undefined;
  }

  protected override async happen(world: World, session: Session): Promise<void> {
    const wish = this.wish(world);
    if (!wish) return;
    const shop = this.asker(world);
    const key = this.choice.keyed ? `key-${shop.kept.length}` : undefined;
    await ask(world, session, { shop, door: this.choice.door, wish, key }, (text) => (this.about = text));
  }

  private wish(world: World): Wish | undefined {
    const { operation, dice } = this.choice;
    const make = (name: Operation): Wish | undefined => MAKE[name](world, this.owner(world), new Dice(dice));
    const wish = make(operation) ?? new Dice(dice).of(OPERATIONS.flatMap((name) => make(name) ?? []));
    this.asked = wish?.operation ?? operation;
    return wish;
  }

  private owner(world: World): Shop {
    return world.shops[this.choice.shop] as Shop;
  }

  /** An order has the shop's own number, so that another shop may well have it: what is asked for is then its own. */
  private asker(world: World): Shop {
    return this.choice.foreign ? (world.shops[1 - this.choice.shop] as Shop) : this.owner(world);
  }
}

interface Asked {
  readonly shop: Shop;
  readonly door: DoorName;
  readonly wish: Wish;
  readonly key?: string | undefined;
}

/** The one way to ask: the model first, then the gateway, then everything that is written down. */
async function ask(world: World, session: Session, asked: Asked, tell: (text: string) => void): Promise<void> {
  const { shop, door, wish, key } = asked;
  const { operation, request } = wish;
  tell(`${shop.code} ${door} ${JSON.stringify(request)}${key === undefined ? '' : ` under ${key}`}`);
  const expected = expect(world, shop, wish);
  const exchange = await session.ask(door, shop, operation, { ...request }, key);
  if (expected instanceof Refused) {
    session.coverage.refusal(expected.code);
    requireRefused(session, expected, exchange, operation);
    await session.unchanged();
    return;
  }
  session.require('refused' in exchange.reply ? `${operation}: ${JSON.stringify(exchange.reply)}` : undefined);
  const answer = 'answer' in exchange.reply ? exchange.reply.answer : undefined;
  if (key !== undefined) shop.kept.push({ operation, request: { ...request }, key, answer });
  await session.agree(world);
  session.require(difference(viewOf(shop, expected), answer, operation));
  await session.readBack(world, shop, expected, door);
}

function requireRefused(session: Session, { code, field }: Refused, { reply }: Exchange, operation: string): void {
  const found = 'refused' in reply ? { code: reply.refused.code, field: reply.refused.field } : reply;
  session.require(difference({ code, field: field ?? 'none' }, { ...found, field: fieldOf(found) }, operation));
}

const fieldOf = (found: object): unknown => ('field' in found ? (found.field ?? 'none') : 'none');

/** The same key again: with the same wish it is the first answer, with another a refusal; nothing happens either way. */
export class AskAgain extends Command {
  readonly kind = 'repeated key';

  constructor(private readonly choice: { readonly door: DoorName; readonly which: number; readonly change: number }) {
    super();
  }

  protected override fits(world: World): boolean {
    return this.shop(world).kept.length > 0;
  }

  protected override async happen(world: World, session: Session): Promise<void> {
    const shop = this.shop(world);
    const kept = shop.kept[this.choice.which % shop.kept.length];
    if (!kept) return;
    const { operation, request } = this.changed(shop, kept);
    const same = request === kept.request;
    this.about = `${shop.code} ${this.choice.door} ${operation} ${JSON.stringify(request)} under ${kept.key}`;
    const { reply } = await session.ask(this.choice.door, shop, operation as Operation, request, kept.key);
    const wanted = same ? { answer: kept.answer } : { refused: { code: 'idempotency_key_reused', field: 'none' } };
    const found = 'refused' in reply ? { refused: { ...reply.refused, field: fieldOf(reply.refused) } } : reply;
    if (!same) session.coverage.refusal('idempotency_key_reused');
    session.require(difference(wanted, found, `${operation} again`));
    await session.unchanged();
  }

  private shop(world: World): Shop {
    return world.shops[0] as Shop;
  }

  /** Half of the time as it was; else the smallest change there is, or another operation. */
  private changed(shop: Shop, kept: KeptAnswer): Pick<KeptAnswer, 'operation' | 'request'> {
    const { change } = this.choice;
    if (change % 2 === 0) return kept;
    const { operation, request } = kept;
    if (request['amount'] !== undefined && change % 4 === 1) {
      const currency = String(request['currency'] ?? currencyOf(shop, request));
      return { operation, request: { ...request, amount: textOf(1 + (change % 7), currency) } };
    }
    const other = operation === 'closeReturn' ? 'cancelReturn' : 'closeReturn';
    return { operation: other, request: { returnId: 1 } };
  }
}

function currencyOf(shop: Shop, request: KeptAnswer['request']): string {
  const returned = shop.returns.find(({ id }) => id === request['sourceId']);
  return shop.orders.get(returned?.orderId ?? 0)?.currency ?? 'PLN';
}
