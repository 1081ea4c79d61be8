// Signs a token with a worthless development key, for a new event: node events/mint.mjs '{"scope":"orders:read"}' [RS256|PS256|ES256]
import { constants, createPrivateKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const { keys } = JSON.parse(readFileSync(new URL('keys/development.private.jwks.json', import.meta.url)));
const [rsa, ec] = keys.map(jwk => ({ kid: jwk.kid, key: createPrivateKey({ key: jwk, format: 'jwk' }) }));
const signers = {
  RS256: { ...rsa, padding: constants.RSA_PKCS1_PADDING },
  PS256: { ...rsa, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
  ES256: { ...ec, dsaEncoding: 'ieee-p1363' },
};

export const encode = value => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** What an access token of the development issuer says; expires in 2100. */
export const claims = {
  iss: 'https://issuer.example/', sub: 'alice', aud: 'orders-api', client_id: 'shop', scope: 'orders:read', iat: 1000000000, exp: 4102444800,
};

/** A member set to undefined is left out of the token. */
export function mint(changes = {}, algorithm = 'RS256', header = {}) {
  const { kid, ...signer } = signers[algorithm];
  const input = `${encode({ alg: algorithm, typ: 'at+jwt', kid, ...header })}.${encode({ ...claims, ...changes })}`;
  return `${input}.${sign('sha256', Buffer.from(input), signer).toString('base64url')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(mint(JSON.parse(process.argv[2] ?? '{}'), process.argv[3]));
}
