import { startRestServer } from './rest-server';
import type { RestServer } from './rest-server';

let server: RestServer;
beforeAll(async () => (server = await startRestServer()));
afterAll(() => server.stop());

async function serverOf(url: string): Promise<unknown> {
  const document = (await (await fetch(`${url}/rest/v1/openapi.json`)).json()) as { servers: unknown };
  return document.servers;
}

test('the document names the address that the caller used', async () => {
  expect(await serverOf(server.url)).toEqual([{ url: `${server.url}/rest/v1` }]);
});

test('the document names the public address where there is one', async () => {
  const behindProxy = await startRestServer('https://refunds.example/');
  const servers = await serverOf(behindProxy.url);
  await behindProxy.stop();
  expect(servers).toEqual([{ url: 'https://refunds.example/rest/v1' }]);
});

test('the page and all it needs come from us, and nothing in it is inline', async () => {
  const page = await fetch(`${server.url}/rest/v1/docs`);
  const policy = page.headers.get('content-security-policy') ?? '';
  const html = await page.text();
  const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = '']) => file);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(html).not.toMatch(/<script>|<style|\son\w+=|https?:/);
  expect(files).toHaveLength(4);
  for (const file of files) {
    const answer = await fetch(new URL(file, `${server.url}/rest/v1/docs`));
    expect([file, answer.status]).toEqual([file, 200]);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100);
  }
});
