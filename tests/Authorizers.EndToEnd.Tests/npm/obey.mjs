// A server on a free loopback port that obeys one command a line of standard input: "close" stops listening, "open" listens again
// on the same port, and those that it is given, each with the rest of its line. It ends when its standard input does, so that it
// cannot outlive whoever started it.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';

const host = '127.0.0.1';

/** Listens; what comes before the commands are obeyed may use the address. */
export async function serve(handle) {
  const server = createServer(handle);
  async function listen(port) {
    server.listen(port, host);
    await once(server, 'listening');
    return server.address().port;
  }

  const port = await listen(0);
  const own = {
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
    async open() {
      await listen(port);
    },
  };

  const address = `http://${host}:${port}`;
  return {
    address,
    /** Prints the address first. */
    obey: commands => obey(address, { ...own, ...commands }),
  };
}

/** Prints a first line, then what is done; a command may return text to add. */
export async function obey(first, commands) {
  console.log(first);
  for await (const line of createInterface({ input: process.stdin })) {
    const [command, ...rest] = line.split(' ');
    const answer = await commands[command](rest.join(' '));
    console.log(`done: ${command}${answer ?? ''}`);
  }

  process.exit();
}
