/** Every SOAP stack that is driven, and what each cannot do. A limit is the stack's own; what is ours is mended, not listed. */
import { scriptedStack } from './client-process';
import type { Stack } from './client-process';
import { nodeSoap } from './node-soap-client';

/** Debian's Python, where Debian's packages are. */
const PYTHON = '/usr/bin/python3';

export const STACKS: readonly Stack[] = [
  nodeSoap,
  scriptedStack('PHP SoapClient', 'php', {
    probe: ['-r', 'class_exists("SoapClient") ? print(PHP_VERSION) : exit(fwrite(STDERR, "find the extension soap"));'],
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
    limits: { 'text that looks like an entity': 'sends a literal & without escaping it, so that it arrives as &' },
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
];
