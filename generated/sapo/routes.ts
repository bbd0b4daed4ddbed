// Made by npm run generate. Do not edit.
/* tslint:disable */
/* eslint-disable */
import type { TsoaRoute } from '@tsoa/runtime';
import { fetchMiddlewares } from '@tsoa/runtime';
import { WrappedTemplateService } from '../../src/dialects/sapo/template-service';
import { TransactionsController } from './../../src/dialects/sapo/transactions-controller';
import { RefundsController } from './../../src/dialects/sapo/refunds-controller';
import { OrdersController } from './../../src/dialects/sapo/orders-controller';
import { expressAuthentication } from './../../src/dialects/sapo/authentication';
// @ts-ignore - no great way to install types from subpackage
import { iocContainer } from './../../src/dialects/sapo/controller-factory';
import type { IocContainer, IocContainerFactory } from '@tsoa/runtime';
import type { Request as ExRequest, Response as ExResponse, RequestHandler, Router } from 'express';

const expressAuthenticationRecasted = expressAuthentication as (
  req: ExRequest,
  securityName: string,
  scopes?: string[],
  res?: ExResponse,
) => Promise<any>;

const models: TsoaRoute.Models = {
  'Record_string.string-or-string-Array_': {
    dataType: 'refAlias',
    type: {
      dataType: 'nestedObjectLiteral',
      nestedProperties: {},
      additionalProperties: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'array', array: { dataType: 'string' } }],
      },
      validators: {},
    },
  },
  Failure: {
    dataType: 'refObject',
    properties: {
      errors: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { ref: 'Record_string.string-or-string-Array_' }],
        required: true,
      },
    },
    additionalProperties: true,
  },
  Amount: {
    dataType: 'refAlias',
    type: { dataType: 'union', subSchemas: [{ dataType: 'float' }, { dataType: 'string' }], validators: {} },
  },
  'Record_string.string_': {
    dataType: 'refAlias',
    type: {
      dataType: 'nestedObjectLiteral',
      nestedProperties: {},
      additionalProperties: { dataType: 'string' },
      validators: {},
    },
  },
  TransactionShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      parent_id: {
        dataType: 'union',
        subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      order_id: { dataType: 'float', required: true },
      checkout_token: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      refund_id: {
        dataType: 'union',
        subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      location_id: {
        dataType: 'union',
        subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      source_name: { dataType: 'string', required: true },
      client_id: {
        dataType: 'union',
        subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      user_id: {
        dataType: 'union',
        subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      device_id: {
        dataType: 'union',
        subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      gateway: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      amount: { ref: 'Amount', required: true },
      currency: { dataType: 'string', required: true },
      kind: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['sale'] },
          { dataType: 'enum', enums: ['refund'] },
        ],
        required: true,
      },
      status: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['pending'] },
          { dataType: 'enum', enums: ['success'] },
          { dataType: 'enum', enums: ['failure'] },
        ],
        required: true,
      },
      authorization: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      error_code: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      message: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      cause_type: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      payment_info: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      payment_details: { ref: 'Record_string.string_', required: true },
      receipt: { ref: 'Record_string.string_', required: true },
      created_on: { dataType: 'string', required: true },
      processed_at: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      test: { dataType: 'boolean', required: true },
    },
    additionalProperties: true,
  },
  TransactionsAnswer: {
    dataType: 'refObject',
    properties: {
      transactions: { dataType: 'array', array: { dataType: 'refObject', ref: 'TransactionShape' }, required: true },
    },
    additionalProperties: true,
  },
  DatedQuery: {
    dataType: 'refObject',
    properties: {
      fields: { dataType: 'string' },
      limit: { dataType: 'integer' },
      page: { dataType: 'integer' },
      since_id: { dataType: 'long' },
      created_on_min: { dataType: 'string' },
      created_on_max: { dataType: 'string' },
    },
    additionalProperties: true,
  },
  CountAnswer: {
    dataType: 'refObject',
    properties: {
      count: { dataType: 'integer', required: true },
    },
    additionalProperties: true,
  },
  TransactionAnswer: {
    dataType: 'refObject',
    properties: {
      transaction: { ref: 'TransactionShape', required: true },
    },
    additionalProperties: true,
  },
  OneQuery: {
    dataType: 'refObject',
    properties: {
      fields: { dataType: 'string' },
    },
    additionalProperties: true,
  },
  PostedTransaction: {
    dataType: 'refObject',
    properties: {
      parent_id: { dataType: 'union', subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }] },
      amount: { dataType: 'union', subSchemas: [{ dataType: 'float' }, { dataType: 'string' }] },
      currency: { dataType: 'string' },
      gateway: { dataType: 'union', subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }] },
      kind: { dataType: 'enum', enums: ['refund'], required: true },
    },
    additionalProperties: true,
  },
  CreateTransactionBody: {
    dataType: 'refObject',
    properties: {
      transaction: { ref: 'PostedTransaction', required: true },
    },
    additionalProperties: true,
  },
  RestockType: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['no_restock'] },
        { dataType: 'enum', enums: ['return'] },
        { dataType: 'enum', enums: ['cancel'] },
      ],
      validators: {},
    },
  },
  LineItemShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      price: { ref: 'Amount', required: true },
      total_discount: { ref: 'Amount', required: true },
      discount_code: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      fulfillment_status: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['fulfilled'] },
          { dataType: 'enum', enums: [null] },
        ],
        required: true,
      },
      fulfillable_quantity: { dataType: 'float', required: true },
      quantity: { dataType: 'float', required: true },
      current_quantity: { dataType: 'float', required: true },
      grams: {
        dataType: 'union',
        subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      product_id: {
        dataType: 'union',
        subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      variant_id: {
        dataType: 'union',
        subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      inventory_item_id: {
        dataType: 'union',
        subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      product_exists: {
        dataType: 'union',
        subSchemas: [{ dataType: 'boolean' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      variant_inventory_management: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      requires_shipping: {
        dataType: 'union',
        subSchemas: [{ dataType: 'boolean' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      name: { dataType: 'string', required: true },
      title: { dataType: 'string', required: true },
      variant_title: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      sku: { dataType: 'string', required: true },
      vendor: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      gift_card: {
        dataType: 'union',
        subSchemas: [{ dataType: 'boolean' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      properties: { dataType: 'array', array: { dataType: 'refAlias', ref: 'Record_string.string_' }, required: true },
      discount_allocations: {
        dataType: 'array',
        array: { dataType: 'refAlias', ref: 'Record_string.string_' },
        required: true,
      },
      tax_lines: { dataType: 'array', array: { dataType: 'refAlias', ref: 'Record_string.string_' }, required: true },
      taxable: { dataType: 'boolean', required: true },
      non_fulfillable_quantity: {
        dataType: 'union',
        subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      refundable_quantity: { dataType: 'float', required: true },
      restockable: {
        dataType: 'union',
        subSchemas: [{ dataType: 'boolean' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      discounted_unit_price: {
        dataType: 'union',
        subSchemas: [{ ref: 'Amount' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      discounted_total: { ref: 'Amount', required: true },
      original_total: { ref: 'Amount', required: true },
      fulfillment_service: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      merchant_editable: {
        dataType: 'union',
        subSchemas: [{ dataType: 'boolean' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      unit: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      catalog_id: {
        dataType: 'union',
        subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      note: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      vat_pit_category_code: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      deleted: {
        dataType: 'union',
        subSchemas: [{ dataType: 'boolean' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
    },
    additionalProperties: true,
  },
  RefundLineShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      line_item_id: { dataType: 'float', required: true },
      quantity: { dataType: 'float', required: true },
      location_id: {
        dataType: 'union',
        subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      subtotal: { ref: 'Amount', required: true },
      total_tax: { ref: 'Amount', required: true },
      restock_type: { ref: 'RestockType', required: true },
      total_cart_discount_amount: { ref: 'Amount', required: true },
      line_item: {
        dataType: 'union',
        subSchemas: [{ ref: 'LineItemShape' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
    },
    additionalProperties: true,
  },
  AdjustmentShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      order_id: { dataType: 'float', required: true },
      refund_id: { dataType: 'float', required: true },
      kind: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['refund_discrepancy'] },
          { dataType: 'enum', enums: ['shipping_refund'] },
        ],
        required: true,
      },
      reason: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      amount: { ref: 'Amount', required: true },
      tax_amount: { ref: 'Amount', required: true },
    },
    additionalProperties: true,
  },
  RefundShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      order_id: { dataType: 'float', required: true },
      return_id: { dataType: 'enum', enums: [null], required: true },
      created_on: { dataType: 'string', required: true },
      processed_at: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      restock: { dataType: 'boolean', required: true },
      user_id: {
        dataType: 'union',
        subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      note: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      transactions: { dataType: 'array', array: { dataType: 'refObject', ref: 'TransactionShape' }, required: true },
      refund_line_items: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'RefundLineShape' },
        required: true,
      },
      order_adjustments: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'AdjustmentShape' },
        required: true,
      },
      total_refunded: { ref: 'Amount', required: true },
    },
    additionalProperties: true,
  },
  RefundsAnswer: {
    dataType: 'refObject',
    properties: {
      refunds: { dataType: 'array', array: { dataType: 'refObject', ref: 'RefundShape' }, required: true },
    },
    additionalProperties: true,
  },
  RefundAnswer: {
    dataType: 'refObject',
    properties: {
      refund: { ref: 'RefundShape', required: true },
    },
    additionalProperties: true,
  },
  NewRefundTransaction: {
    dataType: 'refObject',
    properties: {
      parent_id: { dataType: 'union', subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }] },
      amount: { dataType: 'union', subSchemas: [{ dataType: 'float' }, { dataType: 'string' }] },
      currency: { dataType: 'string' },
      gateway: { dataType: 'union', subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }] },
      kind: { dataType: 'enum', enums: ['refund'] },
    },
    additionalProperties: true,
  },
  NewAdjustment: {
    dataType: 'refObject',
    properties: {
      kind: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['refund_discrepancy'] },
          { dataType: 'enum', enums: ['shipping_refund'] },
        ],
        required: true,
      },
      reason: { dataType: 'union', subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }] },
      amount: { dataType: 'union', subSchemas: [{ dataType: 'float' }, { dataType: 'string' }], required: true },
      tax_amount: { dataType: 'union', subSchemas: [{ dataType: 'float' }, { dataType: 'string' }] },
    },
    additionalProperties: true,
  },
  Shipping: {
    dataType: 'refObject',
    properties: {
      full_refund: { dataType: 'boolean' },
      amount: { dataType: 'union', subSchemas: [{ dataType: 'float' }, { dataType: 'string' }] },
    },
    additionalProperties: true,
  },
  NewRefundLine: {
    dataType: 'refObject',
    properties: {
      line_item_id: { dataType: 'float', required: true },
      quantity: { dataType: 'integer', required: true },
      location_id: { dataType: 'union', subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }] },
      restock_type: { ref: 'RestockType' },
    },
    additionalProperties: true,
  },
  NewRefund: {
    dataType: 'refObject',
    properties: {
      currency: { dataType: 'string' },
      shipping: { ref: 'Shipping' },
      refund_line_items: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'NewRefundLine' },
        validators: { maxItems: { value: 500 } },
      },
      note: { dataType: 'union', subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }] },
      notify: { dataType: 'boolean' },
      restock: { dataType: 'boolean' },
      transactions: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'NewRefundTransaction' },
        validators: { maxItems: { value: 100 } },
      },
      order_adjustments: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'NewAdjustment' },
        validators: { maxItems: { value: 100 } },
      },
    },
    additionalProperties: true,
  },
  CreateRefundBody: {
    dataType: 'refObject',
    properties: {
      refund: { ref: 'NewRefund', required: true },
    },
    additionalProperties: true,
  },
  CalculatedShipping: {
    dataType: 'refObject',
    properties: {
      amount: { ref: 'Amount', required: true },
      tax: { ref: 'Amount', required: true },
      maximum_refundable: { ref: 'Amount', required: true },
    },
    additionalProperties: true,
  },
  Bag: {
    dataType: 'refObject',
    properties: {
      amount: { ref: 'Amount', required: true },
      currency_code: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  Bags: {
    dataType: 'refObject',
    properties: {
      shop_money: { ref: 'Bag', required: true },
      presentment_money: { ref: 'Bag', required: true },
    },
    additionalProperties: true,
  },
  CalculatedLine: {
    dataType: 'refObject',
    properties: {
      quantity: { dataType: 'float', required: true },
      line_item_id: { dataType: 'float', required: true },
      location_id: {
        dataType: 'union',
        subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      restock_type: { ref: 'RestockType', required: true },
      price: { ref: 'Amount', required: true },
      subtotal: { ref: 'Amount', required: true },
      total_tax: { ref: 'Amount', required: true },
      discounted_price: {
        dataType: 'union',
        subSchemas: [{ ref: 'Amount' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      discounted_total_price: { ref: 'Amount', required: true },
      total_cart_discount_amount: { ref: 'Amount', required: true },
    },
    additionalProperties: true,
  },
  SuggestedTransaction: {
    dataType: 'refObject',
    properties: {
      order_id: { dataType: 'float', required: true },
      kind: { dataType: 'enum', enums: ['suggested_refund'], required: true },
      gateway: { dataType: 'string', required: true },
      parent_id: { dataType: 'float', required: true },
      amount: { ref: 'Amount', required: true },
      currency: { dataType: 'string', required: true },
      maximum_refundable: { ref: 'Amount', required: true },
    },
    additionalProperties: true,
  },
  CalculationShape: {
    dataType: 'refObject',
    properties: {
      shipping: { ref: 'CalculatedShipping', required: true },
      duties: { dataType: 'array', array: { dataType: 'refObject', ref: 'Bag' }, required: true },
      total_duties_set: { ref: 'Bags', required: true },
      additional_fees: { dataType: 'array', array: { dataType: 'refObject', ref: 'Bag' }, required: true },
      return: { dataType: 'enum', enums: [null], required: true },
      refund_line_items: { dataType: 'array', array: { dataType: 'refObject', ref: 'CalculatedLine' }, required: true },
      transactions: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'SuggestedTransaction' },
        required: true,
      },
      currency: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  CalculationAnswer: {
    dataType: 'refObject',
    properties: {
      refund: { ref: 'CalculationShape', required: true },
    },
    additionalProperties: true,
  },
  Calculation: {
    dataType: 'refObject',
    properties: {
      currency: { dataType: 'string' },
      shipping: { ref: 'Shipping' },
      refund_line_items: {
        dataType: 'array',
        array: { dataType: 'refObject', ref: 'NewRefundLine' },
        validators: { maxItems: { value: 500 } },
      },
    },
    additionalProperties: true,
  },
  CalculateBody: {
    dataType: 'refObject',
    properties: {
      refund: { ref: 'Calculation', required: true },
    },
    additionalProperties: true,
  },
  OrderShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      name: { dataType: 'string', required: true },
      order_number: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      created_on: { dataType: 'string', required: true },
      modified_on: { dataType: 'string', required: true },
      currency: { dataType: 'string', required: true },
      source_name: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      taxes_included: { dataType: 'boolean', required: true },
      status: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['open'] },
          { dataType: 'enum', enums: ['closed'] },
          { dataType: 'enum', enums: ['cancelled'] },
        ],
        required: true,
      },
      financial_status: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['pending'] },
          { dataType: 'enum', enums: ['partially_paid'] },
          { dataType: 'enum', enums: ['paid'] },
          { dataType: 'enum', enums: ['partially_refunded'] },
          { dataType: 'enum', enums: ['refunded'] },
          { dataType: 'enum', enums: ['voided'] },
        ],
        required: true,
      },
      fulfillment_status: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['fulfilled'] },
          { dataType: 'enum', enums: [null] },
        ],
        required: true,
      },
      return_status: { dataType: 'enum', enums: ['no_return'], required: true },
      net_payment: { ref: 'Amount', required: true },
      unpaid_amount: { ref: 'Amount', required: true },
      total_outstanding: { ref: 'Amount', required: true },
      total_received: { ref: 'Amount', required: true },
      total_refunded: { ref: 'Amount', required: true },
      total_refunded_shipping: { ref: 'Amount', required: true },
      current_subtotal_price: { ref: 'Amount', required: true },
      current_total_price: { ref: 'Amount', required: true },
      current_total_tax: { ref: 'Amount', required: true },
      current_total_discounts: { ref: 'Amount', required: true },
      original_total_price: { ref: 'Amount', required: true },
      total_price: { ref: 'Amount', required: true },
      sub_total_price: { ref: 'Amount', required: true },
      subtotal_price: { ref: 'Amount', required: true },
      total_tax: { ref: 'Amount', required: true },
      total_discounts: { ref: 'Amount', required: true },
      total_shipping_price: { ref: 'Amount', required: true },
      refundable: { dataType: 'boolean', required: true },
      capturable: { dataType: 'boolean', required: true },
      can_mark_as_paid: { dataType: 'boolean', required: true },
      refunds: { dataType: 'array', array: { dataType: 'refObject', ref: 'RefundShape' }, required: true },
      line_items: { dataType: 'array', array: { dataType: 'refObject', ref: 'LineItemShape' }, required: true },
      payment_gateway_names: { dataType: 'array', array: { dataType: 'string' }, required: true },
      location_id: {
        dataType: 'union',
        subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      user_id: {
        dataType: 'union',
        subSchemas: [{ dataType: 'float' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
    },
    additionalProperties: true,
  },
  OrdersAnswer: {
    dataType: 'refObject',
    properties: {
      orders: { dataType: 'array', array: { dataType: 'refObject', ref: 'OrderShape' }, required: true },
    },
    additionalProperties: true,
  },
  OrdersQuery: {
    dataType: 'refObject',
    properties: {
      fields: { dataType: 'string' },
      limit: { dataType: 'integer' },
      page: { dataType: 'integer' },
      since_id: { dataType: 'long' },
      created_on_min: { dataType: 'string' },
      created_on_max: { dataType: 'string' },
      status: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['open'] },
          { dataType: 'enum', enums: ['closed'] },
          { dataType: 'enum', enums: ['cancelled'] },
          { dataType: 'enum', enums: ['any'] },
        ],
      },
      fulfillment_status: {
        dataType: 'union',
        subSchemas: [
          { dataType: 'enum', enums: ['fulfilled'] },
          { dataType: 'enum', enums: ['unfulfilled'] },
          { dataType: 'enum', enums: ['partial'] },
          { dataType: 'enum', enums: ['restocked'] },
          { dataType: 'enum', enums: ['any'] },
        ],
      },
      ids: { dataType: 'string' },
      modified_on_min: { dataType: 'string' },
      modified_on_max: { dataType: 'string' },
    },
    additionalProperties: true,
  },
  OrderAnswer: {
    dataType: 'refObject',
    properties: {
      order: { ref: 'OrderShape', required: true },
    },
    additionalProperties: true,
  },
};
const templateService = new WrappedTemplateService(models, {
  noImplicitAdditionalProperties: 'ignore',
  bodyCoercion: false,
});

