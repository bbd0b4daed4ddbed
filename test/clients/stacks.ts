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
];
