// Made by npm run generate. Do not edit.
/* tslint:disable */
/* eslint-disable */
import type { TsoaRoute } from '@tsoa/runtime';
import { fetchMiddlewares } from '@tsoa/runtime';
import { ReplyTemplateService } from '../../src/dialects/idosell/template-service';
import { RefundsController } from './../../src/dialects/idosell/refunds-controller';
import { PaymentsController } from './../../src/dialects/idosell/payments-controller';
import { OrdersController } from './../../src/dialects/idosell/orders-controller';
import { ReturnsController } from './../../src/dialects/idosell/returns-controller';
import { RmaController } from './../../src/dialects/idosell/rma-controller';
import { expressAuthentication } from './../../src/dialects/idosell/authentication';
// @ts-ignore - no great way to install types from subpackage
import { iocContainer } from './../../src/dialects/idosell/controller-factory';
import type { IocContainer, IocContainerFactory } from '@tsoa/runtime';
import type { Request as ExRequest, Response as ExResponse, RequestHandler, Router } from 'express';

const expressAuthenticationRecasted = expressAuthentication as (
  req: ExRequest,
  securityName: string,
  scopes?: string[],
  res?: ExResponse,
) => Promise<any>;

const models: TsoaRoute.Models = {
  Faults: {
    dataType: 'refObject',
    properties: {
      faultCode: { dataType: 'integer', required: true },
      faultString: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  FailedCall: {
    dataType: 'refObject',
    properties: {
      result: { ref: 'Faults' },
      results: { dataType: 'array', array: { dataType: 'refObject', ref: 'Faults' } },
      errors: { ref: 'Faults', required: true },
    },
    additionalProperties: true,
  },
  DoorErrorBody: {
    dataType: 'refObject',
    properties: {
      code: { dataType: 'integer', required: true },
      message: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  DoorError: {
    dataType: 'refObject',
    properties: {
      errors: { ref: 'DoorErrorBody', required: true },
    },
    additionalProperties: true,
  },
  AddedRefund: {
    dataType: 'refObject',
    properties: {
      faultCode: { dataType: 'integer', required: true },
      faultString: { dataType: 'string', required: true },
      refundId: { dataType: 'integer' },
    },
    additionalProperties: true,
  },
  AddReply: {
    dataType: 'refObject',
    properties: {
      result: { ref: 'AddedRefund', required: true },
    },
    additionalProperties: true,
  },
  AddAutomaticRefundParams: {
    dataType: 'refObject',
    properties: {
      sourceType: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['return'] },
          { dataType: 'enum', enums: ['rma'] },
        ],
        required: true,
      },
      sourceId: { dataType: 'integer', required: true },
    },
    additionalProperties: true,
  },
  AddAutomaticRefundBody: {
    dataType: 'refObject',
    properties: {
      params: { ref: 'AddAutomaticRefundParams', required: true },
    },
    additionalProperties: true,
  },
  AddAutomaticRefundForOrderParams: {
    dataType: 'refObject',
    properties: {
      refundValue: { dataType: 'float', required: true },
      refundCurrency: { dataType: 'string', required: true },
      sourceId: { dataType: 'integer', required: true },
      paymentId: { dataType: 'union', subSchemas: [{ dataType: 'float' }, { dataType: 'string' }], required: true },
    },
    additionalProperties: true,
  },
  AddAutomaticRefundForOrderBody: {
    dataType: 'refObject',
    properties: {
      params: { ref: 'AddAutomaticRefundForOrderParams', required: true },
    },
    additionalProperties: true,
  },
  RefundDetails: {
    dataType: 'refObject',
    properties: {
      paymentFormId: { dataType: 'integer' },
      paymentSystem: { dataType: 'integer' },
      account: { dataType: 'string' },
      clientAccount: { dataType: 'string' },
    },
    additionalProperties: true,
  },
  SourceTypeWord: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['order'] },
        { dataType: 'enum', enums: ['return'] },
        { dataType: 'enum', enums: ['rma'] },
      ],
      validators: {},
    },
  },
  AddManualRefundParams: {
    dataType: 'refObject',
    properties: {
      sourceType: { ref: 'SourceTypeWord', required: true },
      sourceId: { dataType: 'integer', required: true },
      refundValue: { dataType: 'float', required: true },
      refundCurrency: { dataType: 'string', required: true },
      refundDetails: { ref: 'RefundDetails' },
    },
    additionalProperties: true,
  },
  AddManualRefundBody: {
    dataType: 'refObject',
    properties: {
      params: { ref: 'AddManualRefundParams', required: true },
    },
    additionalProperties: true,
  },
  PossibleRefund: {
    dataType: 'refObject',
    properties: {
      faultCode: { dataType: 'integer', required: true },
      faultString: { dataType: 'string', required: true },
      paymentId: { dataType: 'integer', required: true },
      value: { dataType: 'float', required: true },
      refundType: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['full'] },
          { dataType: 'enum', enums: ['partial'] },
        ],
        required: true,
      },
      refundCurrency: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  GetPossibleAutoRefundsReply: {
    dataType: 'refObject',
    properties: {
      results: { dataType: 'array', array: { dataType: 'refObject', ref: 'PossibleRefund' }, required: true },
    },
    additionalProperties: true,
  },
  GetPossibleAutoRefundsQuery: {
    dataType: 'refObject',
    properties: {
      sourceId: { dataType: 'float', required: true },
      sourceType: { ref: 'SourceTypeWord', required: true },
    },
    additionalProperties: true,
  },
  RefundStatusResult: {
    dataType: 'refObject',
    properties: {
      faultCode: { dataType: 'integer', required: true },
      faultString: { dataType: 'string', required: true },
      refundDateAdd: { dataType: 'string', required: true },
      refundValue: { dataType: 'float', required: true },
      refundStatus: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['Pending'] },
          { dataType: 'enum', enums: ['Processing'] },
          { dataType: 'enum', enums: ['Completed'] },
          { dataType: 'enum', enums: ['Failed'] },
          { dataType: 'enum', enums: ['Canceled'] },
        ],
        required: true,
      },
      refundDateConfirm: { dataType: 'string', required: true },
      refundExternalId: { dataType: 'string', required: true },
      refundCurrency: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  GetRefundStatusReply: {
    dataType: 'refObject',
    properties: {
      result: { ref: 'RefundStatusResult', required: true },
    },
    additionalProperties: true,
  },
  GetRefundStatusQuery: {
    dataType: 'refObject',
    properties: {
      sourceId: { dataType: 'float', required: true },
      paymentId: { dataType: 'string', required: true },
      sourceType: { ref: 'SourceTypeWord', required: true },
    },
    additionalProperties: true,
  },
  UpdateResult: {
    dataType: 'refObject',
    properties: {
      faultCode: { dataType: 'integer', required: true },
      faultString: { dataType: 'string', required: true },
      updateResult: { dataType: 'boolean', required: true },
    },
    additionalProperties: true,
  },
  UpdateRefundReply: {
    dataType: 'refObject',
    properties: {
      result: { ref: 'UpdateResult', required: true },
    },
    additionalProperties: true,
  },
  UpdateRefundParams: {
    dataType: 'refObject',
    properties: {
      sourceType: { ref: 'SourceTypeWord', required: true },
      sourceId: { dataType: 'integer', required: true },
      paymentId: { dataType: 'union', subSchemas: [{ dataType: 'float' }, { dataType: 'string' }], required: true },
      refundValue: { dataType: 'float', required: true },
      refundCurrency: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  UpdateRefundBody: {
    dataType: 'refObject',
    properties: {
      params: { ref: 'UpdateRefundParams', required: true },
    },
    additionalProperties: true,
  },
  ConfirmResult: {
    dataType: 'refObject',
    properties: {
      faultCode: { dataType: 'integer', required: true },
      faultString: { dataType: 'string', required: true },
      confirmResult: { dataType: 'boolean', required: true },
    },
    additionalProperties: true,
  },
  ConfirmRefundReply: {
    dataType: 'refObject',
    properties: {
      result: { ref: 'ConfirmResult', required: true },
    },
    additionalProperties: true,
  },
  RefundParams: {
    dataType: 'refObject',
    properties: {
      sourceType: { ref: 'SourceTypeWord', required: true },
      sourceId: { dataType: 'integer', required: true },
      paymentId: { dataType: 'union', subSchemas: [{ dataType: 'float' }, { dataType: 'string' }], required: true },
    },
    additionalProperties: true,
  },
  ConfirmRefundBody: {
    dataType: 'refObject',
    properties: {
      params: { ref: 'RefundParams', required: true },
    },
    additionalProperties: true,
  },
  CancelResult: {
    dataType: 'refObject',
    properties: {
      faultCode: { dataType: 'integer', required: true },
      faultString: { dataType: 'string', required: true },
      resultStatus: { dataType: 'boolean', required: true },
    },
    additionalProperties: true,
  },
  CancelRefundReply: {
    dataType: 'refObject',
    properties: {
      result: { ref: 'CancelResult', required: true },
    },
    additionalProperties: true,
  },
  CancelRefundBody: {
    dataType: 'refObject',
    properties: {
      params: { ref: 'RefundParams', required: true },
    },
    additionalProperties: true,
  },
  PaymentNumberText: {
    dataType: 'refAlias',
    type: { dataType: 'string', validators: {} },
  },
  ListedRefund: {
    dataType: 'refObject',
    properties: {
      faultCode: { dataType: 'integer', required: true },
      faultString: { dataType: 'string', required: true },
      sourceType: { ref: 'SourceTypeWord', required: true },
      sourceId: { dataType: 'integer', required: true },
      paymentId: { ref: 'PaymentNumberText', required: true },
      refundValue: { dataType: 'float', required: true },
      refundCurrency: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  RetrieveRefundsListReply: {
    dataType: 'refObject',
    properties: {
      results: { dataType: 'array', array: { dataType: 'refObject', ref: 'ListedRefund' }, required: true },
      resultsNumberAll: { dataType: 'integer' },
    },
    additionalProperties: true,
  },
  RetrieveRefundsListQuery: {
    dataType: 'refObject',
    properties: {
      sourceType: {
        dataType: 'union',
        subSchemas: [{ ref: 'SourceTypeWord' }, { dataType: 'enum', enums: ['all'] }],
        required: true,
      },
      resultsPage: { dataType: 'integer' },
      resultsLimit: { dataType: 'integer' },
    },
    additionalProperties: true,
  },
  PaymentEvent: {
    dataType: 'refObject',
    properties: {
      user: { dataType: 'string', required: true },
      eventCode: { dataType: 'string', required: true },
      date: { dataType: 'string', required: true },
      level: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['info'] },
          { dataType: 'enum', enums: ['error'] },
          { dataType: 'enum', enums: ['warn'] },
        ],
        required: true,
      },
      details: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  PaymentEventLog: {
    dataType: 'refObject',
    properties: {
      eventLogList: { dataType: 'array', array: { dataType: 'refObject', ref: 'PaymentEvent' }, required: true },
    },
    additionalProperties: true,
  },
  PaymentResult: {
    dataType: 'refObject',
    properties: {
      orderNumber: { dataType: 'integer' },
      ordinalNumber: { dataType: 'integer' },
      value: { dataType: 'float' },
      currency: { dataType: 'string' },
      accountingDate: { dataType: 'string' },
      status: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['pending'] },
          { dataType: 'enum', enums: ['processed'] },
          { dataType: 'enum', enums: ['cancelled'] },
        ],
      },
      paymentFormId: { dataType: 'integer' },
      externalPaymentId: { dataType: 'string' },
      externalPaymentStatus: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['waiting'] },
          { dataType: 'enum', enums: ['processed'] },
          { dataType: 'enum', enums: ['confirmed'] },
          { dataType: 'enum', enums: ['rejected'] },
        ],
      },
      eventLog: { ref: 'PaymentEventLog' },
    },
    additionalProperties: true,
  },
  GetPaymentReply: {
    dataType: 'refObject',
    properties: {
      result: { ref: 'PaymentResult', required: true },
    },
    additionalProperties: true,
  },
  GetPaymentQuery: {
    dataType: 'refObject',
    properties: {
      paymentNumber: { dataType: 'string', required: true },
      sourceType: { ref: 'SourceTypeWord', required: true },
    },
    additionalProperties: true,
  },
  PaymentForm: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'integer', required: true },
      name: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  PaymentForms: {
    dataType: 'refObject',
    properties: {
      payment_forms: { dataType: 'array', array: { dataType: 'refObject', ref: 'PaymentForm' }, required: true },
    },
    additionalProperties: true,
  },
  GetFormsReply: {
    dataType: 'refObject',
    properties: {
      result: { ref: 'PaymentForms', required: true },
    },
    additionalProperties: true,
  },
  GetFormsQuery: {
    dataType: 'refObject',
    properties: {
      activeOnly: { dataType: 'string' },
    },
    additionalProperties: true,
  },
  OrderCurrency: {
    dataType: 'refObject',
    properties: {
      currencyId: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  OrderPayments: {
    dataType: 'refObject',
    properties: {
      orderCurrency: { ref: 'OrderCurrency', required: true },
    },
    additionalProperties: true,
  },
  Prepaid: {
    dataType: 'refObject',
    properties: {
      prepaidId: { dataType: 'integer', required: true },
      paymentOrdinalNumber: { dataType: 'integer', required: true },
      paymentNumber: { dataType: 'string', required: true },
      paymentStatus: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['pending'] },
          { dataType: 'enum', enums: ['processed'] },
          { dataType: 'enum', enums: ['cancelled'] },
        ],
        required: true,
      },
      paymentType: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['payment'] },
          { dataType: 'enum', enums: ['repayment'] },
        ],
        required: true,
      },
      payformId: { dataType: 'integer' },
      payformName: { dataType: 'string' },
      paymentValue: { dataType: 'float', required: true },
      currencyId: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  OrderDetails: {
    dataType: 'refObject',
    properties: {
      orderStatus: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['new'] },
          { dataType: 'enum', enums: ['finished'] },
          { dataType: 'enum', enums: ['canceled'] },
        ],
        required: true,
      },
      payments: { ref: 'OrderPayments', required: true },
      prepaids: { dataType: 'array', array: { dataType: 'refObject', ref: 'Prepaid' }, required: true },
    },
    additionalProperties: true,
  },
  FoundOrder: {
    dataType: 'refObject',
    properties: {
      orderId: { dataType: 'string', required: true },
      orderSerialNumber: { dataType: 'integer', required: true },
      orderDetails: { ref: 'OrderDetails', required: true },
    },
    additionalProperties: true,
  },
  GetOrdersReply: {
    dataType: 'refObject',
    properties: {
      Results: { dataType: 'array', array: { dataType: 'refObject', ref: 'FoundOrder' }, required: true },
      resultsNumberAll: { dataType: 'integer', required: true },
      resultsNumberPage: { dataType: 'integer', required: true },
      resultsPage: { dataType: 'integer', required: true },
      resultsLimit: { dataType: 'integer', required: true },
    },
    additionalProperties: true,
  },
  GetOrdersQuery: {
    dataType: 'refObject',
    properties: {
      ordersIds: { dataType: 'string' },
      ordersSerialNumbers: { dataType: 'string' },
      resultsPage: { dataType: 'integer' },
      resultsLimit: { dataType: 'integer' },
    },
    additionalProperties: true,
  },
  OrdersDateRange: {
    dataType: 'refObject',
    properties: {
      ordersDateType: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['add'] },
          { dataType: 'enum', enums: ['modified'] },
        ],
      },
      ordersDateBegin: { dataType: 'string' },
      ordersDateEnd: { dataType: 'string' },
    },
    additionalProperties: true,
  },
  OrdersRange: {
    dataType: 'refObject',
    properties: {
      ordersDateRange: { ref: 'OrdersDateRange' },
    },
    additionalProperties: true,
  },
  SearchOrdersParams: {
    dataType: 'refObject',
    properties: {
      ordersIds: { dataType: 'array', array: { dataType: 'string' } },
      ordersSerialNumbers: { dataType: 'array', array: { dataType: 'float' } },
      ordersStatuses: { dataType: 'array', array: { dataType: 'string' } },
      ordersRange: { ref: 'OrdersRange' },
      resultsPage: { dataType: 'integer' },
      resultsLimit: { dataType: 'integer' },
    },
    additionalProperties: true,
  },
  SearchOrdersBody: {
    dataType: 'refObject',
    properties: {
      params: { ref: 'SearchOrdersParams', required: true },
    },
    additionalProperties: true,
  },
  FoundReturn: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'integer', required: true },
      order_sn: { dataType: 'integer', required: true },
      status: { dataType: 'string', required: true },
      status_numeric: { dataType: 'integer', required: true },
      currency: { dataType: 'string', required: true },
      prepaids: { dataType: 'array', array: { dataType: 'refObject', ref: 'Prepaid' }, required: true },
    },
    additionalProperties: true,
  },
  GetReturnsReply: {
    dataType: 'refObject',
    properties: {
      returns: { dataType: 'array', array: { dataType: 'refObject', ref: 'FoundReturn' }, required: true },
      results_number_all: { dataType: 'integer', required: true },
      results_number_page: { dataType: 'integer', required: true },
      results_page: { dataType: 'integer', required: true },
      results_limit: { dataType: 'integer', required: true },
    },
    additionalProperties: true,
  },
  GetReturnsQuery: {
    dataType: 'refObject',
    properties: {
      order_sn: { dataType: 'string' },
      return_id: { dataType: 'string' },
      return_ids: { dataType: 'string' },
      status: { dataType: 'integer' },
      results_page: { dataType: 'integer' },
      results_limit: { dataType: 'integer' },
    },
    additionalProperties: true,
  },
  Status: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'integer', required: true },
      name: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  GetStatusesReply: {
    dataType: 'refObject',
    properties: {
      statuses: { dataType: 'array', array: { dataType: 'refObject', ref: 'Status' }, required: true },
    },
    additionalProperties: true,
  },
  FoundRma: {
    dataType: 'refObject',
    properties: {
      rmaId: { dataType: 'integer', required: true },
      orderSn: { dataType: 'integer', required: true },
      orderId: { dataType: 'string', required: true },
      currency: { dataType: 'string', required: true },
      rmaStatus: { dataType: 'integer', required: true },
    },
    additionalProperties: true,
  },
  GetRmasReply: {
    dataType: 'refObject',
    properties: {
      rmas: { dataType: 'array', array: { dataType: 'refObject', ref: 'FoundRma' }, required: true },
      isErrors: { dataType: 'boolean', required: true },
      resultsNumberAll: { dataType: 'integer', required: true },
      resultsNumberPage: { dataType: 'integer', required: true },
      resultsPage: { dataType: 'integer', required: true },
      resultsLimit: { dataType: 'integer', required: true },
    },
    additionalProperties: true,
  },
  GetRmasQuery: {
    dataType: 'refObject',
    properties: {
      rmaIds: { dataType: 'string' },
      resultsPage: { dataType: 'integer' },
      resultsLimit: { dataType: 'integer' },
    },
    additionalProperties: true,
  },
};
const templateService = new ReplyTemplateService(models, {
  noImplicitAdditionalProperties: 'ignore',
  bodyCoercion: false,
});

