/** Java, twice: the reference implementation of JAX-WS, whose data binding CXF and Spring-WS share, and Axis 1.4 of 2006. */
import { compiledStack, CONTRACT } from '../compiled-stack';
import type { Workbench } from '../compiled-stack';

const jars = (...names: readonly string[]): string => names.map((name) => `/usr/share/java/${name}.jar`).join(':');

const JAX_WS = jars('jaxws-rt', 'gson');
/** Without javax.activation and javax.mail Axis warns that it can do no attachments. */
const AXIS = jars(
  ...['axis', 'axis-jaxrpc', 'axis-saaj', 'wsdl4j', 'commons-logging', 'commons-discovery'],
  ...['javax.activation', 'javax.mail', 'gson'],
);
/** Debian's jar names its factory in a way that Debian's API warns of. */
const SAAJ = '-Djavax.xml.soap.SAAJMetaFactory=com.sun.xml.messaging.saaj.soap.SAAJMetaFactoryImpl';

const probe = (classpath: string, version: string): string =>
  ['set -e', 'javac -version >/dev/null', `ls ${classpath.replaceAll(':', ' ')} >/dev/null`, version].join('\n');

export const jaxWs = compiledStack('Java JAX-WS RI', {
  sources: 'java',
  probe: probe(JAX_WS, "wsimport -version 2>&1 | grep -o '[0-9][0-9.]*'"),
  async build(bench) {
    // SOAP 1.2 in a WSDL is an extension to JAX-WS; told so, it need not warn.
    await bench.generate('wsimport', '-quiet', '-extension', '-Xnocompile', '-s', '.', '-p', 'gateway', CONTRACT);
    await compile(bench, JAX_WS, 'JaxWsClient.java');
  },
  command: ['java', SAAJ, '-cp', `classes:${JAX_WS}`, 'JaxWsClient'],
});

export const axis = compiledStack('Java Axis', {
  sources: 'java',
  probe: probe(AXIS, `java -cp ${AXIS} org.apache.axis.Version | grep -o -m 1 '[0-9][0-9.]*'`),
  noSoap12: 'WSDL2Java stops at a binding for SOAP 1.2',
  async build(bench) {
    await bench.generate('java', '-cp', AXIS, 'org.apache.axis.wsdl.WSDL2Java', '-o', '.', '-p', 'gateway', CONTRACT);
    await compile(bench, AXIS, 'AxisClient.java');
  },
  command: ['java', '-cp', `classes:${AXIS}`, 'AxisClient'],
});

async function compile(bench: Workbench, classpath: string, client: string): Promise<void> {
  const sources = [...bench.files('gateway'), 'Task.java', 'UsernameToken.java', client];
  await bench.run('javac', '-encoding', 'UTF-8', '-nowarn', '-cp', classpath, '-d', 'classes', ...sources);
}
