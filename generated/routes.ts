// Made by npm run generate. Do not edit.
/* tslint:disable */
/* eslint-disable */
import type { TsoaRoute } from '@tsoa/runtime';
import { fetchMiddlewares } from '@tsoa/runtime';
import { StrictTemplateService } from '../src/rest/template-service';
import { RefundsController } from './../src/dialects/own/refunds-controller';
import { OrdersController } from './../src/dialects/own/orders-controller';
import { ReturnsController } from './../src/dialects/own/returns-controller';
import { TicketsController } from './../src/dialects/own/tickets-controller';
import { expressAuthentication } from './../src/dialects/own/authentication';
// @ts-ignore - no great way to install types from subpackage
import { iocContainer } from './../src/dialects/own/controller-factory';
import type { IocContainer, IocContainerFactory } from '@tsoa/runtime';
import type { Request as ExRequest, Response as ExResponse, RequestHandler, Router } from 'express';

const expressAuthenticationRecasted = expressAuthentication as (
  req: ExRequest,
  securityName: string,
  scopes?: string[],
  res?: ExResponse,
) => Promise<any>;

const models: TsoaRoute.Models = {
  Problem: {
    dataType: 'refObject',
    properties: {
      type: { dataType: 'string', required: true },
      title: { dataType: 'string', required: true },
      status: { dataType: 'long', required: true },
      detail: { dataType: 'string', required: true },
      code: { dataType: 'string', required: true },
      field: { dataType: 'string' },
      retryable: { dataType: 'boolean', required: true },
      requestId: { dataType: 'string', required: true },
    },
    additionalProperties: false,
  },
  Id: {
    dataType: 'refAlias',
    type: {
      dataType: 'long',
      validators: {
        isLong: { errorMsg: 'must be a whole number from 1 to 9007199254740991' },
        minimum: { errorMsg: 'must be a whole number from 1 to 9007199254740991', value: 1 },
        maximum: { errorMsg: 'must be a whole number from 1 to 9007199254740991', value: 9007199254740991 },
      },
    },
  },
  SourceType: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['order'] },
        { dataType: 'enum', enums: ['return'] },
        { dataType: 'enum', enums: ['claim'] },
      ],
      validators: {},
    },
  },
  RefundMethod: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['automatic'] },
        { dataType: 'enum', enums: ['manual'] },
      ],
      validators: {},
    },
  },
  RefundState: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['requested'] },
        { dataType: 'enum', enums: ['approved'] },
        { dataType: 'enum', enums: ['sending'] },
        { dataType: 'enum', enums: ['pending'] },
        { dataType: 'enum', enums: ['unknown'] },
        { dataType: 'enum', enums: ['settled'] },
        { dataType: 'enum', enums: ['declined'] },
        { dataType: 'enum', enums: ['cancelled'] },
        { dataType: 'enum', enums: ['reversed'] },
        { dataType: 'enum', enums: ['partial'] },
      ],
      validators: {},
    },
  },
  Amount: {
    dataType: 'refAlias',
    type: {
      dataType: 'string',
      validators: {
        pattern: {
          errorMsg: 'must be decimal digits, at most 12 before the point and 3 after it, such as 12.30',
          value: '^(?:\\d{1,12}(\\.\\d{1,3})?)$',
        },
      },
    },
  },
  Currency: {
    dataType: 'refAlias',
    type: {
      dataType: 'string',
      validators: { pattern: { errorMsg: 'must be an ISO 4217 code, such as PLN', value: '^(?:[A-Z]{3})$' } },
    },
  },
  Note: {
    dataType: 'refAlias',
    type: {
      dataType: 'string',
      validators: { maxLength: { errorMsg: 'must be text of at most 1000 characters', value: 1000 } },
    },
  },
  Timestamp: {
    dataType: 'refAlias',
    type: {
      dataType: 'string',
      validators: {
        pattern: {
          errorMsg: 'must be an ISO 8601 time with a zone, such as 2026-11-21T10:30:00Z',
          value: '^(?:\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+\\-]\\d{2}:\\d{2}))$',
        },
      },
    },
  },
  TransactionState: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['requested'] },
        { dataType: 'enum', enums: ['approved'] },
        { dataType: 'enum', enums: ['sending'] },
        { dataType: 'enum', enums: ['pending'] },
        { dataType: 'enum', enums: ['unknown'] },
        { dataType: 'enum', enums: ['settled'] },
        { dataType: 'enum', enums: ['declined'] },
        { dataType: 'enum', enums: ['cancelled'] },
        { dataType: 'enum', enums: ['reversed'] },
      ],
      validators: {},
    },
  },
  Reference: {
    dataType: 'refAlias',
    type: {
      dataType: 'string',
      validators: {
        minLength: { errorMsg: 'must be text of 1 to 100 characters', value: 1 },
        maxLength: { errorMsg: 'must be text of 1 to 100 characters', value: 100 },
      },
    },
  },
  Destination: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['cash'] },
        { dataType: 'enum', enums: ['bank_transfer'] },
        { dataType: 'enum', enums: ['customer_balance'] },
        { dataType: 'enum', enums: ['voucher'] },
      ],
      validators: {},
    },
  },
  Name: {
    dataType: 'refAlias',
    type: {
      dataType: 'string',
      validators: {
        minLength: { errorMsg: 'must be text of 1 to 255 characters', value: 1 },
        maxLength: { errorMsg: 'must be text of 1 to 255 characters', value: 255 },
      },
    },
  },
  Account: {
    dataType: 'refAlias',
    type: {
      dataType: 'string',
      validators: {
        minLength: { errorMsg: 'must be text of 1 to 64 characters', value: 1 },
        maxLength: { errorMsg: 'must be text of 1 to 64 characters', value: 64 },
      },
    },
  },
  ReturnShare: {
    dataType: 'refObject',
    properties: {
      returnId: { ref: 'Id', required: true },
      amount: { ref: 'Amount', required: true },
    },
    additionalProperties: false,
  },
  Transaction: {
    dataType: 'refObject',
    properties: {
      transactionId: { ref: 'Id', required: true },
      state: { ref: 'TransactionState', required: true },
      amount: { ref: 'Amount', required: true },
      currency: { ref: 'Currency', required: true },
      paymentId: { ref: 'Id' },
      provider: { ref: 'Reference' },
      destination: { ref: 'Destination' },
      reference: { ref: 'Name' },
      message: { ref: 'Note' },
      updatedAt: { ref: 'Timestamp', required: true },
      way: { ref: 'Note' },
      account: { ref: 'Account' },
      clientAccount: { ref: 'Account' },
      settledAt: { ref: 'Timestamp' },
      shares: { dataType: 'array', array: { dataType: 'refObject', ref: 'ReturnShare' } },
    },
    additionalProperties: false,
  },
  Refund: {
    dataType: 'refObject',
    properties: {
      refundId: { ref: 'Id', required: true },
      orderId: { ref: 'Id', required: true },
      sourceType: { ref: 'SourceType', required: true },
      sourceId: { ref: 'Id', required: true },
      method: { ref: 'RefundMethod', required: true },
      state: { ref: 'RefundState', required: true },
      amount: { ref: 'Amount', required: true },
      currency: { ref: 'Currency', required: true },
      reason: { ref: 'Note' },
      note: { ref: 'Note' },
      createdAt: { ref: 'Timestamp', required: true },
      confirmedAt: { ref: 'Timestamp' },
      transactions: { dataType: 'array', array: { dataType: 'refObject', ref: 'Transaction' }, required: true },
    },
    additionalProperties: false,
  },
  ReturnSourceType: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['return'] },
        { dataType: 'enum', enums: ['claim'] },
      ],
      validators: {},
    },
  },
  AddAutomaticRefundBody: {
    dataType: 'refObject',
    properties: {
      sourceType: { ref: 'ReturnSourceType', required: true },
      sourceId: { ref: 'Id', required: true },
      amount: { ref: 'Amount' },
      currency: { ref: 'Currency' },
      reason: { ref: 'Note' },
      note: { ref: 'Note' },
    },
    additionalProperties: false,
  },
  Quantity: {
    dataType: 'refAlias',
    type: {
      dataType: 'integer',
      validators: {
        isInt: { errorMsg: 'must be a whole number from 1 to 1000000' },
        minimum: { errorMsg: 'must be a whole number from 1 to 1000000', value: 1 },
        maximum: { errorMsg: 'must be a whole number from 1 to 1000000', value: 1000000 },
      },
    },
  },
  LineQuantity: {
    dataType: 'refObject',
    properties: {
      lineId: { ref: 'Id', required: true },
      quantity: { ref: 'Quantity', required: true },
    },
    additionalProperties: false,
  },
  AddManualRefundBody: {
    dataType: 'refObject',
    properties: {
      sourceType: { ref: 'SourceType', required: true },
      sourceId: { ref: 'Id', required: true },
      amount: { ref: 'Amount', required: true },
      currency: { ref: 'Currency', required: true },
      destination: { ref: 'Destination', required: true },
      reference: { ref: 'Reference' },
      expectedRefundable: { ref: 'Amount' },
      lines: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'LineQuantity' },
        validators: { maxItems: { errorMsg: 'must have at most 500 entries', value: 500 } },
      },
      shipping: { ref: 'Amount' },
      reason: { ref: 'Note' },
      note: { ref: 'Note' },
      account: { ref: 'Account' },
      clientAccount: { ref: 'Account' },
    },
    additionalProperties: false,
  },
  QuoteLine: {
    dataType: 'refObject',
    properties: {
      lineId: { ref: 'Id', required: true },
      sku: { ref: 'Reference', required: true },
      quantity: { ref: 'Quantity', required: true },
      amount: { ref: 'Amount', required: true },
      discount: { ref: 'Amount', required: true },
      tax: { ref: 'Amount', required: true },
      explanation: { ref: 'Note', required: true },
    },
    additionalProperties: false,
  },
  SignedAmount: {
    dataType: 'refAlias',
    type: {
      dataType: 'string',
      validators: {
        pattern: {
          errorMsg:
            'must be decimal digits, at most 12 before the point and 3 after it, with a minus sign if below zero, such as -2.50',
          value: '^(?:-?\\d{1,12}(\\.\\d{1,3})?)$',
        },
      },
    },
  },
  QuotePart: {
    dataType: 'refObject',
    properties: {
      paymentId: { ref: 'Id', required: true },
      provider: { ref: 'Reference', required: true },
      method: { ref: 'Reference', required: true },
      amount: { ref: 'Amount', required: true },
      refundable: { ref: 'Amount', required: true },
      explanation: { ref: 'Note', required: true },
    },
    additionalProperties: false,
  },
  Quote: {
    dataType: 'refObject',
    properties: {
      sourceType: { ref: 'SourceType', required: true },
      sourceId: { ref: 'Id', required: true },
      orderId: { ref: 'Id', required: true },
      currency: { ref: 'Currency', required: true },
      amount: { ref: 'Amount', required: true },
      refundable: { ref: 'Amount', required: true },
      automaticallyRefundable: { ref: 'Amount', required: true },
      lines: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'QuoteLine' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 500 entries', value: 500 } },
      },
      shipping: { ref: 'Amount', required: true },
      adjustment: { ref: 'SignedAmount', required: true },
      parts: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'QuotePart' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
      explanation: { ref: 'Note', required: true },
    },
    additionalProperties: false,
  },
  QuoteRefundBody: {
    dataType: 'refObject',
    properties: {
      sourceType: { ref: 'SourceType', required: true },
      sourceId: { ref: 'Id', required: true },
      lines: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'LineQuantity' },
        validators: { maxItems: { errorMsg: 'must have at most 500 entries', value: 500 } },
      },
      shipping: { ref: 'Amount' },
      adjustment: { ref: 'SignedAmount' },
      amount: { ref: 'Amount' },
    },
    additionalProperties: false,
  },
  Payment: {
    dataType: 'refObject',
    properties: {
      paymentId: { ref: 'Id', required: true },
      provider: { ref: 'Reference', required: true },
      method: { ref: 'Reference', required: true },
      reference: { ref: 'Reference' },
      automatic: { dataType: 'boolean', required: true },
      currency: { ref: 'Currency', required: true },
      captured: { ref: 'Amount', required: true },
      reserved: { ref: 'Amount', required: true },
      refunded: { ref: 'Amount', required: true },
      refundable: { ref: 'Amount', required: true },
      capturedAt: { ref: 'Timestamp' },
    },
    additionalProperties: false,
  },
  PossibleRefunds: {
    dataType: 'refObject',
    properties: {
      sourceType: { ref: 'SourceType', required: true },
      sourceId: { ref: 'Id', required: true },
      orderId: { ref: 'Id', required: true },
      currency: { ref: 'Currency', required: true },
      refundable: { ref: 'Amount', required: true },
      payments: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'Payment' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
    },
    additionalProperties: false,
  },
  GetPossibleAutoRefundsQuery: {
    dataType: 'refObject',
    properties: {
      sourceType: { ref: 'SourceType', required: true },
      sourceId: { ref: 'Id', required: true },
    },
    additionalProperties: false,
  },
  Cursor: {
    dataType: 'refAlias',
    type: {
      dataType: 'string',
      validators: { pattern: { errorMsg: 'must be the nextCursor of the page before', value: '^(?:[0-9]{1,16})$' } },
    },
  },
  RefundPage: {
    dataType: 'refObject',
    properties: {
      refunds: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'Refund' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
      nextCursor: { ref: 'Cursor' },
    },
    additionalProperties: false,
  },
  RefundStateFilter: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['requested'] },
        { dataType: 'enum', enums: ['approved'] },
        { dataType: 'enum', enums: ['sending'] },
        { dataType: 'enum', enums: ['pending'] },
        { dataType: 'enum', enums: ['unknown'] },
        { dataType: 'enum', enums: ['settled'] },
        { dataType: 'enum', enums: ['declined'] },
        { dataType: 'enum', enums: ['cancelled'] },
        { dataType: 'enum', enums: ['reversed'] },
        { dataType: 'enum', enums: ['partial'] },
        { dataType: 'enum', enums: ['all'] },
      ],
      validators: {},
    },
  },
  SourceTypeFilter: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['order'] },
        { dataType: 'enum', enums: ['return'] },
        { dataType: 'enum', enums: ['claim'] },
      ],
      validators: {},
    },
  },
  PageSize: {
    dataType: 'refAlias',
    type: {
      dataType: 'integer',
      validators: {
        isInt: { errorMsg: 'must be a whole number from 1 to 100' },
        minimum: { errorMsg: 'must be a whole number from 1 to 100', value: 1 },
        maximum: { errorMsg: 'must be a whole number from 1 to 100', value: 100 },
      },
    },
  },
  RetrieveRefundsListQuery: {
    dataType: 'refObject',
    properties: {
      state: { ref: 'RefundStateFilter' },
      sourceType: { ref: 'SourceTypeFilter' },
      orderId: { ref: 'Id' },
      since: { ref: 'Timestamp' },
      cursor: { ref: 'Cursor' },
      limit: { ref: 'PageSize' },
      details: { dataType: 'boolean' },
    },
    additionalProperties: false,
  },
  Restock: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['none'] },
        { dataType: 'enum', enums: ['return'] },
        { dataType: 'enum', enums: ['cancel'] },
      ],
      validators: {},
    },
  },
  RefundLine: {
    dataType: 'refObject',
    properties: {
      lineId: { ref: 'Id', required: true },
      sku: { ref: 'Reference', required: true },
      quantity: { ref: 'Quantity', required: true },
      amount: { ref: 'Amount', required: true },
      restock: { ref: 'Restock' },
      location: { ref: 'Id' },
      returnId: { ref: 'Id' },
    },
    additionalProperties: false,
  },
  AuditEntry: {
    dataType: 'refObject',
    properties: {
      entryId: { ref: 'Id', required: true },
      at: { ref: 'Timestamp', required: true },
      actor: { ref: 'Name', required: true },
      action: { ref: 'Reference', required: true },
      requestId: { ref: 'Reference' },
      before: { dataType: 'string' },
      after: { dataType: 'string' },
    },
    additionalProperties: false,
  },
  AdjustmentKind: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['shipping'] },
        { dataType: 'enum', enums: ['discrepancy'] },
      ],
      validators: {},
    },
  },
  Adjustment: {
    dataType: 'refObject',
    properties: {
      kind: { ref: 'AdjustmentKind', required: true },
      amount: { ref: 'SignedAmount', required: true },
      tax: { ref: 'SignedAmount', required: true },
      reason: { ref: 'Note' },
    },
    additionalProperties: false,
  },
  RefundDetails: {
    dataType: 'refObject',
    properties: {
      refundId: { ref: 'Id', required: true },
      orderId: { ref: 'Id', required: true },
      sourceType: { ref: 'SourceType', required: true },
      sourceId: { ref: 'Id', required: true },
      method: { ref: 'RefundMethod', required: true },
      state: { ref: 'RefundState', required: true },
      amount: { ref: 'Amount', required: true },
      currency: { ref: 'Currency', required: true },
      reason: { ref: 'Note' },
      note: { ref: 'Note' },
      createdAt: { ref: 'Timestamp', required: true },
      confirmedAt: { ref: 'Timestamp' },
      transactions: { dataType: 'array', array: { dataType: 'refObject', ref: 'Transaction' }, required: true },
      lines: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'RefundLine' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 500 entries', value: 500 } },
      },
      shipping: { ref: 'Amount', required: true },
      adjustment: { ref: 'SignedAmount', required: true },
      audit: { dataType: 'array', array: { dataType: 'refObject', ref: 'AuditEntry' }, required: true },
      ordinal: { ref: 'Id' },
      adjustments: { dataType: 'array', array: { dataType: 'refObject', ref: 'Adjustment' } },
    },
    additionalProperties: false,
  },
  GetRefundQuery: {
    dataType: 'refObject',
    properties: {
      details: { dataType: 'boolean' },
    },
    additionalProperties: false,
  },
  RefundStatus: {
    dataType: 'refObject',
    properties: {
      refundId: { ref: 'Id', required: true },
      state: { ref: 'RefundState', required: true },
      amount: { ref: 'Amount', required: true },
      currency: { ref: 'Currency', required: true },
      settledAmount: { ref: 'Amount', required: true },
      createdAt: { ref: 'Timestamp', required: true },
      confirmedAt: { ref: 'Timestamp' },
      settledAt: { ref: 'Timestamp' },
      transactions: { dataType: 'array', array: { dataType: 'refObject', ref: 'Transaction' }, required: true },
    },
    additionalProperties: false,
  },
  UpdateRefundBody: {
    dataType: 'refObject',
    properties: {
      amount: { ref: 'Amount', required: true },
      currency: { ref: 'Currency', required: true },
    },
    additionalProperties: false,
  },
  ConfirmRefundBody: {
    dataType: 'refObject',
    properties: {
      expectedRefundable: { ref: 'Amount' },
    },
    additionalProperties: false,
  },
  CancelRefundBody: {
    dataType: 'refObject',
    properties: {
      reason: { ref: 'Note' },
    },
    additionalProperties: false,
  },
  ResolvedOutcome: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['settled'] },
        { dataType: 'enum', enums: ['declined'] },
      ],
      validators: {},
    },
  },
  ResolveRefundBody: {
    dataType: 'refObject',
    properties: {
      transactionId: { ref: 'Id' },
      outcome: { ref: 'ResolvedOutcome', required: true },
      reason: { ref: 'Name', required: true },
      reference: { ref: 'Reference' },
    },
    additionalProperties: false,
  },
  Fulfilment: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['open'] },
        { dataType: 'enum', enums: ['fulfilled'] },
        { dataType: 'enum', enums: ['cancelled'] },
      ],
      validators: {},
    },
  },
  OrderStage: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['unpaid'] },
        { dataType: 'enum', enums: ['paid'] },
        { dataType: 'enum', enums: ['confirmed'] },
        { dataType: 'enum', enums: ['sent'] },
        { dataType: 'enum', enums: ['delivered'] },
        { dataType: 'enum', enums: ['cancelled'] },
      ],
      validators: {},
    },
  },
  OrderSummary: {
    dataType: 'refObject',
    properties: {
      orderId: { ref: 'Id', required: true },
      orderNumber: { ref: 'Reference' },
      currency: { ref: 'Currency', required: true },
      fulfilment: { ref: 'Fulfilment', required: true },
      channel: { ref: 'Reference' },
      placedAt: { ref: 'Timestamp' },
      deliveredAt: { ref: 'Timestamp' },
      total: { ref: 'Amount', required: true },
      captured: { ref: 'Amount', required: true },
      reserved: { ref: 'Amount', required: true },
      refunded: { ref: 'Amount', required: true },
      refundable: { ref: 'Amount', required: true },
      updatedAt: { ref: 'Timestamp', required: true },
      confirmedAt: { ref: 'Timestamp' },
      stage: { ref: 'OrderStage' },
    },
    additionalProperties: false,
  },
  OrderPage: {
    dataType: 'refObject',
    properties: {
      orders: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'OrderSummary' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
      nextCursor: { ref: 'Cursor' },
    },
    additionalProperties: false,
  },
  ListOrdersQuery: {
    dataType: 'refObject',
    properties: {
      fulfilment: { ref: 'Fulfilment' },
      since: { ref: 'Timestamp' },
      cursor: { ref: 'Cursor' },
      limit: { ref: 'PageSize' },
      details: { dataType: 'boolean' },
    },
    additionalProperties: false,
  },
  OrderLine: {
    dataType: 'refObject',
    properties: {
      lineId: { ref: 'Id', required: true },
      sku: { ref: 'Reference', required: true },
      name: { ref: 'Name', required: true },
      quantity: { ref: 'Quantity', required: true },
      price: { ref: 'Amount', required: true },
      discount: { ref: 'Amount', required: true },
      tax: { ref: 'Amount', required: true },
      total: { ref: 'Amount', required: true },
    },
    additionalProperties: false,
  },
  Order: {
    dataType: 'refObject',
    properties: {
      orderId: { ref: 'Id', required: true },
      orderNumber: { ref: 'Reference' },
      currency: { ref: 'Currency', required: true },
      fulfilment: { ref: 'Fulfilment', required: true },
      channel: { ref: 'Reference' },
      placedAt: { ref: 'Timestamp' },
      deliveredAt: { ref: 'Timestamp' },
      taxIncluded: { dataType: 'boolean', required: true },
      shipping: { ref: 'Amount', required: true },
      total: { ref: 'Amount', required: true },
      captured: { ref: 'Amount', required: true },
      reserved: { ref: 'Amount', required: true },
      refunded: { ref: 'Amount', required: true },
      refundable: { ref: 'Amount', required: true },
      lines: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'OrderLine' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 500 entries', value: 500 } },
      },
      payments: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'Payment' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
      updatedAt: { ref: 'Timestamp', required: true },
      confirmedAt: { ref: 'Timestamp' },
      stage: { ref: 'OrderStage' },
    },
    additionalProperties: false,
  },
  GetOrderQuery: {
    dataType: 'refObject',
    properties: {
      details: { dataType: 'boolean' },
    },
    additionalProperties: false,
  },
  OrderLineInput: {
    dataType: 'refObject',
    properties: {
      lineId: { ref: 'Id', required: true },
      sku: { ref: 'Reference', required: true },
      name: { ref: 'Name', required: true },
      quantity: { ref: 'Quantity', required: true },
      price: { ref: 'Amount', required: true },
      discount: { ref: 'Amount' },
      tax: { ref: 'Amount' },
    },
    additionalProperties: false,
  },
  PaymentInput: {
    dataType: 'refObject',
    properties: {
      paymentId: { ref: 'Id', required: true },
      provider: { ref: 'Reference', required: true },
      method: { ref: 'Reference', required: true },
      amount: { ref: 'Amount', required: true },
      reference: { ref: 'Reference' },
      refundable: { dataType: 'boolean' },
      capturedAt: { ref: 'Timestamp' },
    },
    additionalProperties: false,
  },
  PutOrderBody: {
    dataType: 'refObject',
    properties: {
      orderNumber: { ref: 'Reference' },
      currency: { ref: 'Currency', required: true },
      fulfilment: { ref: 'Fulfilment' },
      channel: { ref: 'Reference' },
      placedAt: { ref: 'Timestamp' },
      deliveredAt: { ref: 'Timestamp' },
      taxIncluded: { dataType: 'boolean' },
      shipping: { ref: 'Amount' },
      lines: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'OrderLineInput' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 500 entries', value: 500 } },
      },
      payments: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'PaymentInput' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
    },
    additionalProperties: false,
  },
  AddAutomaticRefundForOrderBody: {
    dataType: 'refObject',
    properties: {
      paymentId: { ref: 'Id', required: true },
      amount: { ref: 'Amount', required: true },
      currency: { ref: 'Currency', required: true },
      expectedRefundable: { ref: 'Amount' },
      lines: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'LineQuantity' },
        validators: { maxItems: { errorMsg: 'must have at most 500 entries', value: 500 } },
      },
      shipping: { ref: 'Amount' },
      reason: { ref: 'Note' },
      note: { ref: 'Note' },
    },
    additionalProperties: false,
  },
  ComposedLine: {
    dataType: 'refObject',
    properties: {
      lineId: { ref: 'Id', required: true },
      quantity: { ref: 'Quantity', required: true },
      restock: { ref: 'Restock' },
      location: { ref: 'Id' },
    },
    additionalProperties: false,
  },
  ShippingAmount: {
    dataType: 'refAlias',
    type: {
      dataType: 'string',
      validators: {
        pattern: {
          errorMsg:
            'must be decimal digits, at most 12 before the point and 3 after it, or the word all for what is left of it',
          value: '^(?:all|[0-9]{1,12}(\\.[0-9]{1,3})?)$',
        },
      },
    },
  },
  AdjustmentInput: {
    dataType: 'refObject',
    properties: {
      kind: { ref: 'AdjustmentKind', required: true },
      amount: { ref: 'SignedAmount', required: true },
      tax: { ref: 'SignedAmount' },
      reason: { ref: 'Note' },
    },
    additionalProperties: false,
  },
  ComposedPart: {
    dataType: 'refObject',
    properties: {
      paymentId: { ref: 'Id' },
      amount: { ref: 'Amount' },
      way: { ref: 'Name' },
    },
    additionalProperties: false,
  },
  AddComposedRefundBody: {
    dataType: 'refObject',
    properties: {
      lines: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'ComposedLine' },
        validators: { maxItems: { errorMsg: 'must have at most 500 entries', value: 500 } },
      },
      shipping: { ref: 'ShippingAmount' },
      currency: { ref: 'Currency' },
      adjustments: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'AdjustmentInput' },
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
      parts: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'ComposedPart' },
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
      note: { ref: 'Note' },
    },
    additionalProperties: false,
  },
  SuggestedPart: {
    dataType: 'refObject',
    properties: {
      paymentId: { ref: 'Id', required: true },
      provider: { ref: 'Reference', required: true },
      method: { ref: 'Reference', required: true },
      automatic: { dataType: 'boolean', required: true },
      amount: { ref: 'Amount', required: true },
      refundable: { ref: 'Amount', required: true },
    },
    additionalProperties: false,
  },
  Suggestion: {
    dataType: 'refObject',
    properties: {
      orderId: { ref: 'Id', required: true },
      currency: { ref: 'Currency', required: true },
      amount: { ref: 'Amount', required: true },
      lines: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'RefundLine' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 500 entries', value: 500 } },
      },
      shipping: { ref: 'Amount', required: true },
      shippingLeft: { ref: 'Amount', required: true },
      parts: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'SuggestedPart' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
    },
    additionalProperties: false,
  },
  SuggestRefundBody: {
    dataType: 'refObject',
    properties: {
      lines: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'ComposedLine' },
        validators: { maxItems: { errorMsg: 'must have at most 500 entries', value: 500 } },
      },
      shipping: { ref: 'ShippingAmount' },
      currency: { ref: 'Currency' },
    },
    additionalProperties: false,
  },
  RefundFormKind: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['original'] },
        { dataType: 'enum', enums: ['voucher'] },
      ],
      validators: {},
    },
  },
  OfferedForm: {
    dataType: 'refObject',
    properties: {
      kind: { ref: 'RefundFormKind', required: true },
      method: { ref: 'Name', required: true },
      limit: { ref: 'Amount', required: true },
    },
    additionalProperties: false,
  },
  RefundForms: {
    dataType: 'refObject',
    properties: {
      orderId: { ref: 'Id', required: true },
      currency: { ref: 'Currency', required: true },
      forms: { dataType: 'array', array: { dataType: 'refObject', ref: 'OfferedForm' }, required: true },
    },
    additionalProperties: false,
  },
  LedgerRefund: {
    dataType: 'refObject',
    properties: {
      refundId: { ref: 'Id', required: true },
      sourceType: { ref: 'SourceType', required: true },
      sourceId: { ref: 'Id', required: true },
      ordinal: { ref: 'Id', required: true },
      method: { ref: 'RefundMethod', required: true },
      state: { ref: 'RefundState', required: true },
      amount: { ref: 'Amount', required: true },
      reason: { ref: 'Note' },
      note: { ref: 'Note' },
      createdAt: { ref: 'Timestamp', required: true },
      confirmedAt: { ref: 'Timestamp' },
      lines: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'RefundLine' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 500 entries', value: 500 } },
      },
      shipping: { ref: 'Amount', required: true },
      adjustment: { ref: 'SignedAmount', required: true },
      adjustments: { dataType: 'array', array: { dataType: 'refObject', ref: 'Adjustment' }, required: true },
      lastOfGoods: { dataType: 'boolean', required: true },
      transactions: { dataType: 'array', array: { dataType: 'refObject', ref: 'Transaction' }, required: true },
    },
    additionalProperties: false,
  },
  Count: {
    dataType: 'refAlias',
    type: {
      dataType: 'integer',
      validators: {
        isInt: { errorMsg: 'must be a whole number from 0 to 1000000' },
        minimum: { errorMsg: 'must be a whole number from 0 to 1000000', value: 0 },
        maximum: { errorMsg: 'must be a whole number from 0 to 1000000', value: 1000000 },
      },
    },
  },
  FreeLine: {
    dataType: 'refObject',
    properties: {
      lineId: { ref: 'Id', required: true },
      sku: { ref: 'Reference', required: true },
      quantity: { ref: 'Count', required: true },
    },
    additionalProperties: false,
  },
  OrderLedger: {
    dataType: 'refObject',
    properties: {
      order: { ref: 'Order', required: true },
      refunds: { dataType: 'array', array: { dataType: 'refObject', ref: 'LedgerRefund' }, required: true },
      freeLines: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'FreeLine' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 500 entries', value: 500 } },
      },
      shippingTaken: { ref: 'Amount', required: true },
      shippingLeft: { ref: 'Amount', required: true },
    },
    additionalProperties: false,
  },
  AddJointRefundBody: {
    dataType: 'refObject',
    properties: {
      returnIds: {
        dataType: 'array',
        array: { dataType: 'refAlias', ref: 'Id' },
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
      lineIds: {
        dataType: 'array',
        array: { dataType: 'refAlias', ref: 'Id' },
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
      partial: { dataType: 'boolean' },
      amount: { ref: 'Amount' },
      shipping: { ref: 'Amount' },
      adjustment: { ref: 'SignedAmount' },
      currency: { ref: 'Currency' },
      note: { ref: 'Note' },
    },
    additionalProperties: false,
  },
  ReturnKind: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['return'] },
        { dataType: 'enum', enums: ['claim'] },
        { dataType: 'enum', enums: ['cancellation'] },
      ],
      validators: {},
    },
  },
  Compensation: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['refund'] },
        { dataType: 'enum', enums: ['exchange'] },
      ],
      validators: {},
    },
  },
  ReturnState: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['open'] },
        { dataType: 'enum', enums: ['accepted'] },
        { dataType: 'enum', enums: ['received'] },
        { dataType: 'enum', enums: ['closed'] },
        { dataType: 'enum', enums: ['rejected'] },
        { dataType: 'enum', enums: ['cancelled'] },
      ],
      validators: {},
    },
  },
  Condition: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['ok'] },
        { dataType: 'enum', enums: ['damaged'] },
        { dataType: 'enum', enums: ['missing'] },
      ],
      validators: {},
    },
  },
  ReturnLine: {
    dataType: 'refObject',
    properties: {
      lineId: { ref: 'Id', required: true },
      sku: { ref: 'Reference', required: true },
      requested: { ref: 'Count', required: true },
      accepted: { ref: 'Count', required: true },
      received: { ref: 'Count', required: true },
      condition: { ref: 'Condition' },
      restock: { dataType: 'boolean', required: true },
      restockReported: { dataType: 'boolean', required: true },
      amount: { ref: 'Amount', required: true },
      reason: { ref: 'Note' },
    },
    additionalProperties: false,
  },
  PaybackForm: {
    dataType: 'refObject',
    properties: {
      kind: { ref: 'RefundFormKind', required: true },
      method: { ref: 'Name', required: true },
      amount: { ref: 'Amount', required: true },
    },
    additionalProperties: false,
  },
  WholeNumber: {
    dataType: 'refAlias',
    type: {
      dataType: 'long',
      validators: {
        isLong: { errorMsg: 'must be a whole number from 0 to 9007199254740991' },
        minimum: { errorMsg: 'must be a whole number from 0 to 9007199254740991', value: 0 },
        maximum: { errorMsg: 'must be a whole number from 0 to 9007199254740991', value: 9007199254740991 },
      },
    },
  },
  ReturnSide: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['buyer'] },
        { dataType: 'enum', enums: ['seller'] },
      ],
      validators: {},
    },
  },
  ReturnCase: {
    dataType: 'refObject',
    properties: {
      returnId: { ref: 'Id', required: true },
      orderId: { ref: 'Id', required: true },
      reference: { ref: 'Reference' },
      kind: { ref: 'ReturnKind', required: true },
      compensation: { ref: 'Compensation', required: true },
      state: { ref: 'ReturnState', required: true },
      reason: { ref: 'Note' },
      note: { ref: 'Note' },
      currency: { ref: 'Currency', required: true },
      worth: { ref: 'Amount', required: true },
      reserved: { ref: 'Amount', required: true },
      refunded: { ref: 'Amount', required: true },
      refundable: { ref: 'Amount', required: true },
      lines: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'ReturnLine' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 500 entries', value: 500 } },
      },
      openedAt: { ref: 'Timestamp', required: true },
      updatedAt: { ref: 'Timestamp', required: true },
      payback: { dataType: 'array', array: { dataType: 'refObject', ref: 'PaybackForm' } },
      reasonCode: { ref: 'WholeNumber' },
      customer: { ref: 'WholeNumber' },
      closedAt: { ref: 'Timestamp' },
      closedBy: { ref: 'ReturnSide' },
    },
    additionalProperties: false,
  },
  ReturnStory: {
    dataType: 'refObject',
    properties: {
      returnCase: { ref: 'ReturnCase', required: true },
      decidedAt: { ref: 'Timestamp' },
      refunds: { dataType: 'array', array: { dataType: 'refObject', ref: 'Refund' }, required: true },
    },
    additionalProperties: false,
  },
  OrderReturns: {
    dataType: 'refObject',
    properties: {
      orderId: { ref: 'Id', required: true },
      returns: { dataType: 'array', array: { dataType: 'refObject', ref: 'ReturnStory' }, required: true },
    },
    additionalProperties: false,
  },
  FoundOrder: {
    dataType: 'refObject',
    properties: {
      order: { ref: 'OrderSummary', required: true },
      payments: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'Payment' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
      refunds: { dataType: 'array', array: { dataType: 'refObject', ref: 'Refund' }, required: true },
    },
    additionalProperties: false,
  },
  FoundOrders: {
    dataType: 'refObject',
    properties: {
      orders: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'FoundOrder' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
      total: { ref: 'WholeNumber', required: true },
    },
    additionalProperties: false,
  },
  SearchOrdersBody: {
    dataType: 'refObject',
    properties: {
      orderIds: {
        dataType: 'array',
        array: { dataType: 'refAlias', ref: 'Id' },
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
      orderNumbers: {
        dataType: 'array',
        array: { dataType: 'refAlias', ref: 'Reference' },
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
      fulfilments: {
        dataType: 'array',
        array: { dataType: 'refAlias', ref: 'Fulfilment' },
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
      placedFrom: { ref: 'Timestamp' },
      placedBefore: { ref: 'Timestamp' },
      updatedFrom: { ref: 'Timestamp' },
      updatedBefore: { ref: 'Timestamp' },
      page: { ref: 'Quantity', required: true },
      limit: { ref: 'PageSize', required: true },
    },
    additionalProperties: false,
  },
  ReturnLineInput: {
    dataType: 'refObject',
    properties: {
      lineId: { ref: 'Id', required: true },
      quantity: { ref: 'Quantity', required: true },
      reason: { ref: 'Note' },
    },
    additionalProperties: false,
  },
  RefundForm: {
    dataType: 'refObject',
    properties: {
      kind: { ref: 'RefundFormKind', required: true },
      method: { ref: 'Name', required: true },
    },
    additionalProperties: false,
  },
  OpenReturnBody: {
    dataType: 'refObject',
    properties: {
      orderId: { ref: 'Id', required: true },
      kind: { ref: 'ReturnKind' },
      compensation: { ref: 'Compensation' },
      reference: { ref: 'Reference' },
      reason: { ref: 'Note' },
      note: { ref: 'Note' },
      lines: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'ReturnLineInput' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 500 entries', value: 500 } },
      },
      payback: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'RefundForm' },
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
      reasonCode: { ref: 'WholeNumber' },
      customer: { ref: 'WholeNumber' },
    },
    additionalProperties: false,
  },
  ReturnPage: {
    dataType: 'refObject',
    properties: {
      returns: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'ReturnCase' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
      nextCursor: { ref: 'Cursor' },
    },
    additionalProperties: false,
  },
  ListReturnsQuery: {
    dataType: 'refObject',
    properties: {
      state: { ref: 'ReturnState' },
      kind: { ref: 'ReturnKind' },
      orderId: { ref: 'Id' },
      since: { ref: 'Timestamp' },
      cursor: { ref: 'Cursor' },
      limit: { ref: 'PageSize' },
      details: { dataType: 'boolean' },
    },
    additionalProperties: false,
  },
  FoundReturn: {
    dataType: 'refObject',
    properties: {
      returnCase: { ref: 'ReturnCase', required: true },
      orderNumber: { ref: 'Reference' },
      refunds: { dataType: 'array', array: { dataType: 'refObject', ref: 'Refund' }, required: true },
    },
    additionalProperties: false,
  },
  FoundReturns: {
    dataType: 'refObject',
    properties: {
      returns: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'FoundReturn' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
      total: { ref: 'WholeNumber', required: true },
    },
    additionalProperties: false,
  },
  Payout: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['none'] },
        { dataType: 'enum', enums: ['underway'] },
        { dataType: 'enum', enums: ['done'] },
      ],
      validators: {},
    },
  },
  SearchReturnsBody: {
    dataType: 'refObject',
    properties: {
      sourceType: { ref: 'ReturnSourceType', required: true },
      returnIds: {
        dataType: 'array',
        array: { dataType: 'refAlias', ref: 'Id' },
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
      orderIds: {
        dataType: 'array',
        array: { dataType: 'refAlias', ref: 'Id' },
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
      states: {
        dataType: 'array',
        array: { dataType: 'refAlias', ref: 'ReturnState' },
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
      payout: { ref: 'Payout' },
      openedFrom: { ref: 'Timestamp' },
      openedBefore: { ref: 'Timestamp' },
      page: { ref: 'Quantity', required: true },
      limit: { ref: 'PageSize', required: true },
    },
    additionalProperties: false,
  },
  GetReturnQuery: {
    dataType: 'refObject',
    properties: {
      details: { dataType: 'boolean' },
    },
    additionalProperties: false,
  },
  AcceptReturnBody: {
    dataType: 'refObject',
    properties: {
      lines: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'LineQuantity' },
        validators: { maxItems: { errorMsg: 'must have at most 500 entries', value: 500 } },
      },
      note: { ref: 'Note' },
      compensation: { ref: 'Compensation' },
    },
    additionalProperties: false,
  },
  RejectReturnBody: {
    dataType: 'refObject',
    properties: {
      reason: { ref: 'Note', required: true },
    },
    additionalProperties: false,
  },
  ReceivedLine: {
    dataType: 'refObject',
    properties: {
      lineId: { ref: 'Id', required: true },
      received: { ref: 'Count', required: true },
      accepted: { ref: 'Count' },
      condition: { ref: 'Condition' },
      restock: { dataType: 'boolean' },
    },
    additionalProperties: false,
  },
  ReceiveReturnBody: {
    dataType: 'refObject',
    properties: {
      lines: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'ReceivedLine' },
        validators: { maxItems: { errorMsg: 'must have at most 500 entries', value: 500 } },
      },
      note: { ref: 'Note' },
    },
    additionalProperties: false,
  },
  CloseReturnBody: {
    dataType: 'refObject',
    properties: {
      note: { ref: 'Note' },
    },
    additionalProperties: false,
  },
  CancelReturnBody: {
    dataType: 'refObject',
    properties: {
      note: { ref: 'Note' },
    },
    additionalProperties: false,
  },
  ReopenReturnBody: {
    dataType: 'refObject',
    properties: {
      note: { ref: 'Note' },
    },
    additionalProperties: false,
  },
  ChoosePaybackBody: {
    dataType: 'refObject',
    properties: {
      payback: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'RefundForm' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
    },
    additionalProperties: false,
  },
  WithdrawReturnBody: {
    dataType: 'refObject',
    properties: {
      note: { ref: 'Note' },
    },
    additionalProperties: false,
  },
  ReferenceOrEmpty: {
    dataType: 'refAlias',
    type: {
      dataType: 'string',
      validators: { maxLength: { errorMsg: 'must be text of at most 100 characters', value: 100 } },
    },
  },
  AmendReturnBody: {
    dataType: 'refObject',
    properties: {
      reference: { ref: 'ReferenceOrEmpty' },
      note: { ref: 'Note' },
    },
    additionalProperties: false,
  },
  CloseReturnAnywayBody: {
    dataType: 'refObject',
    properties: {
      note: { ref: 'Note' },
    },
    additionalProperties: false,
  },
  TicketCode: {
    dataType: 'refAlias',
    type: {
      dataType: 'string',
      validators: {
        minLength: { errorMsg: 'must be text of 1 to 201 characters, such as web-1001', value: 1 },
        maxLength: { errorMsg: 'must be text of 1 to 201 characters, such as web-1001', value: 201 },
      },
    },
  },
  TicketState: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['unread'] },
        { dataType: 'enum', enums: ['read'] },
        { dataType: 'enum', enums: ['archived'] },
      ],
      validators: {},
    },
  },
  Ticket: {
    dataType: 'refObject',
    properties: {
      code: { ref: 'TicketCode', required: true },
      orderCode: { ref: 'Reference', required: true },
      platform: { ref: 'Reference', required: true },
      state: { ref: 'TicketState', required: true },
      mediation: { dataType: 'boolean', required: true },
      warehouse: { ref: 'Reference' },
      createdAt: { ref: 'Timestamp', required: true },
      updatedAt: { ref: 'Timestamp', required: true },
    },
    additionalProperties: false,
  },
  TicketPage: {
    dataType: 'refObject',
    properties: {
      tickets: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'Ticket' },
        required: true,
        validators: { maxItems: { errorMsg: 'must have at most 100 entries', value: 100 } },
      },
      nextCursor: { ref: 'Cursor' },
    },
    additionalProperties: false,
  },
  ListTicketsQuery: {
    dataType: 'refObject',
    properties: {
      state: { ref: 'TicketState' },
      platform: { ref: 'Reference' },
      cursor: { ref: 'Cursor' },
      limit: { ref: 'PageSize' },
    },
    additionalProperties: false,
  },
  PutTicketBody: {
    dataType: 'refObject',
    properties: {
      orderCode: { ref: 'Reference', required: true },
      platform: { ref: 'Reference', required: true },
      state: { ref: 'TicketState' },
      mediation: { dataType: 'boolean' },
      warehouse: { ref: 'Reference' },
      createdAt: { ref: 'Timestamp', required: true },
      updatedAt: { ref: 'Timestamp' },
    },
    additionalProperties: false,
  },
};
const templateService = new StrictTemplateService(models, {
  noImplicitAdditionalProperties: 'throw-on-extras',
  bodyCoercion: false,
});

