/** HTTP that does not fit, by requests that are well made as such. */
import type { Door } from './door';
import type { Listed } from './listed';
import { post, refused, served, unsupported, type HostileRow, type HttpRequest } from './row';

export const httpRows = (door: Door): HostileRow[] => [
  ...methodRows(),
  ...mediaTypeRows(door),
  ...documentRows(),
  ...credentialRows(door),
];

const without = (method: string, behindPath = ''): HttpRequest => ({
  ...{ kind: 'http', method, behindPath, headers: [['Content-Type', '']] },
  body: () => Buffer.alloc(0),
});

function methodRows(): HostileRow[] {
  const notAllowed = refused('method_not_allowed', [], { status: 405, headers: { allow: 'GET, HEAD, POST' } });
  const methods: readonly (readonly [string, Listed | undefined])[] = [
    ['PUT', undefined],
    ['DELETE', 'delete-method'],
    ['TRACE', 'trace-method'],
    ['PATCH', undefined],
    ['OPTIONS', undefined],
    ['PROPFIND', undefined],
  ];
  return [
    ...methods.map(([method, listed]) => ({
      name: `the method ${method}`,
      ...(listed && { listed }),
      request: { ...without(method), headers: [['Cookie', 'secret=1']] as const },
      expect: { ...notAllowed, lacks: ['secret'] },
      why: 'an empty 200 would say that something was done',
    })),
    {
      name: 'a method override',
      request: { ...without('GET', '?wsdl'), headers: [['X-HTTP-Method-Override', 'DELETE']] },
      expect: served({ holds: ['wsdl:definitions'] }),
      why: 'a guard sees GET',
    },
  ];
}

function mediaTypeRows(door: Door): HostileRow[] {
  const message = door.envelope(door.honest);
  const one = (name: string, type: string, why: string, listed?: Listed): HostileRow => ({
    name,
    ...(listed && { listed }),
    request: post(message, [['Content-Type', type]]),
    expect: { ...unsupported, lacks: ['script', 'boundary'] },
    why,
  });
  const parts =
    '--x\r\nContent-Type: text/xml\r\n\r\n' + message + '\r\n--x\r\nContent-ID: <1>\r\n\r\nfile\r\n--x--\r\n';
  return [
    one('HTML by its Content-Type', 'text/html', 'forms of foreign pages can send it', 'charset-mismatch-html'),
    one(
      'a Content-Type that would do harm in an answer',
      'text/html; charset=utf-7"><script>',
      'it must not be copied',
      'ct-reflection',
    ),
    one('no Content-Type', '', 'we do not guess'),
    one('JSON by its Content-Type', 'application/json', 'guards look at JSON otherwise'),
    one(
      'a form by its Content-Type',
      'application/x-www-form-urlencoded',
      'forms of foreign pages can send it without being asked',
    ),
    one('plain text by its Content-Type', 'text/plain', 'the same'),
    one('XML of another kind', 'application/xhtml+xml', 'it is no SOAP'),
    one('two kinds in one', 'text/html, text/xml', 'each guard believes another one'),
    one('a kind named __proto__', '__proto__', 'a table of kinds may be a plain object'),
    {
      name: 'a message with attachments',
      listed: 'multipart-swa',
      request: post(parts, [['Content-Type', 'multipart/related; type="text/xml"; boundary=x']]),
      expect: unsupported,
      why: 'a guard reads another part than the server',
    },
    {
      name: 'a message of MTOM',
      request: post(parts, [
        ['Content-Type', 'multipart/related; type="application/xop+xml"; start-info="text/xml"; boundary=x'],
      ]),
      expect: unsupported,
      why: 'the same, newer',
    },
    {
      name: 'XOP without parts',
      request: post(message, [['Content-Type', 'application/xop+xml; type="text/xml"']]),
      expect: unsupported,
      why: 'the same, halved',
    },
    {
      name: 'a Content-Type of 12 000 semicolons',
      request: post(message, [['Content-Type', `text/xml${';'.repeat(12_000)}`]]),
      expect: served(),
      why: 'a pattern over parameters may be quadratic',
    },
    {
      name: 'a Content-Type of 12 000 open quotes',
      request: post(message, [['Content-Type', `text/xml${';a="'.repeat(3_000)}`]]),
      expect: served(),
      why: 'the same',
    },
    {
      name: 'a Content-Type of 12 000 blanks',
      request: post(message, [['Content-Type', `text/xml;${' '.repeat(12_000)}x`]]),
      expect: served(),
      why: 'the same',
    },
    {
      name: 'two charsets in one Content-Type',
      request: post(message, [['Content-Type', 'text/xml; charset=utf-8; charset=utf-7']]),
      expect: { status: [200, 415] },
      why: 'each guard believes another one; ours is the first, and UTF-7 is never read',
    },
  ];
}

