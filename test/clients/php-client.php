<?php
// Carries out the calls it is handed as JSON with PHP's own SoapClient, made from the served WSDL. A warning is a failure.

error_reporting(E_ALL);
ini_set('display_errors', 'stderr');
set_error_handler(function (int $level, string $message, string $file, int $line): bool {
    throw new ErrorException($message, 0, $level, $file, $line);
});

const OURS = 'urn:refund-gateway:v1';
const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const WSU = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';
const TOKEN = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0';

function usernameToken(object $token): SoapHeader
{
    $text = fn (string $value): string => htmlspecialchars($value, ENT_XML1);
    $nonce = random_bytes(16);
    $created = gmdate('Y-m-d\TH:i:s\Z');
    $password = $token->type === 'digest' ? base64_encode(sha1($nonce . $created . $token->password, true)) : $token->password;
    $kind = $token->type === 'digest' ? 'PasswordDigest' : 'PasswordText';
    $xml = '<w:Security xmlns:w="' . WSSE . '" xmlns:u="' . WSU . '"><w:UsernameToken>'
        . '<w:Username>' . $text($token->user) . '</w:Username>'
        . '<w:Password Type="' . TOKEN . '#' . $kind . '">' . $text($password) . '</w:Password>'
        . '<w:Nonce>' . base64_encode($nonce) . '</w:Nonce><u:Created>' . $created . '</u:Created>'
        . '</w:UsernameToken></w:Security>';
    return new SoapHeader(WSSE, 'Security', new SoapVar($xml, XSD_ANYXML));
}

$task = json_decode(stream_get_contents(STDIN), false, 512, JSON_THROW_ON_ERROR);
$http = stream_context_create();
$client = new SoapClient($task->wsdl, [
    'soap_version' => $task->version === '1.2' ? SOAP_1_2 : SOAP_1_1,
    'location' => $task->address,
    'cache_wsdl' => WSDL_CACHE_NONE,
    'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
    'encoding' => 'UTF-8',
    'stream_context' => $http,
]);
$operations = preg_replace('/^\w+ (\w+)\(.*$/', '$1', $client->__getFunctions());

$outcomes = [];
foreach ($task->calls as $call) {
    if (!in_array($call->operation, $operations, true)) {
        throw new LogicException("SoapClient did not find $call->operation in the WSDL");
    }
    $lines = [];
    foreach ($call->httpHeaders as $name => $value) {
        $lines[] = "$name: $value";
    }
    stream_context_set_option($http, 'http', 'header', $lines);
    $blocks = [];
    if (isset($call->usernameToken)) {
        $blocks[] = usernameToken($call->usernameToken);
    }
    if (isset($call->idempotencyKey)) {
        $blocks[] = new SoapHeader(OURS, 'IdempotencyKey', $call->idempotencyKey);
    }
    try {
        $result = $client->__soapCall($call->operation, [$call->request], null, $blocks);
        $outcomes[] = ['answer' => current(get_object_vars($result))];
    } catch (SoapFault $fault) {
        if (!isset($fault->detail->RefundGatewayFault)) {
            throw $fault;
        }
        $detail = get_object_vars($fault->detail->RefundGatewayFault);
        $outcomes[] = ['fault' => $detail, 'faultString' => $fault->faultstring];
    }
}
echo json_encode($outcomes, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION);
