import { seconds } from '../../../../src/architect/types';
import { defaultLimits } from '../../../../src/emulator/limits/limits';
import type { HttpRequest } from '../../../../src/emulator/runtime/services/http';
import {
  cutsConnection,
  failsWith,
  hangs,
  hugeBody,
  malformed,
  respondsWith,
  type Service,
  service,
} from '../../../../src/emulator/runtime/services/service';
import type { Json, JsonObject } from '../../../../src/emulator/state/json';
import { MONDAY_NOON } from '../private/living-org';
import { asking, get, type Setting } from '../private/one-data-action';

describe('the request', () => {
  test.each<{ rule: string; config: JsonObject; inputs: JsonObject; sent: Partial<HttpRequest> }>([
    {
      rule: 'inputs stand in the URL as the template escapes them',
      config: get({ requestUrlTemplate: 'https://alpha.example/customers?phone=${esc.url($input.phone)}' }),
      inputs: { phone: '+33 1' },
      sent: { method: 'GET', url: 'https://alpha.example/customers?phone=%2B33+1' },
    },
    {
      rule: 'a body without a template is the whole input',
      config: get({ requestType: 'POST' }),
      inputs: { a: 1, b: 'two' },
      sent: { method: 'POST', body: '{"a":1,"b":"two"}', headers: { 'content-type': 'application/json' } },
    },
    {
      rule: 'an empty template is none',
      config: get({ requestType: 'PUT', requestTemplate: '' }),
      inputs: { a: 1 },
      sent: { method: 'PUT', body: '{"a":1}' },
    },
    {
      rule: 'GET has no body, whatever the template',
      config: get({ requestTemplate: '{"a": 1}' }),
      inputs: {},
      sent: { method: 'GET', headers: {} },
    },
    {
      rule: 'an input that is not given prints its reference, or nothing where it is quiet',
      config: get({ requestType: 'POST', requestTemplate: '${input.none}|$!{input.none}' }),
      inputs: {},
      sent: { body: '${input.none}|' },
    },
    {
      rule: 'headers are templates; their names do not tell cases apart',
      config: get({ headers: { 'X-Caller': '${input.phone}' } }),
      inputs: { phone: '1' },
      sent: { headers: { 'x-caller': '1' } },
    },
  ])('$rule', ({ config, inputs, sent }) => {
    const org = asking({ alpha: respondsWith({}) }, { config });
    org.ask(inputs);
    expect(org.requests()).toMatchObject([sent]);
  });

  test.each<{ rule: string; setting: Setting; header: string }>([
    {
      rule: 'basic authentication is added by the platform',
      setting: { config: get(), credential: { type: 'basicAuth', fields: { userName: 'u', password: 'p' } } },
      header: 'Basic dTpw',
    },
    {
      rule: 'fields of a credential stand where the template wants them',
      setting: {
        config: get({ headers: { Authorization: 'Key ${credentials.apiKey}' } }),
        credential: { type: 'userDefined', fields: { apiKey: 'k-1' } },
      },
      header: 'Key k-1',
    },
  ])('$rule', ({ setting, header }) => {
    const org = asking({ alpha: respondsWith({}) }, setting);
    org.ask();
    expect(org.requests()[0]?.headers['authorization']).toBe(header);
  });
});

