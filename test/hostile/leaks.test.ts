import { leakIn } from './leaks';

test.each([
  'TypeError: value is undefined',
  '    at Endpoint.serve (/srv/gateway/endpoint:12:3)',
  'see /usr/lib/node_modules/saxes/saxes.js',
  'src/soap/endpoint.ts',
  'SQLITE_CONSTRAINT: UNIQUE constraint failed',
  'select * from refunds',
  'the note is [object Object]',
  'root:x:0:0:root:/root:/bin/bash',
])('an answer that holds "%s" tells of our insides', (text) => {
  expect(leakIn(`<m:message>${text}</m:message>`)).toBeDefined();
});

test.each([
  'the message is not well-formed XML: undefined entity: &amp;x;',
  'lines[2].quantity must be a whole number from 1 to 1000000',
  'send SOAP messages with POST; GET with ?wsdl shows the contract',
])('an answer that holds "%s" does not', (text) => {
  expect(leakIn(`<m:message>${text}</m:message>`)).toBeUndefined();
});
