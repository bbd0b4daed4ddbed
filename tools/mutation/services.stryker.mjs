import { settings } from './settings.mjs';

/** What decides about refunds among the services, and the suites that ask it. */
export default settings({
  folder: 'services',
  mutate: [
    'src/services/{refund-service,refund-steps,refund-source,refund-reader,refund-resolution,new-refund}.ts',
    'src/services/{quote,taken,once,transaction-news,order-book}.ts',
  ],
  suites: [
    ...['refund-service', 'refusals', 'room', 'quote', 'repeated-wishes', 'resolve-refund', 'audit', 'tenants'],
    ...['webhook-service', 'hand-made-refund', 'first-send', 'dispatch-service', 'return-service'],
  ],
});
