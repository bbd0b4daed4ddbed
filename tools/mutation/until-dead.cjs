/** Jest's environment, in which a mutant is tried no longer than needed. Neither can be asked of jest by Stryker. */
const { TestEnvironment } = require('jest-environment-node');

/** Stryker names the mutant here that is switched on; while it looks which test reaches what, all tests run. */
const ACTIVE_MUTANT = '__STRYKER_ACTIVE_MUTANT__';

class UntilDead extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const { folder, suites } = config.projectConfig.testEnvironmentOptions;
    const { testNamePattern } = config.globalConfig;
    // Stryker asks for tests as "(their full name)", and that begins with the suite: the others are not even loaded.
    const isReached = (suite) => !testNamePattern || testNamePattern.replaceAll('\\', '').includes(`(${suite} `);
    this.global.suitesUnderMutation = { folder, suites: suites.filter(isReached) };
  }

  /** Nothing runs after the first test that sees the mutant. */
  handleTestEvent(event) {
    if (event.name === 'test_fn_failure' || event.name === 'hook_failure') {
      this.dead = process.env[ACTIVE_MUTANT] !== undefined;
    }
    if (event.name === 'test_start' && this.dead) event.test.mode = 'skip';
  }
}

module.exports = UntilDead;
