<?php
// The SOAP half of the README's tour: php samples/tour.php KEY [ADDRESS]
[, $key] = $argv;
$address = $argv[2] ?? 'http://127.0.0.1:3000';

$gateway = new SoapClient("$address/soap/v1?wsdl", [
    'features' => SOAP_SINGLE_ELEMENT_ARRAYS, // a list of one stays a list
    'stream_context' => stream_context_create(['http' => ['header' => "X-API-KEY: $key"]]),
]);

$added = $gateway->addManualRefund([
    'sourceType' => 'order', 'sourceId' => 1002, 'amount' => '5.00', 'currency' => 'PLN', 'destination' => 'cash',
])->refund;
echo "refund $added->refundId is $added->state\n";

$confirmed = $gateway->confirmRefund(['refundId' => $added->refundId])->refund;
echo "refund $confirmed->refundId is $confirmed->state\n";

try {
    $gateway->confirmRefund(['refundId' => $added->refundId]);
} catch (SoapFault $fault) {
    $detail = $fault->detail->RefundGatewayFault;
    echo "refused: $detail->code: $detail->message\n";
}
