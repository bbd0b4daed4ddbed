/** The attributes that SOAP encoding gives a meaning to. All others are let pass: types are known from the contract. */
import type { SaxesAttributeNS } from 'saxes';
import { elementMarks, NO_MARKS } from './attribute-marks';
import type { ElementMarks } from './attribute-marks';
import { ENCODING_11, XSI } from './namespaces';
import { malformed } from './strict-parser';

type Attributes = Readonly<Record<string, SaxesAttributeNS>>;

export function encodedMarks(attributes: Attributes): ElementMarks {
  let known: Record<string, SaxesAttributeNS> | undefined;
  for (const name in attributes) {
    const attribute = attributes[name] as SaxesAttributeNS;
    const { uri, local } = attribute;
    if (uri === ENCODING_11 && (local === 'offset' || local === 'position')) {
      throw malformed('an array must be sent whole and in order');
    }
    if (uri === '' ? local === 'id' || local === 'href' : uri === XSI && local === 'nil') {
      known = { ...known, [name]: attribute };
    }
  }
  // No type is among them, so no prefix is ever asked for.
  return known ? elementMarks(known, () => undefined) : NO_MARKS;
}
