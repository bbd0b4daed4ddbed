/** The two versions of the envelope, and the words in which they differ. */

export type SoapVersion = '1.1' | '1.2';

export const ENVELOPE: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};

export const CONTENT_TYPE: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'text/xml; charset=utf-8',
  '1.2': 'application/soap+xml; charset=utf-8',
};

/** Header blocks for these, or for nobody in particular, are for us. */
export const OUR_ROLES: ReadonlySet<string> = new Set([
  '',
  'http://schemas.xmlsoap.org/soap/actor/next',
  'http://www.w3.org/2003/05/soap-envelope/role/next',
  'http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver',
]);

export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
export const ENCODING_11 = 'http://schemas.xmlsoap.org/soap/encoding/';
export const ENCODING_12 = 'http://www.w3.org/2003/05/soap-encoding';
export const SECURITY = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
