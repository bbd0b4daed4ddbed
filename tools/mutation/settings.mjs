/**
 * Mutation testing breaks every rule about refunds in many small ways and asks of each whether a test sees it.
 * All suites of a folder run as one jest file: what they need is loaded once for a mutant, not once for each suite.
 */
export function settings({ mutate, folder, suites }) {
  const results = `coverage/mutation/${folder}`;
  return {
    testRunner: 'jest',
    plugins: ['@stryker-mutator/jest-runner'],
    jest: {
      projectType: 'custom',
      configFile: 'jest.config.js',
      enableFindRelatedTests: false,
      config: {
        roots: ['<rootDir>/tools/mutation'],
        testMatch: ['**/all-suites.cjs'],
        testEnvironment: './tools/mutation/until-dead.cjs',
        testEnvironmentOptions: { folder: `test/${folder}`, suites },
      },
    },
    coverageAnalysis: 'perTest',
    concurrency: 1,
    mutate,
    // Stryker copies the project for a run: without what no suite reads.
    ignorePatterns: ['dist', 'dist-tools', 'data', 'coverage', 'bench', 'docs'],
    incremental: true,
    incrementalFile: `${results}/incremental.json`,
    reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
    clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
    htmlReporter: { fileName: `${results}/report.html` },
    jsonReporter: { fileName: `${results}/report.json` },
    thresholds: { high: 95, low: 90, break: 80 },
  };
}
