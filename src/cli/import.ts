import type { Command } from 'commander';
import { ImportRefused, type ImportCounts, type ImportReport, type ImportService } from '../services/import-service';
import { wantsJson, type Cli } from './cli';
import { readImportFile, type ImportFile } from './import-file';
import { showProgress, type Progress } from './import-progress';
import { operatorOf } from './operator';
import type { FileProblem } from './parsed-file';
import { CommandFailed } from './problems';

interface ImportCommandOptions {
  readonly shop: string;
  readonly dryRun?: boolean;
}

/** `import`: orders, payments, returns and tickets from a file; all or nothing. */
export function addImport(program: Command, cli: Cli): void {
  program
    .command('import')
    .description('import orders, payments, returns and tickets from a JSON or CSV file, all or nothing')
    .argument('<FILE>', 'JSON, or CSV of orders, payments, returns or tickets; see samples')
    .requiredOption('--shop <CODE>', 'the shop that they belong to')
    .option('--dry-run', 'check everything and write nothing')
    .action(async (name: string, { shop, dryRun = false }: ImportCommandOptions, command: Command) => {
      const json = wantsJson(command);
      const file = readImportFile(name);
      const report = await cli.withServices(async ({ imports }) => {
        const progress = showProgress(cli.io, json);
        try {
          return await runImport(imports, file, { shop, dryRun, progress });
        } finally {
          progress.end();
        }
      });
      if (!Array.isArray(report)) return cli.answer(command, { dryRun, ...report }, reportText(name, dryRun, report));
      if (!json) for (const { line, message } of report) cli.io.tell(`line ${line}: ${message}\n`);
      const count = report.length === 1 ? '1 error' : `${report.length} errors`;
      throw new CommandFailed(`${name} has ${count}, nothing was imported`, { errors: report });
    });
}

interface Run {
  readonly shop: string;
  readonly dryRun: boolean;
  readonly progress: Progress;
}

/** Imports the file, or answers everything that is wrong with it: what cannot be read and what is refused, by line. */
async function runImport(
  imports: ImportService,
  file: ImportFile,
  { shop, dryRun, progress }: Run,
): Promise<ImportReport | FileProblem[]> {
  const broken = file.problems.length > 0;
  const options = { dryRun: dryRun || broken, onProgress: progress.update };
  const problems = [...file.problems];
  try {
    // The rows that can be read are tried, so that all problems are told at once.
    const report = broken && !file.usable ? undefined : await imports.run(operatorOf(shop), file.rows, options);
    if (report && !broken) return report;
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    problems.push(...error.problems.map((problem) => file.locate(problem)));
  }
  return problems.sort((a, b) => a.line - b.line);
}

function reportText(name: string, dryRun: boolean, report: ImportReport): string {
  const kinds = Object.entries(report) as [string, ImportCounts][];
  const told = kinds.filter(([, { added, changed, unchanged }]) => added + changed + unchanged > 0);
  const lines = told.map(
    ([kind, { added, changed, unchanged }]) => `${kind}: ${added} added, ${changed} changed, ${unchanged} unchanged`,
  );
  const end = dryRun ? `${name} can be imported; this was a dry run, nothing was written` : `${name} imported`;
  return [...lines, end].join('\n');
}
