// Made by npm run generate. Do not edit.
/* tslint:disable */
/* eslint-disable */
import type { TsoaRoute } from '@tsoa/runtime';
import { fetchMiddlewares } from '@tsoa/runtime';
import { PlainTemplateService } from '../../src/dialects/skyhub/template-service';
import { TicketsController } from './../../src/dialects/skyhub/tickets-controller';
import { SacController } from './../../src/dialects/skyhub/sac-controller';
import { OrdersController } from './../../src/dialects/skyhub/orders-controller';
import { InstancesController } from './../../src/dialects/skyhub/instances-controller';
import { expressAuthentication } from './../../src/dialects/skyhub/authentication';
// @ts-ignore - no great way to install types from subpackage
import { iocContainer } from './../../src/dialects/skyhub/controller-factory';
import type { IocContainer, IocContainerFactory } from '@tsoa/runtime';
import type { Request as ExRequest, Response as ExResponse, RequestHandler, Router } from 'express';

const expressAuthenticationRecasted = expressAuthentication as (
  req: ExRequest,
  securityName: string,
  scopes?: string[],
  res?: ExResponse,
) => Promise<any>;

const models: TsoaRoute.Models = {
  SacErrorDetail: {
    dataType: 'refObject',
    properties: {
      detail: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  SacError: {
    dataType: 'refObject',
    properties: {
      errors: { ref: 'SacErrorDetail', required: true },
    },
    additionalProperties: true,
  },
  PlainError: {
    dataType: 'refObject',
    properties: {
      error: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  TicketBody: {
    dataType: 'refObject',
    properties: {
      code: { dataType: 'string', required: true },
      order_code: { dataType: 'string', required: true },
      platform: { dataType: 'string', required: true },
      status: { dataType: 'string', required: true },
      mediation: { dataType: 'boolean', required: true },
      warehouse: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      created_at: { dataType: 'string', required: true },
      updated_at: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  TicketList: {
    dataType: 'refObject',
    properties: {
      next_page: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      sacs: { dataType: 'array', array: { dataType: 'refObject', ref: 'TicketBody' }, required: true },
    },
    additionalProperties: true,
  },
  TicketQuery: {
    dataType: 'refObject',
    properties: {
      cursor: { dataType: 'string' },
      status: { dataType: 'string' },
      platform: { dataType: 'string' },
    },
    additionalProperties: true,
  },
  ItemBody: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'string', required: true },
      name: { dataType: 'string', required: true },
      product_id: { dataType: 'string', required: true },
      sku_id: { dataType: 'string', required: true },
      quantity: { dataType: 'integer', required: true },
    },
    additionalProperties: true,
  },
  ItemList: {
    dataType: 'refObject',
    properties: {
      items: { dataType: 'array', array: { dataType: 'refObject', ref: 'ItemBody' }, required: true },
    },
    additionalProperties: true,
  },
  RefundFormBody: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'string', required: true },
      name: { dataType: 'string', required: true },
      limit: { dataType: 'float', required: true },
      group: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['ORIGINAL_PAYMENT'] },
          { dataType: 'enum', enums: ['VOUCHER'] },
        ],
        required: true,
      },
    },
    additionalProperties: true,
  },
  RefundFormList: {
    dataType: 'refObject',
    properties: {
      refunds: { dataType: 'array', array: { dataType: 'refObject', ref: 'RefundFormBody' }, required: true },
    },
    additionalProperties: true,
  },
  OrderStatusBody: {
    dataType: 'refObject',
    properties: {
      code: { dataType: 'string', required: true },
      label: { dataType: 'string', required: true },
      type: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  OrderItemBody: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'string', required: true },
      product_id: { dataType: 'string', required: true },
      name: { dataType: 'string', required: true },
      qty: { dataType: 'integer', required: true },
      original_price: { dataType: 'float', required: true },
      special_price: { dataType: 'float', required: true },
    },
    additionalProperties: true,
  },
  OrderBody: {
    dataType: 'refObject',
    properties: {
      code: { dataType: 'string', required: true },
      channel: { dataType: 'string', required: true },
      placed_at: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      updated_at: { dataType: 'string', required: true },
      total_ordered: { dataType: 'float', required: true },
      shipping_cost: { dataType: 'float', required: true },
      status: { ref: 'OrderStatusBody', required: true },
      items: { dataType: 'array', array: { dataType: 'refObject', ref: 'OrderItemBody' }, required: true },
    },
    additionalProperties: true,
  },
  OrderList: {
    dataType: 'refObject',
    properties: {
      total: { dataType: 'integer', required: true },
      orders: { dataType: 'array', array: { dataType: 'refObject', ref: 'OrderBody' }, required: true },
    },
    additionalProperties: true,
  },
  OrderQuery: {
    dataType: 'refObject',
    properties: {
      page: { dataType: 'integer' },
      per_page: { dataType: 'integer' },
      'filters[sale_system]': { dataType: 'string' },
      'filters[statuses][]': { dataType: 'array', array: { dataType: 'string' } },
    },
    additionalProperties: true,
  },
  NamedBody: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'string', required: true },
      name: { dataType: 'string' },
    },
    additionalProperties: true,
  },
  CauseBody: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'string', required: true },
      name: { dataType: 'string' },
      reason: { ref: 'NamedBody', required: true },
    },
    additionalProperties: true,
  },
  InstanceItemBody: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'string', required: true },
      sku_id: { dataType: 'string' },
      product_id: { dataType: 'string' },
      quantity: { dataType: 'integer', required: true },
    },
    additionalProperties: true,
  },
  InstanceRefundBody: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'string', required: true },
      name: { dataType: 'string', required: true },
      status: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['PENDING'] },
          { dataType: 'enum', enums: ['APPROVED'] },
          { dataType: 'enum', enums: ['CANCELLED'] },
        ],
        required: true,
      },
      value: { dataType: 'float', required: true },
    },
    additionalProperties: true,
  },
  InstanceBody: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'string', required: true },
      action: { ref: 'NamedBody', required: true },
      cause: { ref: 'CauseBody', required: true },
      items: { dataType: 'array', array: { dataType: 'refObject', ref: 'InstanceItemBody' }, required: true },
      refunds: { dataType: 'array', array: { dataType: 'refObject', ref: 'InstanceRefundBody' } },
      additional_note: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      status: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['OPEN'] },
          { dataType: 'enum', enums: ['IN_PROGRESS'] },
          { dataType: 'enum', enums: ['FINISHED'] },
          { dataType: 'enum', enums: ['CANCELLED'] },
        ],
        required: true,
      },
      start_task_date: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      created_at: { dataType: 'string', required: true },
      updated_at: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  InstanceList: {
    dataType: 'refObject',
    properties: {
      instances: { dataType: 'array', array: { dataType: 'refObject', ref: 'InstanceBody' }, required: true },
    },
    additionalProperties: true,
  },
  OneInstance: {
    dataType: 'refObject',
    properties: {
      instance: { ref: 'InstanceBody', required: true },
    },
    additionalProperties: true,
  },
  ChosenFormBody: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'string', required: true },
      group: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['ORIGINAL_PAYMENT'] },
          { dataType: 'enum', enums: ['VOUCHER'] },
        ],
        required: true,
      },
    },
    additionalProperties: true,
  },
  NewInstance: {
    dataType: 'refObject',
    properties: {
      items: { dataType: 'array', array: { dataType: 'refObject', ref: 'InstanceItemBody' }, required: true },
      action: { ref: 'NamedBody', required: true },
      cause: { ref: 'CauseBody', required: true },
      refunds: { dataType: 'array', array: { dataType: 'refObject', ref: 'ChosenFormBody' } },
      additional_note: { dataType: 'string' },
    },
    additionalProperties: true,
  },
  NewInstanceBody: {
    dataType: 'refObject',
    properties: {
      instance: { ref: 'NewInstance', required: true },
    },
    additionalProperties: true,
  },
  InstanceChange: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'string', required: true },
      status: { dataType: 'enum', enums: ['CANCELLED'] },
      refunds: { dataType: 'array', array: { dataType: 'refObject', ref: 'ChosenFormBody' } },
    },
    additionalProperties: true,
  },
  InstanceChangeBody: {
    dataType: 'refObject',
    properties: {
      instance: { ref: 'InstanceChange', required: true },
    },
    additionalProperties: true,
  },
};
const templateService = new PlainTemplateService(models, {
  noImplicitAdditionalProperties: 'ignore',
  bodyCoercion: false,
});

