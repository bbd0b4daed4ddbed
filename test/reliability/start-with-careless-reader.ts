/** Starts a gateway that stumbles over an emoji, as a careless reader might: the fuzzer must find out. */
import { ValueReader } from '../../src/soap/value-reader';

const text = ValueReader.prototype.text;
ValueReader.prototype.text = function (part: string) {
  if (part.includes('😀')) throw new TypeError('the part cannot be read');
  return text.call(this, part);
};

void import('../../src/main.js');
