"""Carries out the calls it is handed as JSON with suds, made from the WSDL of each method."""

import json
import sys
import warnings

import suds
from suds.client import Client
from suds.xsd.doctor import Import, ImportDoctor

warnings.simplefilter("error")


def plain(value):
    if isinstance(value, suds.sudsobject.Object):
        return {name: plain(part) for name, part in suds.sudsobject.asdict(value).items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    return value


def main():
    outcomes = []
    for call in json.load(sys.stdin)["calls"]:
        # The WSDLs name the array of SOAP encoding without an import, as those of the platform do.
        doctor = ImportDoctor(Import("http://schemas.xmlsoap.org/soap/encoding/"))
        headers = dict(line.split(": ", 1) for line in call["headers"])
        client = Client(call["wsdl"], cache=None, plugins=[doctor], headers=headers)
        try:
            outcomes.append({"reply": plain(getattr(client.service, call["method"])(call["request"]))})
        except suds.WebFault as error:
            outcomes.append({"fault": error.fault.faultstring})
    json.dump(outcomes, sys.stdout, ensure_ascii=False)


main()
