"""Carries out the calls it is handed as JSON with zeep, made from the WSDL of each method."""

import json
import sys
import warnings

import zeep
from zeep.helpers import serialize_object
from zeep.transports import Transport

# Only now: what zeep itself imports is deprecated by newer Pythons, and says nothing about our WSDL.
warnings.simplefilter("error")


class Loopback(Transport):
    """Loads nothing but the WSDL that it was told to load."""

    def __init__(self, allowed):
        super().__init__()
        self.allowed = allowed

    def _load_remote_data(self, url):
        if url != self.allowed:
            raise RuntimeError("the WSDL made zeep ask for " + url)
        return super()._load_remote_data(url)


def without_none(value):
    """zeep shows what is absent or empty as None."""
    if isinstance(value, dict):
        return {name: without_none(part) for name, part in value.items() if part is not None}
    return [without_none(part) for part in value] if isinstance(value, list) else value


def main():
    outcomes = []
    for call in json.load(sys.stdin)["calls"]:
        client = zeep.Client(call["wsdl"], transport=Loopback(call["wsdl"]))
        headers = dict(line.split(": ", 1) for line in call["headers"])
        try:
            with client.settings(extra_http_headers=headers):
                answer = getattr(client.service, call["method"])(call["request"])
            outcomes.append({"reply": without_none(serialize_object(answer, dict))})
        except zeep.exceptions.Fault as fault:
            outcomes.append({"fault": fault.message})
        finally:
            client.transport.session.close()
    json.dump(outcomes, sys.stdout, ensure_ascii=False)


main()
