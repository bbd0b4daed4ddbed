/**
 * Our decoder and libxml2 on 2,000 messages that are nearly right: the same verdict and the same meaning, or an exception with
 * a name. `npm run reliability -- --only oracle` does so with 40,000.
 */
import { readProjectFile } from '../../src/project-files';
import { readContract } from '../../src/soap/wsdl-reader';
import { Judge } from './judge';
import { compareRound } from './round';

const WSDL = readProjectFile('wsdl/refund-gateway.wsdl');
const judge = new Judge(WSDL);
afterAll(() => judge.stop());

const SEED = 4711;

test('our decoder and libxml2 agree on generated messages and their mutants', async () => {
  const contract = await readContract(WSDL);
  const result = await compareRound({ contract, judge, seed: SEED, valid: 500, mutants: 2_000 });
  expect(result.differences).toEqual([]);
  expect(result.valid).toBe(500);
  expect(result.taken).toBeGreaterThan(300);
  expect(result.refused).toBeGreaterThan(1_000);
});
