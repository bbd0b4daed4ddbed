import type { Command } from 'commander';
import { ALL_SCOPES, SCOPES } from '../domain/access';
import { formatInstant } from '../domain/instant';
import type { ApiKeyRecord } from '../services/ports';
import type { Cli } from './cli';
import { readDate, readList } from './options';

interface KeyOptions {
  readonly shop: string;
  readonly name: string;
  readonly scopes?: string[];
  readonly expires?: number;
}

/** `key add`, `key list`, `key revoke`: API keys of callers. */
export function addKey(program: Command, cli: Cli): void {
  const key = program.command('key').description('API keys');
  key
    .command('add')
    .description('make an API key; it is shown once')
    .requiredOption('--shop <CODE>', 'the shop that the key speaks for')
    .requiredOption('--name <NAME>', 'who uses the key, such as "order system"')
    .option(
      '--scopes <LIST>',
      `what the key may do: ${ALL_SCOPES.join(',')} (default: all; returns:ask is a part of returns:write)`,
      readList,
    )
    .option('--expires <DATE>', 'from when on the key is no good: a day (midnight UTC) or a time', readDate)
    .action(async ({ shop, name, scopes, expires }: KeyOptions, command: Command) => {
      const wish = { shop, name, ...(scopes && { scopes }), ...(expires !== undefined && { expiresAt: expires }) };
      const made = await cli.withServices(({ credentials }) => credentials.addKey(wish));
      const text = `API key ${made.id} of shop ${shop}. It is shown this once and stored hashed: keep it now.\n${made.key}`;
      await cli.answer(command, made, text);
    });
  key
    .command('list')
    .description('list API keys, without their text')
    .option('--shop <CODE>', 'only keys of this shop')
    .action(async ({ shop }: { shop?: string }, command: Command) => {
      const keys = await cli.withServices(({ credentials }) => credentials.listKeys(shop));
      await cli.answer(command, keys.map(keyShape), keys.length === 0 ? 'no keys' : keys.map(keyLine).join('\n'));
    });
  key
    .command('revoke')
    .description('make an API key useless, from now on')
    .argument('<ID>', 'id of the key, as key list shows it')
    .action(async (id: string, _options: unknown, command: Command) => {
      await cli.withServices(({ credentials }) => credentials.revokeKey(id));
      await cli.answer(command, { id, revoked: true }, `key ${id} revoked`);
    });
}

/** Everything but the hash: it is nobody's business. */
function keyShape({ id, shop, name, scopes, createdAt, expiresAt, revokedAt }: ApiKeyRecord): Record<string, unknown> {
  return {
    ...{ id, shop, name, scopes, createdAt: formatInstant(createdAt) },
    ...(expiresAt === undefined ? {} : { expiresAt: formatInstant(expiresAt) }),
    ...(revokedAt === undefined ? {} : { revokedAt: formatInstant(revokedAt) }),
  };
}

function keyLine(key: ApiKeyRecord): string {
  const { id, shop, name, scopes, createdAt, expiresAt, revokedAt } = key;
  const may = scopes.length === SCOPES.length ? 'all scopes' : scopes.join(',');
  const until = expiresAt === undefined ? '' : `, expires ${formatInstant(expiresAt)}`;
  const revoked = revokedAt === undefined ? '' : `, revoked ${formatInstant(revokedAt)}`;
  return `${id}  ${shop}  ${name}  ${may}, made ${formatInstant(createdAt)}${until}${revoked}`;
}
