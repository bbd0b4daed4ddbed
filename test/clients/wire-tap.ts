/** Stands between a client and the gateway, and hears which version of SOAP the client really speaks. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SoapVersion } from './client-process';

const ENVELOPES: readonly (readonly [SoapVersion, string])[] = [
  ['1.1', 'http://schemas.xmlsoap.org/soap/envelope/'],
  ['1.2', 'http://www.w3.org/2003/05/soap-envelope'],
];

export class WireTap {
  private constructor(
    /** Where a client finds the gateway behind this. */
    readonly address: string,
    private readonly heard: Set<SoapVersion>,
    private readonly server: http.Server,
  ) {}

  static async open(gateway: string): Promise<WireTap> {
    const heard = new Set<SoapVersion>();
    const server = http.createServer((request, response) => {
      const { method, headers, url = '' } = request;
      // The Host header stays as it was: the gateway writes it into the WSDL as its own address.
      const onward = http.request(`${gateway}${url}`, { method, headers }, (answer) => {
        // Each side has a connection of its own. Axis speaks HTTP/1.0 and waits for its end.
        const { connection: _own, 'keep-alive': _idle, ...told } = answer.headers;
        response.writeHead(answer.statusCode ?? 502, told);
        answer.pipe(response);
      });
      onward.on('error', (error) => response.destroy(error));
      const body: Buffer[] = [];
      request.on('data', (chunk: Buffer) => body.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(body).toString();
        for (const [version, namespace] of ENVELOPES) if (text.includes(namespace)) heard.add(version);
        onward.end(text);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new WireTap(`http://127.0.0.1:${port}`, heard, server);
  }

  /** The versions heard since the last time this was asked. */
  versions(): readonly SoapVersion[] {
    const versions = [...this.heard];
    this.heard.clear();
    return versions;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
