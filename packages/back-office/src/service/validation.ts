import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchemaCompiler, FastifySchema } from 'fastify';

/** All wrong fields are named at once, and nothing is taken away from what was sent. */
const options = { allErrors: true, removeAdditional: false, useDefaults: true } as const;

const ofBodies = addFormats(new Ajv({ ...options, coerceTypes: false }));
const ofTexts = addFormats(new Ajv({ ...options, coerceTypes: true }));

/** In a body a number is no text. The values of a query are texts, so `limit=100` is read as a number. */
export const validation: FastifySchemaCompiler<FastifySchema> = ({ schema, httpPart }) =>
  (httpPart === 'body' ? ofBodies : ofTexts).compile(schema);
