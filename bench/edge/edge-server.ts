/**
 * The SOAP edges alone: ours, and the one of the `soap` package, over the same contract and with the same handler, which
 * answers at once. What both have behind them in a gateway (the key check, the services, the database) is left out.
 */
import http from 'node:http';
import express from 'express';
import { listen } from 'soap';
import { FAULT_ELEMENT } from '../../src/dialects/own/soap';
import { readProjectFile } from '../../src/project-files';
import { createFastServer } from '../../src/rest/fast-server';
import { createSoapHandler } from '../../src/soap/endpoint';
import { readContract } from '../../src/soap/wsdl-reader';

const WSDL = 'wsdl/refund-gateway.wsdl';
const TRANSACTION = {
  ...{ transactionId: 7, state: 'approved', amount: '1.25', currency: 'PLN', paymentId: 1, provider: 'simulated' },
  updatedAt: '2026-11-22T02:55:12.506Z',
};
const STATUS = {
  ...{ refundId: 7, state: 'approved', amount: '1.25', currency: 'PLN', settledAmount: '0.00' },
  ...{ createdAt: '2026-11-22T02:55:12.479Z', confirmedAt: '2026-11-22T02:55:12.506Z' },
};

const REFUND = {
  ...{ refundId: 7, orderId: 1001, sourceType: 'order', sourceId: 1001, method: 'automatic', state: 'requested' },
  ...{ amount: '1.25', currency: 'PLN', reason: 'arrived broken', createdAt: '2026-11-22T02:55:12.479Z' },
};
/** As many as a clerk looks through. */
const LISTED = Array.from({ length: 10 }, () => REFUND);

/** On the server that the gateway puts it on. */
export async function ourEdge(): Promise<http.Server> {
  const wsdlText = readProjectFile(WSDL);
  const handler = createSoapHandler({
    contract: await readContract(wsdlText),
    wsdlText,
    faultElement: FAULT_ELEMENT,
    call: ({ operation }) =>
      Promise.resolve(
        operation === 'retrieveRefundsList'
          ? { refunds: LISTED.map((refund) => ({ ...refund, transactions: [TRANSACTION] })) }
          : { ...STATUS, transactions: [TRANSACTION] },
      ),
    onBug: (error) => process.stderr.write(`edge: ${String(error)}\n`),
  });
  return createFastServer(express(), {}, handler);
}

export function nodeSoapEdge(): Promise<http.Server> {
  const server = http.createServer((_request, response) => response.writeHead(404).end());
  const getRefundStatus = () =>
    Promise.resolve({ status: { ...STATUS, transactions: { transaction: [TRANSACTION] } } });
  const listed = LISTED.map((refund) => ({ ...refund, transactions: { transaction: [TRANSACTION] } }));
  const retrieveRefundsList = () => Promise.resolve({ page: { refunds: { refund: listed } } });
  return new Promise((resolve, reject) => {
    listen(server, {
      path: '/soap/v1',
      services: { RefundGatewayService: { RefundGatewaySoap11Port: { getRefundStatus, retrieveRefundsList } } },
      xml: readProjectFile(WSDL),
      callback: (error: Error | null) => (error ? reject(error) : resolve(server)),
    });
  });
}
