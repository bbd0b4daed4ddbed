/** Values that are not what the contract says, and texts that try to be more than texts. */
import type { Door } from './door';
import type { Listed } from './listed';
import { invalid, malformed, post, refused, served, type HostileRow } from './row';

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"';

export const valueRows = (door: Door): HostileRow[] => [...numberRows(door), ...textRows(door), ...structRows(door)];

function numberRows(door: Door): HostileRow[] {
  const wrong: readonly (readonly [string, string, Listed | undefined])[] = [
    ['a number of nothing', '', undefined],
    ['a number of a blank', ' ', undefined],
    ['NaN for a number', 'NaN', 'num-NaN-hex'],
    ['INF for a number', 'INF', undefined],
    ['a number in hexadecimal', '0x10', undefined],
    ['a number with an exponent', '1e3', undefined],
    ['a number in octal', '0o17', undefined],
    ['zero for an id', '0', undefined],
    ['a negative id', '-1', undefined],
    ['a number with decimals', '1.0', undefined],
    ['a number with a rest of letters', '12abc', undefined],
    ['a number with a group mark', '1,000', undefined],
    ['a number with an underscore', '1_000', undefined],
    ['two numbers', '1 2', undefined],
    ['a number of 2 to the 53rd', '9007199254740992', undefined],
    ['a number of 2 to the 63rd', '9223372036854775808', undefined],
    ['a number of 20 digits', '99999999999999999999', 'int-overflow'],
    ['900 000 digits', '9'.repeat(900_000), undefined],
    ['900 000 zeros and a one', `${'0'.repeat(900_000)}1`, undefined],
    ['Arabic digits', '١٢', undefined],
    ['digits of full width', '１２', undefined],
    ['a mathematical 5', '𝟝', undefined],
    ['a 5 behind a blank of Unicode', '\u00a05', undefined],
    ['a 5 with a blank of no width', '5\u200b', undefined],
    ['a 5 behind a mark that turns the direction', '\u202e5', undefined],
    ['SQL behind a number', "5' OR '1'='1", undefined],
    ['SQL for a number', '5; DROP TABLE orders', undefined],
  ];
  return [
    ...wrong.map(([name, digits, listed]) => ({
      name,
      ...(listed && { listed }),
      request: post(() => door.envelope(door.withNumber(digits))),
      expect: refused('request_invalid', [], { lacks: ['DROP', 'OR &apos;'] }),
      why: 'a number is digits; all else is a guess at what was meant',
    })),
    {
      name: 'a comment in a number',
      listed: 'comment-in-number',
      request: post(door.envelope(door.withNumber('12<!-- -->34'))),
      expect: refused('order_not_found', ['1234']),
      why: 'it is 1234, never 12 and never 34',
    },
    {
      name: 'a CDATA section in a number',
      request: post(door.envelope(door.withNumber('12<![CDATA[34]]>'))),
      expect: refused('order_not_found', ['1234']),
      why: 'the same',
    },
    {
      name: 'a number that says it is text',
      listed: 'xsitype-builtin',
      request: post(door.envelope(door.honest.replace(/<(m:)?orderId>/, `<$1orderId ${XSI} xsi:type="xsd:string">`))),
      expect: served({ holds: [door.honestAnswer] }),
      why: 'the contract says what it is',
    },
    {
      name: 'a number that says it is a struct',
      listed: 'xsitype-complex',
      request: post(
        door.envelope(
          door.honest.replace(/<(m:)?orderId>/, `<$1orderId ${XSI} xsi:type="q:constructor" xmlns:q="urn:evil">`),
        ),
      ),
      expect: served({ holds: [door.honestAnswer] }),
      why: 'a reader that makes what a message names makes anything',
    },
    {
      name: 'a number that is an array',
      request: post(door.envelope(door.withNumber('<item>5</item><item>6</item>'))),
      expect: invalid(),
      why: 'a list where one is meant reads as both, or as neither',
    },
  ];
}

