/** The arrows of ARCHITECTURE.md, as rules. */
const only = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|generated|test|bench|tools)/', pathNot: to },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('domain-knows-only-itself', '^src/domain/', '^src/domain/'),
    {
      name: 'domain-has-no-packages',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    only('services-know-domain', '^src/services/', '^src/(services|domain)/'),
    only('http-knows-refusals', '^src/http/', '^src/(http|domain)/'),
    only('soap-knows-refusals', '^src/soap/', '^src/(soap|http|domain)/'),
    only('rest-knows-refusals', '^src/rest/', '^src/(rest|http|domain)/'),
    only('dialects-translate', '^src/dialects/([^/]+)/', [
      '^src/dialects/$1/',
      '^src/(services|domain|soap|rest)/',
      '^generated/contract\\.ts$',
    ]),
    only('jobs-know-services', '^src/jobs/', '^src/(jobs|services|domain)/'),
    only('persistence-implements-ports', '^src/persistence/', '^src/(persistence|services/ports|domain)'),
    only('providers-implement-ports', '^src/providers/', '^src/(providers|services/ports|domain)'),
    {
      name: 'typeorm-stays-in-persistence',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/persistence/' },
      to: { path: 'node_modules/(typeorm|sqlite3)/' },
    },
    {
      name: 'soap-package-stays-in-soap',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/soap/' },
      to: { path: 'node_modules/(soap|saxes)/' },
    },
    {
      name: 'nothing-runs-on-dev-dependencies',
      severity: 'error',
      from: { path: '^(src|generated)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'source-does-not-know-its-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|tools)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^dist' },
  },
};
