import type { Usage } from './probe';

/** A server that takes its turn in the measurements. */
export interface MeasuredServer {
  readonly url: string;
  /** What all of its processes have used since they began. */
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}
