type Nullable<T> = { [K in keyof T]-?: null extends T[K] ? K : never }[keyof T];

/** A row in which a column that may be NULL is a property that may be absent. */
type Present<T> = Omit<T, Nullable<T>> & { [K in Nullable<T>]?: Exclude<T[K], null> };

/** Leaves out what the row does not have: the domain knows absent properties, not null ones. */
export function present<T extends object>(row: T): Present<T> {
  // A plain loop: this runs for every row that is read, and lists of entries cost several times as much.
  const found: Partial<T> = {};
  for (const name in row) {
    if (row[name] !== null) found[name] = row[name];
  }
  return found as Present<T>;
}

/**
 * As `present`, for the rows that pages are full of: what is always there stands in the object that is given and becomes the answer,
 * and only what may be NULL is looked at. An object that grows key by key costs several times its own size.
 */
export function withPresent<There extends object, Maybe extends object>(
  there: There,
  maybe: Maybe,
): There & Present<Maybe> {
  const found: Partial<There & Maybe> = there;
  for (const name in maybe) {
    if (maybe[name] !== null) (found as Partial<Maybe>)[name] = maybe[name];
  }
  return found as There & Present<Maybe>;
}
