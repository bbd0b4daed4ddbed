/** The figures of one run: judged against the targets, and written for a person. */
import os from 'node:os';
import type { Lists } from './lists';
import { CONNECTIONS } from './load';
import type { Door, Figure } from './measure';
import type { Soak } from './soak';
import type { StatementCounts } from './statement-check';

interface Machine {
  readonly date: string;
  readonly node: string;
  readonly platform: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
}

interface Ratio {
  readonly name: string;
  readonly value: number;
  /** Absent: the figure is there to be known. */
  readonly target?: string;
  readonly met: boolean;
}

export interface Report {
  readonly machine: Machine;
  readonly connections: number;
  readonly rounds: number;
  readonly secondsPerRound: number;
  readonly statements: StatementCounts;
  readonly figures: readonly Figure[];
  /** Why PHP was not measured. */
  readonly withoutPhp?: string;
  readonly soak?: Soak;
  readonly lists?: Lists;
  readonly ratios: readonly Ratio[];
}

/** A read is one statement: beside it stands little but what HTTP and the checks cost, so it has no target. */
const LEAST_OF_FLOOR = { 'create+confirm': 0.4, status: undefined } as const;
const LEAST_OF_REST = 0.9;
/**
 * With the same handler at once behind both, where a message is long enough to be work for an edge. Of a status on the wire
 * more than half is Node's own HTTP, and behind the whole gateway most is key check and database: both the same for both.
 */
const LEAST_OF_NODE_SOAP = { 'edge, status': undefined, 'edge, list': 2 } as const;
/** The same ten calls: rpc/encoded messages are longer, and a refund is found by its number in its source. */
const LEAST_OF_OWN_SOAP = 0.7;
const MOST_P95_OF_LISTS_MS = 50;
const LEAST_OF_PHP = 1;
const MOST_P99_MS = 100;
const MOST_SPREAD = 1.3;
/** What is held at the end of the soak, against what is held at a tenth of it. Pages come and go by some percent. */
const MOST_GROWTH = { heap: 1.1, rss: 1.2 } as const;

function machine(): Machine {
  return {
    date: new Date().toISOString(),
    node: process.version,
    platform: `${os.platform()} ${os.release()} ${os.arch()}`,
    processor: os.cpus()[0]?.model ?? 'unknown',
    cores: os.cpus().length,
    memoryGigabytes: Math.round(os.totalmem() / 2 ** 30),
  };
}

type Measured = Omit<Report, 'machine' | 'connections' | 'ratios'>;

export function reportOf(measured: Measured): Report {
  const ratios = [
    ...ratiosOf(measured.figures),
    ...(measured.lists ? listRatios(measured.lists) : []),
    ...(measured.soak ? growthOf(measured.soak) : []),
  ];
  return { machine: machine(), connections: CONNECTIONS, ...measured, ratios };
}

function ratiosOf(figures: readonly Figure[]): Ratio[] {
  return [...gatewayRatios(figures), ...gateRatios(figures), ...edgeRatios(figures)];
}

function gateRatios(figures: readonly Figure[]): Ratio[] {
  const [gate, own] = (['IdoSell', 'SOAP'] as const).map((door) =>
    figures.find((one) => one.operation === 'nine methods' && one.door === door),
  );
  if (!gate || !own) return [];
  return [
    atLeast("nine methods: SOAP of IdoSell's gates / own SOAP", gate.perSecond / own.perSecond, LEAST_OF_OWN_SOAP),
  ];
}

/** The slowest list of each door. */
function listRatios({ rows, figures }: Lists): Ratio[] {
  const doors = new Set(figures.map(({ door }) => door));
  return [...doors].map((door) => {
    const slowest = Math.max(...figures.filter((figure) => figure.door === door).map(({ p95Ms }) => p95Ms));
    return below(`slowest list of ${door}, ${rows} rows: p95, ms`, slowest, MOST_P95_OF_LISTS_MS);
  });
}

function edgeRatios(figures: readonly Figure[]): Ratio[] {
  return (['edge, status', 'edge, list'] as const).flatMap((operation) => {
    const [ours, theirs] = (['SOAP', 'node-soap'] as const).map((door) =>
      figures.find((one) => one.operation === operation && one.door === door),
    );
    if (!ours || !theirs) return [];
    const rate = ours.perSecond / theirs.perSecond;
    return [atLeast(`${operation}: SOAP of node-soap's server`, rate, LEAST_OF_NODE_SOAP[operation])];
  });
}

