/** C++ cannot ask a class for its members, so the client is given a list of them, made of the generated header. */
import type { SoapVersion, Stack } from '../client-process';
import { compiledStack, CONTRACT } from '../compiled-stack';

const SHARE = '/usr/share/gsoap';
const HEADER = 'gateway.h';
const LIBRARY = '$(pkg-config --cflags gsoapssl++)';

export const gsoap: Stack = compiledStack('C++ gSOAP', {
  sources: 'gsoap',
  probe: [
    'set -e',
    'g++ --version >/dev/null',
    `test -f ${SHARE}/plugin/wsseapi.cpp`,
    'pkg-config --exists gsoapssl++ openssl nlohmann_json',
    'wsdl2h -V 2>&1',
  ].join('\n'),
  // wsdl2h merges the bindings of ?wsdl=all into one proxy. The one of ?wsdl speaks the version that its header asks for.
  wsdl: '?wsdl',
  async build(bench, version) {
    await bench.generate('wsdl2h', '-t', 'typemap.dat', '-o', HEADER, CONTRACT);
    const header = bench.read(HEADER);
    bench.write('shapes.hpp', shapesOf(header));
    // The header block of WS-Security is not in the WSDL; gSOAP has it in a plugin.
    bench.write(HEADER, withVersion(version, header.replace('//gsoap ns1 ', '#import "wsse.h"\n$&')));
    await bench.generate('soapcpp2', '-j', '-C', '-x', '-L', '-w', `-I${SHARE}/import:${SHARE}`, HEADER);
    await bench.run('bash', '-c', COMPILE);
  },
  command: ['./client'],
});

const COMPILE = `
set -e
flags="-std=c++17 -O0 -I. -I${SHARE} -I${SHARE}/plugin ${LIBRARY}"
g++ $flags -c soapC.cpp soapRefundGatewaySoap11Proxy.cpp gsoap-client.cpp ${SHARE}/plugin/wsseapi.cpp
g++ $flags -c -x c++ ${SHARE}/custom/struct_timeval.c
gcc -w ${LIBRARY} -c ${SHARE}/plugin/smdevp.c ${SHARE}/plugin/mecevp.c ${SHARE}/plugin/threads.c
g++ -o client *.o $(pkg-config --libs gsoapssl++) -lssl -lcrypto -lz
rm *.o
`;

/** wsdl2h asks for SOAP 1.2 whatever the port speaks. */
function withVersion(version: SoapVersion, header: string): string {
  return version === '1.2' ? header : header.replace('#import "soap12.h"', '');
}

/** For each class of the header a function that shows its members, for each enumeration two between it and text. */
function shapesOf(header: string): string {
  const classes = [...header.matchAll(/^class (\w+)\n\{ public:\n(.*?)^\};/gms)].map(([, name = '', body = '']) => {
    const members = [...body.matchAll(/^ {4}[\w:<>* ]*[\w>*] +(\w+) +\d/gm)];
    const visits = members.map(([, member = '']) => `visit("${member}", value.${member});`);
    return `template <class Visit> void members(${name} &value, Visit visit) { ${visits.join(' ')} }`;
  });
  const enumerations = [...header.matchAll(/^enum (\w+)/gm)].flatMap(([, name = '']) => [
    `inline int fromText(soap *context, const char *text, ${name} &value) { return soap_s2${name}(context, text, &value); }`,
    `inline const char *toText(soap *context, ${name} value) { return soap_${name}2s(context, value); }`,
  ]);
  const operations = [...header.matchAll(/^int __ns1__(\w+)\(/gm)].map(([, name = '']) => `DO(${name})`);
  return [
    '#include "soapRefundGatewaySoap11Proxy.h"',
    ...classes,
    ...enumerations,
    `#define EACH_OPERATION(DO) ${operations.join(' ')}`,
    '',
  ].join('\n');
}
