// Made by npm run generate. Do not edit.
/* tslint:disable */
/* eslint-disable */
import type { TsoaRoute } from '@tsoa/runtime';
import { fetchMiddlewares } from '@tsoa/runtime';
import { ResourceTemplateService } from '../../src/dialects/laets/template-service';
import { UserController } from './../../src/dialects/laets/user-controller';
import { expressAuthentication } from './../../src/dialects/laets/authentication';
// @ts-ignore - no great way to install types from subpackage
import { iocContainer } from './../../src/dialects/laets/controller-factory';
import type { IocContainer, IocContainerFactory } from '@tsoa/runtime';
import type { Request as ExRequest, Response as ExResponse, RequestHandler, Router } from 'express';

const expressAuthenticationRecasted = expressAuthentication as (
  req: ExRequest,
  securityName: string,
  scopes?: string[],
  res?: ExResponse,
) => Promise<any>;

const models: TsoaRoute.Models = {
  UserShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      pk: { dataType: 'float', required: true },
      resource_uri: { dataType: 'string', required: true },
      username: { dataType: 'string', required: true },
      display_name: { dataType: 'string', required: true },
      email: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      first_name: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      last_name: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
    },
    additionalProperties: true,
  },
  'Record_string.never_': {
    dataType: 'refAlias',
    type: { dataType: 'nestedObjectLiteral', nestedProperties: {}, validators: {} },
  },
  Nothing: {
    dataType: 'refAlias',
    type: { ref: 'Record_string.never_', validators: {} },
  },
  SignedOnShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      pk: { dataType: 'float', required: true },
      resource_uri: { dataType: 'string', required: true },
      username: { dataType: 'string', required: true },
      display_name: { dataType: 'string', required: true },
      email: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      first_name: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      last_name: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      access_token: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  Trouble: {
    dataType: 'refObject',
    properties: {
      errors: { dataType: 'array', array: { dataType: 'string' }, required: true },
    },
    additionalProperties: true,
  },
  SignOnQuery: {
    dataType: 'refObject',
    properties: {
      application: { dataType: 'string', required: true },
      email: { dataType: 'string', required: true },
      first_name: { dataType: 'string' },
      last_name: { dataType: 'string' },
      timestamp: { dataType: 'string', required: true },
      message_auth: { dataType: 'string', required: true },
      currency: { dataType: 'string' },
      shipping_country: { dataType: 'string' },
      from_session_id: { dataType: 'string' },
      birth_date: { dataType: 'string' },
      include_application_data: { dataType: 'string' },
    },
    additionalProperties: true,
  },
};
const templateService = new ResourceTemplateService(models, {
  noImplicitAdditionalProperties: 'ignore',
  bodyCoercion: false,
});

export function RegisterRoutes(app: Router) {
  //  NOTE: If you do not see routes for all of your controllers in this file, then you might not have informed tsoa of where to look
  //      Please look into the "controllerPathGlobs" config option described in the readme: https://github.com/lukeautry/tsoa

  const argsUserController_getMe: Record<string, TsoaRoute.ParameterSchema> = {};
  app.get(
    '/user/me',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(UserController),
    ...fetchMiddlewares<RequestHandler>(UserController.prototype.getMe),

    async function UserController_getMe(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsUserController_getMe, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<UserController>(UserController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getMe',
          controller,
          response,
          next,
          validatedArgs,
          successStatus: undefined,
        });
      } catch (err) {
        return next(err);
      }
    },
  );
  const argsUserController_signOn: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'SignOnQuery' },
  };
  app.get(
    '/user/sso',
    ...fetchMiddlewares<RequestHandler>(UserController),
    ...fetchMiddlewares<RequestHandler>(UserController.prototype.signOn),

    async function UserController_signOn(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsUserController_signOn, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<UserController>(UserController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'signOn',
          controller,
          response,
          next,
          validatedArgs,
          successStatus: undefined,
        });
      } catch (err) {
        return next(err);
      }
    },
  );

  function authenticateMiddleware(security: TsoaRoute.Security[] = []) {
    return async function runAuthenticationMiddleware(request: any, response: any, next: any) {
      // keep track of failed auth attempts so we can hand back the most
      // recent one.  This behavior was previously existing so preserving it
      // here
      const failedAttempts: any[] = [];
      const pushAndRethrow = (error: any) => {
        failedAttempts.push(error);
        throw error;
      };

      const secMethodOrPromises: Promise<any>[] = [];
      for (const secMethod of security) {
        if (Object.keys(secMethod).length > 1) {
          const secMethodAndPromises: Promise<any>[] = [];

          for (const name in secMethod) {
            secMethodAndPromises.push(
              expressAuthenticationRecasted(request, name, secMethod[name], response).catch(pushAndRethrow),
            );
          }

          secMethodOrPromises.push(
            Promise.all(secMethodAndPromises).then((users) => {
              return users[0];
            }),
          );
        } else {
          for (const name in secMethod) {
            secMethodOrPromises.push(
              expressAuthenticationRecasted(request, name, secMethod[name], response).catch(pushAndRethrow),
            );
          }
        }
      }

      try {
        request['user'] = await Promise.any(secMethodOrPromises);

        // Response was sent in middleware, abort
        if (response.writableEnded) {
          return;
        }

        next();
      } catch (err) {
        // Show most recent error as response
        const error = failedAttempts.pop();
        error.status = error.status || 401;

        // Response was sent in middleware, abort
        if (response.writableEnded) {
          return;
        }
        next(error);
      }
    };
  }
}
