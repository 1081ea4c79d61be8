// What a Node.js team would deploy: aws-jwt-verify behind the same Runtime API, keys seeded (JWKS_FILE) or discovered (ISSUER).
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { JwtVerifier } from 'aws-jwt-verify';

const { AWS_LAMBDA_RUNTIME_API, ISSUER, AUDIENCE, JWKS_FILE } = process.env;
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

const request = (url, method, body, useAgent) => new Promise((resolve, reject) => {
  const headers = body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
  http.request(url, { method, headers, agent: useAgent }, response => {
    let text = '';
    response.setEncoding('utf8').on('data', piece => text += piece).on('end', () => resolve({ headers: response.headers, text }));
  }).on('error', reject).end(body);
});

async function discover() {
  const metadata = JSON.parse((await request(`${ISSUER}.well-known/openid-configuration`, 'GET')).text);
  return JSON.parse((await request(metadata.jwks_uri, 'GET')).text);
}

const verifier = JwtVerifier.create({ issuer: ISSUER, audience: AUDIENCE, jwksUri: `${ISSUER}jwks` });
verifier.cacheJwks(JWKS_FILE ? JSON.parse(readFileSync(JWKS_FILE)) : await discover());

const api = `http://${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation/`;
for (;;) {
  const next = await request(`${api}next`, 'GET', undefined, agent);
  const id = next.headers['lambda-runtime-aws-request-id'];
  const event = JSON.parse(next.text);
  try {
    const claims = await verifier.verify(event.authorizationToken.slice('Bearer '.length));
    const stage = event.methodArn.split('/', 2).join('/');
    await request(`${api}${id}/response`, 'POST', JSON.stringify({
      principalId: claims.sub,
      policyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: [`${stage}/GET/orders`, `${stage}/GET/orders/*`] }],
      },
      context: { clientId: claims.client_id },
    }), agent);
  } catch {
    await request(`${api}${id}/error`, 'POST', JSON.stringify({ errorType: 'Error', errorMessage: 'Unauthorized' }), agent);
  }
}
