// A DynamoDB emulator on a free loopback port, its tables in memory. It prints its address, then obeys one command a line:
// "close" stops listening, "open" listens again on the same port and with the same tables, "asked" says how often GetItem was
// called since the last time, "slow" and "fast" make it answer after a second, or at once. It ends when its standard input does,
// so that it cannot outlive whoever started it.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import dynalite from 'dynalite';

const host = '127.0.0.1';
const emulator = dynalite({ createTableMs: 0 });

let asked = 0;
let delay = 0;
const server = createServer(async (request, response) => {
  asked += request.headers['x-amz-target']?.endsWith('.GetItem') ? 1 : 0;
  if (delay > 0) {
    await setTimeout(delay);
  }

  emulator.emit('request', request, response);
});

async function listen(port) {
  server.listen(port, host);
  await once(server, 'listening');
  return server.address().port;
}

const port = await listen(0);

const commands = {
  async close() {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  },
  async open() {
    await listen(port);
  },
  async asked() {
    const times = asked;
    asked = 0;
    return ` ${times}`;
  },
  async slow() {
    delay = 1000;
  },
  async fast() {
    delay = 0;
  },
};

console.log(`http://${host}:${port}`);
for await (const command of createInterface({ input: process.stdin })) {
  const answer = await commands[command]();
  console.log(`done: ${command}${answer ?? ''}`);
}

process.exit();
