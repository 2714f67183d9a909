import Ajv2020 from 'ajv/dist/2020';
import { routes } from '../../../../src/emulator/api';
import { permissionsOf } from '../../../../src/emulator/api/route';
import type { Json, JsonObject } from '../../../../src/emulator/state/json';
import { localOrg } from '../../private/local-org';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonObject }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
  readonly security?: readonly unknown[];
  readonly 'x-permission'?: readonly string[];
  readonly 'x-certainty': string;
}

interface Document {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonObject>> };
}

let document: Document;
beforeAll(async () => {
  document = (await localOrg().send('GET', '/flowcdk/openapi.json', undefined, {})).body as Document;
});

/** Written by hand after OpenAPI 3.1.0, for the parts that the document has; nothing else may be in it. */
const closed = { type: 'object', additionalProperties: false } as const;
const words = { type: 'string', minLength: 1 } as const;
const schema = { $ref: '#/$defs/schema' };
const mapOf = (value: object) => ({ type: 'object', additionalProperties: value });
const media = { ...closed, required: ['schema'], properties: { schema } };
const content = { ...mapOf(media), minProperties: 1, maxProperties: 1 };
const operation = {
  ...closed,
  required: ['operationId', 'summary', 'responses', 'x-certainty'],
  properties: {
    operationId: { type: 'string', pattern: '^[a-z][a-zA-Z0-9_]*$' },
    summary: words,
    description: words,
    parameters: {
      type: 'array',
      items: {
        ...closed,
        required: ['name', 'in', 'schema'],
        properties: {
          name: words,
          in: { enum: ['path', 'query'] },
          description: words,
          required: { const: true },
          schema,
        },
        if: { properties: { in: { const: 'path' } } },
        then: { required: ['required'] },
      },
    },
    requestBody: { ...closed, required: ['content'], properties: { required: { type: 'boolean' }, content } },
    responses: {
      ...closed,
      minProperties: 1,
      patternProperties: {
        '^[1-5][0-9]{2}$': { ...closed, required: ['description'], properties: { description: words, content } },
      },
    },
    security: { const: [] },
    'x-permission': { type: 'array', items: words, minItems: 1 },
    'x-certainty': { enum: ['documented', 'believed', 'assumed'] },
  },
};
const openApiSchema = {
  ...closed,
  required: ['openapi', 'info', 'paths'],
  properties: {
    openapi: { const: '3.1.0' },
    info: {
      ...closed,
      required: ['title', 'version'],
      properties: { title: words, version: words, summary: words, description: words },
    },
    servers: { type: 'array', items: { ...closed, required: ['url'], properties: { url: { type: 'string' } } } },
    security: { type: 'array', items: mapOf({ type: 'array', items: words }) },
    paths: {
      ...closed,
      patternProperties: {
        '^/': {
          ...closed,
          properties: Object.fromEntries(
            ['get', 'head', 'put', 'post', 'patch', 'delete'].map((method) => [method, operation]),
          ),
        },
      },
    },
    components: {
      ...closed,
      properties: {
        schemas: mapOf(schema),
        securitySchemes: mapOf({
          ...closed,
          required: ['type', 'scheme'],
          properties: { type: { const: 'http' }, scheme: { const: 'bearer' }, description: words },
        }),
      },
    },
  },
  $defs: { schema: { $ref: 'https://json-schema.org/draft/2020-12/schema' } },
};

const operations = (): readonly (readonly [path: string, method: string, Operation])[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => [path, method, operation] as const),
  );

test('the document has the form of OpenAPI 3.1, and its schemas that of JSON Schema 2020-12', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  const valid = ajv.validate(openApiSchema, document);

  expect([valid, ajv.errors]).toEqual([true, null]);
});

test('it has every route once, with its parts, its statuses, its permissions and how sure we are', () => {
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    const operation = document.paths[path]?.[route.method.toLowerCase()];
    const inPath = (operation?.parameters ?? [])
      .filter((parameter) => parameter.in === 'path')
      .map(({ name }) => `{${name}}`);

    expect(inPath).toEqual(path.match(/\{\w+\}/g) ?? []);
    expect(Object.keys(operation?.responses ?? {}).map(Number)).toEqual(expect.arrayContaining([...route.answers]));
    expect(operation?.['x-permission'] ?? []).toEqual(permissionsOf(route));
    expect(operation?.['x-certainty']).toBe(route.certainty);
    expect(operation?.security).toEqual(route.open ? [] : undefined);
  }
  expect(operations()).toHaveLength(routes.length);
});

test('no two operations have one name, and every reference leads somewhere', () => {
  const ids = operations().map(([, , { operationId }]) => operationId);
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];

  expect(new Set(ids).size).toBe(ids.length);
  expect(references.filter(([, name = '']) => !Object.hasOwn(document.components.schemas, name))).toEqual([]);
});

test('what is told of a body is what the org takes: its schema refuses what the org refuses', async () => {
  const path = '/api/v2/routing/queues';
  const schema = document.paths[path]?.['post']?.requestBody?.content['application/json']?.schema ?? {};
  const fits = new Ajv2020({ strict: false }).compile(schema);
  const bodies: readonly Json[] = [
    { name: 'Support' },
    { name: 'Orders', acwSettings: { timeoutMs: 30_000 } },
    {},
    { name: 5 },
    { name: '' },
    [],
    { name: 'Returns', acwSettings: { wrapupPrompt: 5 } },
    { name: 'Sales', division: 'x' },
  ];
  const org = localOrg();
  for (const body of bodies) expect([body, fits(body)]).toEqual([body, (await org.post(path, body)).status === 200]);
});

test('it says where it was asked, and that the stream of events is one', async () => {
  const events = document.paths['/flowcdk/events/stream']?.['get'];

  expect(document.servers).toEqual([{ url: 'http://localhost' }]);
  expect(Object.keys(events?.responses['200']?.content ?? {})).toEqual(['text/event-stream']);
});
