/** Every SOAP stack that is driven, and what each cannot do. A limit is the stack's own; what is ours is mended, not listed. */
import path from 'node:path';
import { scriptedStack } from './client-process';
import type { Stack } from './client-process';
import { dotnet } from './dotnet/dotnet-stack';
import { gsoap } from './gsoap/gsoap-stack';
import { axis, jaxWs } from './java/java-stacks';
import { nodeSoap } from './node-soap-client';

/** Debian's Python, where Debian's packages are. */
const PYTHON = '/usr/bin/python3';

/** Its packages are not the gateway's: they stand in a folder of their own, filled by `npm ci --prefix`. */
export const STRONG_SOAP = path.join(__dirname, 'strong-soap');

export const STACKS: readonly Stack[] = [
  nodeSoap,
  scriptedStack('strong-soap', process.execPath, {
    probe: ['-p', `require('${STRONG_SOAP}/node_modules/strong-soap/package.json').version`],
    script: 'strong-soap/client.cjs',
    limits: {
      'blanks at the ends and inside': 'trims every text that it reads',
      'a list of none is a list': 'shows an element without content as undefined, like one that is absent',
      'empty text is not absent text': 'shows an element without content as undefined, like one that is absent',
    },
  }),
  scriptedStack('PHP SoapClient', 'php', {
    probe: [
      '-r',
      'class_exists("SoapClient") ? print(PHP_VERSION) : exit(fwrite(STDERR, "cannot find the extension soap"));',
    ],
    script: 'php-client.php',
  }),
  scriptedStack('Python zeep', PYTHON, {
    probe: ['-c', 'import zeep; print(zeep.__version__)'],
    script: 'zeep-client.py',
    limits: {
      'a list of none is a list': 'shows an element without content as None, like one that is absent',
      'empty text is not absent text': 'shows an element without content as None, like one that is absent',
    },
  }),
  scriptedStack('Python suds', PYTHON, {
    probe: ['-c', 'import suds; print(suds.__version__)'],
    script: 'suds-client.py',
    noSoap12: 'it sends SOAP 1.1 envelopes to the port of SOAP 1.2 as well',
    limits: {
      'text that looks like an entity': 'takes it for escaped already, and sends it as it is',
    },
  }),
  scriptedStack('Perl SOAP::Lite', 'perl', {
    probe: ['-MSOAP::Lite', '-e', 'print SOAP::Lite->VERSION'],
    script: 'soap-lite-client.pl',
    limits: { 'a list of one is a list': 'reads without the schema, and so shows the one element itself' },
  }),
  scriptedStack('Ruby soap4r', 'ruby', {
    probe: ['-e', 'require "soap/wsdlDriver"; require "httpclient"; print Gem.loaded_specs["soap4r-ruby1.9"].version'],
    script: 'soap4r-client.rb',
    noSoap12: 'it knows SOAP 1.1 only',
    limits: { 'a list of one is a list': 'shows the one element itself, although the schema says that it repeats' },
  }),
  gsoap,
  jaxWs,
  axis,
  dotnet,
];