function documentRows(): HostileRow[] {
  const wsdl = served({ holds: ['wsdl:definitions'], lacks: ['root:'] });
  return [
    ...[
      '?wsdl=../../etc/passwd',
      '?wsdl=file:///etc/passwd',
      '?wsdl=..%2f..%2f..%2fetc%2fpasswd',
      '?wsdl=all%00.xml',
    ].map((query, index) => ({
      name: `the contract at ${query}`,
      ...(index === 0 && { listed: 'get-wsdl-traversal' as const }),
      request: without('GET', query),
      expect: { ...wsdl, status: [200, 404, 405], holds: [] },
      why: 'a file of ours would be the contract',
    })),
    {
      name: 'a schema that is a file',
      request: without('GET', '?xsd=../../../../etc/passwd'),
      expect: { status: [200, 404, 405], lacks: ['root:'] },
      why: 'the same by another name',
    },
    {
      name: 'a path behind the door',
      request: without('GET', '/../../../etc/passwd'),
      expect: { status: [404], lacks: ['root:'] },
      why: 'there is one door and nothing behind it',
    },
    {
      name: 'a path that is not well encoded',
      request: without('GET', '/%ff%2'),
      expect: { status: [400, 404] },
      why: 'decoding it throws',
    },
    {
      name: 'a question of markup',
      request: without('GET', '?%22%3E%3Cscript%3Ealert(1)%3C/script%3E'),
      expect: { status: [200, 404, 405], lacks: ['<script>alert'] },
      why: 'a page must not repeat it',
    },
    {
      name: 'a question of 12 kB',
      request: without('GET', `?wsdl&${'a=1&'.repeat(3000)}`),
      expect: { status: [200, 404, 405, 431] },
      why: 'parameters are kept by some',
    },
  ];
}

function credentialRows(door: Door): HostileRow[] {
  const message = door.envelope(door.honest);
  const one = (
    name: string,
    headers: HttpRequest['headers'],
    expect: HostileRow['expect'],
    why: string,
  ): HostileRow => ({
    name,
    request: post(message, headers),
    expect,
    why,
  });
  const wrong = refused('credentials_invalid', [], { lacks: ['OR 1=1', 'xxxxx'] });
  return [
    one('no credentials', [['Authorization', '']], refused('credentials_missing'), 'nobody is asked who it is'),
    one('a key of SQL', [['Authorization', "Bearer rgw_'--OR_1=1"]], wrong, 'it is looked up as a value'),
    one(
      'a key of 10 000 characters',
      [['Authorization', `Bearer ${'x'.repeat(10_000)}`]],
      wrong,
      'hashing must not cost more for it',
    ),
    one(
      'a key named __proto__',
      [['Authorization', 'Bearer __proto__']],
      wrong,
      'keys in a plain object would have it',
    ),
    one(
      'a key of the right form',
      [['Authorization', `Bearer rgw_aaaaaaaa_${'A'.repeat(43)}`]],
      wrong,
      'the answer is that for any wrong key',
    ),
    one(
      'two keys in two headers',
      [
        ['Authorization', ''],
        ['X-API-KEY', 'a'],
        ['X-API-KEY', 'b'],
      ],
      wrong,
      'each guard believes another one',
    ),
    one('a login of Basic', [['Authorization', 'Basic YTpi']], refused('credentials_missing'), 'we know no such login'),
    one(
      'a request id of markup',
      [['X-Request-Id', '"><script>alert(1)</script>']],
      served({ lacks: ['script'] }),
      'it would stand in answer and log',
    ),
    one(
      'a request id of 5 000 characters',
      [['X-Request-Id', 'x'.repeat(5000)]],
      served({ lacks: ['xxxxx'] }),
      'the same',
    ),
    one(
      'a sender who says that he is another',
      [
        ['X-Forwarded-For', '1.2.3.4, 5.6.7.8'],
        ['X-Forwarded-Host', 'evil.example'],
      ],
      served({ lacks: ['evil'] }),
      'who is near says who is far',
    ),
    one(
      'an Expect that we do not know',
      [['Expect', 'miracles']],
      { status: [417] },
      'it must be answered, or the caller waits for ever',
    ),
    one(
      'an Upgrade to another protocol',
      [
        ['Connection', 'Upgrade'],
        ['Upgrade', 'h2c'],
      ],
      served(),
      'we speak no other, and nobody may be left hanging',
    ),
    one('a TE of trailers', [['TE', 'trailers, deflate;q=0.5']], served(), 'it is a wish, not an order'),
    one(
      'a Range',
      [['Range', 'bytes=0-1,1-2,2-3']],
      served({ holds: [door.honestAnswer] }),
      'an answer about money is whole',
    ),
  ];
}
