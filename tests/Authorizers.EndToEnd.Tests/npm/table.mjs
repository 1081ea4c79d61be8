// A DynamoDB emulator, its tables in memory. Beside the commands of obey.mjs, "asked" says how often GetItem was called since the
// last time, "slow" and "fast" make it answer after a second, or at once.
import { setTimeout } from 'node:timers/promises';
import dynalite from 'dynalite';
import { serve } from './obey.mjs';

const emulator = dynalite({ createTableMs: 0 });

let asked = 0;
let delay = 0;
const server = await serve(async (request, response) => {
  asked += request.headers['x-amz-target']?.endsWith('.GetItem') ? 1 : 0;
  if (delay > 0) {
    await setTimeout(delay);
  }

  emulator.emit('request', request, response);
});

await server.obey({
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
});
