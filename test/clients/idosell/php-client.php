<?php
// Carries out the calls it is handed as JSON with PHP's SoapClient, made from the WSDL of each method. A warning is a failure.

set_error_handler(function (int $level, string $message) {
    throw new ErrorException($message);
});

$task = json_decode(stream_get_contents(STDIN));
$outcomes = [];
foreach ($task->calls as $call) {
    $stream = stream_context_create(['http' => ['header' => $call->headers]]);
    $client = new SoapClient($call->wsdl, [
        'cache_wsdl' => WSDL_CACHE_NONE,
        'stream_context' => $stream,
        'exceptions' => true,
    ]);
    try {
        $outcomes[] = ['reply' => $client->__soapCall($call->method, [$call->request])];
    } catch (SoapFault $fault) {
        $outcomes[] = ['fault' => $fault->faultstring];
    }
}
echo json_encode($outcomes, JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION);
