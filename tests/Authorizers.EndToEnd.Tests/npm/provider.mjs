// An OpenID provider. Beside the commands of obey.mjs, "rotate" replaces every signing key, "follow" does so and goes on publishing
// those it replaces, "asked" says how often the key set was asked for since the last time. Its argument is the public JWK of the
// client "orders-authorizer-private_key_jwt".
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import { serve } from './obey.mjs';

// Standard output is for answers; the provider's advice goes elsewhere.
console.info = console.warn = console.error;

// What a client may ask a token for, and the "aud" and "alg" of such a token.
const resources = {
  'urn:orders:RS256': { audience: 'orders-api', algorithm: 'RS256' },
  'urn:orders:PS256': { audience: 'orders-api', algorithm: 'PS256' },
  'urn:orders:ES256': { audience: 'orders-api', algorithm: 'ES256' },
  'urn:billing:RS256': { audience: 'billing-api', algorithm: 'RS256' },
  'urn:orders:opaque': { audience: 'orders-api' },
  'urn:billing:opaque': { audience: 'billing-api' },
};

// Clients that get no token and may ask about those of others, one for each way of authentication.
const askers = [
  { token_endpoint_auth_method: 'client_secret_basic', client_secret: 'worth+less %:~' },
  { token_endpoint_auth_method: 'client_secret_post', client_secret: 'worth+less &=' },
  {
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    jwks: { keys: [JSON.parse(process.argv[2])] },
  },
].map(client => ({
  client_id: `orders-authorizer-${client.token_endpoint_auth_method}`,
  grant_types: [],
  redirect_uris: [],
  response_types: [],
  ...client,
}));

async function signingKey(algorithm, generation) {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: `${algorithm}-${generation}`, alg: algorithm, use: 'sig' };
}

function signingKeys(generation) {
  return Promise.all(['RS256', 'PS256', 'ES256'].map(algorithm => signingKey(algorithm, generation)));
}

// The first key that fits signs.
function createProvider(issuer, keys) {
  return new Provider(issuer, {
    jwks: { keys },
    clients: [{
      client_id: 'shop',
      client_secret: 'worthless',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    }, ...askers],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      introspection: { enabled: true, allowedPolicy: (_context, client) => client.clientId.startsWith('orders-authorizer-') },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_context, name) => ({
          scope: 'orders:read',
          audience: resources[name].audience,
          accessTokenTTL: 300,
          ...(resources[name].algorithm
            ? { accessTokenFormat: 'jwt', jwt: { sign: { alg: resources[name].algorithm } } }
            : { accessTokenFormat: 'opaque' }),
        }),
      },
    },
  });
}

let handle;
let generation = 0;
let current = [];
let asked = 0;
const server = await serve((request, response) => {
  asked += request.url === '/jwks' ? 1 : 0;
  handle(request, response);
});

async function publish(former) {
  generation += 1;
  current = await signingKeys(generation);
  handle = createProvider(server.address, [...current, ...former]).callback();
}

await publish([]);
await server.obey({
  async rotate() {
    await publish([]);
  },
  async follow() {
    await publish(current);
  },
  async asked() {
    const times = asked;
    asked = 0;
    return ` ${times}`;
  },
});
