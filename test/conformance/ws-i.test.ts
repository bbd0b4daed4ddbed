/** The served WSDL keeps the WS-I Basic Profile 1.1. The judge is .NET's own, which Mono runs; broken WSDLs prove that it judges. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { notHere } from '../clients/not-here';
import { startGateway } from '../gateway-under-test';

/** A deed that breaks the WSDL, and the rule of the profile that it violates. */
const BROKEN: readonly (readonly [rule: string, text: string | RegExp, instead: string])[] = [
  ['R2204', 'name="parameters" element="tns:getOrder"', 'name="parameters" type="tns:Order"'],
  ['R2702', /transport="[^"]+"/, 'transport="urn:mail"'],
  ['R2706', 'use="literal"', 'use="encoded"'],
  ['R2710', 'name="parameters" element="tns:getOrder"', 'name="parameters" element="tns:getReturn"'],
  ['R2718', '<wsdl:operation name="getOrder"><soap:', '<wsdl:operation name="getOrders"><soap:'],
  ['R2754', '<soap:fault name="RefundGatewayFault"', '<soap:fault name="OtherFault"'],
];

const compiler = spawnSync('mcs', ['--version']);

describe('WS-I Basic Profile 1.1', () => {
  if (compiler.error) return notHere('Mono is not here, and with it the judge (Debian: mono-devel)');

  const folder = mkdtempSync(path.join(tmpdir(), 'ws-i-'));
  const judge = path.join(folder, 'BasicProfile.exe');
  let wsdl: string;

  beforeAll(async () => {
    const source = path.join(__dirname, 'BasicProfile.cs');
    const { status, stdout } = spawnSync('mcs', ['-r:System.Web.Services', `-out:${judge}`, source], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the judge does not compile: ${stdout}`);
    const gateway = await startGateway({ doors: [] });
    wsdl = await (await fetch(`${gateway.address}/soap/v1?wsdl`)).text();
    await gateway.stop();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function verdictOn(input: string): readonly string[] {
    const { status, stdout, stderr } = spawnSync('mono', [judge], { encoding: 'utf8', input });
    if (status !== 0) throw new Error(`the judge gave up: ${stderr}`);
    return stdout.trim().split('\n');
  }

  test('the served WSDL conforms', () => {
    expect(verdictOn(wsdl)).toEqual(['CONFORMS']);
  });

  test.each(BROKEN)('%s is seen to be violated', (rule, text, instead) => {
    const broken = wsdl.replace(text, instead);
    expect(broken).not.toBe(wsdl);
    expect(verdictOn(broken)).toEqual(['VIOLATES', rule]);
  });
});
