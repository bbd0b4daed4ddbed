/** Long lists as the bytes of their JSON. */

/** From so many elements on, an array is written element by element. */
const MANY = 20;
const CHUNK_BYTES = 65_536;
/** UTF-8 takes at most so many bytes for one unit of a text. */
const BYTES_A_UNIT = 3;

/**
 * The JSON of an object in which a member is a list of many, in as many pieces as are needed; undefined for any other value. Each
 * element is a short text of its own, which is bytes at once: one text of a megabyte would be built, flattened, measured and
 * copied, each time at its full length.
 */
export function longJson(value: unknown): Buffer[] | undefined {
  if (!hasMany(value)) return undefined;
  const bytes = new Bytes();
  let before = '{';
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    bytes.add(`${before}${JSON.stringify(name)}:`);
    before = ',';
    if (isMany(member)) addList(bytes, member);
    else bytes.add(JSON.stringify(member));
  }
  bytes.add('}');
  return bytes.all();
}

function hasMany(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).some(isMany);
}

function isMany(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length >= MANY;
}

function addList(bytes: Bytes, list: readonly unknown[]): void {
  let before = '[';
  for (const element of list) {
    bytes.add(before + (JSON.stringify(element) ?? 'null'));
    before = ',';
  }
  bytes.add(']');
}

class Bytes {
  private readonly full: Buffer[] = [];
  private chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  private used = 0;

  add(text: string): void {
    const most = text.length * BYTES_A_UNIT;
    if (this.chunk.length - this.used < most) {
      this.full.push(this.chunk.subarray(0, this.used));
      this.chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK_BYTES, most));
      this.used = 0;
    }
    this.used += this.chunk.write(text, this.used);
  }

  all(): Buffer[] {
    return [...this.full, this.chunk.subarray(0, this.used)];
  }
}
