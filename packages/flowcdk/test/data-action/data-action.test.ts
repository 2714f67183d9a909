import { findInAlpha, findInBeta, findInGamma } from './private-databases';
import { bodyOf, headersOf, urlOf } from './private-probe';

describe('a lookup by a key in a header', () => {
  test('its request names inputs and the credential, escaped for where they stand', () => {
    expect(findInAlpha.request.method).toBe('GET');
    expect(urlOf(findInAlpha)).toBe('https://alpha.example/customers?phone=${esc.url($input.phoneNumber)}');
    expect(headersOf(findInAlpha)).toEqual({ 'X-Api-Key': '${credentials.apiKey}' });
    expect(bodyOf(findInAlpha)).toBeUndefined();
  });

  test('its answer is mapped: optional outputs are left out, defaults stand for what is missing or null', () => {
    expect(findInAlpha.response).toEqual({
      translationMap: { customerId: '$[0].id', fullName: '$[0].name', tier: '$[0].tier' },
      translationMapDefaults: { tier: '"standard"' },
      successTemplate:
        '{#if("$!{customerId}" != "" && "$!{customerId}" != "null")"customerId": ${customerId}, #end' +
        '#if("$!{fullName}" != "" && "$!{fullName}" != "null")"fullName": ${fullName}, #end' +
        '"tier": #if("$!{tier}" == "" || "$!{tier}" == "null")"standard"#{else}${tier}#end, ' +
        '"database": "ALPHA"}',
    });
  });

  test('its contracts are JSON Schema of draft 4', () => {
    expect(findInAlpha.contract).toEqual({
      input: {
        $schema: 'http://json-schema.org/draft-04/schema#',
        title: 'input',
        type: 'object',
        properties: { phoneNumber: { type: 'string', description: 'How the database writes numbers' } },
        required: ['phoneNumber'],
        additionalProperties: true,
      },
      output: {
        $schema: 'http://json-schema.org/draft-04/schema#',
        title: 'output',
        type: 'object',
        properties: {
          customerId: { type: 'string' },
          fullName: { type: 'string' },
          tier: { type: 'string' },
          database: { type: 'string' },
        },
        required: ['database', 'tier'],
        additionalProperties: true,
      },
    });
  });

  test('flows find it by name and category, which is the name of its integration', () => {
    expect(findInAlpha).toMatchObject({
      definition: 'dataAction',
      name: 'Find customer in Alpha',
      category: 'Alpha',
      timeoutSeconds: 5,
      problems: [],
    });
    expect(findInAlpha.uses.map(({ name }) => name)).toEqual(['Alpha']);
  });
});

test('a JSON body carries its media type with it', () => {
  expect(headersOf(findInBeta)).toEqual({ 'Content-Type': 'application/json' });
  expect(bodyOf(findInBeta)).toBe('{"number": "${esc.jsonEncode($input.phoneNumber)}", "limit": 1}');
});

test('without a timeout of its own an action has the one of the platform', () => {
  expect(findInBeta).not.toHaveProperty('timeoutSeconds');
});

test('an action of an integration with custom authentication uses its token', () => {
  expect(urlOf(findInGamma)).toBe('https://gamma.example/v2/persons/${esc.uriEncode($input.phoneNumber)}');
  expect(headersOf(findInGamma)).toEqual({ Authorization: 'Bearer ${authResponse.access_token}' });
});

test('a definition is frozen, templates and contracts included', () => {
  expect(Object.isFrozen(findInAlpha)).toBe(true);
  expect(Object.isFrozen(findInAlpha.request.headers)).toBe(true);
  expect(Object.isFrozen(findInAlpha.contract.input['properties'])).toBe(true);
});
