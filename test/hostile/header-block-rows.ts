/** Header blocks: those of others, those of WS-Security and WS-Addressing, and our own. */
import { createHash, randomBytes } from 'node:crypto';
import type { Door } from './door';
import type { Listed } from './listed';
import { malformed, post, refused, served, type HostileRow, type HttpRequest } from './row';

/** The login of the shop under fire. */
export const LOGIN = { user: 'shop', password: 'correct horse' };

const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const WSU = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';
const DIGEST = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest';

const security = (content: string): string =>
  `<w:Security xmlns:w="${WSSE}" e:mustUnderstand="1">${content}</w:Security>`;

const textToken = (user: string, password: string): string =>
  `<w:UsernameToken><w:Username>${user}</w:Username><w:Password>${password}</w:Password></w:UsernameToken>`;

interface DigestToken {
  readonly password?: string;
  readonly nonce?: string;
  readonly createdAt?: number;
}

function digestToken({
  password = LOGIN.password,
  nonce = randomBytes(16).toString('base64'),
  createdAt = Date.now(),
}: DigestToken): string {
  const created = new Date(createdAt).toISOString();
  const digest = createHash('sha1')
    .update(Buffer.from(nonce, 'base64'))
    .update(created + password);
  return (
    `<w:UsernameToken><w:Username>${LOGIN.user}</w:Username><w:Password Type="${DIGEST}">${digest.digest('base64')}</w:Password>` +
    `<w:Nonce>${nonce}</w:Nonce><u:Created xmlns:u="${WSU}">${created}</u:Created></w:UsernameToken>`
  );
}

export const headerBlockRows = (door: Door): HostileRow[] => [
  ...understandingRows(door),
  ...loginRows(door),
  ...keyRows(door),
];

function understandingRows(door: Door): HostileRow[] {
  const one = (
    name: string,
    header: string,
    expect: HostileRow['expect'],
    why: string,
    listed?: Listed,
  ): HostileRow => ({
    name,
    ...(listed && { listed }),
    request: post(door.envelope(door.honest, { header })),
    expect,
    why,
  });
  const notUnderstood = refused('header_not_understood', ['<faultcode>soap:MustUnderstand</faultcode>']);
  const fine = served({ holds: [door.honestAnswer] });
  const next = 'http://schemas.xmlsoap.org/soap/actor/next';
  const addressing = 'xmlns:a="http://www.w3.org/2005/08/addressing"';
  return [
    one(
      'a block that must be understood',
      '<x:a xmlns:x="urn:x" e:mustUnderstand="1"/>',
      notUnderstood,
      'it may forbid what we are about to do',
      'mustunderstand-unknown',
    ),
    one(
      'the same for whoever is next',
      `<x:a xmlns:x="urn:x" e:mustUnderstand="true" e:actor="${next}"/>`,
      notUnderstood,
      'the next are we',
    ),
    one(
      'the same for somebody else',
      '<x:a xmlns:x="urn:x" e:mustUnderstand="1" e:actor="urn:other"><x:b>t</x:b></x:a>',
      fine,
      'it is none of our business',
      'mustunderstand-other-actor',
    ),
    one(
      'a block with mustUnderstand in no namespace',
      '<x:a xmlns:x="urn:x" mustUnderstand="1"/>',
      fine,
      'only the name is right',
    ),
    one(
      'a block of markup that nobody asked for',
      '<x:a xmlns:x="urn:x"><![CDATA[</e:Header>]]></x:a>',
      fine,
      'it does not end the Header',
    ),
    one(
      'an address to which we shall answer',
      `<a:ReplyTo ${addressing}><a:Address>http://127.0.0.1:1/</a:Address></a:ReplyTo><a:FaultTo ${addressing}><a:Address>file:///etc/passwd</a:Address></a:FaultTo>`,
      fine,
      'we would call where an attacker cannot',
      'wsa-replyto-ssrf',
    ),
    one(
      'an address to which we must answer',
      `<a:ReplyTo ${addressing} e:mustUnderstand="1"><a:Address>http://127.0.0.1:1/</a:Address></a:ReplyTo>`,
      notUnderstood,
      'we answer on the line alone, and say so',
    ),
    one(
      'an action of WS-Addressing that names another operation',
      `<a:Action ${addressing}>${door.otherAction}</a:Action>`,
      fine,
      'the body decides',
    ),
    one('a block in no namespace', '<x/>', fine, 'SOAP forbids it, and it means nothing'),
    one(
      'a block with an external reference',
      '<x:a xmlns:x="urn:x" href="http://127.0.0.1:1/"/>',
      fine,
      'what is not ours is not followed',
    ),
  ];
}

