/** Carries out the calls it is handed as JSON with strong-soap, made from the served WSDL. A warning is a failure. */
'use strict';
const { readFileSync } = require('node:fs');
const { soap, WSSecurity, QName } = require('strong-soap');

const NAMESPACE = 'urn:refund-gateway:v1';

async function main() {
  const task = JSON.parse(readFileSync(0, 'utf8'));
  const client = await new Promise((resolve, reject) => {
    const options = { forceSoapVersion: task.version, endpoint: task.address };
    soap.createClient(task.wsdl, options, (error, made) => (error ? reject(error) : resolve(made)));
  });
  const outcomes = [];
  for (const call of task.calls) outcomes.push(await carryOut(client, call));
  process.stdout.write(JSON.stringify(outcomes));
}

async function carryOut(client, { operation, request, httpHeaders, usernameToken, idempotencyKey }) {
  client.clearHttpHeaders();
  for (const [name, value] of Object.entries(httpHeaders)) client.addHttpHeader(name, value);
  client.setSecurity(usernameToken ? tokenOf(usernameToken) : null);
  client.clearSoapHeaders();
  if (idempotencyKey !== undefined) {
    client.addSoapHeader({ $value: idempotencyKey }, new QName(NAMESPACE, 'IdempotencyKey'));
  }
  try {
    const { result } = await client[operation](request);
    return { answer: Object.values(result)[0] };
  } catch (error) {
    const fault = error.root?.Envelope.Body.Fault;
    if (!fault) throw error;
    const detail = (fault.detail ?? fault.Detail).RefundGatewayFault;
    return { fault: detail, faultString: fault.faultstring ?? fault.Reason.Text.$value };
  }
}

function tokenOf({ user, password, type }) {
  return new WSSecurity(user, password, { passwordType: type === 'text' ? 'PasswordText' : 'PasswordDigest' });
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
