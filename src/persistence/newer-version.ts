import { MigrationExecutor, type DataSource } from 'typeorm';
import { DatabaseProblem } from './database-problem';

/** A newer version may have given columns another meaning; an older one that writes into them would do harm. */
export async function refuseNewerVersion(source: DataSource): Promise<void> {
  const known = new Set(source.migrations.map(({ name, constructor }) => name ?? constructor.name));
  const done = await new MigrationExecutor(source).getExecutedMigrations();
  const unknown = done.map(({ name }) => name).filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new DatabaseProblem(
      `the database was made by a newer version of the gateway: this one does not know ${unknown.join(', ')}`,
    );
  }
}

/** Names of the migrations that were not run. */
export async function pendingMigrationsOf(source: DataSource): Promise<string[]> {
  const pending = await new MigrationExecutor(source).getPendingMigrations();
  return pending.map(({ name }) => name);
}
