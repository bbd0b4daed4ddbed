/** References inside a message, which some stacks write, and which can cheat. */
import type { Door } from './door';
import type { Listed } from './listed';
import { invalid, malformed, post, repeat, served, type HostileRow } from './row';

export function referenceRows(door: Door): HostileRow[] {
  const one = (
    name: string,
    elements: string,
    expect: HostileRow['expect'],
    why: string,
    listed?: Listed,
  ): HostileRow => ({
    name,
    ...(listed && { listed }),
    request: post(() => door.envelope(door.withMore(elements))),
    expect,
    why,
  });
  const tower = (levels: number): string =>
    repeat(levels, (at) => `<line id="l${at}">${`<line href="#l${at + 1}"/>`.repeat(10)}</line>`);
  const outside = malformed('a reference must lead to an id of the same message');
  const nowhere = malformed('leads nowhere');
  const tooMany = malformed('there are more than 2000 references');
  const chain = repeat(2500, (at) => `<line id="c${at}" href="#c${at + 1}"/>`);
  return [
    one(
      'a reference to itself',
      '<lines><line id="a" href="#a"/></lines>',
      tooMany,
      'it never ends',
      'href-self-cycle',
    ),
    one('a cycle of two', '<lines><line id="a" href="#b"/><line id="b" href="#a"/></lines>', tooMany, 'it never ends'),
    one(
      'a reference to what holds it',
      '<lines id="a"><line href="#a"/></lines>',
      malformed('a reference leads back to itself'),
      'it never ends, and grows',
    ),
    one(
      'references that unfold to a billion elements',
      `<lines>${tower(9)}</lines>`,
      invalid('is not known here'),
      'each level is ten times the one below',
      'href-billion-laughs',
    ),
    one(
      'a chain of 2 500 references',
      `<lines>${chain}<line id="c2500"/></lines>`,
      tooMany,
      'each is followed to its end, from every link',
    ),
    one(
      '499 references to one line',
      `<lines><line id="a"><lineId>1</lineId><quantity>1</quantity></line>${'<line href="#a"/>'.repeat(500)}</lines>`,
      invalid('lines must have at most 500 entries'),
      'what they unfold to counts',
    ),
    one(
      'a reference out of the message',
      '<note href="http://127.0.0.1:1/"/>',
      outside,
      'we would call where an attacker cannot',
      'href-external',
    ),
    one('a reference to a file', '<note href="file:///etc/passwd"/>', outside, 'a file of ours would come back'),
    one('a reference to an attachment', '<note href="cid:1"/>', outside, 'there are no attachments'),
    one('a reference with nothing behind #', '<note href="#"/>', nowhere, 'an empty id is no id'),
    one('a reference to nothing', '<note href="#nothing"/>', nowhere, 'nothing is no value'),
    one(
      'a reference to __proto__',
      '<note href="#__proto__"/>',
      nowhere,
      'ids in a plain object would have it',
      'proto-href-attr',
    ),
    one(
      'a reference to a number',
      '<note id="a">x</note><amount href="#a"/>',
      invalid('amount is given twice'),
      'a reference counts as given',
    ),
    one(
      'a reference with content',
      '<note id="a">x</note><reason href="#a">y</reason>',
      malformed('has a reference and content'),
      'two readers see two values',
    ),
    one(
      'the same id twice',
      '<note id="a">x</note><shipping id="a">1</shipping><reason href="#a"/>',
      malformed('is given twice'),
      'two readers follow it to two places',
    ),
    one(
      'a reference as SOAP 1.2 writes it, out of the message',
      '<note xmlns:enc="http://www.w3.org/2003/05/soap-encoding" enc:ref="http://127.0.0.1:1/"/>',
      nowhere,
      'the other spelling of the same',
    ),
    one(
      'an id named __proto__',
      '<note id="__proto__">x</note>',
      served({ holds: ['<m:note>x</m:note>'] }),
      'ids in a plain object would change every object',
      'proto-id-attr',
    ),
  ];
}
