// Made by npm run generate. Do not edit.
/* tslint:disable */
/* eslint-disable */
import type { TsoaRoute } from '@tsoa/runtime';
import { fetchMiddlewares } from '@tsoa/runtime';
import { ResourceTemplateService } from '../../src/dialects/laets/template-service';
import { UserController } from './../../src/dialects/laets/user-controller';
import { ReturnsController } from './../../src/dialects/laets/returns-controller';
import { MerchantController } from './../../src/dialects/laets/merchant-controller';
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
  Fault: {
    dataType: 'refObject',
    properties: {
      code: { dataType: 'float', required: true },
      msg: { dataType: 'array', array: { dataType: 'string' }, required: true },
    },
    additionalProperties: true,
  },
  Failure: {
    dataType: 'refObject',
    properties: {
      errors: { dataType: 'array', array: { dataType: 'refObject', ref: 'Fault' }, required: true },
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
  Trouble: {
    dataType: 'refObject',
    properties: {
      errors: { dataType: 'array', array: { dataType: 'string' }, required: true },
    },
    additionalProperties: true,
  },
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
  ListMeta: {
    dataType: 'refObject',
    properties: {
      limit: { dataType: 'float', required: true },
      next: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      offset: { dataType: 'float', required: true },
      previous: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      total_count: { dataType: 'float', required: true },
    },
    additionalProperties: true,
  },
  ReturnStatus: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['open'] },
        { dataType: 'enum', enums: ['accepted'] },
        { dataType: 'enum', enums: ['package_received'] },
        { dataType: 'enum', enums: ['closed_by_seller'] },
        { dataType: 'enum', enums: ['closed_by_buyer'] },
        { dataType: 'enum', enums: ['cancelled'] },
      ],
      validators: {},
    },
  },
  ReturnType: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: [1] },
        { dataType: 'enum', enums: [2] },
      ],
      validators: {},
    },
  },
  MerchantStub: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      pk: { dataType: 'float', required: true },
      name: { dataType: 'string', required: true },
      resource_uri: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  Stub: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      pk: { dataType: 'float', required: true },
      resource_uri: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  ReturnItemShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      resource_uri: { dataType: 'string', required: true },
      status: { dataType: 'string', required: true },
      status_localized: { dataType: 'string', required: true },
      price: { dataType: 'string', required: true },
      price_vat_included: { dataType: 'string', required: true },
      amount_vat_included: { dataType: 'string', required: true },
      vat: { dataType: 'string', required: true },
      shipping: { dataType: 'string', required: true },
      sku: { dataType: 'string', required: true },
      name: { dataType: 'string', required: true },
      merchant_order: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  ReturnUserShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      resource_uri: { dataType: 'string', required: true },
      username: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      display_name: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
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
  ListedReturnShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      resource_uri: { dataType: 'string', required: true },
      status: { ref: 'ReturnStatus', required: true },
      status_localized: { dataType: 'string', required: true },
      return_type: { ref: 'ReturnType', required: true },
      return_type_localized: { dataType: 'string', required: true },
      reason: {
        dataType: 'union',
        subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      reason_localized: { dataType: 'string', required: true },
      comment: { dataType: 'string', required: true },
      amount: { dataType: 'string', required: true },
      closed: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      created_on: { dataType: 'string', required: true },
      last_updated: { dataType: 'string', required: true },
      external_id: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      from_list: { dataType: 'boolean', required: true },
      starred: { dataType: 'boolean', required: true },
      merchant: { ref: 'MerchantStub', required: true },
      merchant_order: { ref: 'Stub', required: true },
      order_id_number: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      offer_id: { dataType: 'string', required: true },
      offer_name: { dataType: 'string', required: true },
      offer_sku: { dataType: 'string', required: true },
      order_item: { ref: 'ReturnItemShape', required: true },
      user: {
        dataType: 'union',
        subSchemas: [{ ref: 'ReturnUserShape' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
    },
    additionalProperties: true,
  },
  ListShape_ListedReturnShape_: {
    dataType: 'refObject',
    properties: {
      meta: { ref: 'ListMeta', required: true },
      objects: { dataType: 'array', array: { dataType: 'refObject', ref: 'ListedReturnShape' }, required: true },
    },
    additionalProperties: true,
  },
  ReturnList: {
    dataType: 'refAlias',
    type: { ref: 'ListShape_ListedReturnShape_', validators: {} },
  },
  ReturnsQuery: {
    dataType: 'refObject',
    properties: {
      limit: { dataType: 'integer' },
      offset: { dataType: 'integer' },
      order_by: { dataType: 'string' },
      id: { dataType: 'integer' },
      merchant: { dataType: 'string' },
      merchant_order: { dataType: 'string' },
      order_item: { dataType: 'string' },
      user: { dataType: 'string' },
      status: { ref: 'ReturnStatus' },
      return_type: { ref: 'ReturnType' },
      reason: { dataType: 'integer' },
      external_id: { dataType: 'string' },
      created_on: { dataType: 'string' },
      last_updated: { dataType: 'string' },
      closed: { dataType: 'string' },
    },
    additionalProperties: true,
  },
  NoMeta: {
    dataType: 'refAlias',
    type: { ref: 'Record_string.never_', validators: {} },
  },
  ReturnShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      resource_uri: { dataType: 'string', required: true },
      status: { ref: 'ReturnStatus', required: true },
      status_localized: { dataType: 'string', required: true },
      return_type: { ref: 'ReturnType', required: true },
      return_type_localized: { dataType: 'string', required: true },
      reason: {
        dataType: 'union',
        subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      reason_localized: { dataType: 'string', required: true },
      comment: { dataType: 'string', required: true },
      amount: { dataType: 'string', required: true },
      closed: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      created_on: { dataType: 'string', required: true },
      last_updated: { dataType: 'string', required: true },
      external_id: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      from_list: { dataType: 'boolean', required: true },
      starred: { dataType: 'boolean', required: true },
      merchant: { ref: 'MerchantStub', required: true },
      merchant_order: { ref: 'Stub', required: true },
      order_id_number: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      offer_id: { dataType: 'string', required: true },
      offer_name: { dataType: 'string', required: true },
      offer_sku: { dataType: 'string', required: true },
      order_item: { ref: 'ReturnItemShape', required: true },
      user: {
        dataType: 'union',
        subSchemas: [{ ref: 'ReturnUserShape' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      meta: { ref: 'NoMeta', required: true },
    },
    additionalProperties: true,
  },
  'Record_string.unknown_': {
    dataType: 'refAlias',
    type: {
      dataType: 'nestedObjectLiteral',
      nestedProperties: {},
      additionalProperties: { dataType: 'any' },
      validators: {},
    },
  },
  Related: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [{ dataType: 'string' }, { dataType: 'float' }, { ref: 'Record_string.unknown_' }],
      validators: {},
    },
  },
  NewReturnBody: {
    dataType: 'refObject',
    properties: {
      order_item: { ref: 'Related', required: true },
      merchant: { dataType: 'union', subSchemas: [{ ref: 'Related' }, { dataType: 'enum', enums: [null] }] },
      user: { dataType: 'union', subSchemas: [{ ref: 'Related' }, { dataType: 'enum', enums: [null] }] },
      return_type: { ref: 'ReturnType' },
      reason: { dataType: 'float' },
      comment: { dataType: 'union', subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }] },
      external_id: { dataType: 'union', subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }] },
      starred: { dataType: 'boolean' },
    },
    additionalProperties: true,
  },
  FieldShape: {
    dataType: 'refObject',
    properties: {
      blank: { dataType: 'boolean', required: true },
      creatable: { dataType: 'boolean', required: true },
      default: { dataType: 'any', required: true },
      editable: { dataType: 'boolean', required: true },
      help_text: { dataType: 'string', required: true },
      name: { dataType: 'string', required: true },
      nullable: { dataType: 'boolean', required: true },
      readonly: { dataType: 'boolean', required: true },
      type: { dataType: 'string', required: true },
      related_type: { dataType: 'string' },
      unique: { dataType: 'boolean', required: true },
    },
    additionalProperties: true,
  },
  'Record_string.FieldShape_': {
    dataType: 'refAlias',
    type: {
      dataType: 'nestedObjectLiteral',
      nestedProperties: {},
      additionalProperties: { ref: 'FieldShape' },
      validators: {},
    },
  },
  'Record_string.number_': {
    dataType: 'refAlias',
    type: {
      dataType: 'nestedObjectLiteral',
      nestedProperties: {},
      additionalProperties: { dataType: 'float' },
      validators: {},
    },
  },
  MethodShape: {
    dataType: 'refObject',
    properties: {
      doc_html: { dataType: 'string', required: true },
      doc_text: { dataType: 'string', required: true },
      regex: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  SchemaShape: {
    dataType: 'refObject',
    properties: {
      allowed_detail_http_methods: { dataType: 'array', array: { dataType: 'string' }, required: true },
      allowed_list_http_methods: { dataType: 'array', array: { dataType: 'string' }, required: true },
      default_format: { dataType: 'string', required: true },
      default_limit: { dataType: 'float', required: true },
      editable_for_statuses: { dataType: 'array', array: { dataType: 'string' }, required: true },
      fields: { ref: 'Record_string.FieldShape_', required: true },
      filtering: { ref: 'Record_string.number_', required: true },
      methods: { dataType: 'array', array: { dataType: 'refObject', ref: 'MethodShape' }, required: true },
      ordering: { dataType: 'array', array: { dataType: 'string' }, required: true },
    },
    additionalProperties: true,
  },
  ChangeReturnBody: {
    dataType: 'refObject',
    properties: {
      comment: { dataType: 'union', subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }] },
      external_id: { dataType: 'union', subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }] },
      starred: { dataType: 'boolean' },
    },
    additionalProperties: true,
  },
  ReturnActionBody: {
    dataType: 'refObject',
    properties: {
      order_items: { dataType: 'array', array: { dataType: 'refAlias', ref: 'Related' } },
      return_type: { ref: 'ReturnType' },
    },
    additionalProperties: true,
  },
  MerchantShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      pk: { dataType: 'float', required: true },
      name: { dataType: 'string', required: true },
      resource_uri: { dataType: 'string', required: true },
      currency: { dataType: 'string', required: true },
      meta: { ref: 'NoMeta', required: true },
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
  const argsUserController_getUser: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
  };
  app.get(
    '/user/:id',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(UserController),
    ...fetchMiddlewares<RequestHandler>(UserController.prototype.getUser),

    async function UserController_getUser(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsUserController_getUser, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<UserController>(UserController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getUser',
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
  const argsReturnsController_listReturns: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'ReturnsQuery' },
  };
  app.get(
    '/return',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.listReturns),

    async function ReturnsController_listReturns(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsReturnsController_listReturns,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<ReturnsController>(ReturnsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'listReturns',
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
  const argsReturnsController_createReturn: Record<string, TsoaRoute.ParameterSchema> = {
    body: { in: 'body', name: 'body', required: true, ref: 'NewReturnBody' },
  };
  app.post(
    '/return',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.createReturn),

    async function ReturnsController_createReturn(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsReturnsController_createReturn,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<ReturnsController>(ReturnsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'createReturn',
          controller,
          response,
          next,
          validatedArgs,
          successStatus: 201,
        });
      } catch (err) {
        return next(err);
      }
    },
  );
  const argsReturnsController_getReturnSchema: Record<string, TsoaRoute.ParameterSchema> = {};
  app.get(
    '/return/schema',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.getReturnSchema),

    async function ReturnsController_getReturnSchema(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsReturnsController_getReturnSchema,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<ReturnsController>(ReturnsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getReturnSchema',
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
  const argsReturnsController_getReturn: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
  };
  app.get(
    '/return/:id',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.getReturn),

    async function ReturnsController_getReturn(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsReturnsController_getReturn, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<ReturnsController>(ReturnsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getReturn',
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
  const argsReturnsController_changeReturn: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
    body: { in: 'body', name: 'body', required: true, ref: 'ChangeReturnBody' },
  };
  app.put(
    '/return/:id',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.changeReturn),

    async function ReturnsController_changeReturn(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsReturnsController_changeReturn,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<ReturnsController>(ReturnsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'changeReturn',
          controller,
          response,
          next,
          validatedArgs,
          successStatus: 202,
        });
      } catch (err) {
        return next(err);
      }
    },
  );
  const argsReturnsController_acceptReturn: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
    body: { in: 'body', name: 'body', required: true, ref: 'ReturnActionBody' },
  };
  app.post(
    '/return/:id/accept',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.acceptReturn),

    async function ReturnsController_acceptReturn(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsReturnsController_acceptReturn,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<ReturnsController>(ReturnsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'acceptReturn',
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
  const argsReturnsController_receiveReturn: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
    body: { in: 'body', name: 'body', required: true, ref: 'ReturnActionBody' },
  };
  app.post(
    '/return/:id/received',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.receiveReturn),

    async function ReturnsController_receiveReturn(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsReturnsController_receiveReturn,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<ReturnsController>(ReturnsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'receiveReturn',
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
  const argsReturnsController_closeReturn: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
    body: { in: 'body', name: 'body', required: true, ref: 'ReturnActionBody' },
  };
  app.post(
    '/return/:id/close',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.closeReturn),

    async function ReturnsController_closeReturn(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsReturnsController_closeReturn,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<ReturnsController>(ReturnsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'closeReturn',
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
  const argsReturnsController_closeReturnBySeller: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
    body: { in: 'body', name: 'body', required: true, ref: 'ReturnActionBody' },
  };
  app.post(
    '/return/:id/seller_close',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.closeReturnBySeller),

    async function ReturnsController_closeReturnBySeller(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsReturnsController_closeReturnBySeller,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<ReturnsController>(ReturnsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'closeReturnBySeller',
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
  const argsReturnsController_cancelReturn: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
    body: { in: 'body', name: 'body', required: true, ref: 'ReturnActionBody' },
  };
  app.post(
    '/return/:id/cancel',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.cancelReturn),

    async function ReturnsController_cancelReturn(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsReturnsController_cancelReturn,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<ReturnsController>(ReturnsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'cancelReturn',
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
  const argsReturnsController_reopenReturn: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
    body: { in: 'body', name: 'body', required: true, ref: 'ReturnActionBody' },
  };
  app.post(
    '/return/:id/reopen',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.reopenReturn),

    async function ReturnsController_reopenReturn(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsReturnsController_reopenReturn,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<ReturnsController>(ReturnsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'reopenReturn',
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
  const argsMerchantController_getMerchant: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
  };
  app.get(
    '/merchant/:id',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(MerchantController),
    ...fetchMiddlewares<RequestHandler>(MerchantController.prototype.getMerchant),

    async function MerchantController_getMerchant(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsMerchantController_getMerchant,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<MerchantController>(MerchantController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getMerchant',
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
