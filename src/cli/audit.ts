import { InvalidArgumentError, type Command } from 'commander';
import { formatInstant } from '../domain/instant';
import type { AuditService } from '../services/audit-service';
import type { AuditHead, ChainedEntry } from '../services/ports';
import type { Cli } from './cli';
import { intoFile, type Write } from './output-file';
import { CommandFailed } from './problems';

interface VerifyOptions {
  readonly shop: string;
  readonly head?: AuditHead;
}

/** `audit verify`, `audit export`: who did what to the money of a shop, and whether that record is whole. */
export function addAudit(program: Command, cli: Cli): void {
  const audit = program.command('audit').description('the record of every change that touched money');
  audit
    .command('verify')
    .description('find any entry that was changed, deleted, reordered or cut off')
    .requiredOption('--shop <CODE>', 'the shop whose audit it is')
    .option('--head <SEQ:HASH>', 'the end of the chain as it was written down elsewhere, by verify or export', readHead)
    .action(async ({ shop, head }: VerifyOptions, command: Command) => {
      const verdict = await cli.withServices(({ audit: service }) => service.verify(shop, head));
      if (!verdict.intact) throw new CommandFailed(`the audit of ${shop} is broken: ${verdict.problem}`, verdict);
      const text = `the audit of ${shop} is intact: ${verdict.entries} entries, head ${headText(verdict.head)}`;
      await cli.answer(command, verdict, text);
    });
  audit
    .command('export')
    .description('the whole audit of a shop as JSON, with the head to verify it by')
    .requiredOption('--shop <CODE>', 'the shop whose audit it is')
    .option('--output <FILE>', 'write to this file instead of stdout; it appears when it is whole')
    .action(async ({ shop, output }: { shop: string; output?: string }, command: Command) => {
      await cli.withServices(async ({ audit: service }) => {
        if (output === undefined) {
          await writeEntries(service, shop, (text) => cli.io.write(text));
          return;
        }
        const head = await intoFile(output, (write) => writeEntries(service, shop, write));
        const answer = { file: output, entries: head.seq, head: headText(head) };
        await cli.answer(command, answer, `${head.seq} entries written to ${output}, head ${headText(head)}`);
      });
    });
}

/** Writes one JSON value; answers the head that belongs to it. */
async function writeEntries(service: AuditService, shop: string, write: Write): Promise<AuditHead> {
  let head = await service.head(shop);
  await write(`{"shop":${JSON.stringify(shop)},"entries":[`);
  let first = true;
  for await (const entry of service.entries(shop)) {
    await write(`${first ? '' : ','}\n${JSON.stringify(entryShape(entry))}`);
    first = false;
    head = { seq: entry.seq, hash: entry.hash };
  }
  await write(`\n],"head":${JSON.stringify(headText(head))}}\n`);
  return head;
}

function entryShape({ id: _id, at, ...entry }: ChainedEntry): Record<string, unknown> {
  return { ...entry, at: formatInstant(at) };
}

function headText({ seq, hash }: AuditHead): string {
  return `${seq}:${hash}`;
}

function readHead(text: string): AuditHead {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined) throw new InvalidArgumentError('must be SEQ:HASH, as verify prints it');
  return { seq: Number(seq), hash };
}
