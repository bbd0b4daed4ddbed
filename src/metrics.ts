/** What the gateway tells Prometheus about itself. */
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Upper bounds in seconds; a request never waits for a provider, so a second is already long. */
const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'refund_gateway_request_seconds',
    help: 'Time to answer a request, by protocol and HTTP status.',
    labelNames: ['protocol', 'status'],
    buckets: BUCKETS_SECONDS,
    registers: [this.registry],
  });

  /** @param outboxAgeMs age of the oldest confirmed refund that still waits to be sent or asked after; 0 when none waits; NaN is told when it fails */
  constructor(outboxAgeMs: () => Promise<number>) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'refund_gateway_outbox_age_seconds',
      help: 'Age of the oldest refund transaction that is due to be sent or asked after.',
      registers: [this.registry],
      async collect() {
        // Of all that is told when the database is away, only this is not known.
        this.set(
          await outboxAgeMs().then(
            (ms) => ms / 1000,
            () => NaN,
          ),
        );
      },
    });
  }

  observe(protocol: 'rest' | 'soap', status: number, durationMs: number): void {
    this.requests.observe({ protocol, status: String(status) }, durationMs / 1000);
  }

  /** The page for Prometheus, and its content type. */
  async page(): Promise<{ readonly contentType: string; readonly text: string }> {
    return { contentType: this.registry.contentType, text: await this.registry.metrics() };
  }
}
