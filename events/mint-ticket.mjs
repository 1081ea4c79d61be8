// Makes a worthless connect ticket and its record, the same each time for the same name:
// node events/mint-ticket.mjs allowed '{"principal":"alice","origin":"https://app.example"}' prints the ticket, then the record.
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const letters = 32;

/** Of the name alone, so it is no secret. */
export function mintTicket(name) {
  const digest = createHash('sha512').update(`worthless ${name}`).digest();
  return `wst_${Array.from(digest.subarray(0, letters), byte => alphabet[byte % alphabet.length]).join('')}`;
}

/** The record, made in 2001; its ticket and its session end in 2100. */
export function record(name, members) {
  const id = createHash('sha256').update(mintTicket(name)).digest('base64url');
  return { id, version: 1, exp: 4102444800, sessionExp: 4102444800, created: 1000000000, ...members };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name, members = '{"principal":"alice"}'] = process.argv.slice(2);
  if (!name) {
    console.error('Give a name.');
    process.exit(2);
  }

  console.log(mintTicket(name));
  console.log(JSON.stringify(record(name, JSON.parse(members))));
}
