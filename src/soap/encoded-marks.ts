/** The attributes that SOAP encoding gives a meaning to. All others are let pass: types are known from the contract. */
import type { SaxesAttributeNS } from 'saxes';
import { elementMarks } from './attribute-marks';
import type { ElementMarks } from './attribute-marks';
import { ENCODING_11, XSI } from './namespaces';
import { malformed } from './strict-parser';

type Attributes = Readonly<Record<string, SaxesAttributeNS>>;

export function encodedMarks(attributes: Attributes): ElementMarks {
  const known: Record<string, SaxesAttributeNS> = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const { uri, local } = attribute;
    if (uri === ENCODING_11 && (local === 'offset' || local === 'position')) {
      throw malformed('an array must be sent whole and in order');
    }
    if (uri === '' ? local === 'id' || local === 'href' : uri === XSI && local === 'nil') known[name] = attribute;
  }
  // No type is among them, so no prefix is ever asked for.
  return elementMarks(known, () => undefined);
}
