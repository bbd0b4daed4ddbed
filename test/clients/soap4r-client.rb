# Carries out the calls it is handed as JSON with soap4r, made from the served WSDL. A warning is a failure.
require 'base64'
require 'digest/sha1'
require 'json'
require 'securerandom'
require 'soap/header/handler'
require 'soap/filter/streamhandler'
require 'soap/wsdlDriver'

OURS = 'urn:refund-gateway:v1'
OASIS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss'
WSSE = "#{OASIS}-wssecurity-secext-1.0.xsd"
WSU = "#{OASIS}-wssecurity-utility-1.0.xsd"

# The HTTP headers of the next call.
class HttpHeaders < SOAP::Filter::StreamHandler
  attr_writer :headers

  def on_http_outbound(request)
    @headers.each { |name, value| request.header[name] = value }
  end
end

# The header block of the next call, if there is one.
class Block < SOAP::Header::Handler
  attr_writer :element

  def on_outbound
    @element
  end
end

def element(namespace, name, content, attributes = {})
  made = SOAP::SOAPElement.new(XSD::QName.new(namespace, name), content.is_a?(String) ? content : nil)
  made.qualified = true
  made.extraattr.update(attributes)
  content.each { |child| made.add(child) } if content.is_a?(Array)
  made
end

# soap4r has no WS-Security of its own.
def username_token(token)
  nonce = SecureRandom.random_bytes(16)
  created = Time.now.utc.strftime('%Y-%m-%dT%H:%M:%SZ')
  digest = Base64.strict_encode64(Digest::SHA1.digest(nonce + created + token['password'].b))
  kind, password = token['type'] == 'digest' ? ['PasswordDigest', digest] : ['PasswordText', token['password']]
  element(WSSE, 'Security', [element(WSSE, 'UsernameToken', [
    element(WSSE, 'Username', token['user']),
    element(WSSE, 'Password', password, 'Type' => "#{OASIS}-username-token-profile-1.0##{kind}"),
    element(WSSE, 'Nonce', Base64.strict_encode64(nonce)),
    element(WSU, 'Created', created)
  ])])
end

# soap4r takes the value false for a missing one; the text is sent.
def sendable(value)
  case value
  when Hash then value.transform_values { |part| sendable(part) }
  when Array then value.map { |part| sendable(part) }
  when false then 'false'
  else value
  end
end

# A value as JSON: instants in UTC, amounts as soap4r shows them.
def plain(value)
  case value
  when SOAP::Mapping::Object then value.__xmlele.to_h { |name, part| [name.name, plain(part)] }
  when Array then value.map { |part| plain(part) }
  when DateTime then value.new_offset(0).strftime('%Y-%m-%dT%H:%M:%S.%LZ')
  else value
  end
end

task = JSON.parse($stdin.read)
driver = SOAP::WSDLDriverFactory.new(task['wsdl']).create_rpc_driver('RefundGatewayService', 'RefundGatewaySoap11Port')
driver.endpoint_url = task['address']
driver.streamhandler.filterchain << (http = HttpHeaders.new)
driver.headerhandler << (token = Block.new(XSD::QName.new(WSSE, 'Security')))
driver.headerhandler << (key = Block.new(XSD::QName.new(OURS, 'IdempotencyKey')))

outcomes = task['calls'].map do |call|
  http.headers = call['httpHeaders']
  token.element = call['usernameToken'] && username_token(call['usernameToken'])
  key.element = call['idempotencyKey'] && element(OURS, 'IdempotencyKey', call['idempotencyKey'])
  { answer: plain(driver.send(call['operation'], sendable(call['request']))).values.first }
rescue SOAP::FaultError => e
  { fault: plain(e.detail)['RefundGatewayFault'], faultString: e.faultstring.data }
end
puts JSON.generate(outcomes)