describe('the response', () => {
  const customer = { id: 'A-1', person: { name: 'Ada "L"', tags: ['x', 'y'] }, none: null };
  const phones = {
    type: 'array',
    items: { type: 'object', properties: { kind: { type: 'string' }, n: { type: 'integer' } } },
  };

  test.each<{
    rule: string;
    response: JsonObject;
    body?: Json;
    output?: JsonObject;
    outputs: Readonly<Record<string, Json>>;
  }>([
    {
      rule: 'values keep their quotes on the way into the success template',
      response: { translationMap: { name: '$.person.name' }, successTemplate: '{"name": ${name}}' },
      output: { type: 'object', properties: { name: { type: 'string' } } },
      outputs: { name: 'Ada "L"' },
    },
    {
      rule: 'a default stands where the path finds nothing',
      response: {
        translationMap: { tier: '$.tier' },
        translationMapDefaults: { tier: '"none"' },
        successTemplate: '{"tier": ${tier}}',
      },
      output: { type: 'object', properties: { tier: { type: 'string' } } },
      outputs: { tier: 'none' },
    },
    {
      rule: 'an explicit null does not fall back to the default, and is NOT_SET to the flow',
      response: {
        translationMap: { none: '$.none' },
        translationMapDefaults: { none: '"x"' },
        successTemplate: '{"none": ${none}}',
      },
      output: { type: 'object', properties: { none: { type: ['string', 'null'] } } },
      outputs: {},
    },
    {
      rule: 'without map and template the answer is the result',
      response: {},
      output: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          person: { type: 'object', properties: { tags: { type: 'array', items: { type: 'string' } } } },
        },
      },
      outputs: { id: 'A-1', 'person.tags': ['x', 'y'] },
    },
    {
      rule: 'an empty template, which the provider sends for none, is none',
      response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '' },
      output: { type: 'object', properties: { id: { type: 'string' } } },
      outputs: { id: 'A-1' },
    },
    {
      rule: 'a list of objects is parallel collections, aligned where an item lacks something',
      response: { successTemplate: '${rawResult}' },
      body: { phones: [{ kind: 'home', n: 1 }, { kind: 'work' }] },
      output: { type: 'object', properties: { phones } },
      outputs: { 'phones.kind': ['home', 'work'], 'phones.n': [1, null] },
    },
  ])('$rule', ({ response, body, output, outputs }) => {
    const org = asking(
      { alpha: respondsWith(body ?? customer) },
      { config: get({}, response), ...(output ? { contract: { output } } : {}) },
    );
    const result = org.ask();
    expect(result.outcome === 'success' && Object.fromEntries(result.outputs)).toEqual(outputs);
  });
});

describe('what a success template gives', () => {
  test.each<{ rule: string; template: string; warning: string }>([
    { rule: 'a bracket too many', template: '{"id": "a}\\"]b"}}', warning: 'stands }' },
    { rule: 'words', template: ' [1, {"id": 2}] and so on', warning: 'stands and so on' },
  ])('garbage behind the JSON is tolerated, with a warning: $rule', ({ template, warning }) => {
    const org = asking({ alpha: respondsWith({}) }, { config: get({}, { successTemplate: template }) });
    expect(org.ask().outcome).toBe('success');
    expect(org.runtime.log.events).toContainEqual(
      expect.objectContaining({ type: 'dataAction.step', warning: expect.stringContaining(warning) as string }),
    );
  });

  test('may be a list of many items', () => {
    const org = asking(
      { alpha: respondsWith({ l: Array(200_000).fill(1) }) },
      { config: get({}, { translationMap: { l: '$.l' }, successTemplate: '{"l": ${l}}' }) },
    );
    const result = org.ask();
    expect(result.outcome === 'success' && (result.result as { l: Json[] }).l).toHaveLength(200_000);
  });

  test.each<[levels: number, outcome: string]>([
    [50, 'success'],
    [51, 'failure'],
  ])('has at most 50 levels, as the answer has: %s', (levels, outcome) => {
    const nested = '['.repeat(levels) + ']'.repeat(levels);
    const template = asking({ alpha: respondsWith({}) }, { config: get({}, { successTemplate: nested }) });
    expect(template.ask().outcome).toBe(outcome);
    expect(asking({ alpha: respondsWith(nested) }, { config: get() }).ask().outcome).toBe(outcome);
  });
});

