import type { Logger } from 'typeorm';

function nothing(): void {
  // What fails is thrown, and whoever catches it logs it; TypeORM would print statements with their parameters.
}

/** TypeORM's own logger writes to the console whatever its settings are. */
export const SILENT_LOGGER: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};
