// Runs a handler as Lambda's Node.js runtime does. Its arguments are the module and the address of @connections; "invoke" hands an
// event to the handler and prints what it returns, or {"error":…}. Lambda brings the SDK along; here it is this folder's.
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { obey } from './obey.mjs';

const [module, endpoint] = process.argv.slice(2);
Object.assign(process.env, {
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'AKIDWORTHLESS',
  AWS_SECRET_ACCESS_KEY: 'worthless',
  CONNECTIONS_ENDPOINT: endpoint,
});
const hook = `export const resolve = (name, context, next) =>
  next(name, name.startsWith('@aws-sdk/') ? { ...context, parentURL: ${JSON.stringify(import.meta.url)} } : context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
const { handler } = await import(pathToFileURL(module));

await obey(module, {
  async invoke(json) {
    try {
      return ` ${JSON.stringify(await handler(JSON.parse(json)))}`;
    } catch (error) {
      return ` ${JSON.stringify({ error: error.message })}`;
    }
  },
});
