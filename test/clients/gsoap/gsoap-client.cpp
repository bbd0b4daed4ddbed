// Carries out the calls with the proxy that gSOAP made from the served WSDL. Whatever goes wrong ends the program.
#include "RefundGatewaySoap11.nsmap"
#include "shapes.hpp"
#include "wsseapi.h"
#include <deque>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>

using json = nlohmann::ordered_json;

// Makes values of the generated classes out of JSON, and keeps them: a proxy takes pointers and owns nothing.
class Maker {
public:
  explicit Maker(soap *context) : context(context) {}

  template <class T> T *made(const json &given) {
    auto value = std::make_shared<T>();
    kept.push_back(value);
    make(given, *value);
    return value.get();
  }

private:
  void make(const json &given, std::string &value) { value = given.get<std::string>(); }
  void make(const json &given, bool &value) { value = given.get<bool>(); }
  void make(const json &given, int &value) { value = given.get<int>(); }
  void make(const json &given, LONG64 &value) { value = given.get<LONG64>(); }
  template <class T> void make(const json &given, T *&value) { value = made<T>(given); }
  template <class T> void make(const json &given, std::vector<T> &values) {
    for (const auto &one : given) make(one, values.emplace_back());
  }
  template <class T> void make(const json &given, T &value) {
    if constexpr (std::is_enum_v<T>) {
      const auto text = given.get<std::string>();
      if (fromText(context, text.c_str(), value) != SOAP_OK) throw std::runtime_error("no such word: " + text);
    } else {
      members(value, [&](const char *name, auto &member) {
        if (given.contains(name)) make(given[name], member);
      });
    }
  }

  soap *context;
  std::deque<std::shared_ptr<void>> kept;
};

// What the stack read, as JSON: decimals and instants are text already, by the type map.
template <class T> json shown(soap *context, T &value) {
  if constexpr (std::is_enum_v<T>) {
    return toText(context, value);
  } else if constexpr (std::is_class_v<T> && !std::is_same_v<T, std::string>) {
    json result = json::object();
    members(value, [&](const char *name, auto &member) {
      using Member = std::remove_reference_t<decltype(member)>;
      if constexpr (!std::is_pointer_v<Member>) result[name] = shown(context, member);
      else if (member != nullptr) result[name] = shown(context, *member);
    });
    return result;
  } else {
    return value;
  }
}

template <class T> json shown(soap *context, std::vector<T *> &values) {
  json result = json::array();
  for (auto *one : values) result.push_back(shown(context, *one));
  return result;
}

json refusal(soap *context) {
  const auto *fault = context->fault;
  const auto *detail = fault == nullptr ? nullptr : context->version == 2 ? fault->SOAP_ENV__Detail : fault->detail;
  if (detail == nullptr || detail->ns1__RefundGatewayFault == nullptr) {
    soap_stream_fault(context, std::cerr);
    throw std::runtime_error("no typed fault");
  }
  return {{"fault", shown(context, *detail->ns1__RefundGatewayFault)}, {"faultString", *soap_faultstring(context)}};
}

// Sends the call with the method of the proxy that belongs to it, and shows the one child of the answer.
template <class Request, class Response>
json ask(RefundGatewaySoap11Proxy &proxy, Maker &maker, const json &request,
         int (RefundGatewaySoap11Proxy::*method)(Request *, Response &)) {
  Response response;
  if ((proxy.*method)(maker.made<Request>(request), response) != SOAP_OK) return refusal(proxy.soap);
  return {{"answer", shown(proxy.soap, response).front()}};
}

json carryOut(RefundGatewaySoap11Proxy &proxy, const json &call) {
  Maker maker(proxy.soap);
  std::string http;
  for (const auto &[name, value] : call["httpHeaders"].items()) {
    http += (http.empty() ? "" : "\r\n") + name + ": " + value.get<std::string>();
  }
  proxy.soap->http_extra_header = http.empty() ? nullptr : http.c_str();
  proxy.soap->header = nullptr;
  if (call.contains("usernameToken")) {
    const auto &token = call["usernameToken"];
    const auto add = token["type"] == "digest" ? soap_wsse_add_UsernameTokenDigest : soap_wsse_add_UsernameTokenText;
    add(proxy.soap, nullptr, token["user"].get<std::string>().c_str(), token["password"].get<std::string>().c_str());
  }
  if (call.contains("idempotencyKey")) {
    if (proxy.soap->header == nullptr) proxy.soap->header = soap_new_SOAP_ENV__Header(proxy.soap);
    proxy.soap->header->ns1__IdempotencyKey = maker.made<std::string>(call["idempotencyKey"]);
  }
  const std::string operation = call["operation"];
#define ASK(name) \
  if (operation == #name) return ask(proxy, maker, call["request"], &RefundGatewaySoap11Proxy::name);
  EACH_OPERATION(ASK)
  throw std::runtime_error("wsdl2h made no operation " + operation);
}

int main() {
  const json task = json::parse(std::cin);
  const std::string address = task["address"];
  RefundGatewaySoap11Proxy proxy(address.c_str(), SOAP_C_UTFSTRING | SOAP_XML_STRICT);
  soap_register_plugin(proxy.soap, soap_wsse);
  json outcomes = json::array();
  for (const auto &call : task["calls"]) outcomes.push_back(carryOut(proxy, call));
  std::cout << outcomes.dump();
}