function loginRows(door: Door): HostileRow[] {
  const withLogin = (token: () => string): HttpRequest => ({
    ...post(() => door.envelope(door.honest, { header: security(token()) }), [['Authorization', '']]),
  });
  const one = (
    name: string,
    token: () => string,
    expect: HostileRow['expect'],
    why: string,
    listed?: Listed,
  ): HostileRow => ({
    name,
    ...(listed && { listed }),
    request: withLogin(token),
    expect,
    why,
  });
  const wrong = refused('credentials_invalid', [], { lacks: [LOGIN.password] });
  const unreadable = malformed('the UsernameToken cannot be read');
  const replayed = (): (() => string) => {
    let first: string | undefined;
    // Sent twice: what was good the first time is not the second.
    return () => {
      const token = first ?? digestToken({});
      first = first === undefined ? token : undefined;
      return token;
    };
  };
  const days = 86_400_000;
  const sameTwice = withLogin(replayed());
  const text = textToken(LOGIN.user, LOGIN.password);
  return [
    one('an honest login', () => text, served(), 'it is what the others are measured by'),
    one('an honest login by digest', () => digestToken({}), served(), 'the same'),
    {
      name: 'a login that was heard before',
      listed: 'wsse-replay',
      first: sameTwice,
      request: sameTwice,
      expect: wrong,
      why: 'whoever listens could say it again',
    },
    one(
      'a login of 2020',
      () => digestToken({ createdAt: Date.UTC(2020, 0) }),
      wrong,
      'its nonce is long forgotten',
      'wsse-old',
    ),
    one(
      'a login of 2099',
      () => digestToken({ createdAt: Date.UTC(2099, 0) }),
      wrong,
      'it would be good for ever',
      'wsse-future',
    ),
    one('a login of yesterday', () => digestToken({ createdAt: Date.now() - days }), wrong, 'its nonce is forgotten'),
    one(
      'a login with a wrong digest',
      () => digestToken({ password: 'wrong' }),
      wrong,
      'it is no login',
      'wsse-wrong-digest',
    ),
    one(
      'a login without a nonce',
      () => digestToken({}).replace(/<w:Nonce>.*<\/w:Nonce>/, ''),
      wrong,
      'it could be said again',
    ),
    one(
      'a login without its time',
      () => digestToken({}).replace(/<u:Created.*<\/u:Created>/, ''),
      wrong,
      'it could be said for ever',
    ),
    one(
      'a login whose time is NaN',
      () => digestToken({}).replace(/(<u:Created[^>]*>)[^<]*/, '$1never'),
      wrong,
      'NaN is neither too early nor too late',
    ),
    one(
      'a nonce of 500 kB',
      () => digestToken({ nonce: randomBytes(375_000).toString('base64') }),
      malformed('its Nonce is too long'),
      'it would be remembered',
    ),
    one(
      'a comment in a login',
      () => textToken('shop<!-- -->.evil', LOGIN.password),
      wrong,
      'it is shop.evil, never shop',
      'comment-in-login',
    ),
    one(
      'a login with a NUL to come',
      () => textToken('shop&#x85;', LOGIN.password),
      wrong,
      'what looks alike is not the same',
    ),
    one('a login in capitals', () => textToken('SHOP', LOGIN.password), wrong, 'databases may compare without case'),
    one('a login with a wildcard', () => textToken('sho%', LOGIN.password), wrong, 'databases may compare with LIKE'),
    one('a login of SQL', () => textToken("' OR 1=1 --", "' OR 1=1 --"), wrong, 'it is looked up as a value'),
    one('a login named __proto__', () => textToken('__proto__', ''), wrong, 'logins in a plain object would have it'),
    one('a login with an empty password', () => textToken(LOGIN.user, ''), wrong, 'nothing is no password'),
    one(
      'a nonce of 4 kB',
      () => digestToken({ nonce: randomBytes(3_000).toString('base64') }),
      malformed('its Nonce is too long'),
      'a key of a database has an end, and would be an error of ours',
    ),
    one(
      'a password of 500 kB',
      () => textToken(LOGIN.user, 'x'.repeat(500_000)),
      malformed('its Password is too long'),
      'hashing must not cost more for it',
    ),
    one('two tokens', () => text + text, unreadable, 'each guard believes another one'),
    one(
      'a token with two names',
      () => text.replace('<w:Password>', '<w:Username>v</w:Username>$&'),
      unreadable,
      'the same',
    ),
    one(
      'a token without a password',
      () => '<w:UsernameToken><w:Username>u</w:Username></w:UsernameToken>',
      unreadable,
      'it is half a login',
    ),
    one(
      'a password of an unknown kind',
      () => text.replace('<w:Password>', '<w:Password Type="urn:x">'),
      unreadable,
      'we would read it otherwise than it was meant',
    ),
    one(
      'a struct as password',
      () => text.replace(`>${LOGIN.password}<`, '><w:a/><'),
      unreadable,
      'it would be [object Object]',
    ),
    one(
      'a token with an element of nobody',
      () => text.replace('</w:UsernameToken>', '<w:__proto__/>$&'),
      unreadable,
      'nobody knows what it would change',
    ),
    one(
      'a signature that must be understood',
      () => '<w:Signature/>',
      refused('header_not_understood'),
      'we cannot check it, and must not act as if we had',
    ),
    one(
      'a login beside an encrypted key',
      () => `${text}<w:EncryptedKey/>`,
      refused('header_not_understood'),
      'the same',
    ),
    {
      name: 'two Security blocks',
      request: post(door.envelope(door.honest, { header: security(text) + security(text) })),
      expect: malformed('the header Security is given twice'),
      why: 'each guard believes another one',
    },
    {
      name: 'a login in a namespace that is not its own',
      request: post(
        door.envelope(door.honest, {
          header: security(text).replaceAll(WSSE, 'urn:evil').replace(' e:mustUnderstand="1"', ''),
        }),
        [['Authorization', '']],
      ),
      expect: refused('credentials_missing'),
      why: 'a name means something only in its namespace',
    },
  ];
}

