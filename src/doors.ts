/** Every door of the gateway: our own API in both protocols, the platforms', and what providers and operators call. */
import type { RequestListener } from 'node:http';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { RegisterRoutes as RegisterIdosellRoutes } from '../generated/idosell/routes';
import { RegisterRoutes as RegisterLaetsRoutes } from '../generated/laets/routes';
import { RegisterRoutes } from '../generated/routes';
import { RegisterRoutes as RegisterSkyhubRoutes } from '../generated/skyhub/routes';
import { RegisterRoutes as RegisterSapoRoutes } from '../generated/sapo/routes';
import type { Config } from './config';
import { jsonGates } from './dialects/idosell/json-gate';
import { idosellRest } from './dialects/idosell/rest';
import { ServiceGate } from './dialects/idosell/service-gate';
import { soapGates } from './dialects/idosell/soap';
import { laetsRest } from './dialects/laets/rest';
import { readRecipes, readTexts } from './dialects/own/recipes';
import { FAULT_ELEMENT, soapCalls } from './dialects/own/soap';
import { soapPage } from './dialects/own/soap-page';
import { skyhubRest } from './dialects/skyhub/rest';
import { sapoRest } from './dialects/sapo/rest';
import type { Metrics } from './metrics';
import type { Database } from './persistence/database';
import { readProjectFile } from './project-files';
import { readinessOf } from './readiness';
import { frontPage, type DoorSign } from './rest/front-page';
import { healthRouter } from './rest/health';
import type { OpenApiDocument } from './rest/openapi-document';
import { createRestApp } from './rest/rest-app';
import { webhooksRouter } from './rest/webhooks';
import type { Clock } from './services/ports';
import type { Services } from './services/services';
import { createSoapHandler } from './soap/endpoint';
import type { AnswerEntry } from './soap/endpoint';
import { readContract } from './soap/wsdl-reader';

const SOAP_PATH = '/soap/v1';

/** For a person who comes with a browser. */
const SIGNS: readonly DoorSign[] = [
  { path: '/rest/v1/docs', what: 'Our own API over REST.' },
  { path: '/soap/v1', what: 'The same operations over SOAP 1.1 and 1.2: credentials, messages, WSDL, recipes.' },
  {
    path: '/api/doc/admin/v8/docs',
    what: 'IdoSell: the refunds gate over REST. Its SOAP and JSON gates are at /api/?gate=refunds/METHOD/0/soap.',
  },
  { path: '/sapo/docs', what: 'Sapo: orders, refunds and transactions at /admin/orders.' },
  { path: '/skyhub/docs', what: 'SkyHub: orders, and instances and refund forms at /sac.' },
  { path: '/laets/docs', what: 'laets (IZBERG): returns and refunds at /v1.' },
  { path: '/healthz', what: 'Alive. /readyz: ready. /metrics: figures for Prometheus.' },
];

interface DoorParts {
  readonly config: Config;
  readonly services: Services;
  readonly database: Database;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly onBug: (error: unknown, requestId?: string) => void;
}

interface Doors {
  readonly app: Express;
  /** Looks at each request first: SOAP is none of express's. */
  readonly listener: RequestListener;
}

export async function openDoors(parts: DoorParts): Promise<Doors> {
  const app = openRest(parts);
  if (!parts.config.roles.has('api')) return { app, listener: app };
  const soap = await openSoap(parts);
  const gateAt = await openGates(parts);
  return {
    app,
    listener: (request, response) => {
      const { url = '' } = request;
      if (url.split('?', 1)[0] === SOAP_PATH) soap(request, response);
      else {
        const gate = gateAt(url);
        if (gate) gate(request, response);
        else app(request, response);
      }
    },
  };
}

function openRest({ config, services, database, clock, metrics, log, onBug }: DoorParts): Express {
  const health = healthRouter({ readiness: readinessOf(database, clock), metrics: () => metrics.page() });
  const webhooks = webhooksRouter((webhook) => services.webhooks.receive(webhook));
  const isApi = config.roles.has('api');
  const idosell = idosellRest({
    services,
    registerRoutes: RegisterIdosellRoutes,
    openApi: readDocument('generated/idosell/openapi.json'),
    ...publicUrlOf(config),
    onBug,
  });
  const skyhub = skyhubRest({
    registerRoutes: RegisterSkyhubRoutes,
    settings: config.skyhub,
    clock,
    openApi: readDocument('generated/skyhub/openapi.json'),
    ...publicUrlOf(config),
    onBug,
  });
  const sapo = sapoRest({
    registerRoutes: RegisterSapoRoutes,
    settings: config.sapo,
    clock,
    openApi: readDocument('generated/sapo/openapi.json'),
    ...publicUrlOf(config),
    onBug,
  });
  const laets = laetsRest({
    registerRoutes: RegisterLaetsRoutes,
    openApi: readDocument('generated/laets/openapi.json'),
    ...publicUrlOf(config),
    syncSeconds: config.laetsSyncSeconds,
    reasons: config.laetsReasons,
    ...(config.laetsAppSecret === undefined ? {} : { appSecret: config.laetsAppSecret }),
    isSigned: config.laetsSigned,
    clock,
    onBug,
  });
  return createRestApp(
    {
      services,
      ...(isApi ? { registerRoutes: RegisterRoutes } : {}),
      openApi: readDocument('generated/openapi.json'),
      ...publicUrlOf(config),
      log: (line) => {
        metrics.observe('rest', line.status, line.durationMs);
        log.info(line, 'rest');
      },
      onBug,
    },
    isApi
      ? [frontPage(SIGNS), health, webhooks, idosell, jsonGates(new ServiceGate(services), onBug), skyhub, sapo, laets]
      : [health],
  );
}

/** SOAP as IdoSell's clients speak it, a contract for each method. */
function openGates({ config, services, metrics, log, onBug }: DoorParts): ReturnType<typeof soapGates> {
  return soapGates({
    gate: new ServiceGate(services),
    readFile: readProjectFile,
    ...publicUrlOf(config),
    onAnswer: answerLog(metrics, log),
    onBug,
  });
}

async function openSoap({ config, services, metrics, log, onBug }: DoorParts): Promise<RequestListener> {
  const wsdlText = readProjectFile('wsdl/refund-gateway.wsdl');
  const contract = await readContract(wsdlText);
  const recipes = readRecipes(readProjectFile);
  return createSoapHandler({
    contract,
    wsdlText,
    ...publicUrlOf(config),
    faultElement: FAULT_ELEMENT,
    headerCodes: { IdempotencyKey: 'idempotency_key_invalid' },
    page: soapPage(contract, recipes),
    texts: readTexts(recipes, readProjectFile),
    call: soapCalls(services),
    onAnswer: answerLog(metrics, log),
    onBug,
  });
}

function answerLog(metrics: Metrics, log: Logger): (entry: AnswerEntry) => void {
  return (entry) => {
    metrics.observe('soap', entry.status, entry.durationMs);
    log.info(entry, 'soap');
  };
}

function publicUrlOf({ publicUrl }: Config): { readonly publicUrl?: string } {
  return publicUrl === undefined ? {} : { publicUrl };
}

function readDocument(name: string): OpenApiDocument {
  return JSON.parse(readProjectFile(name)) as OpenApiDocument;
}
