import Ajv, { type ValidateFunction } from 'ajv';
import { readFileSync } from 'node:fs';

/** SARIF 2.1.0 as the standard's own schema has it, which a package of its authors carries. */
export function sarifValidation(): ValidateFunction {
  const path = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const schema = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  // Draft 4 of JSON Schema names the schema by `id`, which later drafts read otherwise; all else it uses means the same.
  delete schema['$schema'];
  delete schema['id'];
  return new Ajv({ strict: false, unicodeRegExp: false, formats }).compile(schema);
}

const uriReference = /^(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+$/;

const formats = {
  uri: (text: string) => uriReference.test(text) && URL.canParse(text),
  'uri-reference': uriReference,
  'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
};
