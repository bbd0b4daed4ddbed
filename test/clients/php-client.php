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

function client(object $task, array $http): SoapClient
{
    return new SoapClient($task->wsdl, [
        'soap_version' => $task->version === '1.2' ? SOAP_1_2 : SOAP_1_1,
        'location' => $task->address,
        'cache_wsdl' => WSDL_CACHE_NONE,
        'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
        'encoding' => 'UTF-8',
        'stream_context' => stream_context_create(['http' => $http]),
    ]);
}

function usernameToken(object $login, string $type): SoapHeader
{
    $text = fn (string $value): string => htmlspecialchars($value, ENT_XML1);
    $nonce = random_bytes(16);
    $created = gmdate('Y-m-d\TH:i:s\Z');
    $password = $type === 'digest' ? base64_encode(sha1($nonce . $created . $login->password, true)) : $login->password;
    $kind = $type === 'digest' ? 'PasswordDigest' : 'PasswordText';
    $xml = '<w:Security xmlns:w="' . WSSE . '" xmlns:u="' . WSU . '"><w:UsernameToken>'
        . '<w:Username>' . $text($login->user) . '</w:Username>'
        . '<w:Password Type="' . TOKEN . '#' . $kind . '">' . $text($password) . '</w:Password>'
        . '<w:Nonce>' . base64_encode($nonce) . '</w:Nonce><u:Created>' . $created . '</u:Created>'
        . '</w:UsernameToken></w:Security>';
    return new SoapHeader(WSSE, 'Security', new SoapVar($xml, XSD_ANYXML));
}

$task = json_decode(stream_get_contents(STDIN), false, 512, JSON_THROW_ON_ERROR);
$byKey = client($task, ['header' => 'Authorization: Bearer ' . $task->key]);
$byLogin = client($task, []);
$operations = preg_replace('/^\w+ (\w+)\(.*$/', '$1', $byKey->__getFunctions());

$outcomes = [];
foreach ($task->calls as $call) {
    if (!in_array($call->operation, $operations, true)) {
        throw new LogicException("SoapClient did not find $call->operation in the WSDL");
    }
    $headers = [];
    if (isset($call->login)) {
        $headers[] = usernameToken($task->login, $call->login);
    }
    if (isset($call->idempotencyKey)) {
        $headers[] = new SoapHeader(OURS, 'IdempotencyKey', $call->idempotencyKey);
    }
    $client = isset($call->login) ? $byLogin : $byKey;
    try {
        $result = $client->__soapCall($call->operation, [$call->request], null, $headers);
        $outcomes[] = ['answer' => current(get_object_vars($result))];
    } catch (SoapFault $fault) {
        if (!isset($fault->detail->RefundGatewayFault)) {
            throw $fault;
        }
        $outcomes[] = ['fault' => get_object_vars($fault->detail->RefundGatewayFault)];
    }
}
echo json_encode($outcomes, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION);