describe('what goes wrong takes the failure path and says why', () => {
  const text = {
    type: 'object',
    properties: { id: { type: 'string' } },
    required: ['id'],
    additionalProperties: false,
  };
  const translate = { translationMap: { id: '$.id' }, successTemplate: '{"id": ${id}}' };

  test.each<{
    rule: string;
    alpha: Service;
    setting?: Setting;
    inputs?: JsonObject;
    errorCode: string;
    status: number;
    says: RegExp;
  }>([
    {
      rule: 'a status that is no success',
      alpha: respondsWith({}, 300),
      errorCode: 'remote.error',
      status: 300,
      says: /status 300/,
    },
    { rule: 'an error status', alpha: failsWith(503), errorCode: 'remote.error', status: 503, says: /status 503/ },
    {
      rule: 'an error in the form of the API is passed on',
      alpha: failsWith(404, { code: 'not.found', message: 'nobody', status: 404 }),
      errorCode: 'not.found',
      status: 404,
      says: /^nobody$/,
    },
    { rule: 'no answer in time', alpha: hangs(), errorCode: 'gateway.timeout', status: 504, says: /within 5 seconds/ },
    { rule: 'a cut connection', alpha: cutsConnection(), errorCode: 'remote.unreachable', status: 502, says: /closed/ },
    {
      rule: 'an answer that is no JSON',
      alpha: malformed(),
      errorCode: 'response.translation',
      status: 400,
      says: /no JSON/,
    },
    {
      rule: 'an answer that is too large',
      alpha: hugeBody(),
      errorCode: 'response.translation',
      status: 400,
      says: /2097152 bytes/,
    },
    {
      rule: 'an answer that was too large on its way',
      alpha: respondsWith({}),
      setting: {
        config: get(),
        send: () => (done) => (done({ problem: 'tooLarge', message: 'too much' }), () => undefined),
      },
      errorCode: 'response.translation',
      status: 400,
      says: /too much/,
    },
    {
      rule: 'an input the contract does not have',
      alpha: respondsWith({}),
      setting: { config: get(), contract: { input: text } },
      inputs: { number: '1' },
      errorCode: 'bad.request',
      status: 400,
      says: /required property 'id'.*'number'/,
    },
    {
      rule: 'a result that lacks what the contract demands',
      alpha: respondsWith({}),
      setting: { config: get({}, translate), contract: { output: text } },
      errorCode: 'response.translation',
      status: 400,
      says: /\$\{id\}/,
    },
    {
      rule: 'a service that nobody stands behind',
      alpha: respondsWith({}),
      setting: { config: get({ requestUrlTemplate: 'https://delta.example/' }) },
      errorCode: 'remote.unreachable',
      status: 502,
      says: /delta\.example; there are alpha/,
    },
    {
      rule: 'a template that cannot be read',
      alpha: respondsWith({}),
      setting: { config: get({ requestUrlTemplate: 'https://alpha.example/#if($x' }) },
      errorCode: 'template.error',
      status: 400,
      says: /the request URL/,
    },
  ])('$rule', ({ alpha, setting, inputs, errorCode, status, says }) => {
    const result = asking({ alpha }, { config: get(), ...setting }).ask(inputs);
    expect(result).toMatchObject({ outcome: 'failure', failure: { errorCode, status } });
    expect(result.outcome === 'failure' && result.failure.userMessage).toMatch(says);
  });
});

describe('an input that a template names in another case is given, with a warning', () => {
  test.each<[template: string, warning: string]>([
    ['${input.Phone}', 'the template says Phone, the input is phone'],
    ['${INPUT.phone}', 'the template says INPUT, it is input'],
    ['$!Input.PHONE', 'the template says PHONE, the input is phone'],
  ])('%s', (template, warning) => {
    const org = asking(
      { alpha: respondsWith({}) },
      {
        config: get(
          { requestUrlTemplate: `https://alpha.example/${template}` },
          { successTemplate: `{"n": ${template}}` },
        ),
      },
    );
    expect(org.ask({ phone: 33 })).toMatchObject({ result: { n: 33 } });
    expect(org.requests()).toMatchObject([{ url: 'https://alpha.example/33' }]);
    const warnings = org.runtime.log.events.filter(
      (event) => event.type === 'dataAction.step' && event.warning === warning,
    );
    expect(warnings).toHaveLength(2);
  });

  test('what is named as it is called brings no warning', () => {
    const org = asking({ alpha: respondsWith({}) }, { config: get({ requestType: 'POST' }) });
    org.ask({ phone: 33, Phone: 34, rawrequest: 1 });
    expect(JSON.stringify(org.runtime.log.events)).not.toContain('warning');
  });
});

