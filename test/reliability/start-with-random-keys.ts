/** Starts a gateway that is broken on purpose; see `random-keys.ts`. */
import './random-keys';

// Only now: nothing may be sent before the provider is broken.
void import('../../src/main.js');
