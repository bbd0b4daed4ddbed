"""Carries out the calls it is handed as JSON with zeep, made from the served WSDL. A warning is a failure."""

import datetime
import decimal
import json
import logging
import sys
import warnings

import zeep
from zeep.helpers import serialize_object
from zeep.transports import Transport
from zeep.wsse.username import UsernameToken

# Only now: what zeep itself imports is deprecated by newer Pythons, and says nothing about our WSDL.
warnings.simplefilter("error")

NAMESPACE = "{urn:refund-gateway:v1}"


class Loopback(Transport):
    """Loads nothing but the WSDL that it was told to load: a contract must not need the network."""

    def __init__(self, allowed):
        super().__init__()
        self.allowed = allowed

    def _load_remote_data(self, url):
        if not url.startswith(self.allowed):
            raise RuntimeError("the WSDL made zeep ask for " + url)
        return super()._load_remote_data(url)


class Complain(logging.Handler):
    def emit(self, record):
        raise RuntimeError("zeep warns: " + record.getMessage())


def plain(value):
    """What JSON has no word for, as text: amounts exactly as they are, instants in UTC."""
    if isinstance(value, decimal.Decimal):
        return str(value)
    if isinstance(value, datetime.datetime):
        utc = value.astimezone(datetime.timezone.utc)
        return utc.strftime("%Y-%m-%dT%H:%M:%S.") + "%03dZ" % (utc.microsecond // 1000)
    raise TypeError("zeep read a %s" % type(value))


def without_none(value):
    """zeep shows what is absent as None."""
    if isinstance(value, dict):
        return {name: without_none(part) for name, part in value.items() if part is not None}
    if isinstance(value, list):
        return [without_none(part) for part in value]
    return value


def username_token(token):
    return UsernameToken(token["user"], token["password"], use_digest=token["type"] == "digest")


def main():
    logging.getLogger("zeep").addHandler(Complain(logging.WARNING))
    task = json.load(sys.stdin)
    client = zeep.Client(task["wsdl"], transport=Loopback(task["wsdl"]))
    port = "RefundGatewaySoap12Port" if task["version"] == "1.2" else "RefundGatewaySoap11Port"
    service = client.bind("RefundGatewayService", port)

    outcomes = []
    for call in task["calls"]:
        client.wsse = username_token(call["usernameToken"]) if "usernameToken" in call else None
        blocks = {"_soapheaders": {"idempotencyKey": call["idempotencyKey"]}} if "idempotencyKey" in call else {}
        try:
            with client.settings(extra_http_headers=call["httpHeaders"]):
                answer = getattr(service, call["operation"])(**call["request"], **blocks)
            outcomes.append({"answer": without_none(serialize_object(answer, dict))})
        except zeep.exceptions.Fault as fault:
            element = fault.detail.find(NAMESPACE + "RefundGatewayFault")
            detail = client.wsdl.types.deserialize(element)
            members = without_none(serialize_object(detail, dict))
            outcomes.append({"fault": members, "faultString": fault.message})
    json.dump(outcomes, sys.stdout, default=plain, ensure_ascii=False)


main()
