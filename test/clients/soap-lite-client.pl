# Carries out the calls it is handed as JSON with SOAP::Lite, its operations read from the served WSDL. A warning is a failure.
use strict;
use warnings FATAL => 'all';
use utf8;

use Digest::SHA qw(sha1_base64);
use HTTP::Headers;
use JSON::PP;
use MIME::Base64 qw(encode_base64);
use POSIX qw(strftime);
use SOAP::Lite;

my $OURS = 'urn:refund-gateway:v1';
my $OASIS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';

# SOAP::Lite makes base64 of letters that are not ASCII, and numbers of text that looks like one, unless told the type.
sub element {
    my ($name, $value) = @_;
    return map { element($name, $_) } @$value if ref $value eq 'ARRAY';
    return SOAP::Data->name($name => \SOAP::Data->value(elements($value))) if ref $value eq 'HASH' && %$value;
    return SOAP::Data->name($name => '')->type('string') if ref $value eq 'HASH';
    return SOAP::Data->name($name => "$value")->type('string');
}

sub elements {
    my ($value) = @_;
    return map { element($_, $value->{$_}) } sort keys %$value;
}

# SOAP::Lite has no WS-Security of its own.
sub username_token {
    my ($token) = @_;
    my ($created, $nonce) = (strftime('%Y-%m-%dT%H:%M:%SZ', gmtime), join '', map { chr int rand 256 } 1 .. 16);
    my $password = $token->{password};
    utf8::encode(my $secret = $password);
    my $type = $token->{type} eq 'digest' ? 'PasswordDigest' : 'PasswordText';
    $password = sha1_base64($nonce . $created . $secret) . '=' if $token->{type} eq 'digest';
    my $security = SOAP::Data->name('w:UsernameToken' => \SOAP::Data->value(
        SOAP::Data->name('w:Username' => $token->{user})->type('string'),
        SOAP::Data->name('w:Password' => $password)->type('string')
            ->attr({ Type => "$OASIS-username-token-profile-1.0#$type" }),
        SOAP::Data->name('w:Nonce' => encode_base64($nonce, ''))->type('string'),
        SOAP::Data->name('u:Created' => $created)->type('string'),
    ));
    return SOAP::Header->name('w:Security' => \$security)->attr({
        'xmlns:w' => "$OASIS-wssecurity-secext-1.0.xsd",
        'xmlns:u' => "$OASIS-wssecurity-utility-1.0.xsd",
    });
}

local $/;
my $task = decode_json(<STDIN>);
my $schema = SOAP::Schema->new(schema_url => $task->{wsdl});
$schema->parse('RefundGatewayService', 'RefundGatewaySoap11Port');
my $operations = $schema->services->{RefundGatewayService};

# The version is the class's: an object made before keeps a serializer of the other version.
SOAP::Lite->soapversion($task->{version});
my @outcomes;
for my $call (@{ $task->{calls} }) {
    my $name = $call->{operation};
    my $found = $operations->{$name} or die "SOAP::Lite did not find $name in the WSDL";
    my $soap = SOAP::Lite->new->proxy($task->{address});
    $soap->default_ns($OURS)->on_action(sub { qq("$found->{soapaction}") });
    # A fault is an answer too; only a broken line dies.
    $soap->on_fault(sub { my ($self, $fault) = @_; ref $fault ? $fault : die $self->transport->status });
    $soap->transport->proxy->default_headers(HTTP::Headers->new(%{ $call->{httpHeaders} }));

    my @blocks;
    push @blocks, username_token($call->{usernameToken}) if $call->{usernameToken};
    push @blocks, SOAP::Header->name('IdempotencyKey' => $call->{idempotencyKey})->type('string')->uri($OURS)
        if $call->{idempotencyKey};

    my $som = $soap->call($name, elements($call->{request}), @blocks);
    # The words for a fault that SOAP::Lite has are those of SOAP 1.1.
    my $old = $task->{version} eq '1.1';
    my $detail = $old ? $som->faultdetail : $som->valueof('/Envelope/Body/Fault/Detail');
    my $string = $old ? $som->faultstring : $som->valueof('/Envelope/Body/Fault/Reason/Text');
    push @outcomes, $som->fault
        ? { fault => $detail->{RefundGatewayFault}, faultString => $string }
        : { answer => $som->result };
}
print JSON::PP->new->utf8->encode(\@outcomes);
