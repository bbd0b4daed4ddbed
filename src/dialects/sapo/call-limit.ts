/**
 * The headers that pace this platform's clients (choice SAPO-2). We hold no calls against anybody, so each call is the only
 * one in the bucket.
 */
import type { OutgoingHttpHeaders } from 'node:http';

const USED_OF_BUCKET = '1/40';

export const CALL_LIMIT: OutgoingHttpHeaders = {
  'X-Bizweb-Api-Call-Limit': USED_OF_BUCKET,
  'X-Shopify-Shop-Api-Call-Limit': USED_OF_BUCKET,
};
