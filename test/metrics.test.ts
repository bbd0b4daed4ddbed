import { Metrics } from '../src/metrics';

test('the page is told when the database is away; only what stands in the database is not known', async () => {
  const metrics = new Metrics(() => Promise.reject(new Error('away')));
  metrics.observe('rest', 503, 20);
  const { text } = await metrics.page();
  expect(text).toContain('refund_gateway_outbox_age_seconds Nan');
  expect(text).toContain('refund_gateway_request_seconds_count{protocol="rest",status="503"} 1');
});
