/**
 * Makes everything in generated/: the types of the contract from the WSDL, then tsoa's routes and the OpenAPI document from
 * the controllers, which use these types. With --check it writes nothing and names the first file that is out of date.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

/** One description and one set of routes for each API. The paths of imports are seen from the folder of the routes. */
interface Api {
  readonly config: string;
  /** Below generated/. */
  readonly folder: string;
  /** What the routes call instead of tsoa's own service. */
  readonly service: { readonly name: string; readonly path: string };
  /** Whether all its addresses end in a slash, which tsoa takes away; the routes take both. */
  readonly endsInSlash?: true;
}

const OWN: Api = {
  config: 'tsoa.json',
  folder: '',
  service: { name: 'StrictTemplateService', path: '../src/rest/template-service' },
};

/** APIs of other platforms: their documents stay as tsoa makes them. */
const PLATFORMS: readonly Api[] = [
  {
    config: 'src/dialects/idosell/tsoa.json',
    folder: 'idosell/',
    service: { name: 'ReplyTemplateService', path: '../../src/dialects/idosell/template-service' },
  },
  {
    config: 'src/dialects/skyhub/tsoa.json',
    folder: 'skyhub/',
    service: { name: 'PlainTemplateService', path: '../../src/dialects/skyhub/template-service' },
  },
  {
    config: 'src/dialects/sapo/tsoa.json',
    folder: 'sapo/',
    service: { name: 'WrappedTemplateService', path: '../../src/dialects/sapo/template-service' },
  },
  {
    config: 'src/dialects/laets/tsoa.json',
    folder: 'laets/',
    service: { name: 'ResourceTemplateService', path: '../../src/dialects/laets/template-service' },
    endsInSlash: true,
  },
];

type TakeFile = (name: string, text: string) => Promise<void>;

/** Writes the files into a folder. The controllers always read the contract in generated/, so that is the usual one. */
export async function generate(outDir: string): Promise<void> {
  await make(async (name, text) => {
    await mkdir(dirname(join(outDir, name)), { recursive: true });
    await writeFile(join(outDir, name), text);
  });
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
  const contract = await readContract(wsdlText);
  await makeApi(OWN, take, (spec) => finishOpenApi(spec, contract));
  for (const api of PLATFORMS) await makeApi(api, take, (spec) => (api.endsInSlash ? withSlashes(spec) : spec));
}

function withSlashes({ paths, ...spec }: OpenApi): object {
  return { ...spec, paths: Object.fromEntries(Object.entries(paths).map(([path, item]) => [`${path}/`, item])) };
}

async function makeApi(api: Api, take: TakeFile, finish: (spec: OpenApi) => unknown): Promise<void> {
  const config = JSON.parse(await readFile(api.config, 'utf8')) as Config;
  const { spec, routes } = await runTsoa(config);
  await take(`${api.folder}routes.ts`, await formatRoutes(routes, api));
  await take(`${api.folder}openapi.json`, `${JSON.stringify(finish(spec), null, 2)}\n`);
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
const THEIR_IMPORT = /import \{\s*fetchMiddlewares, ExpressTemplateService\s*\} from '@tsoa\/runtime';/;

/** Routes call our own service; everything else in tsoa's template stays as it is. */
async function formatRoutes(routes: string, { service }: Api): Promise<string> {
  if (!THEIR_IMPORT.test(routes)) throw new Error("tsoa's template of routes is not the one we know");
  const ourImport = `import { fetchMiddlewares } from '@tsoa/runtime';\nimport { ${service.name} } from '${service.path}';`;
  const text = routes
    .replace(THEIR_IMPORT, ourImport)
    .replaceAll(`new ${THEIR_SERVICE}(`, `new ${service.name}(`)
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
