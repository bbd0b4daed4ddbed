// Made by npm run generate. Do not edit.
/* tslint:disable */
/* eslint-disable */
import type { TsoaRoute } from '@tsoa/runtime';
import { fetchMiddlewares } from '@tsoa/runtime';
import { ResourceTemplateService } from '../../src/dialects/laets/template-service';
import { UserController } from './../../src/dialects/laets/user-controller';
import { TransactionsController } from './../../src/dialects/laets/transactions-controller';
import { StoreTransactionsController } from './../../src/dialects/laets/store-transactions-controller';
import { ReturnsController } from './../../src/dialects/laets/returns-controller';
import { RefundsController } from './../../src/dialects/laets/refunds-controller';
import { OrdersController } from './../../src/dialects/laets/orders-controller';
import { OrderItemsController } from './../../src/dialects/laets/order-items-controller';
import { MpTransactionsController } from './../../src/dialects/laets/mp-transactions-controller';
import { MerchantOrdersController } from './../../src/dialects/laets/merchant-orders-controller';
import { MerchantController } from './../../src/dialects/laets/merchant-controller';
import { AppTransactionsController } from './../../src/dialects/laets/app-transactions-controller';
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
  'Record_string.never_': {
    dataType: 'refAlias',
    type: { dataType: 'nestedObjectLiteral', nestedProperties: {}, validators: {} },
  },
  Nothing: {
    dataType: 'refAlias',
    type: { ref: 'Record_string.never_', validators: {} },
  },
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
  Trouble: {
    dataType: 'refObject',
    properties: {
      errors: { dataType: 'array', array: { dataType: 'string' }, required: true },
    },
    additionalProperties: true,
  },
  NoMeta: {
    dataType: 'refAlias',
    type: { ref: 'Record_string.never_', validators: {} },
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
      meta: { ref: 'NoMeta', required: true },
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
      meta: { ref: 'NoMeta', required: true },
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
  TransactionShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      pk: { dataType: 'float', required: true },
      resource_uri: { dataType: 'string', required: true },
      transaction_type: { dataType: 'float', required: true },
      amount: { dataType: 'string', required: true },
      currency: { dataType: 'string', required: true },
      order: { dataType: 'string', required: true },
      merchant_order: { dataType: 'string', required: true },
      refund: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      timestamp: { dataType: 'string', required: true },
      from_list: { dataType: 'boolean', required: true },
    },
    additionalProperties: true,
  },
  ListShape_TransactionShape_: {
    dataType: 'refObject',
    properties: {
      meta: { ref: 'ListMeta', required: true },
      objects: { dataType: 'array', array: { dataType: 'refObject', ref: 'TransactionShape' }, required: true },
    },
    additionalProperties: true,
  },
  ListQuery: {
    dataType: 'refObject',
    properties: {
      limit: { dataType: 'integer' },
      offset: { dataType: 'integer' },
      order_by: { dataType: 'string' },
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
  Detail_TransactionShape_: {
    dataType: 'refAlias',
    type: {
      dataType: 'intersection',
      subSchemas: [
        { ref: 'TransactionShape' },
        { dataType: 'nestedObjectLiteral', nestedProperties: { meta: { ref: 'NoMeta', required: true } } },
      ],
      validators: {},
    },
  },
  TransactionPartShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      pk: { dataType: 'float', required: true },
      resource_uri: { dataType: 'string', required: true },
      transaction: { dataType: 'string', required: true },
      amount: { dataType: 'string', required: true },
      currency: { dataType: 'string', required: true },
      timestamp: { dataType: 'string', required: true },
      from_list: { dataType: 'boolean', required: true },
    },
    additionalProperties: true,
  },
  ListShape_TransactionPartShape_: {
    dataType: 'refObject',
    properties: {
      meta: { ref: 'ListMeta', required: true },
      objects: { dataType: 'array', array: { dataType: 'refObject', ref: 'TransactionPartShape' }, required: true },
    },
    additionalProperties: true,
  },
  Detail_TransactionPartShape_: {
    dataType: 'refAlias',
    type: {
      dataType: 'intersection',
      subSchemas: [
        { ref: 'TransactionPartShape' },
        { dataType: 'nestedObjectLiteral', nestedProperties: { meta: { ref: 'NoMeta', required: true } } },
      ],
      validators: {},
    },
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
      order_id_number: { dataType: 'string', required: true },
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
      order_id_number: { dataType: 'string', required: true },
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
  ChangeReturnBody: {
    dataType: 'refObject',
    properties: {
      comment: { dataType: 'union', subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }] },
      external_id: { dataType: 'union', subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }] },
      starred: { dataType: 'boolean' },
    },
    additionalProperties: true,
  },
  OrderItemShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      pk: { dataType: 'float', required: true },
      resource_uri: { dataType: 'string', required: true },
      amount_vat_included: { dataType: 'string', required: true },
      application_commission_amount: { dataType: 'string', required: true },
      application_commission_rate: { dataType: 'string', required: true },
      application_commission_tax_rate_included: { dataType: 'string', required: true },
      bundled: { dataType: 'boolean', required: true },
      created_on: { dataType: 'string', required: true },
      currency: { dataType: 'string', required: true },
      discount_amount_vat_included: { dataType: 'string', required: true },
      discounts: { dataType: 'array', array: { dataType: 'any' }, required: true },
      external_id: { dataType: 'enum', enums: [null], required: true },
      extra_info: { dataType: 'enum', enums: [null], required: true },
      from_list: { dataType: 'boolean', required: true },
      gift: { dataType: 'boolean', required: true },
      iceberg_commission_amount: { dataType: 'string', required: true },
      iceberg_commission_rate: { dataType: 'string', required: true },
      iceberg_commission_tax_rate_included: { dataType: 'string', required: true },
      item_image_url: { dataType: 'enum', enums: [null], required: true },
      item_type: { dataType: 'string', required: true },
      merchant_commission_amount: { dataType: 'string', required: true },
      merchant_commission_rate: { dataType: 'string', required: true },
      merchant_commission_tax_rate_included: { dataType: 'string', required: true },
      merchant_order: { dataType: 'string', required: true },
      name: { dataType: 'string', required: true },
      number_of_people: { dataType: 'enum', enums: [null], required: true },
      offer_absolute_url: { dataType: 'enum', enums: [null], required: true },
      offer_id: { dataType: 'string', required: true },
      option_answers: { dataType: 'array', array: { dataType: 'any' }, required: true },
      price: { dataType: 'string', required: true },
      price_vat_included: { dataType: 'string', required: true },
      product: { dataType: 'enum', enums: [null], required: true },
      product_offer: { dataType: 'enum', enums: [null], required: true },
      product_variation: { dataType: 'enum', enums: [null], required: true },
      quantity: { dataType: 'float', required: true },
      received: { dataType: 'boolean', required: true },
      reservations: { dataType: 'array', array: { dataType: 'any' }, required: true },
      reviewed: { dataType: 'boolean', required: true },
      reviews: { dataType: 'array', array: { dataType: 'any' }, required: true },
      service_offer: { dataType: 'enum', enums: [null], required: true },
      service_variation: { dataType: 'enum', enums: [null], required: true },
      shipped_on: { dataType: 'enum', enums: [null], required: true },
      shipping: { dataType: 'string', required: true },
      shipping_speed: { dataType: 'enum', enums: [null], required: true },
      size: { dataType: 'enum', enums: [null], required: true },
      sku: { dataType: 'string', required: true },
      status: { dataType: 'string', required: true },
      status_localized: { dataType: 'string', required: true },
      stock: { dataType: 'enum', enums: [null], required: true },
      variation: { dataType: 'enum', enums: [null], required: true },
      variation_name: { dataType: 'enum', enums: [null], required: true },
      variation_sku: { dataType: 'enum', enums: [null], required: true },
      variation_stock: { dataType: 'enum', enums: [null], required: true },
      vat: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  Named: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      pk: { dataType: 'float', required: true },
      resource_uri: { dataType: 'string', required: true },
      name: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  PaymentShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      status: { dataType: 'string', required: true },
      collected_amount: { dataType: 'string', required: true },
      remaining_to_collect: { dataType: 'string', required: true },
      payment_backend: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
    },
    additionalProperties: true,
  },
  OrderShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      pk: { dataType: 'float', required: true },
      resource_uri: { dataType: 'string', required: true },
      id_number: { dataType: 'string', required: true },
      cart_id: { dataType: 'enum', enums: [null], required: true },
      created_on: { dataType: 'string', required: true },
      last_updated: { dataType: 'string', required: true },
      external_id: { dataType: 'enum', enums: [null], required: true },
      currency: { dataType: 'string', required: true },
      amount_vat_included: { dataType: 'string', required: true },
      payment: { ref: 'PaymentShape', required: true },
      shipping_speed: { dataType: 'enum', enums: [null], required: true },
      status: { dataType: 'string', required: true },
      status_localized: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  MerchantOrderShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      pk: { dataType: 'float', required: true },
      resource_uri: { dataType: 'string', required: true },
      amount: { dataType: 'string', required: true },
      amount_vat_included: { dataType: 'string', required: true },
      amount_vat_included_before_discount: { dataType: 'string', required: true },
      app_discount_amount: { dataType: 'string', required: true },
      app_discount_amount_vat_included: { dataType: 'string', required: true },
      application: { dataType: 'enum', enums: [null], required: true },
      billing_address: { dataType: 'enum', enums: [null], required: true },
      shipping_address: { dataType: 'enum', enums: [null], required: true },
      created_on: { dataType: 'string', required: true },
      currency: { dataType: 'string', required: true },
      debug: { dataType: 'boolean', required: true },
      discount_amount: { dataType: 'string', required: true },
      discount_amount_vat_included: { dataType: 'string', required: true },
      eco_tax: { dataType: 'string', required: true },
      eco_tax_vat_included: { dataType: 'string', required: true },
      entered_discount_codes: { dataType: 'array', array: { dataType: 'string' }, required: true },
      external_id: { dataType: 'enum', enums: [null], required: true },
      from_list: { dataType: 'boolean', required: true },
      items: { dataType: 'array', array: { dataType: 'refObject', ref: 'OrderItemShape' }, required: true },
      items_count: { dataType: 'float', required: true },
      last_updated: { dataType: 'string', required: true },
      merchant: { ref: 'Named', required: true },
      merchant_comment: { dataType: 'string', required: true },
      order: { ref: 'OrderShape', required: true },
      price: { dataType: 'string', required: true },
      price_vat_included: { dataType: 'string', required: true },
      received: { dataType: 'boolean', required: true },
      shipping: { dataType: 'string', required: true },
      shipping_vat_included: { dataType: 'string', required: true },
      starred: { dataType: 'boolean', required: true },
      status: { dataType: 'string', required: true },
      status_localized: { dataType: 'string', required: true },
      user: { dataType: 'enum', enums: [null], required: true },
      vat: { dataType: 'string', required: true },
      vat_on_products: { dataType: 'string', required: true },
      vat_on_shipping: { dataType: 'string', required: true },
      vat_on_eco_tax: { dataType: 'string', required: true },
    },
    additionalProperties: true,
  },
  Detail_MerchantOrderShape_: {
    dataType: 'refAlias',
    type: {
      dataType: 'intersection',
      subSchemas: [
        { ref: 'MerchantOrderShape' },
        { dataType: 'nestedObjectLiteral', nestedProperties: { meta: { ref: 'NoMeta', required: true } } },
      ],
      validators: {},
    },
  },
  ReturnActionBody: {
    dataType: 'refObject',
    properties: {
      order_items: { dataType: 'array', array: { dataType: 'refAlias', ref: 'Related' } },
      return_type: { ref: 'ReturnType' },
    },
    additionalProperties: true,
  },
  RefundStatus: {
    dataType: 'refAlias',
    type: {
      dataType: 'union',
      subSchemas: [
        { dataType: 'enum', enums: ['pending'] },
        { dataType: 'enum', enums: ['complete'] },
        { dataType: 'enum', enums: ['failed'] },
        { dataType: 'enum', enums: ['cancelled'] },
      ],
      validators: {},
    },
  },
  RefundShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      pk: { dataType: 'float', required: true },
      resource_uri: { dataType: 'string', required: true },
      status: { ref: 'RefundStatus', required: true },
      amount: { dataType: 'string', required: true },
      shipping: { dataType: 'string', required: true },
      adjustment: { dataType: 'string', required: true },
      total_refund_amount: { dataType: 'string', required: true },
      currency: { dataType: 'string', required: true },
      partial_refund: { dataType: 'boolean', required: true },
      merchant_order: { dataType: 'string', required: true },
      return_requests: { dataType: 'array', array: { dataType: 'string' }, required: true },
      order_items: { dataType: 'array', array: { dataType: 'string' }, required: true },
      merchant: { dataType: 'string', required: true },
      user: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'enum', enums: [null] }],
        required: true,
      },
      memo: { dataType: 'string', required: true },
      seller_note: { dataType: 'string', required: true },
      created_on: { dataType: 'string', required: true },
      last_updated: { dataType: 'string', required: true },
      from_list: { dataType: 'boolean', required: true },
    },
    additionalProperties: true,
  },
  ListShape_RefundShape_: {
    dataType: 'refObject',
    properties: {
      meta: { ref: 'ListMeta', required: true },
      objects: { dataType: 'array', array: { dataType: 'refObject', ref: 'RefundShape' }, required: true },
    },
    additionalProperties: true,
  },
  Detail_RefundShape_: {
    dataType: 'refAlias',
    type: {
      dataType: 'intersection',
      subSchemas: [
        { ref: 'RefundShape' },
        { dataType: 'nestedObjectLiteral', nestedProperties: { meta: { ref: 'NoMeta', required: true } } },
      ],
      validators: {},
    },
  },
  NewRefundBody: {
    dataType: 'refObject',
    properties: {
      merchant_order: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'float' }, { dataType: 'object' }],
        required: true,
      },
      amount: { dataType: 'union', subSchemas: [{ dataType: 'string' }, { dataType: 'float' }] },
      shipping: { dataType: 'union', subSchemas: [{ dataType: 'string' }, { dataType: 'float' }] },
      adjustment: { dataType: 'union', subSchemas: [{ dataType: 'string' }, { dataType: 'float' }] },
      partial_refund: { dataType: 'boolean' },
      return_requests: {
        dataType: 'array',
        array: {
          dataType: 'union',
          subSchemas: [{ dataType: 'string' }, { dataType: 'float' }, { dataType: 'object' }],
        },
      },
      order_items: {
        dataType: 'array',
        array: {
          dataType: 'union',
          subSchemas: [{ dataType: 'string' }, { dataType: 'float' }, { dataType: 'object' }],
        },
      },
      merchant: {
        dataType: 'union',
        subSchemas: [{ dataType: 'string' }, { dataType: 'float' }, { dataType: 'object' }],
      },
      user: { dataType: 'union', subSchemas: [{ dataType: 'string' }, { dataType: 'float' }, { dataType: 'object' }] },
      memo: { dataType: 'string' },
      seller_note: { dataType: 'string' },
      sync: { dataType: 'boolean' },
    },
    additionalProperties: true,
  },
  ListShape_OrderShape_: {
    dataType: 'refObject',
    properties: {
      meta: { ref: 'ListMeta', required: true },
      objects: { dataType: 'array', array: { dataType: 'refObject', ref: 'OrderShape' }, required: true },
    },
    additionalProperties: true,
  },
  Detail_OrderShape_: {
    dataType: 'refAlias',
    type: {
      dataType: 'intersection',
      subSchemas: [
        { ref: 'OrderShape' },
        { dataType: 'nestedObjectLiteral', nestedProperties: { meta: { ref: 'NoMeta', required: true } } },
      ],
      validators: {},
    },
  },
  ListShape_OrderItemShape_: {
    dataType: 'refObject',
    properties: {
      meta: { ref: 'ListMeta', required: true },
      objects: { dataType: 'array', array: { dataType: 'refObject', ref: 'OrderItemShape' }, required: true },
    },
    additionalProperties: true,
  },
  Detail_OrderItemShape_: {
    dataType: 'refAlias',
    type: {
      dataType: 'intersection',
      subSchemas: [
        { ref: 'OrderItemShape' },
        { dataType: 'nestedObjectLiteral', nestedProperties: { meta: { ref: 'NoMeta', required: true } } },
      ],
      validators: {},
    },
  },
  ListShape_MerchantOrderShape_: {
    dataType: 'refObject',
    properties: {
      meta: { ref: 'ListMeta', required: true },
      objects: { dataType: 'array', array: { dataType: 'refObject', ref: 'MerchantOrderShape' }, required: true },
    },
    additionalProperties: true,
  },
  ReturnedOrderShape: {
    dataType: 'refObject',
    properties: {
      id: { dataType: 'float', required: true },
      pk: { dataType: 'float', required: true },
      resource_uri: { dataType: 'string', required: true },
      amount: { dataType: 'string', required: true },
      amount_vat_included: { dataType: 'string', required: true },
      amount_vat_included_before_discount: { dataType: 'string', required: true },
      app_discount_amount: { dataType: 'string', required: true },
      app_discount_amount_vat_included: { dataType: 'string', required: true },
      application: { dataType: 'enum', enums: [null], required: true },
      billing_address: { dataType: 'enum', enums: [null], required: true },
      shipping_address: { dataType: 'enum', enums: [null], required: true },
      created_on: { dataType: 'string', required: true },
      currency: { dataType: 'string', required: true },
      debug: { dataType: 'boolean', required: true },
      discount_amount: { dataType: 'string', required: true },
      discount_amount_vat_included: { dataType: 'string', required: true },
      eco_tax: { dataType: 'string', required: true },
      eco_tax_vat_included: { dataType: 'string', required: true },
      entered_discount_codes: { dataType: 'array', array: { dataType: 'string' }, required: true },
      external_id: { dataType: 'enum', enums: [null], required: true },
      from_list: { dataType: 'boolean', required: true },
      items: { dataType: 'array', array: { dataType: 'refObject', ref: 'OrderItemShape' }, required: true },
      items_count: { dataType: 'float', required: true },
      last_updated: { dataType: 'string', required: true },
      merchant: { ref: 'Named', required: true },
      merchant_comment: { dataType: 'string', required: true },
      order: { ref: 'OrderShape', required: true },
      price: { dataType: 'string', required: true },
      price_vat_included: { dataType: 'string', required: true },
      received: { dataType: 'boolean', required: true },
      shipping: { dataType: 'string', required: true },
      shipping_vat_included: { dataType: 'string', required: true },
      starred: { dataType: 'boolean', required: true },
      status: { dataType: 'string', required: true },
      status_localized: { dataType: 'string', required: true },
      user: { dataType: 'enum', enums: [null], required: true },
      vat: { dataType: 'string', required: true },
      vat_on_products: { dataType: 'string', required: true },
      vat_on_shipping: { dataType: 'string', required: true },
      vat_on_eco_tax: { dataType: 'string', required: true },
      created_return_request_ids: { dataType: 'array', array: { dataType: 'float' }, required: true },
      created_return_requests: { dataType: 'array', array: { dataType: 'string' }, required: true },
    },
    additionalProperties: true,
  },
  Detail_ReturnedOrderShape_: {
    dataType: 'refAlias',
    type: {
      dataType: 'intersection',
      subSchemas: [
        { ref: 'ReturnedOrderShape' },
        { dataType: 'nestedObjectLiteral', nestedProperties: { meta: { ref: 'NoMeta', required: true } } },
      ],
      validators: {},
    },
  },
  NewReturnsBody: {
    dataType: 'refObject',
    properties: {
      order_items: { dataType: 'array', array: { dataType: 'refAlias', ref: 'Related' }, required: true },
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
    },
    additionalProperties: true,
  },
  ListShape_MerchantShape_: {
    dataType: 'refObject',
    properties: {
      meta: { ref: 'ListMeta', required: true },
      objects: { dataType: 'array', array: { dataType: 'refObject', ref: 'MerchantShape' }, required: true },
    },
    additionalProperties: true,
  },
  Detail_MerchantShape_: {
    dataType: 'refAlias',
    type: {
      dataType: 'intersection',
      subSchemas: [
        { ref: 'MerchantShape' },
        { dataType: 'nestedObjectLiteral', nestedProperties: { meta: { ref: 'NoMeta', required: true } } },
      ],
      validators: {},
    },
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
  const argsTransactionsController_listTransactions: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'ListQuery' },
  };
  app.get(
    '/transaction',
    authenticateMiddleware([{ iceberg: [] }]),
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
  const argsTransactionsController_getTransactionSchema: Record<string, TsoaRoute.ParameterSchema> = {};
  app.get(
    '/transaction/schema',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(TransactionsController),
    ...fetchMiddlewares<RequestHandler>(TransactionsController.prototype.getTransactionSchema),

    async function TransactionsController_getTransactionSchema(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsTransactionsController_getTransactionSchema,
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
          methodName: 'getTransactionSchema',
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
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
  };
  app.get(
    '/transaction/:id',
    authenticateMiddleware([{ iceberg: [] }]),
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
  const argsStoreTransactionsController_listStoreTransactions: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'ListQuery' },
  };
  app.get(
    '/store_transaction',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(StoreTransactionsController),
    ...fetchMiddlewares<RequestHandler>(StoreTransactionsController.prototype.listStoreTransactions),

    async function StoreTransactionsController_listStoreTransactions(
      request: ExRequest,
      response: ExResponse,
      next: any,
    ) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsStoreTransactionsController_listStoreTransactions,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<StoreTransactionsController>(StoreTransactionsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'listStoreTransactions',
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
  const argsStoreTransactionsController_getStoreTransactionSchema: Record<string, TsoaRoute.ParameterSchema> = {};
  app.get(
    '/store_transaction/schema',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(StoreTransactionsController),
    ...fetchMiddlewares<RequestHandler>(StoreTransactionsController.prototype.getStoreTransactionSchema),

    async function StoreTransactionsController_getStoreTransactionSchema(
      request: ExRequest,
      response: ExResponse,
      next: any,
    ) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsStoreTransactionsController_getStoreTransactionSchema,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<StoreTransactionsController>(StoreTransactionsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getStoreTransactionSchema',
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
  const argsStoreTransactionsController_getStoreTransaction: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
  };
  app.get(
    '/store_transaction/:id',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(StoreTransactionsController),
    ...fetchMiddlewares<RequestHandler>(StoreTransactionsController.prototype.getStoreTransaction),

    async function StoreTransactionsController_getStoreTransaction(
      request: ExRequest,
      response: ExResponse,
      next: any,
    ) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsStoreTransactionsController_getStoreTransaction,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<StoreTransactionsController>(StoreTransactionsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getStoreTransaction',
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
  const argsReturnsController_getMerchantOrderOfReturn: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
  };
  app.get(
    '/return/:id/get_merchant_order',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(ReturnsController),
    ...fetchMiddlewares<RequestHandler>(ReturnsController.prototype.getMerchantOrderOfReturn),

    async function ReturnsController_getMerchantOrderOfReturn(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsReturnsController_getMerchantOrderOfReturn,
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
          methodName: 'getMerchantOrderOfReturn',
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
  const argsRefundsController_listRefunds: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'ListQuery' },
  };
  app.get(
    '/refund',
    authenticateMiddleware([{ iceberg: [] }]),
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
  const argsRefundsController_createRefund: Record<string, TsoaRoute.ParameterSchema> = {
    body: { in: 'body', name: 'body', required: true, ref: 'NewRefundBody' },
  };
  app.post(
    '/refund',
    authenticateMiddleware([{ iceberg: [] }]),
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
  const argsRefundsController_getRefundSchema: Record<string, TsoaRoute.ParameterSchema> = {};
  app.get(
    '/refund/schema',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(RefundsController),
    ...fetchMiddlewares<RequestHandler>(RefundsController.prototype.getRefundSchema),

    async function RefundsController_getRefundSchema(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsRefundsController_getRefundSchema,
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
          methodName: 'getRefundSchema',
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
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
  };
  app.get(
    '/refund/:id',
    authenticateMiddleware([{ iceberg: [] }]),
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
  const argsRefundsController_cancelRefund: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
  };
  app.post(
    '/refund/:id/cancel',
    authenticateMiddleware([{ iceberg: [] }]),
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
  const argsOrdersController_listOrders: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'ListQuery' },
  };
  app.get(
    '/order',
    authenticateMiddleware([{ iceberg: [] }]),
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
  const argsOrdersController_getOrderSchema: Record<string, TsoaRoute.ParameterSchema> = {};
  app.get(
    '/order/schema',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrdersController),
    ...fetchMiddlewares<RequestHandler>(OrdersController.prototype.getOrderSchema),

    async function OrdersController_getOrderSchema(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsOrdersController_getOrderSchema,
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
          methodName: 'getOrderSchema',
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
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
  };
  app.get(
    '/order/:id',
    authenticateMiddleware([{ iceberg: [] }]),
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
  const argsOrderItemsController_listOrderItems: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'ListQuery' },
  };
  app.get(
    '/order_item',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrderItemsController),
    ...fetchMiddlewares<RequestHandler>(OrderItemsController.prototype.listOrderItems),

    async function OrderItemsController_listOrderItems(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsOrderItemsController_listOrderItems,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<OrderItemsController>(OrderItemsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'listOrderItems',
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
  const argsOrderItemsController_getOrderItemSchema: Record<string, TsoaRoute.ParameterSchema> = {};
  app.get(
    '/order_item/schema',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrderItemsController),
    ...fetchMiddlewares<RequestHandler>(OrderItemsController.prototype.getOrderItemSchema),

    async function OrderItemsController_getOrderItemSchema(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsOrderItemsController_getOrderItemSchema,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<OrderItemsController>(OrderItemsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getOrderItemSchema',
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
  const argsOrderItemsController_getOrderItem: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
  };
  app.get(
    '/order_item/:id',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(OrderItemsController),
    ...fetchMiddlewares<RequestHandler>(OrderItemsController.prototype.getOrderItem),

    async function OrderItemsController_getOrderItem(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsOrderItemsController_getOrderItem,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<OrderItemsController>(OrderItemsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getOrderItem',
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
  const argsMpTransactionsController_listMpTransactions: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'ListQuery' },
  };
  app.get(
    '/mp_transaction',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(MpTransactionsController),
    ...fetchMiddlewares<RequestHandler>(MpTransactionsController.prototype.listMpTransactions),

    async function MpTransactionsController_listMpTransactions(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsMpTransactionsController_listMpTransactions,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<MpTransactionsController>(MpTransactionsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'listMpTransactions',
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
  const argsMpTransactionsController_getMpTransactionSchema: Record<string, TsoaRoute.ParameterSchema> = {};
  app.get(
    '/mp_transaction/schema',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(MpTransactionsController),
    ...fetchMiddlewares<RequestHandler>(MpTransactionsController.prototype.getMpTransactionSchema),

    async function MpTransactionsController_getMpTransactionSchema(
      request: ExRequest,
      response: ExResponse,
      next: any,
    ) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsMpTransactionsController_getMpTransactionSchema,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<MpTransactionsController>(MpTransactionsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getMpTransactionSchema',
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
  const argsMpTransactionsController_getMpTransaction: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
  };
  app.get(
    '/mp_transaction/:id',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(MpTransactionsController),
    ...fetchMiddlewares<RequestHandler>(MpTransactionsController.prototype.getMpTransaction),

    async function MpTransactionsController_getMpTransaction(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsMpTransactionsController_getMpTransaction,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<MpTransactionsController>(MpTransactionsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getMpTransaction',
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
  const argsMerchantOrdersController_listMerchantOrders: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'ListQuery' },
  };
  app.get(
    '/merchant_order',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(MerchantOrdersController),
    ...fetchMiddlewares<RequestHandler>(MerchantOrdersController.prototype.listMerchantOrders),

    async function MerchantOrdersController_listMerchantOrders(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsMerchantOrdersController_listMerchantOrders,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<MerchantOrdersController>(MerchantOrdersController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'listMerchantOrders',
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
  const argsMerchantOrdersController_getMerchantOrderSchema: Record<string, TsoaRoute.ParameterSchema> = {};
  app.get(
    '/merchant_order/schema',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(MerchantOrdersController),
    ...fetchMiddlewares<RequestHandler>(MerchantOrdersController.prototype.getMerchantOrderSchema),

    async function MerchantOrdersController_getMerchantOrderSchema(
      request: ExRequest,
      response: ExResponse,
      next: any,
    ) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsMerchantOrdersController_getMerchantOrderSchema,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<MerchantOrdersController>(MerchantOrdersController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getMerchantOrderSchema',
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
  const argsMerchantOrdersController_getMerchantOrder: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
  };
  app.get(
    '/merchant_order/:id',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(MerchantOrdersController),
    ...fetchMiddlewares<RequestHandler>(MerchantOrdersController.prototype.getMerchantOrder),

    async function MerchantOrdersController_getMerchantOrder(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsMerchantOrdersController_getMerchantOrder,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<MerchantOrdersController>(MerchantOrdersController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getMerchantOrder',
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
  const argsMerchantOrdersController_createReturns: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
    body: { in: 'body', name: 'body', required: true, ref: 'NewReturnsBody' },
  };
  app.post(
    '/merchant_order/:id/return',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(MerchantOrdersController),
    ...fetchMiddlewares<RequestHandler>(MerchantOrdersController.prototype.createReturns),

    async function MerchantOrdersController_createReturns(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsMerchantOrdersController_createReturns,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<MerchantOrdersController>(MerchantOrdersController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'createReturns',
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
  const argsMerchantOrdersController_confirmMerchantOrder: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
  };
  app.post(
    '/merchant_order/:id/confirm',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(MerchantOrdersController),
    ...fetchMiddlewares<RequestHandler>(MerchantOrdersController.prototype.confirmMerchantOrder),

    async function MerchantOrdersController_confirmMerchantOrder(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsMerchantOrdersController_confirmMerchantOrder,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<MerchantOrdersController>(MerchantOrdersController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'confirmMerchantOrder',
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
  const argsMerchantOrdersController_sendMerchantOrder: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
  };
  app.post(
    '/merchant_order/:id/send',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(MerchantOrdersController),
    ...fetchMiddlewares<RequestHandler>(MerchantOrdersController.prototype.sendMerchantOrder),

    async function MerchantOrdersController_sendMerchantOrder(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsMerchantOrdersController_sendMerchantOrder,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<MerchantOrdersController>(MerchantOrdersController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'sendMerchantOrder',
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
  const argsMerchantOrdersController_cancelMerchantOrder: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
  };
  app.post(
    '/merchant_order/:id/cancel',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(MerchantOrdersController),
    ...fetchMiddlewares<RequestHandler>(MerchantOrdersController.prototype.cancelMerchantOrder),

    async function MerchantOrdersController_cancelMerchantOrder(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsMerchantOrdersController_cancelMerchantOrder,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<MerchantOrdersController>(MerchantOrdersController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'cancelMerchantOrder',
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
  const argsMerchantController_listMerchants: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'ListQuery' },
  };
  app.get(
    '/merchant',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(MerchantController),
    ...fetchMiddlewares<RequestHandler>(MerchantController.prototype.listMerchants),

    async function MerchantController_listMerchants(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsMerchantController_listMerchants,
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
          methodName: 'listMerchants',
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
  const argsMerchantController_getMerchantSchema: Record<string, TsoaRoute.ParameterSchema> = {};
  app.get(
    '/merchant/schema',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(MerchantController),
    ...fetchMiddlewares<RequestHandler>(MerchantController.prototype.getMerchantSchema),

    async function MerchantController_getMerchantSchema(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsMerchantController_getMerchantSchema,
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
          methodName: 'getMerchantSchema',
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
  const argsAppTransactionsController_listAppTransactions: Record<string, TsoaRoute.ParameterSchema> = {
    query: { in: 'queries', name: 'query', required: true, ref: 'ListQuery' },
  };
  app.get(
    '/app_transaction',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(AppTransactionsController),
    ...fetchMiddlewares<RequestHandler>(AppTransactionsController.prototype.listAppTransactions),

    async function AppTransactionsController_listAppTransactions(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsAppTransactionsController_listAppTransactions,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<AppTransactionsController>(AppTransactionsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'listAppTransactions',
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
  const argsAppTransactionsController_getAppTransactionSchema: Record<string, TsoaRoute.ParameterSchema> = {};
  app.get(
    '/app_transaction/schema',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(AppTransactionsController),
    ...fetchMiddlewares<RequestHandler>(AppTransactionsController.prototype.getAppTransactionSchema),

    async function AppTransactionsController_getAppTransactionSchema(
      request: ExRequest,
      response: ExResponse,
      next: any,
    ) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsAppTransactionsController_getAppTransactionSchema,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<AppTransactionsController>(AppTransactionsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getAppTransactionSchema',
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
  const argsAppTransactionsController_getAppTransaction: Record<string, TsoaRoute.ParameterSchema> = {
    id: { in: 'path', name: 'id', required: true, dataType: 'string' },
  };
  app.get(
    '/app_transaction/:id',
    authenticateMiddleware([{ iceberg: [] }]),
    ...fetchMiddlewares<RequestHandler>(AppTransactionsController),
    ...fetchMiddlewares<RequestHandler>(AppTransactionsController.prototype.getAppTransaction),

    async function AppTransactionsController_getAppTransaction(request: ExRequest, response: ExResponse, next: any) {
      let validatedArgs: any[] = [];
      try {
        validatedArgs = templateService.getValidatedArgs({
          args: argsAppTransactionsController_getAppTransaction,
          request,
          response,
        });

        const container: IocContainer =
          typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

        const controller: any = await container.get<AppTransactionsController>(AppTransactionsController);
        if (typeof controller['setStatus'] === 'function') {
          controller.setStatus(undefined);
        }

        await templateService.apiHandler({
          methodName: 'getAppTransaction',
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