describe('a hostile template or path is a failure of the data action, in bounded steps', () => {
  const bomb = '(a+)+$';
  const times = (count: number, each: string, first: string): string =>
    `${first}#foreach($i in [1..${count}])${each}#end`;
  const deep = (levels: number): Json => (levels === 0 ? [] : { a: deep(levels - 1), b: [1, 2, 3] });
  test.each<{ rule: string; config: JsonObject; body?: Json }>([
    { rule: 'a loop without end', config: get({}, { successTemplate: '#macro(m)#m()#end#m()' }) },
    {
      rule: 'a list that doubles',
      config: get({}, { successTemplate: '#set($s="xxxxxxxxxx")#foreach($i in [1..1000])#set($s="$s$s")#end$s' }),
    },
    { rule: 'a huge range', config: get({}, { successTemplate: '#foreach($i in [1..2000000000])x#end' }) },
    { rule: 'a regular-expression bomb', config: get({}, { successTemplate: `$input.a.matches("${bomb}")` }) },
    {
      rule: 'a reach for the prototype',
      config: get({}, { successTemplate: '{"x": "$input.constructor.prototype"}' }),
      body: {},
    },
    { rule: 'a deep nesting', config: get({}, { successTemplate: '#if(true)'.repeat(5000) }) },
    {
      rule: 'a path with a bomb in its filter',
      config: get({}, { translationMap: { x: `$[?(@.a =~ /${bomb}/)]` }, successTemplate: '${x}x' }),
      body: [{ a: `${'a'.repeat(40)}!` }],
    },
    {
      rule: 'a result of thousands of lists in lists',
      config: get(
        {},
        { successTemplate: `${times(15, '#set($a="$a$a")#set($b="$b$b")', '#set($a="[")#set($b="]")')}$a$b` },
      ),
    },
    {
      rule: 'garbage behind a long result',
      config: get(
        {},
        {
          translationMap: { l: '$.l' },
          successTemplate: `${times(19, '#set($a="$a$a")', '#set($a="}")')}{"x": "$input.constructor.prototype"}$a`,
        },
      ),
    },
    {
      rule: 'a path that scans and scans, though it has a default',
      config: get(
        {},
        { translationMap: { x: `$${'..*'.repeat(8)}` }, translationMapDefaults: { x: '1' }, successTemplate: '${x}' },
      ),
      body: deep(30),
    },
    {
      rule: 'a path that scans and scans',
      config: get({}, { translationMap: { x: `$${'..*'.repeat(8)}` }, successTemplate: '${x}' }),
      body: deep(30),
    },
  ])('$rule', ({ config, body }) => {
    const result = asking({ alpha: respondsWith(body ?? {}) }, { config }).ask({ a: `${'a'.repeat(40)}!` });
    if (result.outcome === 'failure') expect(result.failure.status).toBe(400);
    // What cannot be reached prints itself, as any reference to nothing.
    else expect(result.result).toEqual({ x: '$input.constructor.prototype' });
  });
});