function gatewayRatios(figures: readonly Figure[]): Ratio[] {
  return (['create+confirm', 'status'] as const).flatMap((operation) => {
    const of = (door: Door) => figures.find((one) => one.operation === operation && one.door === door);
    const [floor, rest, soap, nodeSoap, php] = [of('floor'), of('REST'), of('SOAP'), of('node-soap'), of('PHP')];
    if (!floor || !rest || !soap || !nodeSoap) return [];
    return [
      atLeast(`${operation}: REST / floor`, rest.perSecond / floor.perSecond, LEAST_OF_FLOOR[operation]),
      atLeast(`${operation}: SOAP / floor`, soap.perSecond / floor.perSecond, undefined),
      atLeast(`${operation}: SOAP / REST`, soap.perSecond / rest.perSecond, LEAST_OF_REST),
      atLeast(`${operation}: SOAP of node-soap's server`, soap.perSecond / nodeSoap.perSecond, undefined),
      // Node has one thread for most of its work and PHP a process per request: only what a core's time buys compares.
      ...(php ? [atLeast(`${operation}: SOAP of PHP per core`, perCore(soap) / perCore(php), LEAST_OF_PHP)] : []),
      below(`${operation}: p99 of REST, ms`, rest.p99Ms, MOST_P99_MS),
      below(`${operation}: p99 of SOAP, ms`, soap.p99Ms, MOST_P99_MS),
    ];
  });
}

/** Operations for a second of one core's time, in whichever process and thread it was spent. */
function perCore({ cpuMicros }: Figure): number {
  return 1e6 / cpuMicros;
}

function growthOf({ samples }: Soak): Ratio[] {
  const [early, late] = [samples[1], samples.at(-1)];
  if (!early || !late) return [];
  return [
    below('soak: heap at 100 % / at 10 %', late.heapMegabytes / early.heapMegabytes, MOST_GROWTH.heap),
    below('soak: rss at 100 % / at 10 %', late.rssMegabytes / early.rssMegabytes, MOST_GROWTH.rss),
  ];
}

function atLeast(name: string, value: number, least: number | undefined): Ratio {
  if (least === undefined) return { name, value: rounded(value), met: true };
  return { name, value: rounded(value), target: `at least ${rounded(least)}`, met: value >= least };
}

function below(name: string, value: number, most: number): Ratio {
  return { name, value: rounded(value), target: `below ${most}`, met: value < most };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

export function textOf(report: Report): string {
  const { date, node, platform, processor, cores, memoryGigabytes } = report.machine;
  const { create, confirm, status } = report.statements;
  return [
    `${date}  node ${node}  ${platform}  ${cores} cores (${processor})  ${memoryGigabytes} GB`,
    `${report.connections} connections, medians of ${report.rounds} rounds of ${report.secondsPerRound} s`,
    `statements: create ${create}, confirm ${confirm}, status ${status}; the floor issues the same`,
    ...(report.figures.length > 0 ? ['', ...figureLines(report.figures)] : []),
    ...(report.withoutPhp === undefined ? [] : ['', `PHP is left out: ${report.withoutPhp}`]),
    ...(report.soak ? ['', ...soakLines(report.soak)] : []),
    ...(report.lists ? ['', ...listLines(report.lists)] : []),
    ...unrestLines(report.figures),
    '',
    ...table([
      ['', 'value', 'target', ''],
      ...report.ratios.map(({ name, value, target = '', met }) => [
        ...[name, value.toFixed(2), target, target === '' ? '' : met ? 'met' : 'MISSED'],
      ]),
    ]),
    '',
  ].join('\n');
}

function figureLines(figures: readonly Figure[]): string[] {
  const rows = figures.map((figure) => [
    ...[figure.operation, figure.door, figure.perSecond.toFixed(0), ofFloor(figure, figures)],
    ...[
      figure.cpuMicros.toFixed(0),
      perCore(figure).toFixed(0),
      figure.p50Ms.toFixed(0),
      figure.p99Ms.toFixed(0),
      figure.worstP99Ms.toFixed(0),
    ],
  ]);
  return table([
    ['operation', 'door', 'per second', 'of floor', 'CPU us', 'per core', 'p50 ms', 'p99 ms', 'worst p99'],
    ...rows,
  ]);
}

/** The floor does the same in every round: what differs is the machine's. */
function unrestLines(figures: readonly Figure[]): string[] {
  const spread = Math.max(1, ...figures.filter(({ door }) => door === 'floor').map((figure) => figure.spread));
  const unrest = `the floor's own rounds differ by a factor of ${spread.toFixed(1)}: the machine was busy with something else`;
  return spread > MOST_SPREAD ? ['', unrest] : [];
}

function ofFloor(figure: Figure, figures: readonly Figure[]): string {
  const floor = figures.find(({ operation, door }) => operation === figure.operation && door === 'floor');
  return floor ? (figure.perSecond / floor.perSecond).toFixed(2) : '';
}

function soakLines({ requests, seconds, p99Ms, samples }: Soak): string[] {
  const rows = samples.map((sample) => [
    ...[String(sample.requests), sample.heapMegabytes.toFixed(1), sample.rssMegabytes.toFixed(1)],
  ]);
  const head = `soak: ${requests} requests in ${seconds.toFixed(0)} s, p99 ${p99Ms.toFixed(0)} ms, worker running`;
  return [head, ...table([['requests', 'heap MB', 'rss MB'], ...rows])];
}

function listLines({ figures }: Lists): string[] {
  const rows = figures.map(({ door, list, ...ms }) => [
    ...[door, list, ms.p50Ms.toFixed(1), ms.p95Ms.toFixed(1), ms.cpuMs.toFixed(1)],
  ]);
  return table([['door', 'list', 'p50 ms', 'p95 ms', 'CPU ms'], ...rows]);
}

/** Columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
