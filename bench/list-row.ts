/** What is measured of one list: who is asked, through which door, for which pages. */
export interface Access {
  readonly shop: string;
  readonly key: string;
  readonly login: { readonly user: string; readonly password: string };
}

export interface ListRequest {
  readonly path: string;
  readonly method?: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface ListRow {
  readonly door: 'REST' | 'SOAP' | 'IdoSell' | 'IdoSell SOAP' | 'Sapo' | 'laets' | 'SkyHub';
  readonly list: string;
  /** Asked in turn. */
  readonly requests: readonly ListRequest[];
}
