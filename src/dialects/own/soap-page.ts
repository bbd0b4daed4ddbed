/**
 * What a person sees who opens the SOAP address in a browser. Made of the contract that the gateway runs on, so that it tells
 * nothing else than the WSDL does. It needs no script and nothing from elsewhere.
 */
import { createHash } from 'node:crypto';
import { Refusal } from '../../domain/refusal';
import { expectationOf } from '../../soap/contract';
import type { Contract, Field, Operation, Type } from '../../soap/contract';
import type { Page } from '../../soap/documents';
import { escapeText } from '../../soap/encoder';
import { EnvelopeWriter } from '../../soap/envelope-writer';
import { indented, sampleMessages } from '../../soap/sample-messages';
import type { SampleWords } from '../../soap/sample-values';
import type { Recipe } from './recipes';
import { CHAPTERS, STORY } from './sample-words';
import { FAULT_ELEMENT } from './soap';
import { PAGE_STYLE } from './soap-page-style';

/** The one style sheet is inside the page and named by its hash: nothing else may be loaded, run or sent. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** How the documentation of an operation begins: with its REST twin. */
const TWIN = /^([A-Z]+ \S+)\. (.*)$/;

export function soapPage(contract: Contract, recipes: readonly Recipe[]): Page {
  // Made when first asked for: most processes are never asked.
  let rest: string | undefined;
  const html = (address: string): string => {
    rest ??= [recipePart(recipes), faultPart(contract), operationsPart(contract)].join('\n');
    return frame(firstPart(contract, escapeText(address)) + rest);
  };
  return { policy: POLICY, html };
}

function frame(body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Refund Gateway: SOAP</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** All that a caller must know before the first call. The address is the one thing here that differs between readers. */
function firstPart({ namespace }: Contract, address: string): string {
  return `<h1>Refund Gateway: SOAP</h1>
<p>One safe place for a shop to give money back. Send SOAP 1.1 or 1.2 envelopes with POST to</p>
<pre>${address}</pre>
<p>Contract: <a href="?wsdl">WSDL</a> (SOAP 1.1, which every stack reads), <a href="?wsdl=all">WSDL for SOAP 1.1 and 1.2</a>,
<a href="?xsd">schema</a>; namespace <code>${escapeText(namespace)}</code>.
The same operations over REST: <a href="../rest/v1/docs">REST documentation</a>.</p>

<h2>Credentials</h2>
<p>Each message carries one of them:</p>
<ul>
<li>an API key: the HTTP header <code>Authorization: Bearer KEY</code> or <code>X-API-KEY: KEY</code>;</li>
<li>a login: a WS-Security <code>UsernameToken</code> in the SOAP header, with its password as text or as digest.</li>
</ul>
<p>Whoever runs the gateway makes them: <code>npm run cli -- key add</code>, <code>npm run cli -- login add</code>.</p>

<h2>A first call</h2>
<p>Copy the request of an operation below into <code>request.xml</code>:</p>
<pre>curl ${address} \\
  -H 'Authorization: Bearer KEY' \\
  -H 'Content-Type: text/xml; charset=utf-8' \\
  --data-binary @request.xml</pre>

<h2>Idempotency</h2>
<p>Lines break, and money must not move twice. Send an idempotency key with whatever writes, in the header block
<code>IdempotencyKey</code> or in the HTTP header <code>Idempotency-Key</code>, and the same key with every repeat: repeats have one
effect and one answer.</p>
`;
}

function recipePart(recipes: readonly Recipe[]): string {
  const rows = recipes.map(
    ({ name, stack, versions }) =>
      `<tr><td><a href="?doc=${escapeText(name)}">${escapeText(stack)}</a></td><td>${escapeText(versions)}</td></tr>`,
  );
  return `<h2>Recipes</h2>
<p>The shortest complete program for each stack, with its traps. <a href="?doc=clients">Which one to take</a>.</p>
<table><thead><tr><th>stack</th><th>SOAP</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
}

function faultPart(contract: Contract): string {
  const refusal = new Refusal(
    'amount_exceeds_refundable',
    'amount must be at most 12.30 PLN, what is left to refund',
    'amount',
  );
  const { body } = new EnvelopeWriter(contract, FAULT_ELEMENT).refusal('1.1', refusal, 'parcel-77-1');
  const type = contract.elements.get(FAULT_ELEMENT)?.type;
  return `<h2>Faults</h2>
<p>Every refusal is one typed fault. <code>code</code> is one of <a href="?doc=errors">the error codes</a>, the same as over REST;
the fault string repeats code and message. A refused request has changed nothing.</p>
<details><summary>A fault, and its fields</summary><div>
<pre>${escapeText(indented(body))}</pre>
${type ? fieldTable(type) : ''}
</div></details>`;
}

function operationsPart(contract: Contract): string {
  const parts = [...contract.operations.values()].map((operation) => operationPart(contract, operation));
  return `<h2>Operations</h2>
<p>All ${parts.length} of them, each with its REST twin. The samples are whole messages; optional fields may be left out.</p>
${parts.join('\n')}`;
}

function operationPart(contract: Contract, operation: Operation): string {
  const { name, documentation, request, response, headers, soapAction } = operation;
  const sample = sampleMessages(contract, operation, wordsFor(name));
  const [, twin = '', what = documentation] = TWIN.exec(documentation) ?? [];
  const blocks = headers.map((header) => ` Header block: <code>${escapeText(header)}</code>.`).join('');
  return `<details id="${escapeText(name)}"><summary><code>${escapeText(name)}</code>
<span class="twin">${escapeText(what)}</span></summary><div>
<p>REST twin: <code>${escapeText(twin)}</code>. SOAPAction: <code>${escapeText(soapAction)}</code>, not needed.${blocks}</p>
<h3>Request</h3>
<pre>${escapeText(sample.request)}</pre>
${fieldTable(request)}
<h3>Answer</h3>
<pre>${escapeText(sample.answer)}</pre>
${fieldTable(response.type)}
</div></details>`;
}

/** A key of its own for each operation: a reader who sends one sample after the other means each of them. */
function wordsFor(operation: string): SampleWords {
  const chapters: Readonly<Record<string, SampleWords>> = CHAPTERS;
  return { ...STORY, IdempotencyKey: `${operation}-77`, ...chapters[operation] };
}

function fieldTable(type: Type): string {
  const rows = fieldRows(type, '');
  if (rows.length === 0) return '<p>No fields.</p>';
  return `<table><thead><tr><th>field</th><th>value</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
}

/** One row a field, those inside of it below it. */
function fieldRows(type: Type, path: string): string[] {
  if (type.kind === 'simple') return [];
  const fields: readonly Field[] =
    type.kind === 'complex' ? type.fields : [{ name: type.item, type: type.of, required: false }];
  return fields.flatMap((field) => {
    const name = path + field.name;
    return [fieldRow(name, field, type.kind === 'list'), ...fieldRows(field.type, `${name}.`)];
  });
}

function fieldRow(name: string, { type, required, documentation = '' }: Field, repeated: boolean): string {
  const mark = repeated ? ' <small>repeated</small>' : required ? '' : ' <small>optional</small>';
  const value = type.kind === 'simple' ? escapeText(expectationOf(type)) : '';
  const text = [value, escapeText(documentation)].filter((part) => part !== '').join('. ');
  return `<tr><td><code>${escapeText(name)}</code>${mark}</td><td>${text}</td></tr>`;
}
