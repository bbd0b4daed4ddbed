import { describeOnPostgres } from './postgres-server';
import { storeConformance } from './store-conformance';

describeOnPostgres('PostgreSQL', (server) => {
  storeConformance('PostgreSQL', () => server.open());
});