describe('the events of an execution', () => {
  const shown = (org: ReturnType<typeof asking>) =>
    org.runtime.log.events.filter(({ type }) => /^(dataAction\.(started|ended)|http\.)/.test(type));

  test('have its number, its place in time and what came of it', () => {
    const org = asking({ alpha: respondsWith({}).after(seconds(2)) }, { config: get() });
    org.ask({ phone: '1' });
    org.ask({ phone: '2' });
    const url = 'https://alpha.example/customers';
    expect(shown(org)).toMatchObject([
      { type: 'dataAction.started', call: '1', dataAction: 'Find', inputs: { phone: '1' } },
      { type: 'http.requested', call: '1', method: 'GET', url },
      { type: 'http.answered', call: '1', status: 200, milliseconds: 2_000 },
      { type: 'dataAction.ended', call: '1', outcome: 'success', milliseconds: 2_000 },
      { type: 'dataAction.started', call: '2', inputs: { phone: '2' } },
      { type: 'http.requested', call: '2' },
      { type: 'http.answered', call: '2' },
      { type: 'dataAction.ended', call: '2' },
    ]);
  });

  test('say with which status and code it failed', () => {
    const org = asking({ alpha: failsWith(503) }, { config: get() });
    org.ask();
    expect(shown(org).at(-1)).toMatchObject({ outcome: 'failure', status: 503, errorCode: 'remote.error' });
    expect(org.runtime.log.events).toContainEqual(
      expect.objectContaining({ type: 'dataAction.step', step: 'Send the request', success: false }),
    );
  });

  test.each<[timeoutSeconds: number | undefined, milliseconds: number]>([
    [5, 5_000],
    // Sixty seconds are usual (documented).
    [undefined, 60_000],
  ])('say that no answer came within %s seconds', (timeoutSeconds, milliseconds) => {
    const org = asking({ alpha: hangs() }, { config: { ...get(), timeoutSeconds } as JsonObject });
    org.ask();
    const problem = `The service did not answer within ${milliseconds / 1_000} seconds.`;
    expect(shown(org).slice(-2)).toMatchObject([
      { type: 'http.answered', call: '1', problem, milliseconds },
      { type: 'dataAction.ended', call: '1', outcome: 'failure', milliseconds },
    ]);
    expect(org.runtime.log.events).toContainEqual(
      expect.objectContaining({ type: 'dataAction.step', step: 'Send the request', success: false, error: problem }),
    );
  });

  test('show inputs and address, where no secure flow asks', () => {
    const config = get({ requestUrlTemplate: 'https://alpha.example/${input.phone}' });
    const org = asking({ alpha: respondsWith({}) }, { config });
    org.runtime.dataActions.execute({ actionId: 'find', inputs: { phone: '1' }, place: {} })(() => undefined);
    org.clock.runNow();
    org.test({ phone: '2' });
    expect(shown(org)).toMatchObject([
      { type: 'dataAction.started', inputs: { phone: '1' } },
      { type: 'http.requested', url: 'https://alpha.example/1' },
      { type: 'http.answered' },
      { type: 'dataAction.ended' },
      { type: 'http.requested', call: '2', url: 'https://alpha.example/2' },
      { type: 'http.answered', call: '2' },
    ]);
  });

  test('say that nobody waits for the result any more', () => {
    const org = asking({ alpha: respondsWith({}).after(seconds(2)) }, { config: get() });
    const results: unknown[] = [];
    const stop = org.runtime.dataActions.execute({ actionId: 'find', inputs: {}, place: {} })((result) =>
      results.push(result),
    );
    org.clock.runNow(() => false, MONDAY_NOON + 1_000);
    stop();
    org.clock.runNow();
    expect(results).toEqual([]);
    expect(shown(org).at(-1)).toMatchObject({ type: 'dataAction.ended', outcome: 'dropped' });
  });
});

test('steps are told one by one, without secrets', () => {
  const org = asking(
    { alpha: respondsWith({ id: 'A-1' }) },
    {
      config: get(
        { headers: { Key: '${credentials.apiKey}' } },
        { translationMap: { id: '$.id' }, successTemplate: '{"id": ${id}}' },
      ),
      credential: { type: 'userDefined', fields: { apiKey: 'very-secret' } },
    },
  );
  const tested = org.test({});
  expect(tested).toMatchObject({ success: true, finalResult: { id: 'A-1' } });
  expect(tested.operations.map(({ step, success }) => [step, success])).toEqual([
    ['Validate input against the input schema', true],
    ['Resolve credentials', true],
    ['Render the request URL', true],
    ['Render the headers', true],
    ['Send the request', true],
    ['Read the response', true],
    ['Apply the translation map', true],
    ['Render the success template', true],
    ['Validate the result against the output schema', true],
  ]);
  expect(JSON.stringify([tested, org.runtime.log.events])).not.toContain('very-secret');
});

