/** .NET as it was before WCF: a web reference, made by `wsdl`. Mono runs Microsoft's own code for it. */
import { compiledStack, CONTRACT } from '../compiled-stack';

export const dotnet = compiledStack('.NET web reference', {
  sources: 'dotnet',
  probe: `set -e; which mcs wsdl >/dev/null; mono --version | grep -o '[0-9][0-9.]*' | head -1 | sed 's/^/Mono /'`,
  async build(bench, version) {
    await bench.generate(
      'wsdl',
      '/nologo',
      `/protocol:SOAP${version === '1.2' ? '12' : ''}`,
      '/out:Reference.cs',
      CONTRACT,
    );
    const references = '-r:System.Web.Services,System.Web.Extensions';
    await bench.run('mcs', '-nologo', references, '-out:Client.exe', 'Reference.cs', 'DotNetClient.cs', 'Gateway.cs');
  },
  command: ['mono', 'Client.exe'],
});
