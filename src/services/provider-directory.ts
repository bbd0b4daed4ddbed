/** The payment providers this gateway can ask, and each shop's settings for them. */
import { Refusal } from '../domain/refusal';
import type { Clock, PaymentProvider, Reader, Sealer, UnitOfWork } from './ports';
import { shopOf } from './shop-service';

export class ProviderDirectory {
  private readonly byName: ReadonlyMap<string, PaymentProvider>;

  constructor(
    readonly providers: readonly PaymentProvider[],
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {
    this.byName = new Map(providers.map((provider) => [provider.name, provider]));
  }

  /** The provider of this name; refuses when we have no connector for it. */
  get(name: string): PaymentProvider {
    const provider = this.byName.get(name);
    if (!provider) {
      const known = [...this.byName.keys()].join(', ');
      throw new Refusal('request_invalid', `provider must be one of ${known}`, 'provider');
    }
    return provider;
  }

  /** What the shop stored for the provider; undefined when it stored nothing. */
  async settingsOf(shop: string, name: string): Promise<unknown> {
    const sealed = await this.reader.read((stores) => stores.providerSettings.find(shop, name));
    return sealed === undefined ? undefined : JSON.parse(this.sealer.open(sealed));
  }

  /** Stores a shop's settings for a provider, encrypted. Refuses settings that the provider cannot work with. */
  async setSettings(shop: string, name: string, settings: unknown): Promise<void> {
    const problem = this.get(name).checkSettings(settings);
    if (problem !== undefined) throw new Refusal('request_invalid', `settings: ${problem}`, 'settings');
    const sealed = this.sealer.seal(JSON.stringify(settings));
    await this.work.run(async (stores) => {
      await shopOf(stores, shop);
      await stores.providerSettings.put(shop, name, sealed, this.clock.now());
    });
  }
}
