/** User and password of the HTTP header Authorization: Basic. */
const BASIC = /^Basic +([A-Za-z0-9+/]+={0,2})$/i;

/** Undefined where there is none. */
export function basicLogin(authorization: string | undefined): { user: string; password: string } | undefined {
  const encoded = BASIC.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [, user, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
  return user === undefined || password === undefined ? undefined : { user, password };
}
