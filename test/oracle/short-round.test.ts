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

/** Another one each day, so that a year of tests is a long round; the seed is in what a failure says. */
const SEED = Math.floor(Date.now() / 86_400_000);

test('our decoder and libxml2 agree on generated messages and their mutants', async () => {
  const contract = await readContract(WSDL);
  const result = await compareRound({ contract, judge, seed: SEED, valid: 500, mutants: 2_000 });
  expect(result.differences).toEqual([]);
  expect(result.valid).toBe(500);
  expect(result.taken).toBeGreaterThan(300);
  expect(result.refused).toBeGreaterThan(1_000);
});
