/** What a person sees who opens the SOAP address in a browser. */
import type { Contract } from '../../soap/contract';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? '');

export function soapPage(contract: Contract): string {
  const rows = [...contract.operations.values()].map(
    ({ name, documentation }) => `<tr><td><code>${escape(name)}</code></td><td>${escape(documentation)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Refund Gateway: SOAP</title></head><body>
<h1>Refund Gateway: SOAP</h1>
<p>Contract: <a href="?wsdl">?wsdl</a> (SOAP 1.1), <a href="?wsdl=all">?wsdl=all</a> (SOAP 1.1 and 1.2).
Send envelopes of either version to this address with POST; namespace <code>${escape(contract.namespace)}</code>.
The same operations over REST: <a href="/rest/v1/docs">/rest/v1/docs</a>.</p>
<table><thead><tr><th>operation</th><th>REST twin, and what it does</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table></body></html>
`;
}
