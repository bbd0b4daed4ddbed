/** How much of a message is read before it is refused. Each limit is looked at while reading, never afterwards. */

const KIB = 1024;
const MIB = 1024 * KIB;

/** Bytes of a request, as sent and once more when inflated. */
export const MAX_BODY_BYTES = MIB;
/** A body that trickles in for longer than this is cut off. */
export const BODY_TIMEOUT_MS = 20_000;

/** Requests on one line that wait for their answers; whoever sends more of them in advance reads none. */
export const MAX_WAITING_REQUESTS = 100;

/** The parser is fed in slices, so that a broken limit stops it early. */
export const SLICE_CHARACTERS = 4 * KIB;
export const MAX_DEPTH = 40;
export const MAX_ELEMENTS = 20_000;
export const MAX_ATTRIBUTES = 24;
export const MAX_ATTRIBUTE_CHARACTERS = 4 * KIB;
export const MAX_NAME_CHARACTERS = 200;
/** Of a name, password, nonce or time of a WS-Security login: nonces are kept, and no database takes endless keys. */
export const MAX_LOGIN_CHARACTERS = 1_000;

/** What references may unfold to. */
export const MAX_REFERENCES = 2_000;
export const MAX_EXPANDED_ELEMENTS = 50_000;
export const MAX_EXPANDED_CHARACTERS = 4 * MIB;