function textRows(door: Door): HostileRow[] {
  const same = (name: string, text: string, meant: string, why: string, listed?: Listed): HostileRow => ({
    name,
    ...(listed && { listed }),
    request: post(door.envelope(door.withText(text))),
    expect: served({ holds: [`>${meant}<`] }),
    why,
  });
  return [
    same(
      'a document in CDATA',
      '<![CDATA[<?xml version="1.0"?><a>&amp;</a>]]>',
      '&lt;?xml version=&quot;1.0&quot;?&gt;&lt;a&gt;&amp;amp;&lt;/a&gt;',
      'it is text, and not read again',
      'cdata-xml-object-injection',
    ),
    same(
      'text that would end its element',
      '<![CDATA[<![CDATA[x]]]]><![CDATA[></name><name>INJ<![CDATA[y]]]]>&gt;',
      '&lt;![CDATA[x]]&gt;&lt;/name&gt;&lt;name&gt;INJ&lt;![CDATA[y]]&gt;',
      'it must come back as the text it is',
      'cdata-output-injection',
    ),
    same('a comment in a text', 'sh<!-- -->op', 'shop', 'who takes the last piece reads op', 'comment-in-text'),
    same('SQL', "x'); DROP TABLE refunds; --", "x'); DROP TABLE refunds; --", 'it is stored as a value'),
    same(
      'SQL with a backslash and a Unicode quote',
      "\\' OR 1=1 -- ʼ",
      "\\' OR 1=1 -- ʼ",
      'drivers that quote by hand differ on it',
    ),
    same(
      'a template',
      '${7*7} {{7*7}} %n%s <![CDATA[<%= 7*7 %>]]>',
      '${7*7} {{7*7}} %n%s &lt;%= 7*7 %&gt;',
      'nothing may be filled in',
    ),
    same('a lookup', '${jndi:ldap://127.0.0.1:1/x}', '${jndi:ldap://127.0.0.1:1/x}', 'a log must not look it up'),
    same(
      'a line for the log',
      'x&#10;{"level":50,"msg":"internal error"}',
      'x\n{&quot;level&quot;:50,&quot;msg&quot;:&quot;internal error&quot;}',
      'it must not become a line of the log',
    ),
    same('a path', '../../../etc/passwd', '../../../etc/passwd', 'it is a name'),
    same(
      'a script',
      '<![CDATA[<script>alert(1)</script>]]>',
      '&lt;script&gt;alert(1)&lt;/script&gt;',
      'pages must not run it',
    ),
    same('letters of another direction', '\u202egnp.exe', '\u202egnp.exe', 'it is the shop’s text'),
    same('letters without width', 'ad\u200bmin\u200d\ufeff', 'ad\u200bmin\u200d\ufeff', 'it is the shop’s text'),
    same(
      'a tower of accents',
      `Z${'\u0335'.repeat(100)}`,
      `Z${'\u0335'.repeat(100)}`,
      'it is one letter and a hundred characters',
    ),
    same('a carriage return', 'a&#13;b', 'a&#13;b', 'bare, it would come back as a line feed'),
    same('names that objects know', '__proto__ constructor', '__proto__ constructor', 'it is text'),
    same('an emoji of seven characters', '👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦', 'it is counted, not cut'),
    same('an emoji in two halves', '&#xD83D;&#xDE00;', '😀', 'Axis 1.4 writes it so'),
    same('noncharacters of other planes', '\u{1fffe}\u{10ffff}', '\u{1fffe}\u{10ffff}', 'XML allows them'),
    same('control characters that XML allows', '\u007f\u0085\u009f', '\u007f\u0085\u009f', 'they are the shop’s text'),
  ];
}

