/** What the environment may say; how a wrong value stops the start is tested on the process itself (test/cli/start.test.ts). */
import { ConfigProblem, readConfig } from '../src/config';

describe("laets' door", () => {
  const secret = { LAETS_APP_SECRET: 'a-long-secret' };

  test('wants signatures as soon as it knows the secret, unless it is told not to', () => {
    expect(readConfig({}, false).laetsSigned).toBe(false);
    expect(readConfig(secret, false).laetsSigned).toBe(true);
    expect(readConfig({ ...secret, LAETS_SIGNATURES: 'ignored' }, false).laetsSigned).toBe(false);
    expect(readConfig({ ...secret, LAETS_SIGNATURES: 'required' }, false).laetsSigned).toBe(true);
  });

  test.each([{ LAETS_SIGNATURES: 'required' }, { ...secret, LAETS_SIGNATURES: 'some' }])(
    'refuses %j',
    (environment) => {
      expect(() => readConfig(environment, false)).toThrow(ConfigProblem);
      expect(() => readConfig(environment, false)).toThrow('LAETS_SIGNATURES must be ');
    },
  );
});

describe("reasons of laets' returns", () => {
  test('have words where the deployment gives them', () => {
    expect(readConfig({}, false).laetsReasons).toEqual(new Map());
    expect(readConfig({ LAETS_REASONS: '6=Broken, or bent; 16= Lost=gone' }, false).laetsReasons).toEqual(
      new Map([
        [6, 'Broken, or bent'],
        [16, 'Lost=gone'],
      ]),
    );
  });

  test.each(['6', '6=', '=x', '0=x', '06=x', 'a=x', '6=x;', '6=x;6=y', `6=${'x'.repeat(201)}`])(
    'refuses %s',
    (value) => {
      expect(() => readConfig({ LAETS_REASONS: value }, false)).toThrow('LAETS_REASONS must be pairs');
    },
  );
});

describe("SkyHub's door", () => {
  test('is as the platform documents it when nothing is said', () => {
    expect(readConfig({}, false).skyhub).toEqual({ pacing: false, put: true, forms: new Map() });
  });

  test('is as the deployment says', () => {
    const environment = {
      SKYHUB_PACING: 'on',
      SKYHUB_PUT: 'off',
      SKYHUB_CAUSES: 'ARP/183, DEF/a b',
      SKYHUB_FORMS: 'boleto=BANK_SLIP, pix=INSTANT',
    };
    expect(readConfig(environment, false).skyhub).toEqual({
      pacing: true,
      put: false,
      causes: new Set(['ARP/183', 'DEF/a b']),
      forms: new Map([
        ['boleto', 'BANK_SLIP'],
        ['pix', 'INSTANT'],
      ]),
    });
  });

  test.each([
    ['transfer=TED', [['bank_transfer', 'TED']]],
    ['bank_transfer=TED', [['bank_transfer', 'TED']]],
    ['straße=STREET', [['strasse', 'STREET']]],
    ['cash=CASH', [['cash', 'CASH']]],
    ['pix=CASH,cash=MONEY', [['pix', 'CASH'], ['cash', 'MONEY']]], // prettier-ignore
    ['pix=BOLETO,boleto=PIX', [['pix', 'BOLETO'], ['boleto', 'PIX']]], // prettier-ignore
  ] as const)('knows the method of %s by the word that payments have for it', (text, forms) => {
    expect(readConfig({ SKYHUB_FORMS: text }, false).skyhub.forms).toEqual(new Map(forms));
  });

  test.each([
    ['SKYHUB_CAUSES', 'ARP'],
    ['SKYHUB_CAUSES', 'ARP/183/1'],
    ['SKYHUB_CAUSES', 'ARP/183,'],
    ['SKYHUB_FORMS', 'pix'],
    ['SKYHUB_FORMS', 'Pix=PIX'],
    ['SKYHUB_FORMS', 'pix=instant'],
    ['SKYHUB_FORMS', 'pix=INSTANT,'],
    ['SKYHUB_FORMS', 'pix=A,pix=B'],
    ['SKYHUB_FORMS', 'pix=A,boleto=A'],
    ['SKYHUB_FORMS', 'transfer=A,bank_transfer=B'],
    ['SKYHUB_FORMS', 'pix=CREDIT_CARD'],
    ['SKYHUB_FORMS', 'pix=VOUCHER'],
    ['SKYHUB_FORMS', 'pix=CASH'],
    ['SKYHUB_FORMS', 'pix=CASH,cash=CASH'],
    ['SKYHUB_FORMS', 'pix=A__2'],
    ['SKYHUB_FORMS', 'credit_card=CC'],
    ['SKYHUB_FORMS', 'card=AMEX'],
    ['SKYHUB_FORMS', 'voucher=VALE'],
  ])('refuses %s of %s', (name, value) => {
    expect(() => readConfig({ [name]: value }, false)).toThrow(ConfigProblem);
    expect(() => readConfig({ [name]: value }, false)).toThrow(`${name} must be `);
  });
});

describe("Sapo's door", () => {
  test('is as its current generation is when nothing is said', () => {
    expect(readConfig({}, false).sapo).toEqual({ money: 'number', pacing: false, calculate: true });
  });

  test('is as the deployment says', () => {
    const environment = { SAPO_MONEY: 'text', SAPO_PACING: 'on', SAPO_CALCULATE: 'off' };
    expect(readConfig(environment, false).sapo).toEqual({ money: 'text', pacing: true, calculate: false });
  });

  test.each(['SAPO_MONEY', 'SAPO_PACING', 'SAPO_CALCULATE'])('refuses %s of another word', (name) => {
    expect(() => readConfig({ [name]: 'perhaps' }, false)).toThrow(`${name} must be one of `);
  });
});
