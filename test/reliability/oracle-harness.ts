/** Our SOAP decoder against libxml2, on generated messages and their mutants. Of no engine: it never reaches a database. */
import { readProjectFile } from '../../src/project-files';
import { readContract } from '../../src/soap/wsdl-reader';
import { Judge } from '../oracle/judge';
import { compareRound } from '../oracle/round';
import { atLeast, exactly, known, type Figure } from './figures';

export interface OracleHarnessPlan {
  readonly mutants: number;
  readonly seed: number;
}

/** One valid message for so many mutants. */
const MUTANTS_PER_VALID = 4;
/** In a shorter round an exception may be unused by chance. */
const LONG_ROUND = 40_000;

export async function oracleHarness(
  { mutants, seed }: OracleHarnessPlan,
  tell: (line: string) => void,
): Promise<Figure[]> {
  const wsdl = readProjectFile('wsdl/refund-gateway.wsdl');
  const judge = new Judge(wsdl);
  try {
    const valid = Math.ceil(mutants / MUTANTS_PER_VALID);
    const contract = await readContract(wsdl);
    const result = await compareRound({ contract, judge, seed, valid, mutants });
    for (const difference of result.differences) tell(difference);
    const rows = [...result.exceptions].map(([name, times]) =>
      mutants < LONG_ROUND ? known(NAME, name, times) : atLeast(NAME, name, times, 1),
    );
    return [
      exactly(NAME, 'valid messages that both take', result.valid, valid),
      known(NAME, 'mutants that we take', result.taken),
      known(NAME, 'mutants that we refuse', result.refused),
      ...rows,
      exactly(NAME, 'differences without a name', result.differences.length, 0),
    ];
  } finally {
    judge.stop();
  }
}

const NAME = 'oracle';
