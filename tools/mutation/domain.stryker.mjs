import { settings } from './settings.mjs';

/** A rule of the domain is held by its own tests, without a database. */
export default settings({
  mutate: ['src/domain/**/*.ts'],
  folder: 'domain',
  suites: [
    ...['access', 'instant', 'money', 'order', 'refund-content', 'return', 'return-lines', 'provider-words'],
    ...['transaction', 'allocation', 'units'],
  ],
});