describe('a custom auth action', () => {
  const loginOf = (expires: Json): Service =>
    service(({ times }) => ({ body: { access_token: `token-${times + 1}`, expires_in: expires } }));
  const step = 'Get an access token';
  const withLogin = (alpha: Service, login = loginOf(600)) => {
    const org = asking(
      { login, alpha },
      {
        config: get({ headers: { Authorization: 'Bearer ${authResponse.access_token}' } }),
        credential: { type: 'userDefinedOAuth', fields: { loginUrl: 'https://login.example/token', clientId: 'c' } },
      },
    );
    org.org.put('dataAction', {
      id: 'customAuth_-_integration',
      name: 'Custom Auth Action',
      integrationId: 'integration',
      customAuth: true,
      config: {
        request: {
          requestType: 'POST',
          requestUrlTemplate: '${credentials.loginUrl}',
          requestTemplate: 'grant_type=client_credentials',
        },
        response: { successTemplate: '${rawResult}' },
      },
      contract: { input: { inputSchema: {} }, output: { successSchema: {} } },
      category: 'Customers',
      secure: false,
      version: 1,
    });
    return org;
  };
  const tokens = (org: ReturnType<typeof withLogin>) =>
    org.requests().flatMap(({ headers }) => headers['authorization'] ?? []);

  test.each<[login: string, service: Service, errorCode: string]>([
    ['is refused', failsWith(401, { message: 'invalid_client' }), 'remote.error'],
    ['never answers', hangs(), 'gateway.timeout'],
    ['answers no JSON', malformed(), 'response.translation'],
  ])('that %s fails the data action, which asks again the next time', (_, login, errorCode) => {
    const org = withLogin(respondsWith({}), login);
    expect(org.ask()).toMatchObject({ outcome: 'failure', failure: { errorCode } });
    expect(org.ask()).toMatchObject({ outcome: 'failure', failure: { errorCode } });
    expect(org.requests().filter(({ url }) => url.includes('login'))).toHaveLength(2);
    expect(tokens(org)).toEqual([]);
    expect(org.test({})).toMatchObject({ success: false, operations: [{}, {}, { step, success: false }] });
  });

  test('is a step of its own', () => {
    const org = withLogin(respondsWith({}));
    const stepsOf = () => org.test({}).operations.filter((operation) => operation.step === step);
    expect(stepsOf()).toEqual([{ step, success: true }]);
    // The token is known.
    expect(stepsOf()).toEqual([]);
  });

  test('gets a new token for another credential', () => {
    const org = withLogin(respondsWith({}));
    org.ask();
    org.org.putSecret('credential', { loginUrl: 'https://login.example/token', clientId: 'another' });
    org.ask();
    expect(tokens(org)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  test('gets a new token thirty seconds before the old one is over', () => {
    const org = withLogin(respondsWith({}));
    org.ask();
    org.clock.runNow(() => false, MONDAY_NOON + 569_999);
    org.ask();
    org.clock.runNow(() => false, MONDAY_NOON + 570_000);
    org.ask();
    expect(tokens(org)).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-2']);
  });

  test.each<Json>([600, '600'])('its token is kept until it expires: expires_in %j', (expires) => {
    const org = withLogin(respondsWith({}), loginOf(expires));
    org.ask();
    org.ask();
    org.clock.runNow(() => false, MONDAY_NOON + 700_000);
    org.ask();
    expect(tokens(org)).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-2']);
  });

  test('a service that refuses the token makes the next call get a new one', () => {
    const org = withLogin(respondsWith({}).first(1, failsWith(401)));
    org.ask();
    org.ask();
    expect(tokens(org)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });
});

describe('a Genesys Cloud data action', () => {
  const asks = (state: 'active' | 'inactive' | undefined) => {
    const requests: unknown[] = [];
    const org = asking(
      {},
      {
        integrationType: 'purecloud-data-actions',
        credential: { type: 'pureCloudOAuthClient', fields: { clientId: 'client-1', clientSecret: 's' } },
        config: get({ requestUrlTemplate: '/api/v2/flows/executions', requestType: 'POST' }),
        ownApi: ({ method, url, body }, clientId) => {
          requests.push([method, url, body, clientId]);
          return { status: 200, body: '{"id": "x"}' };
        },
      },
    );
    if (state !== undefined)
      org.org.put('oauthClient', {
        id: 'client-1',
        name: 'Data actions',
        state,
        authorizedGrantType: 'CLIENT-CREDENTIALS',
        accessTokenValiditySeconds: 86_400,
      });
    return { result: org.ask({ flowId: 'f' }), requests };
  };

  test('asks the API of the org itself, as its OAuth client', () => {
    const { result, requests } = asks('active');
    expect(result.outcome).toBe('success');
    expect(requests).toEqual([['POST', '/api/v2/flows/executions', '{"flowId":"f"}', 'client-1']]);
  });

  test.each<[state: 'inactive' | undefined, why: string]>([
    [undefined, 'is not in this org'],
    ['inactive', 'is inactive'],
  ])('fails where its OAuth client is %s', (state, why) => {
    const userMessage = `The OAuth client client-1 of the integration 'Customers' ${why}.`;
    const { result, requests } = asks(state);
    expect(result).toMatchObject({ failure: { errorCode: 'integration.not.usable', userMessage } });
    expect(requests).toEqual([]);
  });
});

test.each([
  ['https://apps.mypurecloud.com/webhooks/api/v1/webhook/7', 'the platform'],
  ['https://apps.mypurecloud.com/another', 'a service'],
  ['https://alpha.example/webhooks/api/v1/webhook/7', 'a service'],
])('a web services data action that calls %s reaches %s', (url, where) => {
  const reached: string[] = [];
  const answer = service(() => {
    reached.push('a service');
    return { body: {} };
  });
  const org = asking(
    { 'alpha.example': answer, 'apps.mypurecloud.com': answer },
    {
      config: get({ requestUrlTemplate: url, requestType: 'POST' }),
      ownApi: (_, clientId) => {
        reached.push(clientId ?? 'the platform');
        return { status: 200, body: '{}' };
      },
    },
  );
  expect(org.ask().outcome).toBe('success');
  expect(reached).toEqual([where]);
});

test('the 51st data action at the same time fails, and the log says which limit', () => {
  const org = asking({ alpha: respondsWith({}).after(seconds(1)) }, { config: get(), limits: defaultLimits });
  const outcomes: string[] = [];
  for (let i = 0; i < 51; i += 1) {
    org.runtime.dataActions.execute({ actionId: 'find', inputs: {}, place: {} })(({ outcome }) =>
      outcomes.push(outcome),
    );
  }
  org.clock.runNow();
  expect(outcomes.filter((outcome) => outcome === 'failure')).toHaveLength(1);
  expect(org.runtime.log.events).toContainEqual(
    expect.objectContaining({ type: 'limit.reached', limit: 'actions.concurrent.executions.max', value: 50 }),
  );
});

test('a data action that is changed or deleted while its service answers is carried out to its end', () => {
  const org = asking({ alpha: respondsWith({ id: 'A-1' }).after(seconds(2)) }, { config: get() });
  const outcomes: string[] = [];
  const execute = (): void => {
    org.runtime.dataActions.execute({ actionId: 'find', inputs: {}, place: {} })((came) => {
      outcomes.push(came.outcome === 'success' ? JSON.stringify(came.result) : came.failure.errorCode);
    });
  };
  execute();
  org.org.remove('dataAction', 'find');
  execute();
  org.clock.runNow();
  expect(outcomes).toEqual(['not.found', '{"id":"A-1"}']);
});
