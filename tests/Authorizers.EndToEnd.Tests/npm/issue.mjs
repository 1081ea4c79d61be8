// Prints {"keySet":…,"tokens":{"RS256 2048":…}}: access tokens of a certified OpenID provider and the keys that it publishes.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';

// Standard output is for the answer; the provider's advice goes elsewhere.
console.info = console.warn = console.error;

// The provider has one key for each algorithm.
const kinds = [
  { algorithm: 'RS256', size: '2048' },
  { algorithm: 'RS384', size: '3072' },
  { algorithm: 'RS512', size: '4096' },
  { algorithm: 'PS256', size: '2048' },
  { algorithm: 'PS384', size: '3072' },
  { algorithm: 'PS512', size: '4096' },
  { algorithm: 'ES256', size: 'P-256' },
  { algorithm: 'ES384', size: 'P-384' },
  { algorithm: 'ES512', size: 'P-521' },
];

async function signingKey({ algorithm, size }) {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true, modulusLength: Number(size) || undefined });
  return { ...(await exportJWK(privateKey)), kid: `provider-${algorithm}`, alg: algorithm, use: 'sig' };
}

const provider = new Provider('https://issuer.example/', {
  jwks: { keys: await Promise.all(kinds.map(signingKey)) },
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
        audience: 'orders-api',
        accessTokenFormat: 'jwt',
        accessTokenTTL: 3600,
        jwt: { sign: { alg: name.slice(name.lastIndexOf(':') + 1) } },
      }),
    },
  },
});

const server = createServer(provider.callback()).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = `http://127.0.0.1:${server.address().port}`;

async function issue({ algorithm, size }) {
  const response = await fetch(`${address}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from('shop:worthless').toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'orders:read', resource: `urn:orders:${algorithm}` }),
  });
  return [`${algorithm} ${size}`, (await response.json()).access_token];
}

const keySet = await (await fetch(`${address}/jwks`)).json();
const tokens = Object.fromEntries(await Promise.all(kinds.map(issue)));
process.stdout.write(`${JSON.stringify({ keySet, tokens })}\n`, () => process.exit());