function keyRows(door: Door): HostileRow[] {
  const block = (text: string, more = ''): string =>
    `<m:IdempotencyKey xmlns:m="${door.namespace}"${more}>${text}</m:IdempotencyKey>`;
  const one = (
    name: string,
    header: string,
    expect: HostileRow['expect'],
    why: string,
    headers: HttpRequest['headers'] = [],
  ): HostileRow => ({
    name,
    request: post(door.envelope(door.withMore('<note>key</note>'), { header }), headers),
    expect,
    why,
  });
  const wrong = refused('idempotency_key_invalid');
  const twice = malformed('the header IdempotencyKey is given twice');
  return [
    one('a key with blanks', block('a b'), wrong, 'blanks are lost on the way, and then it is another key'),
    one('a key of 256 characters', block('k'.repeat(256)), wrong, 'who cuts it takes two wishes for one'),
    one('an empty key', block(''), wrong, 'all empty keys are the same'),
    one('a key of letters beyond ASCII', block('klíč'), wrong, 'it has two spellings in Unicode'),
    one('a key of letters that look like others', block('kеy-1'), wrong, 'two that look alike are two refunds'),
    one('a key with a mark that turns the direction', block('a\u202eb'), wrong, 'the same'),
    one('a key with elements', block('<a>x</a>'), wrong, 'a key is text'),
    one('a key with a line end', block('a&#10;b'), wrong, 'it would break a line of the log'),
    one('two keys', block('a') + block('b'), twice, 'a guess would decide whether money moves twice'),
    one('the same key twice', block('a') + block('a'), twice, 'the same'),
    one('a key in the Header and another in HTTP', block('a'), wrong, 'the same', [['Idempotency-Key', 'b']]),
    one('a key of 256 characters in HTTP', '', wrong, 'who cuts it takes two wishes for one', [
      ['Idempotency-Key', 'k'.repeat(256)],
    ]),
    one('a key with blanks in HTTP', '', wrong, 'blanks are lost on the way', [['Idempotency-Key', 'a b']]),
    one('two keys in HTTP', '', wrong, 'joined, they would be a third', [
      ['Idempotency-Key', 'a'],
      ['Idempotency-Key', 'b'],
    ]),
    one(
      'a key with an attribute of nobody',
      block('a', ' x="1"'),
      refused('request_malformed'),
      'it may be meant to change the key',
    ),
    one('a key that refers to another', block('', ' href="#k"'), wrong, 'references are for bodies'),
    {
      name: 'a key that must be understood by an operation that has none',
      request: post(door.envelope(door.honest, { header: block('key', ' e:mustUnderstand="1"') })),
      expect: refused('header_not_understood'),
      why: 'who asks for it believes that it protects',
    },
    {
      name: 'a key for another wish',
      first: post(() => door.envelope(door.withMore('<note>first</note>'), { header: block('reused') })),
      request: post(() => door.envelope(door.withMore('<note>second</note>'), { header: block('reused') })),
      expect: refused('idempotency_key_reused'),
      why: 'one of the two would be lost without a word',
    },
  ];
}
