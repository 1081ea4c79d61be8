// Chromium, and the same page on two loopback origins. Beside the commands of obey.mjs, "other" prints the second origin, and
// "converse" has a page open a WebSocket and say hello: {"page":…,"url":…,"protocols":[…],"cookie":…}. It prints what came back,
// {"echo":…,"protocol":…}, or how the connection ended, {"code":…}. Its argument is Chromium's executable.
import { chromium } from 'playwright-core';
import { serve } from './obey.mjs';

function page(_request, response) {
  response.setHeader('content-type', 'text/html').end('<!doctype html><title>Orders</title>');
}

/** Runs in the page. */
function converse({ url, protocols }) {
  return new Promise(resolve => {
    const socket = new WebSocket(url, protocols);
    socket.onopen = () => socket.send('hello');
    socket.onmessage = ({ data }) => resolve({ echo: data, protocol: socket.protocol });
    socket.onclose = ({ code }) => resolve({ code });
  });
}

const first = await serve(page);
const second = await serve(page);
const browser = await chromium.launch({
  executablePath: process.argv[2],
  args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
  ],
});

await first.obey({
  async other() {
    return ` ${second.address}`;
  },
  async converse(json) {
    const talk = JSON.parse(json);
    const context = await browser.newContext();
    try {
      if (talk.cookie) {
        // Not by the page's script: its cookie may come to the browser's network later than its handshake.
        const [name, value] = talk.cookie.split('=');
        await context.addCookies([{ name, value, url: talk.page }]);
      }

      const tab = await context.newPage();
      await tab.goto(talk.page);
      return ` ${JSON.stringify(await tab.evaluate(converse, talk))}`;
    } finally {
      await context.close();
    }
  },
});
