/**
 * A query as the object that it stands for: `range[date][date_begin]=2026-01-05`. Lists come with commas between their values,
 * or as `ids[]=1&ids[]=2`, or as `ids[0]=1`; which of these was meant makes no difference.
 */
import { wrongFormat } from './params';

interface Members {
  [name: string]: unknown;
}

const NAME = /^([^[\]]+)((?:\[[^[\]]*\])*)$/;
/** The deepest member that a gate knows has three names. */
const DEEPEST = 4;

export function unfolded(query: object): object {
  const members = emptyMembers();
  for (const [name, value] of Object.entries(query)) {
    const [, first = name, rest = ''] = NAME.exec(name) ?? [];
    const inner = [...rest.matchAll(/\[([^[\]]*)\]/g)].map(([, part = '']) => part);
    // What only says where in a list a value stands.
    const path = [first, ...inner.filter((part) => !/^\d*$/.test(part))];
    if (path.length > DEEPEST) throw wrongFormat(first, 'is nested too deeply');
    put(members, path, value);
  }
  return members;
}

function put(members: Members, [name = '', ...rest]: readonly string[], value: unknown): void {
  const there = members[name];
  if (rest.length === 0) {
    members[name] = there === undefined ? value : [there, value].flat();
    return;
  }
  const inside = there ?? emptyMembers();
  if (typeof inside !== 'object' || Array.isArray(inside)) throw wrongFormat(name, 'must be an object');
  members[name] = inside;
  put(inside as Members, rest, value);
}

/** Without a prototype, so that no name of a caller means anything. */
function emptyMembers(): Members {
  return Object.create(null) as Members;
}