export function RegisterRoutes(app: Router) {
  //  NOTE: If you do not see routes for all of your controllers in this file, then you might not have informed tsoa of where to look
  //      Please look into the "controllerPathGlobs" config option described in the readme: https://github.com/lukeautry/tsoa

  const argsRefundsController_addAutomaticRefund: Record<string, TsoaRoute.ParameterSchema> = {
    body: { in: 'body', name: 'body', required: true, ref: 'AddAutomaticRefundBody' },
  };
  app.post(
    '/refunds/addAutomaticRefund',
    authenticateMiddleware([{ ApiKeyAuth: [] }, { bearerAuth: [] }]),
    ...fetchMiddlewares<RequestHandler>(RefundsController),
    ...fetchMiddlewares<RequestHandler>(RefundsController.prototype.addAutomaticRefund),

    async function RefundsController_addAutomaticRefund(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsRefundsController_addAutomaticRefund,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<RefundsController>(RefundsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'addAutomaticRefund',
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
  const argsRefundsController_addAutomaticRefundForOrder: Record<string, TsoaRoute.ParameterSchema> = {
    body: { in: 'body', name: 'body', required: true, ref: 'AddAutomaticRefundForOrderBody' },
  };
  app.post(
    '/refunds/addAutomaticRefundForOrder',
    authenticateMiddleware([{ ApiKeyAuth: [] }, { bearerAuth: [] }]),
    ...fetchMiddlewares<RequestHandler>(RefundsController),
    ...fetchMiddlewares<RequestHandler>(RefundsController.prototype.addAutomaticRefundForOrder),

    async function RefundsController_addAutomaticRefundForOrder(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsRefundsController_addAutomaticRefundForOrder,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<RefundsController>(RefundsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'addAutomaticRefundForOrder',
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
  const argsRefundsController_addManualRefund: Record<string, TsoaRoute.ParameterSchema> = {
    body: { in: 'body', name: 'body', required: true, ref: 'AddManualRefundBody' },
  };
  app.post(
    '/refunds/addManualRefund',
    authenticateMiddleware([{ ApiKeyAuth: [] }, { bearerAuth: [] }]),
    ...fetchMiddlewares<RequestHandler>(RefundsController),
    ...fetchMiddlewares<RequestHandler>(RefundsController.prototype.addManualRefund),

    async function RefundsController_addManualRefund(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsRefundsController_addManualRefund,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<RefundsController>(RefundsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'addManualRefund',
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
  const argsRefundsController_getPossibleAutoRefunds: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'GetPossibleAutoRefundsQuery' },
  };
  app.get(
    '/refunds/getPossibleAutoRefunds',
    authenticateMiddleware([{ ApiKeyAuth: [] }, { bearerAuth: [] }]),
    ...fetchMiddlewares<RequestHandler>(RefundsController),
    ...fetchMiddlewares<RequestHandler>(RefundsController.prototype.getPossibleAutoRefunds),

    async function RefundsController_getPossibleAutoRefunds(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsRefundsController_getPossibleAutoRefunds,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<RefundsController>(RefundsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getPossibleAutoRefunds',
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
  const argsRefundsController_getRefundStatus: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'GetRefundStatusQuery' },
  };
  app.get(
    '/refunds/getRefundStatus',
    authenticateMiddleware([{ ApiKeyAuth: [] }, { bearerAuth: [] }]),
    ...fetchMiddlewares<RequestHandler>(RefundsController),
    ...fetchMiddlewares<RequestHandler>(RefundsController.prototype.getRefundStatus),

    async function RefundsController_getRefundStatus(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsRefundsController_getRefundStatus,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<RefundsController>(RefundsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getRefundStatus',
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
  const argsRefundsController_updateRefund: Record<string, TsoaRoute.ParameterSchema> = {
    body: { in: 'body', name: 'body', required: true, ref: 'UpdateRefundBody' },
  };
  app.put(
    '/refunds/updateRefund',
    authenticateMiddleware([{ ApiKeyAuth: [] }, { bearerAuth: [] }]),
    ...fetchMiddlewares<RequestHandler>(RefundsController),
    ...fetchMiddlewares<RequestHandler>(RefundsController.prototype.updateRefund),

    async function RefundsController_updateRefund(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsRefundsController_updateRefund,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<RefundsController>(RefundsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'updateRefund',
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
  const argsRefundsController_confirmRefund: Record<string, TsoaRoute.ParameterSchema> = {
    body: { in: 'body', name: 'body', required: true, ref: 'ConfirmRefundBody' },
  };
  app.put(
    '/refunds/confirmRefund',
    authenticateMiddleware([{ ApiKeyAuth: [] }, { bearerAuth: [] }]),
    ...fetchMiddlewares<RequestHandler>(RefundsController),
    ...fetchMiddlewares<RequestHandler>(RefundsController.prototype.confirmRefund),

    async function RefundsController_confirmRefund(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsRefundsController_confirmRefund,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<RefundsController>(RefundsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'confirmRefund',
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
  const argsRefundsController_cancelRefund: Record<string, TsoaRoute.ParameterSchema> = {
    body: { in: 'body', name: 'body', required: true, ref: 'CancelRefundBody' },
  };
  app.put(
    '/refunds/cancelRefund',
    authenticateMiddleware([{ ApiKeyAuth: [] }, { bearerAuth: [] }]),
    ...fetchMiddlewares<RequestHandler>(RefundsController),
    ...fetchMiddlewares<RequestHandler>(RefundsController.prototype.cancelRefund),

    async function RefundsController_cancelRefund(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsRefundsController_cancelRefund,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<RefundsController>(RefundsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'cancelRefund',
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
  const argsRefundsController_retrieveRefundsList: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'RetrieveRefundsListQuery' },
  };
  app.get(
    '/refunds/retrieveRefundsList',
    authenticateMiddleware([{ ApiKeyAuth: [] }, { bearerAuth: [] }]),
    ...fetchMiddlewares<RequestHandler>(RefundsController),
    ...fetchMiddlewares<RequestHandler>(RefundsController.prototype.retrieveRefundsList),

    async function RefundsController_retrieveRefundsList(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsRefundsController_retrieveRefundsList,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<RefundsController>(RefundsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'retrieveRefundsList',
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
  const argsPaymentsController_getPayment: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'GetPaymentQuery' },
  };
  app.get(
    '/payments/payments',
    authenticateMiddleware([{ ApiKeyAuth: [] }, { bearerAuth: [] }]),
    ...fetchMiddlewares<RequestHandler>(PaymentsController),
    ...fetchMiddlewares<RequestHandler>(PaymentsController.prototype.getPayment),

    async function PaymentsController_getPayment(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsPaymentsController_getPayment,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<PaymentsController>(PaymentsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getPayment',
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
  const argsPaymentsController_getForms: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'GetFormsQuery' },
  };
  app.get(
    '/payments/forms',
    authenticateMiddleware([{ ApiKeyAuth: [] }, { bearerAuth: [] }]),
    ...fetchMiddlewares<RequestHandler>(PaymentsController),
    ...fetchMiddlewares<RequestHandler>(PaymentsController.prototype.getForms),

    async function PaymentsController_getForms(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsPaymentsController_getForms, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<PaymentsController>(PaymentsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getForms',
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
  const argsOrdersController_getOrders: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'GetOrdersQuery' },
  };
  app.get(
    '/orders/orders',
    authenticateMiddleware([{ ApiKeyAuth: [] }, { bearerAuth: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrdersController),
    ...fetchMiddlewares<RequestHandler>(OrdersController.prototype.getOrders),

    async function OrdersController_getOrders(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsOrdersController_getOrders, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<OrdersController>(OrdersController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getOrders',
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
  const argsOrdersController_searchOrders: Record<string, TsoaRoute.ParameterSchema> = {
    body: { in: 'body', name: 'body', required: true, ref: 'SearchOrdersBody' },
  };
  app.post(
    '/orders/orders/search',
    authenticateMiddleware([{ ApiKeyAuth: [] }, { bearerAuth: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrdersController),
    ...fetchMiddlewares<RequestHandler>(OrdersController.prototype.searchOrders),

    async function OrdersController_searchOrders(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsOrdersController_searchOrders,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<OrdersController>(OrdersController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'searchOrders',
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
  const argsOrdersController_searchOrdersAsBefore: Record<string, TsoaRoute.ParameterSchema> = {
    body: { in: 'body', name: 'body', required: true, ref: 'SearchOrdersBody' },
  };
  app.post(
    '/orders/orders/get',
    authenticateMiddleware([{ ApiKeyAuth: [] }, { bearerAuth: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrdersController),
    ...fetchMiddlewares<RequestHandler>(OrdersController.prototype.searchOrdersAsBefore),

    async function OrdersController_searchOrdersAsBefore(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsOrdersController_searchOrdersAsBefore,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<OrdersController>(OrdersController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'searchOrdersAsBefore',
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
  const argsReturnsController_getReturns: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'GetReturnsQuery' },
  };
  app.get(
    '/returns/returns',
    authenticateMiddleware([{ ApiKeyAuth: [] }, { bearerAuth: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.getReturns),

    async function ReturnsController_getReturns(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsReturnsController_getReturns, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<ReturnsController>(ReturnsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getReturns',
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
  const argsReturnsController_getStatuses: Record<string, TsoaRoute.ParameterSchema> = {};
  app.get(
    '/returns/statuses',
    authenticateMiddleware([{ ApiKeyAuth: [] }, { bearerAuth: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.getStatuses),

    async function ReturnsController_getStatuses(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsReturnsController_getStatuses,
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
          methodName: 'getStatuses',
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
  const argsRmaController_getRmas: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'GetRmasQuery' },
  };
  app.get(
    '/rma/rma',
    authenticateMiddleware([{ ApiKeyAuth: [] }, { bearerAuth: [] }]),
    ...fetchMiddlewares<RequestHandler>(RmaController),
    ...fetchMiddlewares<RequestHandler>(RmaController.prototype.getRmas),

    async function RmaController_getRmas(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsRmaController_getRmas, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<RmaController>(RmaController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getRmas',
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
  const argsRmaController_getStatuses: Record<string, TsoaRoute.ParameterSchema> = {};
  app.get(
    '/rma/statuses',
    authenticateMiddleware([{ ApiKeyAuth: [] }, { bearerAuth: [] }]),
    ...fetchMiddlewares<RequestHandler>(RmaController),
    ...fetchMiddlewares<RequestHandler>(RmaController.prototype.getStatuses),

    async function RmaController_getStatuses(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsRmaController_getStatuses, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<RmaController>(RmaController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getStatuses',
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
