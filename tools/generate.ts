/**
 * Makes everything in generated/: the types of the contract from the WSDL, then tsoa's routes and the OpenAPI document from
 * the controllers, which use these types. With --check it writes nothing and names the first file that is out of date.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { DefaultRouteGenerator, generateSpec, validateSpecConfig } from 'tsoa';
import type { Config } from 'tsoa';
import type { CompilerOptions } from 'typescript';
import { readContract } from '../src/soap/wsdl-reader';
import { contractTypes } from './generate-contract';
import { finishOpenApi } from './openapi-finish';
import type { OpenApi } from './openapi-finish';

const WSDL = 'wsdl/refund-gateway.wsdl';
const GENERATED = 'generated';

type TakeFile = (name: string, text: string) => Promise<void>;

/** Writes the files into a folder. The controllers always read the contract in generated/, so that is the usual one. */
export async function generate(outDir: string): Promise<void> {
  await make((name, text) => writeFile(join(outDir, name), text));
}

/** Refuses with an Error that names a file which is not what would be generated now. */
export async function check(): Promise<void> {
  await make(async (name, text) => {
    const found = await readFile(join(GENERATED, name), 'utf8').catch(() => '');
    if (found !== text) throw new Error(`${GENERATED}/${name} is out of date: run npm run generate`);
  });
}

/** The contract is handed over first: the other two are made from controllers that import it. */
async function make(take: TakeFile): Promise<void> {
  const wsdlText = await readFile(WSDL, 'utf8');
  await take('contract.ts', await contractTypes(wsdlText));
  const config = JSON.parse(await readFile('tsoa.json', 'utf8')) as Config;
  const { spec, routes } = await runTsoa(config);
  await take('routes.ts', await formatRoutes(routes));
  const document = finishOpenApi(spec, await readContract(wsdlText));
  await take('openapi.json', `${JSON.stringify(document, null, 2)}\n`);
}

/** tsoa can only write its document to a folder; the routes it gives as text, with imports seen from generated/. */
async function runTsoa(config: Config): Promise<{ spec: OpenApi; routes: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'openapi-'));
  try {
    const specConfig = { ...(await validateSpecConfig(config)), outputDirectory: folder };
    const metadata = await generateSpec(
      specConfig,
      config.compilerOptions as CompilerOptions,
      [],
      undefined,
      config.defaultNumberType,
    );
    const spec = JSON.parse(await readFile(join(folder, 'openapi.json'), 'utf8')) as OpenApi;
    const { noImplicitAdditionalProperties, entryFile } = specConfig;
    const generator = new DefaultRouteGenerator(metadata, {
      ...config.routes,
      entryFile,
      noImplicitAdditionalProperties,
      bodyCoercion: config.routes.bodyCoercion ?? false,
    });
    return { spec, routes: generator.buildContent(await readFile(generator.template, 'utf8')) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const THEIR_SERVICE = 'ExpressTemplateService';
const OUR_SERVICE = 'StrictTemplateService';
const THEIR_IMPORT = /import \{\s*fetchMiddlewares, ExpressTemplateService\s*\} from '@tsoa\/runtime';/;
const OUR_IMPORT = `import { fetchMiddlewares } from '@tsoa/runtime';\nimport { ${OUR_SERVICE} } from '../src/rest/template-service';`;

/** Routes call our stricter checks; everything else in tsoa's template stays as it is. */
async function formatRoutes(routes: string): Promise<string> {
  if (!THEIR_IMPORT.test(routes)) throw new Error("tsoa's template of routes is not the one we know");
  const text = routes
    .replace(THEIR_IMPORT, OUR_IMPORT)
    .replaceAll(`new ${THEIR_SERVICE}(`, `new ${OUR_SERVICE}(`)
    .replace(/^\s*\/\/ (WARNING: This file was auto-generated|####| {2}NOTE: | {6}Please look).*\n/gm, '');
  const options = (await resolveConfig('generated/routes.ts')) ?? {};
  return format(`// Made by npm run generate. Do not edit.\n${text}`, { ...options, parser: 'typescript' });
}

async function main(): Promise<void> {
  try {
    await (process.argv.includes('--check') ? check() : generate(GENERATED));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

if (require.main === module) void main();
