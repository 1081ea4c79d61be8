// Prints {"keySet":…,"tokens":{"RS256 2048":…}}: a token for each algorithm and size, signed by "jose" or by Node's own "crypto", as
// the argument says.
import { constants, generateKeyPairSync, sign } from 'node:crypto';
import { SignJWT } from 'jose';

const [signer] = process.argv.slice(2);
const claims = { iss: 'https://issuer.example/', sub: 'shop', aud: 'orders-api', scope: 'orders:read', exp: 4102444800 };
const curves = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' };
const sizes = ['2048', '3072', '4096'];
const combinations = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'].flatMap(algorithm => sizes.map(size => ({ algorithm, size }))),
  ...Object.entries(curves).map(([algorithm, size]) => ({ algorithm, size })),
];

function keyPair(name) {
  const pair = name.startsWith('P-')
    ? generateKeyPairSync('ec', { namedCurve: name })
    : generateKeyPairSync('rsa', { modulusLength: Number(name) });
  return { ...pair, id: `${signer}-${name}` };
}

const encode = value => Buffer.from(JSON.stringify(value)).toString('base64url');

const signers = {
  jose: (algorithm, { privateKey, id }) =>
    new SignJWT(claims).setProtectedHeader({ alg: algorithm, typ: 'at+jwt', kid: id }).sign(privateKey),

  crypto(algorithm, { privateKey, id }) {
    const input = `${encode({ alg: algorithm, typ: 'at+jwt', kid: id })}.${encode(claims)}`;
    const options = {
      E: { dsaEncoding: 'ieee-p1363' },
      P: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
      R: { padding: constants.RSA_PKCS1_PADDING },
    }[algorithm[0]];
    const signature = sign(`sha${algorithm.slice(2)}`, Buffer.from(input), { key: privateKey, ...options });
    return `${input}.${signature.toString('base64url')}`;
  },
};

const pairs = new Map([...sizes, ...Object.values(curves)].map(name => [name, keyPair(name)]));
const keys = [...pairs.values()].map(({ publicKey, id }) => ({ ...publicKey.export({ format: 'jwk' }), kid: id }));
const tokens = {};
for (const { algorithm, size } of combinations) {
  tokens[`${algorithm} ${size}`] = await signers[signer](algorithm, pairs.get(size));
}

console.log(JSON.stringify({ keySet: { keys }, tokens }));
