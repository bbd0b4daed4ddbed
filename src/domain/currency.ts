/**
 * ISO 4217: how many digits the minor unit of a currency has. An own table, because `Intl` is not ISO 4217
 * (it gives HUF no digits, and a refund of 12.50 HUF would be refused or, worse, rounded).
 * Units of account with four digits (CLF, UYW) are not money a customer is paid in, and are left out.
 */
import { Refusal } from './refusal';

const BY_DIGITS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF',
  2:
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP ' +
    'CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR ' +
    'JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN ' +
    'NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP ' +
    'SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND',
};

const DIGITS: ReadonlyMap<string, number> = new Map(
  Object.entries(BY_DIGITS).flatMap(([digits, codes]) =>
    codes.split(' ').map((code) => [code, Number(digits)] as const),
  ),
);

/** Digits after the decimal point of this currency. Refuses a code that is not in ISO 4217. */
export function minorDigits(currency: string, field = 'currency'): number {
  const digits = DIGITS.get(currency);
  if (digits === undefined) {
    throw new Refusal('currency_unknown', `"${currency}" is not an ISO 4217 currency code such as PLN`, field);
  }
  return digits;
}
