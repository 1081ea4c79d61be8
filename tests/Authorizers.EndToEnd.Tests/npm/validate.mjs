// Reads {"schema":…,"document":…} and prints where the document goes against the schema: an array of JSON pointers.
import { text } from 'node:stream/consumers';
import Ajv from 'ajv/dist/2020.js';

const { schema, document } = JSON.parse(await text(process.stdin));

// A keyword that is none, such as a misspelt one, fails here.
const validate = new Ajv({ allErrors: true, strictTypes: false, strictRequired: false }).compile(schema);
validate(document);
console.log(JSON.stringify((validate.errors ?? []).map(error => error.instancePath)));
