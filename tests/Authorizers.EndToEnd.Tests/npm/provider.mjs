// An OpenID provider on a free loopback port. It prints its address, then obeys one command a line: "rotate" replaces every
// signing key, "close" stops listening, "open" listens again on the same port. It ends when its standard input does, so that
// it cannot outlive whoever started it.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';

const host = '127.0.0.1';

// Standard output is for answers; the provider's advice goes elsewhere.
console.info = console.warn = console.error;

// What a client may ask a token for, and the "aud" and "alg" of such a token.
const resources = {
  'urn:orders:RS256': { audience: 'orders-api', algorithm: 'RS256' },
  'urn:orders:PS256': { audience: 'orders-api', algorithm: 'PS256' },
  'urn:orders:ES256': { audience: 'orders-api', algorithm: 'ES256' },
  'urn:billing:RS256': { audience: 'billing-api', algorithm: 'RS256' },
};

async function signingKey(algorithm, generation) {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: `${algorithm}-${generation}`, alg: algorithm, use: 'sig' };
}

async function createProvider(issuer, generation) {
  const keys = await Promise.all(['RS256', 'PS256', 'ES256'].map(algorithm => signingKey(algorithm, generation)));
  return new Provider(issuer, {
    jwks: { keys },
    clients: [{
      client_id: 'shop',
      client_secret: 'worthless',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    }],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_context, name) => ({
          scope: 'orders:read',
          audience: resources[name].audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 300,
          jwt: { sign: { alg: resources[name].algorithm } },
        }),
      },
    },
  });
}

let handle;
let generation = 0;
const server = createServer((request, response) => handle(request, response));

async function listen(port) {
  server.listen(port, host);
  await once(server, 'listening');
  return server.address().port;
}

const port = await listen(0);
const issuer = `http://${host}:${port}`;

const commands = {
  async rotate() {
    generation += 1;
    handle = (await createProvider(issuer, generation)).callback();
  },
  async close() {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  },
  async open() {
    await listen(port);
  },
};

await commands.rotate();
console.log(issuer);
for await (const command of createInterface({ input: process.stdin })) {
  await commands[command]();
  console.log(`done: ${command}`);
}

process.exit();
