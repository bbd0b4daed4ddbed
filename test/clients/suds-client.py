"""Carries out the calls it is handed as JSON with suds, made from the served WSDL. A warning is a failure."""

import base64
import datetime
import decimal
import hashlib
import json
import logging
import secrets
import sys
import warnings

import suds
from suds.client import Client
from suds.sax.date import DateTime
from suds.sax.element import Element
from suds.wsse import Security, UsernameToken

warnings.simplefilter("error")

NAMESPACE = ("r", "urn:refund-gateway:v1")


class Complain(logging.Handler):
    def emit(self, record):
        raise RuntimeError("suds warns: " + record.getMessage())


def plain(value):
    """An answer as JSON: amounts exactly as they are, instants in UTC."""
    if isinstance(value, suds.sudsobject.Object):
        return {name: plain(part) for name, part in suds.sudsobject.asdict(value).items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    if isinstance(value, decimal.Decimal):
        return str(value)
    if isinstance(value, datetime.datetime):
        utc = value.astimezone(datetime.timezone.utc)
        return utc.strftime("%Y-%m-%dT%H:%M:%S.") + "%03dZ" % (utc.microsecond // 1000)
    return value


def username_token(login):
    """suds writes the block, but leaves the arithmetic of a digest to its caller."""
    token = UsernameToken(login["user"], login["password"])
    if login["type"] == "digest":
        nonce = secrets.token_bytes(16)
        token.setcreated()
        created = str(DateTime(token.created))
        digest = hashlib.sha1(nonce + created.encode() + login["password"].encode()).digest()
        token.setnonce(base64.b64encode(nonce).decode())
        token.setpassworddigest(base64.b64encode(digest).decode())
    security = Security()
    security.tokens.append(token)
    return security


def main():
    logging.getLogger("suds").addHandler(Complain(logging.WARNING))
    task = json.load(sys.stdin)
    client = Client(task["wsdl"], location=task["address"], cache=None)

    outcomes = []
    for call in task["calls"]:
        blocks = []
        if "idempotencyKey" in call:
            blocks.append(Element("IdempotencyKey", ns=NAMESPACE).setText(call["idempotencyKey"]))
        wsse = username_token(call["usernameToken"]) if "usernameToken" in call else None
        client.set_options(headers=call["httpHeaders"], soapheaders=blocks, wsse=wsse)
        try:
            outcomes.append({"answer": plain(getattr(client.service, call["operation"])(**call["request"]))})
        except suds.WebFault as error:
            detail = plain(error.fault.detail.RefundGatewayFault)
            outcomes.append({"fault": detail, "faultString": error.fault.faultstring})
    json.dump(outcomes, sys.stdout, ensure_ascii=False)


main()