function structRows(door: Door): HostileRow[] {
  const one = (
    name: string,
    elements: string,
    expect: HostileRow['expect'],
    why: string,
    listed?: Listed,
  ): HostileRow => ({
    name,
    ...(listed && { listed }),
    request: post(door.envelope(door.withMore(elements))),
    expect,
    why,
  });
  const notKnown = invalid('is not known here');
  return [
    one(
      'an element of nobody',
      '<colour>red</colour>',
      notKnown,
      'a wish that we do not know we cannot fulfil',
      'unknown-element',
    ),
    one(
      'an element named __proto__',
      '<__proto__><admin>1</admin></__proto__>',
      notKnown,
      'it would change every object',
      'proto-element',
    ),
    one(
      'an element named constructor',
      '<constructor><prototype/></constructor>',
      notKnown,
      'the other way to the same',
    ),
    one(
      'an element twice',
      '<amount>1.00</amount>',
      invalid('amount is given twice'),
      'one reader takes the first, another the last',
      'duplicate-element',
    ),
    one(
      'an element twice, once nil',
      `<note ${XSI} xsi:nil="1"/><note>x</note>`,
      invalid('note is given twice'),
      'nil counts as given',
    ),
    one(
      'a nil that is not empty',
      `<note ${XSI} xsi:nil="1">x</note>`,
      invalid('note is nil and must be empty'),
      'two readers see two values',
    ),
    one(
      'elements where text belongs',
      '<note><a>x</a></note>',
      invalid('note must be text'),
      'it would be stored as [object Object]',
      'string-as-struct',
    ),
    one(
      'our element in a foreign namespace',
      '<note xmlns="urn:evil">x</note>',
      notKnown,
      'a name means something only in its namespace',
    ),
    one(
      'an attribute of nobody',
      '<note lang="pl">x</note>',
      malformed('the attribute lang is not known here'),
      'it may be meant to change the value',
    ),
    one(
      'an XInclude of a file',
      '<note><i:Include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/></note>',
      refused('request_malformed', [], { lacks: ['passwd'] }),
      'a file of ours would come back',
    ),
    one(
      'an xop:Include of a file',
      '<note><xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="file:///etc/passwd"/></note>',
      refused('request_malformed', [], { lacks: ['passwd'] }),
      'a file of ours would come back',
      'xop-include-file',
    ),
    one(
      'an xop:Include of an attachment',
      '<note><xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:1"/></note>',
      malformed(),
      'there are no attachments',
    ),
    one(
      'an amount of 900 000 digits',
      `<shipping>${'9'.repeat(900_000)}</shipping>`,
      invalid('shipping must be decimal digits'),
      'big numbers cost time',
      'decimal-900k-digits',
    ),
    one(
      'an amount of too many decimals',
      '<shipping>1.2345</shipping>',
      invalid('shipping must be decimal digits'),
      'rounding is guessing with money',
    ),
    one(
      'a negative amount',
      '<shipping>-1.00</shipping>',
      invalid('shipping must be decimal digits'),
      'it would turn the direction of the money',
    ),
    one(
      'an amount of the currency’s missing digits',
      '<shipping>1.005</shipping>',
      refused('amount_invalid'),
      'rounding is guessing with money',
    ),
    one(
      'an amount with a comma',
      '<shipping>1,50</shipping>',
      invalid('shipping must be decimal digits'),
      'it may be 1.50 or 150',
    ),
    one(
      'an amount of Arabic digits',
      '<shipping>١٢</shipping>',
      invalid('shipping must be decimal digits'),
      'some languages take them for digits',
    ),
    one(
      'a base64 file for a text',
      `<note>${'TVqQAAMAAAAEAAAA'.repeat(100)}</note>`,
      invalid('note must be text of at most 1000 characters'),
      'notes are no place for files',
    ),
    one(
      '1001 emoji',
      `<note>${'😀'.repeat(1001)}</note>`,
      invalid('note must be text of at most 1000 characters'),
      'characters are counted, not units',
    ),
    one(
      'an empty reference number',
      '<reference></reference>',
      invalid('reference must be text of 1 to 100 characters'),
      'nothing is no number',
    ),
    one(
      'a list too long',
      `<lines>${'<line><lineId>1</lineId><quantity>1</quantity></line>'.repeat(501)}</lines>`,
      invalid('lines must have at most 500 entries'),
      'each entry costs a look into the database',
    ),
    one(
      'a quantity of 0',
      '<lines><line><lineId>1</lineId><quantity>0</quantity></line></lines>',
      invalid('lines[0].quantity must be a whole number from 1 to 1000000'),
      'nothing cannot be given back',
    ),
    one(
      'a quantity beyond the limit',
      '<lines><line><lineId>1</lineId><quantity>1000001</quantity></line></lines>',
      invalid('lines[0].quantity must be a whole number from 1 to 1000000'),
      'times a price it would be no exact number',
    ),
    one(
      'an entry that is half there',
      '<lines><line><lineId>2</lineId></line></lines>',
      invalid('lines[0].quantity is required'),
      'nothing is filled in',
    ),
    one(
      'an entry with an element of nobody',
      '<lines><line><colour>red</colour></line></lines>',
      invalid('lines[0].colour is not known here'),
      'the path says which',
    ),
    one(
      'text for a struct',
      '<lines><line>text</line></lines>',
      invalid('lines[0] must not hold text between its elements'),
      'it would be lost',
    ),
    one(
      'a nil entry of a list',
      `<lines><line ${XSI} xsi:nil="1"/></lines>`,
      invalid('lines[0] is required'),
      'null is no line',
    ),
    one(
      'a repeated list',
      '<lines/><lines/>',
      invalid('lines is given twice'),
      'one reader takes the first, another both',
    ),
    one(
      'a SOAP-encoded array',
      '<lines xmlns:enc="http://schemas.xmlsoap.org/soap/encoding/" enc:arrayType="x[999999999]"/>',
      served(),
      'nothing is made in advance of what was counted for us',
    ),
    one(
      'a SOAP-encoded array with offset',
      '<lines xmlns:enc="http://schemas.xmlsoap.org/soap/encoding/" enc:offset="[2147483647]"/>',
      served(),
      'the same from its other end',
    ),
    one(
      'an enumeration in upper case',
      '<destination>CASH</destination>',
      invalid('destination is given twice'),
      'what is given twice is refused before it is read',
    ),
    {
      name: 'a struct left out',
      listed: 'stack-leak',
      request: post(door.envelope(door.operation('putOrder'))),
      expect: invalid('is required'),
      why: 'others read a part of what is not there, and send the stack',
    },
    ...[
      '2026-02-29T10:00:00Z',
      '2026-13-01T10:00:00Z',
      '2026-01-01T24:00:01Z',
      '2026-01-01T10:00:00',
      '2026-01-01',
      '-2026-01-01T00:00:00Z',
      '99999-01-01T00:00:00Z',
    ].map((time) => ({
      name: `the time ${time}`,
      request: post(door.envelope(door.operation('listOrders').replace('></', `><since>${time}</since></`))),
      expect: invalid('since must be'),
      why: 'there is no such moment, or it is another one in each zone',
    })),
  ];
}
