/** Prints what came of it at the end of `npm run test:clients`: a line per stack and version of SOAP, and each limit with its reason. */
'use strict';

/** Told apart by the titles that clients.test.ts gives: stack, version of SOAP, check and limit. */
const LIMIT = ': cannot, ';

class MatrixReporter {
  onRunComplete(_contexts, { testResults }) {
    const tests = testResults
      .filter(({ testFilePath }) => testFilePath.endsWith('clients.test.ts'))
      .flatMap(({ testResults: ofFile }) => ofFile)
      .filter(({ ancestorTitles }) => ancestorTitles.length > 0);
    const rows = new Map();
    for (const test of tests) rows.set(rowOf(test), [...(rows.get(rowOf(test)) ?? []), test]);
    const widest = Math.max(...[...rows.keys()].map((row) => row.length));
    const lines = [...rows].map(([row, ofRow]) => `${row.padEnd(widest)}  ${summary(ofRow)}`);
    process.stdout.write(`\n${[...lines, '', ...limits(tests)].join('\n')}\n`);
  }
}

const rowOf = ({ ancestorTitles }) => ancestorTitles.join(', ');

function summary(tests) {
  const skipped = tests.find(({ status }) => status === 'pending');
  if (skipped) return `skipped: ${skipped.title}`;
  const failed = tests.filter(({ status }) => status === 'failed');
  const limited = tests.filter(({ title, status }) => title.includes(LIMIT) && status === 'passed');
  const passed = tests.length - failed.length - limited.length;
  return [
    `${passed} of ${tests.length} checks`,
    ...(limited.length > 0 ? [`limits of its own: ${limited.length}`] : []),
    ...failed.map(({ title }) => `FAILS: ${title}`),
  ].join(', ');
}

/** Each limit once, however many versions of SOAP have it. */
function limits(tests) {
  const told = tests
    .filter(({ title }) => title.includes(LIMIT))
    .map(({ ancestorTitles: [stack], title }) => `${stack}, ${title}`);
  return [...new Set(told)].map((limit) => `limit of ${limit}`);
}

module.exports = MatrixReporter;
