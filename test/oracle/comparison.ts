/** Our decoder and libxml2 on the same messages: the same verdict, the same meaning, or an exception with a name. */
import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../../src/domain/refusal';
import { decodeText } from '../../src/soap/charset';
import type { Contract } from '../../src/soap/contract';
import { EnvelopeReader, type SoapMessage } from '../../src/soap/envelope-reader';
import { textOf, type Element } from './element';
import type { Finding, Judge } from './judge';
import { BYTE_LENIENCIES, TREE_LENIENCIES } from './leniencies';
import { meaningOf } from './meaning';
import { scopeOf } from './messages';
import { rawText } from './raw-text';
import { STRICTNESSES } from './strictnesses';

export interface Outcome {
  readonly taken: boolean;
  /** Names of the exceptions that the message needs. */
  readonly exceptions: readonly string[];
  /** What no exception explains. */
  readonly difference?: string;
}

interface Ours {
  readonly message?: SoapMessage;
  readonly complaint: string;
}

export const EXCEPTION_NAMES: readonly string[] = [...BYTE_LENIENCIES, ...TREE_LENIENCIES, ...STRICTNESSES].map(
  ({ name }) => name,
);

/** A message that we took and they did not, on its way to one that they take. */
interface Mending {
  readonly at: number;
  readonly message: SoapMessage;
  readonly problem: string;
  readonly names: string[];
  bytes: Buffer;
}

export class Comparison {
  private readonly reader: EnvelopeReader;

  constructor(
    private readonly contract: Contract,
    private readonly judge: Judge,
  ) {
    this.reader = new EnvelopeReader(contract);
  }

  async compare(documents: readonly Buffer[]): Promise<Outcome[]> {
    const ours = documents.map((bytes) => this.read(bytes));
    const theirs = await this.judge.findings(documents.map((bytes, at) => ({ bytes, look: !!ours[at]?.message })));
    const outcomes: Outcome[] = [];
    const mendings: Mending[] = [];
    documents.forEach((bytes, at) => {
      const { message, complaint } = ours[at] as Ours;
      const finding = theirs[at] as Finding;
      if (!message) outcomes[at] = refused(bytes, complaint, finding);
      else if (finding.problem === '') outcomes[at] = this.outcome(message, finding, []);
      else mendings.push({ at, message, problem: finding.problem, names: [], bytes });
    });
    for (const { at, outcome } of await this.mended(mendings)) outcomes[at] = outcome;
    return outcomes;
  }

  private read(bytes: Buffer): Ours {
    try {
      const { message, failure } = this.reader.read(decodeText(bytes, undefined), undefined);
      return message ? { message, complaint: '' } : { complaint: complaintOf(failure) };
    } catch (failure) {
      return { complaint: complaintOf(failure) };
    }
  }

  private outcome(message: SoapMessage, { problem, tree }: Finding, exceptions: readonly string[]): Outcome {
    if (problem !== '' || !tree)
      return { taken: true, exceptions, difference: `we take it, libxml2 does not: ${problem}` };
    const operation = this.contract.operations.get(message.operation);
    const { input, headers } = message;
    const ours = { operation: message.operation, input, headers };
    const theirs = operation && meaningOf(tree as Element, operation, this.contract);
    if (isDeepStrictEqual(plain(ours), plain(theirs))) return { taken: true, exceptions };
    const both = `${JSON.stringify(ours)}, libxml2 ${JSON.stringify(theirs)}`;
    return { taken: true, exceptions, difference: `we read ${both}` };
  }

  private async mended(mendings: readonly Mending[]): Promise<{ at: number; outcome: Outcome }[]> {
    for (const mending of mendings) {
      for (const { name, mend } of BYTE_LENIENCIES) {
        const bytes = mend(mending.bytes);
        if (!bytes.equals(mending.bytes)) mending.names.push(name);
        mending.bytes = bytes;
      }
    }
    const ask = () => this.judge.findings(mendings.map(({ bytes }) => ({ bytes, look: true })));
    const seen = await ask();
    mendings.forEach((mending, index) => this.mendTree(mending, seen[index] as Finding));
    const findings = await ask();
    return mendings.map(({ at, message, names, problem }, index) => {
      const outcome = this.outcome(message, findings[index] as Finding, names);
      // What libxml2 said first is what a person wants to know.
      return {
        at,
        outcome: outcome.difference ? { ...outcome, difference: `${outcome.difference} (${problem})` } : outcome,
      };
    });
  }

  private mendTree(mending: Mending, { tree }: Finding): void {
    const operation = this.contract.operations.get(mending.message.operation);
    if (!tree || !operation) return;
    const envelope = tree as Element;
    for (const { name, mend } of TREE_LENIENCIES) {
      if (mend({ envelope, operation, contract: this.contract })) mending.names.push(name);
    }
    mending.bytes = Buffer.from(textOf(envelope, 'prefixes', scopeOf(this.contract, envelope.uri)));
  }
}

function refused(bytes: Buffer, complaint: string, { problem }: Finding): Outcome {
  if (complaint.startsWith(BUG)) return { taken: false, exceptions: [], difference: complaint };
  if (problem !== '') return { taken: false, exceptions: [] };
  const { text } = rawText(bytes);
  const exceptions = STRICTNESSES.filter((one) => one.matches({ text, complaint })).map(({ name }) => name);
  if (exceptions.length > 0) return { taken: false, exceptions };
  return { taken: false, exceptions, difference: `libxml2 takes it, we do not: ${complaint}` };
}

const BUG = 'a bug: ';

const complaintOf = (failure: unknown): string =>
  failure instanceof Refusal ? `${failure.code}: ${failure.message}` : `${BUG}${String(failure)}`;

/** Keys in the order of the text, so that the order is compared too; objects of any prototype. */
const plain = (value: unknown): unknown => JSON.stringify(value);
