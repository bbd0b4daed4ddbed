/** Both addresses where a login is changed for a token (contract, section 1; choice IDO-19). */
import express, { Router, type Request, type RequestHandler } from 'express';
import { Refusal } from '../../domain/refusal';
import { writeJson } from '../../rest/answer';
import { basicLogin } from '../../rest/basic-login';
import { jsonBody } from '../../rest/json-body';
import type { Services } from '../../services/services';

const SCOPES: ReadonlySet<unknown> = new Set(['api-pa', 'admin']);
const GRANT = 'client_credentials';
/** Longer than any such body. */
const MOST_BYTES = 10 * 1024;

export function accessTokens(services: Services): Router {
  const router = Router({ caseSensitive: true });
  const answer = issuing(services);
  router.post('/api/authorize/1/authorize/accessToken', jsonBody(), answer);
  const form = express.urlencoded({ extended: false, limit: MOST_BYTES });
  router.post('/panel/action/authorize/access_token', form, answer);
  return router;
}

function issuing(services: Services): RequestHandler {
  return async (request, response) => {
    const login = basicLogin(request.headers.authorization);
    if (!login) throw new Refusal('credentials_missing', 'send user and password as Authorization: Basic');
    requireKnownWish(request);
    const { token, expiresInMs } = await services.credentials.issueToken(login.user, login.password);
    const answer = { token_type: 'Bearer', expires_in: expiresInMs / 1000, access_token: token };
    writeJson(response, 200, answer);
  };
}

/** What is absent is meant as usual; a scope that we do not have is refused. */
function requireKnownWish({ body }: Request): void {
  const wish = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  const scopes = [wish['scope'] ?? wish['scope[]'] ?? []].flat();
  if (!scopes.every((scope) => SCOPES.has(scope))) throw new Refusal('scope_missing', 'scope must be api-pa or admin');
  if ((wish['grant_type'] ?? GRANT) !== GRANT) {
    throw new Refusal('request_invalid', `grant_type must be ${GRANT}`, 'grant_type');
  }
}
