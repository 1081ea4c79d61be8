// Makes a worthless API key and its record, the same each time for the same id:
// node events/mint-key.mjs devAllowed00 '{"principal":"shop","scopes":["orders:read"]}' [PEPPER] prints the key, then the record.
import { createHash, createHmac } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const secretLength = 30;

function checksum(text) {
  let letters = '';
  for (let rest = crc32(text); letters.length < 6; rest = Math.floor(rest / alphabet.length)) {
    letters = alphabet[rest % alphabet.length] + letters;
  }

  return letters;
}

/** Of the id alone, so it is no secret. */
export function mintKey(id) {
  const digest = createHash('sha512').update(`worthless ${id}`).digest();
  const secret = Array.from(digest.subarray(0, secretLength), byte => alphabet[byte % alphabet.length]).join('');
  const body = `gla_${id}_${secret}`;
  return { key: body + checksum(body), secret };
}

/** The record, made in 2001; with a pepper its members should name the version of it. */
export function record(id, members, pepper) {
  const hash = pepper ? createHmac('sha256', pepper) : createHash('sha256');
  const digest = hash.update(`${id}_${mintKey(id).secret}`).digest('base64url');
  return { id, version: 1, digest, status: 'active', created: 1000000000, revision: 1, ...members };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [id, members = '{"principal":"shop"}', pepper] = process.argv.slice(2);
  if (!/^[0-9A-Za-z]{12}$/.test(id ?? '')) {
    console.error('Give an id of 12 letters and digits.');
    process.exit(2);
  }

  console.log(mintKey(id).key);
  console.log(JSON.stringify(record(id, JSON.parse(members), pepper)));
}