export function RegisterRoutes(app: Router) {
  //  NOTE: If you do not see routes for all of your controllers in this file, then you might not have informed tsoa of where to look
  //      Please look into the "controllerPathGlobs" config option described in the readme: https://github.com/lukeautry/tsoa

  const argsTicketsController_list: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'TicketQuery' },
  };
  app.get(
    '/sac',
    authenticateMiddleware([{ UserEmail: [], ApiKey: [], AccountManagerKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(TicketsController),
    ...fetchMiddlewares<RequestHandler>(TicketsController.prototype.list),

    async function TicketsController_list(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsTicketsController_list, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<TicketsController>(TicketsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'list',
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
  const argsTicketsController_get: Record<string, TsoaRoute.ParameterSchema> = {
    code: { in: 'path', name: 'code', required: true, dataType: 'string' },
  };
  app.get(
    '/sac/:code',
    authenticateMiddleware([{ UserEmail: [], ApiKey: [], AccountManagerKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(TicketsController),
    ...fetchMiddlewares<RequestHandler>(TicketsController.prototype.get),

    async function TicketsController_get(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsTicketsController_get, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<TicketsController>(TicketsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'get',
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
  const argsSacController_items: Record<string, TsoaRoute.ParameterSchema> = {
    code: { in: 'path', name: 'code', required: true, dataType: 'string' },
  };
  app.get(
    '/sac/:code/items',
    authenticateMiddleware([{ UserEmail: [], ApiKey: [], AccountManagerKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(SacController),
    ...fetchMiddlewares<RequestHandler>(SacController.prototype.items),

    async function SacController_items(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsSacController_items, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<SacController>(SacController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'items',
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
  const argsSacController_refunds: Record<string, TsoaRoute.ParameterSchema> = {
    code: { in: 'path', name: 'code', required: true, dataType: 'string' },
  };
  app.get(
    '/sac/:code/refunds',
    authenticateMiddleware([{ UserEmail: [], ApiKey: [], AccountManagerKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(SacController),
    ...fetchMiddlewares<RequestHandler>(SacController.prototype.refunds),

    async function SacController_refunds(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsSacController_refunds, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<SacController>(SacController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'refunds',
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
  const argsOrdersController_list: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'OrderQuery' },
  };
  app.get(
    '/orders',
    authenticateMiddleware([{ UserEmail: [], ApiKey: [], AccountManagerKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrdersController),
    ...fetchMiddlewares<RequestHandler>(OrdersController.prototype.list),

    async function OrdersController_list(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsOrdersController_list, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<OrdersController>(OrdersController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'list',
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
  const argsOrdersController_get: Record<string, TsoaRoute.ParameterSchema> = {
    code: { in: 'path', name: 'code', required: true, dataType: 'string' },
  };
  app.get(
    '/orders/:code',
    authenticateMiddleware([{ UserEmail: [], ApiKey: [], AccountManagerKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrdersController),
    ...fetchMiddlewares<RequestHandler>(OrdersController.prototype.get),

    async function OrdersController_get(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsOrdersController_get, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<OrdersController>(OrdersController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'get',
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
  const argsInstancesController_list: Record<string, TsoaRoute.ParameterSchema> = {
    code: { in: 'path', name: 'code', required: true, dataType: 'string' },
  };
  app.get(
    '/sac/:code/instances',
    authenticateMiddleware([{ UserEmail: [], ApiKey: [], AccountManagerKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(InstancesController),
    ...fetchMiddlewares<RequestHandler>(InstancesController.prototype.list),

    async function InstancesController_list(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsInstancesController_list, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<InstancesController>(InstancesController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'list',
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
  const argsInstancesController_create: Record<string, TsoaRoute.ParameterSchema> = {
    code: { in: 'path', name: 'code', required: true, dataType: 'string' },
    body: { in: 'body', name: 'body', required: true, ref: 'NewInstanceBody' },
  };
  app.post(
    '/sac/:code/instances',
    authenticateMiddleware([{ UserEmail: [], ApiKey: [], AccountManagerKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(InstancesController),
    ...fetchMiddlewares<RequestHandler>(InstancesController.prototype.create),

    async function InstancesController_create(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsInstancesController_create, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<InstancesController>(InstancesController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'create',
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
  const argsInstancesController_change: Record<string, TsoaRoute.ParameterSchema> = {
    code: { in: 'path', name: 'code', required: true, dataType: 'string' },
    body: { in: 'body', name: 'body', required: true, ref: 'InstanceChangeBody' },
  };
  app.put(
    '/sac/:code/instances',
    authenticateMiddleware([{ UserEmail: [], ApiKey: [], AccountManagerKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(InstancesController),
    ...fetchMiddlewares<RequestHandler>(InstancesController.prototype.change),

    async function InstancesController_change(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsInstancesController_change, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<InstancesController>(InstancesController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'change',
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
