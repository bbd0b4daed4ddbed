import type { Resource } from './resource';

/** The one table of merchants. Who asks finds one: the shop that he speaks for (contract, section 2, records the schema of merchants). */
export const MERCHANT_RESOURCE: Resource<never, 'number'> = {
  name: 'merchant',
  fields: {
    id: { type: 'integer', help: 'Its number.', unique: true },
    name: { type: 'string', help: 'The code of the shop.' },
    resource_uri: { type: 'string', help: 'Its address.' },
    currency: { type: 'string', help: 'What new orders usually have; ISO 4217.' },
  },
  filters: { id: { kind: 'fixed', resource: 'merchant' } },
  ordering: { id: 'number' },
  defaultLimit: 20,
  detailMethods: ['get'],
  listMethods: ['get'],
};
