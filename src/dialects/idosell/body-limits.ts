/** The vendor's own limit (contract, section 1; choice IDO-22). */
export const BODY_LIMITS = { maxBytes: 10 * 1024 * 1024, timeoutMs: 20_000 };
