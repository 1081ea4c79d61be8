// Reads {"keySet":…,"options":…} and then one token a line, as JSON text; prints what jose thinks of each, in their order.
import { text } from 'node:stream/consumers';
import { createLocalJWKSet, jwtVerify } from 'jose';

const [rules, ...tokens] = (await text(process.stdin)).trimEnd().split('\n').map(line => JSON.parse(line));
const keys = createLocalJWKSet(rules.keySet);
const options = { ...rules.options, currentDate: new Date(rules.options.currentDate) };

async function judge(token) {
  try {
    const { payload } = await jwtVerify(token, keys, options);
    return { accepted: true, subject: payload.sub };
  } catch {
    return { accepted: false };
  }
}

for (let at = 0; at < tokens.length; at += 100) {
  const opinions = await Promise.all(tokens.slice(at, at + 100).map(judge));
  process.stdout.write(opinions.map(opinion => `${JSON.stringify(opinion)}\n`).join(''));
}