export function RegisterRoutes(app: Router) {
  //  NOTE: If you do not see routes for all of your controllers in this file, then you might not have informed tsoa of where to look
  //      Please look into the "controllerPathGlobs" config option described in the readme: https://github.com/lukeautry/tsoa

  const argsTransactionsController_listTransactions: Record<string, TsoaRoute.ParameterSchema> = {
    orderId: { in: 'path', name: 'order_id', required: true, dataType: 'string' },
    query: { in: 'queries', name: 'query', required: true, ref: 'DatedQuery' },
  };
  app.get(
    '/orders/:order_id/transactions.json',
    authenticateMiddleware([{ basic: [] }, { bizwebToken: [] }, { sapoToken: [] }, { shopifyToken: [] }]),
    ...fetchMiddlewares<RequestHandler>(TransactionsController),
    ...fetchMiddlewares<RequestHandler>(TransactionsController.prototype.listTransactions),

    async function TransactionsController_listTransactions(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsTransactionsController_listTransactions,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<TransactionsController>(TransactionsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'listTransactions',
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
  const argsTransactionsController_countTransactions: Record<string, TsoaRoute.ParameterSchema> = {
    orderId: { in: 'path', name: 'order_id', required: true, dataType: 'string' },
  };
  app.get(
    '/orders/:order_id/transactions/count.json',
    authenticateMiddleware([{ basic: [] }, { bizwebToken: [] }, { sapoToken: [] }, { shopifyToken: [] }]),
    ...fetchMiddlewares<RequestHandler>(TransactionsController),
    ...fetchMiddlewares<RequestHandler>(TransactionsController.prototype.countTransactions),

    async function TransactionsController_countTransactions(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsTransactionsController_countTransactions,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<TransactionsController>(TransactionsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'countTransactions',
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
  const argsTransactionsController_getTransaction: Record<string, TsoaRoute.ParameterSchema> = {
    orderId: { in: 'path', name: 'order_id', required: true, dataType: 'string' },
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
    query: { in: 'queries', name: 'query', required: true, ref: 'OneQuery' },
  };
  app.get(
    '/orders/:order_id/transactions/:id.json',
    authenticateMiddleware([{ basic: [] }, { bizwebToken: [] }, { sapoToken: [] }, { shopifyToken: [] }]),
    ...fetchMiddlewares<RequestHandler>(TransactionsController),
    ...fetchMiddlewares<RequestHandler>(TransactionsController.prototype.getTransaction),

    async function TransactionsController_getTransaction(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsTransactionsController_getTransaction,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<TransactionsController>(TransactionsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getTransaction',
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
  const argsTransactionsController_createTransaction: Record<string, TsoaRoute.ParameterSchema> = {
    orderId: { in: 'path', name: 'order_id', required: true, dataType: 'string' },
    body: { in: 'body', name: 'body', required: true, ref: 'CreateTransactionBody' },
  };
  app.post(
    '/orders/:order_id/transactions.json',
    authenticateMiddleware([{ basic: [] }, { bizwebToken: [] }, { sapoToken: [] }, { shopifyToken: [] }]),
    ...fetchMiddlewares<RequestHandler>(TransactionsController),
    ...fetchMiddlewares<RequestHandler>(TransactionsController.prototype.createTransaction),

    async function TransactionsController_createTransaction(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsTransactionsController_createTransaction,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<TransactionsController>(TransactionsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'createTransaction',
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
  const argsRefundsController_listRefunds: Record<string, TsoaRoute.ParameterSchema> = {
    orderId: { in: 'path', name: 'order_id', required: true, dataType: 'string' },
    query: { in: 'queries', name: 'query', required: true, ref: 'DatedQuery' },
  };
  app.get(
    '/orders/:order_id/refunds.json',
    authenticateMiddleware([{ basic: [] }, { bizwebToken: [] }, { sapoToken: [] }, { shopifyToken: [] }]),
    ...fetchMiddlewares<RequestHandler>(RefundsController),
    ...fetchMiddlewares<RequestHandler>(RefundsController.prototype.listRefunds),

    async function RefundsController_listRefunds(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsRefundsController_listRefunds,
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
          methodName: 'listRefunds',
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
    orderId: { in: 'path', name: 'order_id', required: true, dataType: 'string' },
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
    query: { in: 'queries', name: 'query', required: true, ref: 'OneQuery' },
  };
  app.get(
    '/orders/:order_id/refunds/:id.json',
    authenticateMiddleware([{ basic: [] }, { bizwebToken: [] }, { sapoToken: [] }, { shopifyToken: [] }]),
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
  const argsRefundsController_createRefund: Record<string, TsoaRoute.ParameterSchema> = {
    orderId: { in: 'path', name: 'order_id', required: true, dataType: 'string' },
    body: { in: 'body', name: 'body', required: true, ref: 'CreateRefundBody' },
  };
  app.post(
    '/orders/:order_id/refunds.json',
    authenticateMiddleware([{ basic: [] }, { bizwebToken: [] }, { sapoToken: [] }, { shopifyToken: [] }]),
    ...fetchMiddlewares<RequestHandler>(RefundsController),
    ...fetchMiddlewares<RequestHandler>(RefundsController.prototype.createRefund),

    async function RefundsController_createRefund(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsRefundsController_createRefund,
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
          methodName: 'createRefund',
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
  const argsRefundsController_calculateRefund: Record<string, TsoaRoute.ParameterSchema> = {
    orderId: { in: 'path', name: 'order_id', required: true, dataType: 'string' },
    body: { in: 'body', name: 'body', required: true, ref: 'CalculateBody' },
  };
  app.post(
    '/orders/:order_id/refunds/calculate.json',
    authenticateMiddleware([{ basic: [] }, { bizwebToken: [] }, { sapoToken: [] }, { shopifyToken: [] }]),
    ...fetchMiddlewares<RequestHandler>(RefundsController),
    ...fetchMiddlewares<RequestHandler>(RefundsController.prototype.calculateRefund),

    async function RefundsController_calculateRefund(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsRefundsController_calculateRefund,
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
          methodName: 'calculateRefund',
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
    query: { in: 'queries', name: 'query', required: true, ref: 'OrdersQuery' },
  };
  app.get(
    '/orders.json',
    authenticateMiddleware([{ basic: [] }, { bizwebToken: [] }, { sapoToken: [] }, { shopifyToken: [] }]),
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
    orderId: { in: 'path', name: 'order_id', required: true, dataType: 'string' },
    query: { in: 'queries', name: 'query', required: true, ref: 'OneQuery' },
  };
  app.get(
    '/orders/:order_id.json',
    authenticateMiddleware([{ basic: [] }, { bizwebToken: [] }, { sapoToken: [] }, { shopifyToken: [] }]),
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
