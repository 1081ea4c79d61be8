// A server on a free loopback port that obeys one command a line of standard input: "close" stops listening, "open" listens again
// on the same port, and those that it is given. It ends when its standard input does, so that it cannot outlive whoever started it.
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
    /** Prints the address, then what is done; a command may return text to add. */
    async obey(commands) {
      console.log(address);
      for await (const command of createInterface({ input: process.stdin })) {
        const answer = await ({ ...own, ...commands })[command]();
        console.log(`done: ${command}${answer ?? ''}`);
      }

      process.exit();
    },
  };
}
