/* global describe, suitesUnderMutation */
/** Many suites as one file of jest: each inside a `describe`, so that what it sets up is its own. */
const { folder, suites } = suitesUnderMutation;

for (const suite of suites) {
  describe(suite, () => {
    require(`../../${folder}/${suite}.test.ts`);
  });
}