export function RegisterRoutes(app: Router) {
  //  NOTE: If you do not see routes for all of your controllers in this file, then you might not have informed tsoa of where to look
  //      Please look into the "controllerPathGlobs" config option described in the readme: https://github.com/lukeautry/tsoa

  const argsRefundsController_addAutomaticRefund: Record<string, TsoaRoute.ParameterSchema> = {
    body: { in: 'body', name: 'body', required: true, ref: 'AddAutomaticRefundBody' },
  };
  app.post(
    '/refunds/automatic',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
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
  const argsRefundsController_addManualRefund: Record<string, TsoaRoute.ParameterSchema> = {
    body: { in: 'body', name: 'body', required: true, ref: 'AddManualRefundBody' },
  };
  app.post(
    '/refunds/manual',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
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
  const argsRefundsController_quoteRefund: Record<string, TsoaRoute.ParameterSchema> = {
    body: { in: 'body', name: 'body', required: true, ref: 'QuoteRefundBody' },
  };
  app.post(
    '/refunds/quote',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(RefundsController),
    ...fetchMiddlewares<RequestHandler>(RefundsController.prototype.quoteRefund),

    async function RefundsController_quoteRefund(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsRefundsController_quoteRefund,
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
          methodName: 'quoteRefund',
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
    '/refunds/possible',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
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
  const argsRefundsController_retrieveRefundsList: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'RetrieveRefundsListQuery' },
  };
  app.get(
    '/refunds',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
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
  const argsRefundsController_getRefund: Record<string, TsoaRoute.ParameterSchema> = {
    refundId: { in: 'path', name: 'refundId', required: true, ref: 'Id' },
    query: { in: 'queries', name: 'query', required: true, ref: 'GetRefundQuery' },
  };
  app.get(
    '/refunds/:refundId',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(RefundsController),
    ...fetchMiddlewares<RequestHandler>(RefundsController.prototype.getRefund),

    async function RefundsController_getRefund(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsRefundsController_getRefund, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<RefundsController>(RefundsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getRefund',
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
    refundId: { in: 'path', name: 'refundId', required: true, ref: 'Id' },
  };
  app.get(
    '/refunds/:refundId/status',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
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
    refundId: { in: 'path', name: 'refundId', required: true, ref: 'Id' },
    body: { in: 'body', name: 'body', required: true, ref: 'UpdateRefundBody' },
  };
  app.patch(
    '/refunds/:refundId',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
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
    refundId: { in: 'path', name: 'refundId', required: true, ref: 'Id' },
    body: { in: 'body', name: 'body', ref: 'ConfirmRefundBody' },
  };
  app.post(
    '/refunds/:refundId/confirm',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
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
    refundId: { in: 'path', name: 'refundId', required: true, ref: 'Id' },
    body: { in: 'body', name: 'body', ref: 'CancelRefundBody' },
  };
  app.post(
    '/refunds/:refundId/cancel',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
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
  const argsRefundsController_resolveRefund: Record<string, TsoaRoute.ParameterSchema> = {
    refundId: { in: 'path', name: 'refundId', required: true, ref: 'Id' },
    body: { in: 'body', name: 'body', required: true, ref: 'ResolveRefundBody' },
  };
  app.post(
    '/refunds/:refundId/resolve',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(RefundsController),
    ...fetchMiddlewares<RequestHandler>(RefundsController.prototype.resolveRefund),

    async function RefundsController_resolveRefund(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsRefundsController_resolveRefund,
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
          methodName: 'resolveRefund',
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
  const argsOrdersController_listOrders: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'ListOrdersQuery' },
  };
  app.get(
    '/orders',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrdersController),
    ...fetchMiddlewares<RequestHandler>(OrdersController.prototype.listOrders),

    async function OrdersController_listOrders(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsOrdersController_listOrders, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<OrdersController>(OrdersController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'listOrders',
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
  const argsOrdersController_getOrder: Record<string, TsoaRoute.ParameterSchema> = {
    orderId: { in: 'path', name: 'orderId', required: true, ref: 'Id' },
    query: { in: 'queries', name: 'query', required: true, ref: 'GetOrderQuery' },
  };
  app.get(
    '/orders/:orderId',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrdersController),
    ...fetchMiddlewares<RequestHandler>(OrdersController.prototype.getOrder),

    async function OrdersController_getOrder(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsOrdersController_getOrder, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<OrdersController>(OrdersController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getOrder',
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
  const argsOrdersController_putOrder: Record<string, TsoaRoute.ParameterSchema> = {
    orderId: { in: 'path', name: 'orderId', required: true, ref: 'Id' },
    body: { in: 'body', name: 'body', required: true, ref: 'PutOrderBody' },
  };
  app.put(
    '/orders/:orderId',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrdersController),
    ...fetchMiddlewares<RequestHandler>(OrdersController.prototype.putOrder),

    async function OrdersController_putOrder(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsOrdersController_putOrder, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<OrdersController>(OrdersController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'putOrder',
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
  const argsOrdersController_addAutomaticRefundForOrder: Record<string, TsoaRoute.ParameterSchema> = {
    orderId: { in: 'path', name: 'orderId', required: true, ref: 'Id' },
    body: { in: 'body', name: 'body', required: true, ref: 'AddAutomaticRefundForOrderBody' },
  };
  app.post(
    '/orders/:orderId/refunds/automatic',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrdersController),
    ...fetchMiddlewares<RequestHandler>(OrdersController.prototype.addAutomaticRefundForOrder),

    async function OrdersController_addAutomaticRefundForOrder(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsOrdersController_addAutomaticRefundForOrder,
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
  const argsOrdersController_addComposedRefund: Record<string, TsoaRoute.ParameterSchema> = {
    orderId: { in: 'path', name: 'orderId', required: true, ref: 'Id' },
    body: { in: 'body', name: 'body', ref: 'AddComposedRefundBody' },
  };
  app.post(
    '/orders/:orderId/refunds/composed',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrdersController),
    ...fetchMiddlewares<RequestHandler>(OrdersController.prototype.addComposedRefund),

    async function OrdersController_addComposedRefund(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsOrdersController_addComposedRefund,
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
          methodName: 'addComposedRefund',
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
  const argsOrdersController_suggestRefund: Record<string, TsoaRoute.ParameterSchema> = {
    orderId: { in: 'path', name: 'orderId', required: true, ref: 'Id' },
    body: { in: 'body', name: 'body', ref: 'SuggestRefundBody' },
  };
  app.post(
    '/orders/:orderId/refunds/suggestion',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrdersController),
    ...fetchMiddlewares<RequestHandler>(OrdersController.prototype.suggestRefund),

    async function OrdersController_suggestRefund(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsOrdersController_suggestRefund,
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
          methodName: 'suggestRefund',
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
  const argsOrdersController_getRefundForms: Record<string, TsoaRoute.ParameterSchema> = {
    orderId: { in: 'path', name: 'orderId', required: true, ref: 'Id' },
  };
  app.get(
    '/orders/:orderId/refund-forms',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrdersController),
    ...fetchMiddlewares<RequestHandler>(OrdersController.prototype.getRefundForms),

    async function OrdersController_getRefundForms(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsOrdersController_getRefundForms,
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
          methodName: 'getRefundForms',
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
  const argsOrdersController_getOrderLedger: Record<string, TsoaRoute.ParameterSchema> = {
    orderId: { in: 'path', name: 'orderId', required: true, ref: 'Id' },
  };
  app.get(
    '/orders/:orderId/ledger',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrdersController),
    ...fetchMiddlewares<RequestHandler>(OrdersController.prototype.getOrderLedger),

    async function OrdersController_getOrderLedger(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsOrdersController_getOrderLedger,
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
          methodName: 'getOrderLedger',
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
  const argsOrdersController_addJointRefund: Record<string, TsoaRoute.ParameterSchema> = {
    orderId: { in: 'path', name: 'orderId', required: true, ref: 'Id' },
    body: { in: 'body', name: 'body', ref: 'AddJointRefundBody' },
  };
  app.post(
    '/orders/:orderId/refunds/joint',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrdersController),
    ...fetchMiddlewares<RequestHandler>(OrdersController.prototype.addJointRefund),

    async function OrdersController_addJointRefund(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsOrdersController_addJointRefund,
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
          methodName: 'addJointRefund',
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
  const argsOrdersController_confirmOrder: Record<string, TsoaRoute.ParameterSchema> = {
    orderId: { in: 'path', name: 'orderId', required: true, ref: 'Id' },
  };
  app.post(
    '/orders/:orderId/confirm',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrdersController),
    ...fetchMiddlewares<RequestHandler>(OrdersController.prototype.confirmOrder),

    async function OrdersController_confirmOrder(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsOrdersController_confirmOrder,
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
          methodName: 'confirmOrder',
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
  const argsOrdersController_sendOrder: Record<string, TsoaRoute.ParameterSchema> = {
    orderId: { in: 'path', name: 'orderId', required: true, ref: 'Id' },
  };
  app.post(
    '/orders/:orderId/send',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrdersController),
    ...fetchMiddlewares<RequestHandler>(OrdersController.prototype.sendOrder),

    async function OrdersController_sendOrder(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsOrdersController_sendOrder, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<OrdersController>(OrdersController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'sendOrder',
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
  const argsOrdersController_cancelOrder: Record<string, TsoaRoute.ParameterSchema> = {
    orderId: { in: 'path', name: 'orderId', required: true, ref: 'Id' },
  };
  app.post(
    '/orders/:orderId/cancel',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrdersController),
    ...fetchMiddlewares<RequestHandler>(OrdersController.prototype.cancelOrder),

    async function OrdersController_cancelOrder(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsOrdersController_cancelOrder, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<OrdersController>(OrdersController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'cancelOrder',
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
  const argsOrdersController_getOrderReturns: Record<string, TsoaRoute.ParameterSchema> = {
    orderId: { in: 'path', name: 'orderId', required: true, ref: 'Id' },
  };
  app.get(
    '/orders/:orderId/returns',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrdersController),
    ...fetchMiddlewares<RequestHandler>(OrdersController.prototype.getOrderReturns),

    async function OrdersController_getOrderReturns(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsOrdersController_getOrderReturns,
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
          methodName: 'getOrderReturns',
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
    '/orders/search',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
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
  const argsReturnsController_openReturn: Record<string, TsoaRoute.ParameterSchema> = {
    body: { in: 'body', name: 'body', required: true, ref: 'OpenReturnBody' },
  };
  app.post(
    '/returns',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.openReturn),

    async function ReturnsController_openReturn(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsReturnsController_openReturn, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<ReturnsController>(ReturnsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'openReturn',
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
    query: { in: 'queries', name: 'query', required: true, ref: 'ListReturnsQuery' },
  };
  app.get(
    '/returns',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
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
  const argsReturnsController_searchReturns: Record<string, TsoaRoute.ParameterSchema> = {
    body: { in: 'body', name: 'body', required: true, ref: 'SearchReturnsBody' },
  };
  app.post(
    '/returns/search',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.searchReturns),

    async function ReturnsController_searchReturns(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsReturnsController_searchReturns,
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
          methodName: 'searchReturns',
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
    returnId: { in: 'path', name: 'returnId', required: true, ref: 'Id' },
    query: { in: 'queries', name: 'query', required: true, ref: 'GetReturnQuery' },
  };
  app.get(
    '/returns/:returnId',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
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
  const argsReturnsController_acceptReturn: Record<string, TsoaRoute.ParameterSchema> = {
    returnId: { in: 'path', name: 'returnId', required: true, ref: 'Id' },
    body: { in: 'body', name: 'body', ref: 'AcceptReturnBody' },
  };
  app.post(
    '/returns/:returnId/accept',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
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
  const argsReturnsController_rejectReturn: Record<string, TsoaRoute.ParameterSchema> = {
    returnId: { in: 'path', name: 'returnId', required: true, ref: 'Id' },
    body: { in: 'body', name: 'body', required: true, ref: 'RejectReturnBody' },
  };
  app.post(
    '/returns/:returnId/reject',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.rejectReturn),

    async function ReturnsController_rejectReturn(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsReturnsController_rejectReturn,
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
          methodName: 'rejectReturn',
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
    returnId: { in: 'path', name: 'returnId', required: true, ref: 'Id' },
    body: { in: 'body', name: 'body', ref: 'ReceiveReturnBody' },
  };
  app.post(
    '/returns/:returnId/receive',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
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
    returnId: { in: 'path', name: 'returnId', required: true, ref: 'Id' },
    body: { in: 'body', name: 'body', ref: 'CloseReturnBody' },
  };
  app.post(
    '/returns/:returnId/close',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
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
  const argsReturnsController_cancelReturn: Record<string, TsoaRoute.ParameterSchema> = {
    returnId: { in: 'path', name: 'returnId', required: true, ref: 'Id' },
    body: { in: 'body', name: 'body', ref: 'CancelReturnBody' },
  };
  app.post(
    '/returns/:returnId/cancel',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
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
    returnId: { in: 'path', name: 'returnId', required: true, ref: 'Id' },
    body: { in: 'body', name: 'body', ref: 'ReopenReturnBody' },
  };
  app.post(
    '/returns/:returnId/reopen',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
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
  const argsReturnsController_choosePayback: Record<string, TsoaRoute.ParameterSchema> = {
    returnId: { in: 'path', name: 'returnId', required: true, ref: 'Id' },
    body: { in: 'body', name: 'body', required: true, ref: 'ChoosePaybackBody' },
  };
  app.put(
    '/returns/:returnId/payback',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.choosePayback),

    async function ReturnsController_choosePayback(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsReturnsController_choosePayback,
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
          methodName: 'choosePayback',
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
  const argsReturnsController_withdrawReturn: Record<string, TsoaRoute.ParameterSchema> = {
    returnId: { in: 'path', name: 'returnId', required: true, ref: 'Id' },
    body: { in: 'body', name: 'body', ref: 'WithdrawReturnBody' },
  };
  app.post(
    '/returns/:returnId/withdraw',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.withdrawReturn),

    async function ReturnsController_withdrawReturn(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsReturnsController_withdrawReturn,
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
          methodName: 'withdrawReturn',
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
  const argsReturnsController_amendReturn: Record<string, TsoaRoute.ParameterSchema> = {
    returnId: { in: 'path', name: 'returnId', required: true, ref: 'Id' },
    body: { in: 'body', name: 'body', ref: 'AmendReturnBody' },
  };
  app.patch(
    '/returns/:returnId',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.amendReturn),

    async function ReturnsController_amendReturn(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsReturnsController_amendReturn,
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
          methodName: 'amendReturn',
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
  const argsReturnsController_closeReturnAnyway: Record<string, TsoaRoute.ParameterSchema> = {
    returnId: { in: 'path', name: 'returnId', required: true, ref: 'Id' },
    body: { in: 'body', name: 'body', ref: 'CloseReturnAnywayBody' },
  };
  app.post(
    '/returns/:returnId/close-anyway',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.closeReturnAnyway),

    async function ReturnsController_closeReturnAnyway(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsReturnsController_closeReturnAnyway,
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
          methodName: 'closeReturnAnyway',
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
  const argsTicketsController_listTickets: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'ListTicketsQuery' },
  };
  app.get(
    '/tickets',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(TicketsController),
    ...fetchMiddlewares<RequestHandler>(TicketsController.prototype.listTickets),

    async function TicketsController_listTickets(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsTicketsController_listTickets,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<TicketsController>(TicketsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'listTickets',
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
  const argsTicketsController_getTicket: Record<string, TsoaRoute.ParameterSchema> = {
    code: { in: 'path', name: 'code', required: true, ref: 'TicketCode' },
  };
  app.get(
    '/tickets/:code',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(TicketsController),
    ...fetchMiddlewares<RequestHandler>(TicketsController.prototype.getTicket),

    async function TicketsController_getTicket(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsTicketsController_getTicket, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<TicketsController>(TicketsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getTicket',
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
  const argsTicketsController_putTicket: Record<string, TsoaRoute.ParameterSchema> = {
    code: { in: 'path', name: 'code', required: true, ref: 'TicketCode' },
    body: { in: 'body', name: 'body', required: true, ref: 'PutTicketBody' },
  };
  app.put(
    '/tickets/:code',
    authenticateMiddleware([{ bearer: [] }, { apiKey: [] }]),
    ...fetchMiddlewares<RequestHandler>(TicketsController),
    ...fetchMiddlewares<RequestHandler>(TicketsController.prototype.putTicket),

    async function TicketsController_putTicket(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({ args: argsTicketsController_putTicket, request, response });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<TicketsController>(TicketsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'putTicket',
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
