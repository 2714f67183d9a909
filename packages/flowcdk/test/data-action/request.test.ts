import { base64, credential, deployed, form, jsonText, rawBody, render, text, url } from '../../src/data-action';
import { bodyOf, headersOf, sending, urlOf } from './private-probe';

describe('URL', () => {
  test('a value before the question mark is escaped for a path, one behind it for a query', () => {
    const action = sending(({ name, count }) => ({
      method: 'GET',
      url: url`https://a.example/${name}/${count}.json?q=${name}`,
    }));

    expect(urlOf(action)).toBe(
      'https://a.example/${esc.uriEncode($input.name)}/${input.count}.json?q=${esc.url($input.name)}',
    );
  });

  test('a value with which the URL begins is its base and stays as it is', () => {
    expect(urlOf(sending(() => ({ method: 'GET', url: url`${credential('user')}/ping` })))).toBe(
      '${credentials.user}/ping',
    );
  });

  test('a missing optional input leaves nothing in a URL', () => {
    expect(urlOf(sending(({ note }) => ({ method: 'GET', url: url`https://a.example/?note=${note}` })))).toBe(
      'https://a.example/?note=${esc.url("$!{input.note}")}',
    );
  });

  test('a missing optional input leaves its name out of a query, and such fields go last', () => {
    const action = sending(({ name, note }) => ({
      method: 'GET',
      url: 'https://a.example/',
      query: { note, name, page: 2 },
    }));

    expect(urlOf(action)).toBe(
      'https://a.example/?name=${esc.url($input.name)}&page=2#if("$!{input.note}" != "")&note=${esc.url($input.note)}#end',
    );
  });

  test('a query goes on where the URL has one already', () => {
    const action = sending(({ name }) => ({ method: 'GET', url: 'https://a.example/?v=2', query: { name } }));

    expect(urlOf(action)).toBe('https://a.example/?v=2&name=${esc.url($input.name)}');
  });
});

describe('headers', () => {
  test('nothing is escaped; a missing optional input leaves nothing', () => {
    const action = sending(({ name, note }) => ({
      method: 'GET',
      url: 'https://a.example/',
      headers: { 'Idempotency-Key': text`${name}-${note}`, Accept: 'application/json' },
    }));

    expect(headersOf(action)).toEqual({
      'Idempotency-Key': '${input.name}-$!{input.note}',
      Accept: 'application/json',
    });
  });

  test('basic authentication by hand is Base64 of a text', () => {
    const action = sending(() => ({
      method: 'GET',
      url: 'https://a.example/',
      headers: { Authorization: text`Basic ${base64(text`${credential('user')}:${credential('password')}`)}` },
    }));

    expect(headersOf(action)).toEqual({
      Authorization: 'Basic ${encoding.base64("${credentials.user}:${credentials.password}")}',
    });
  });

  test('a Content-Type that is given is kept', () => {
    const headers = { 'content-type': 'application/vnd.api+json' };

    expect(headersOf(sending(() => ({ method: 'POST', url: 'https://a.example/', headers, body: {} })))).toEqual(
      headers,
    );
  });
});

describe('bodies', () => {
  test('JSON: texts are escaped and quoted, numbers and booleans are not', () => {
    const action = sending(({ name, count, price, urgent }) => ({
      method: 'POST',
      url: 'https://a.example/',
      body: { name, count, price, urgent, fixed: ['a', 1, null], greeting: text`Hello ${name}!` },
    }));

    expect(bodyOf(action)).toBe(
      '{"name": "${esc.jsonEncode($input.name)}", "count": ${input.count}, "price": ${input.price}, ' +
        '"urgent": ${input.urgent}, "fixed": ["a", 1, null], "greeting": "Hello ${esc.jsonEncode($input.name)}!"}',
    );
  });

  test('JSON: a missing optional input leaves its property out', () => {
    const action = sending(({ name, note, limit }) => ({
      method: 'POST',
      url: 'https://a.example/',
      body: { note, name, limit },
    }));

    expect(bodyOf(action)).toBe(
      '{#if("$!{input.note}" != "")"note": "${esc.jsonEncode($input.note)}", #end' +
        '"name": "${esc.jsonEncode($input.name)}"' +
        '#if("$!{input.limit}" != ""), "limit": ${input.limit}#end}',
    );
  });

  test('JSON: where every property may be missing, a variable remembers the comma', () => {
    const action = sending(({ note, limit }) => ({ method: 'POST', url: 'https://a.example/', body: { note, limit } }));

    expect(bodyOf(action)).toBe(
      '{#set($comma = "")' +
        '#if("$!{input.note}" != "")${comma}"note": "${esc.jsonEncode($input.note)}"#set($comma = ", ")#end' +
        '#if("$!{input.limit}" != "")${comma}"limit": ${input.limit}#set($comma = ", ")#end}',
    );
  });

  test('JSON: in a list a missing optional input is null', () => {
    expect(bodyOf(sending(({ limit }) => ({ method: 'POST', url: 'https://a.example/', body: [limit] })))).toBe(
      '[#if("$!{input.limit}" != "")${input.limit}#{else}null#end]',
    );
  });

  test('JSON: an input that holds JSON is put in as it is', () => {
    const action = sending(({ name }) => ({
      method: 'PUT',
      url: 'https://a.example/',
      body: { tags: jsonText(name) },
    }));

    expect(bodyOf(action)).toBe('{"tags": ${input.name}}');
  });

  test('form: names and values are escaped by the rules of forms', () => {
    const action = sending(({ name }) => ({
      method: 'POST',
      url: 'https://a.example/',
      body: form({ 'a b': 'c&d', name, key: credential('apiKey') }),
    }));

    expect(bodyOf(action)).toBe('a%20b=c%26d&name=${esc.url($input.name)}&key=${esc.url($credentials.apiKey)}');
    expect(headersOf(action)).toEqual({ 'Content-Type': 'application/x-www-form-urlencoded' });
  });

  test('any other text is sent as it is written', () => {
    const action = sending(({ name }) => ({
      method: 'POST',
      url: 'https://a.example/',
      body: rawBody(text`<name>${name}</name>`, 'application/xml'),
    }));

    expect(bodyOf(action)).toBe('<name>${input.name}</name>');
    expect(headersOf(action)).toEqual({ 'Content-Type': 'application/xml' });
  });

  test('without a body the platform sends the whole input', () => {
    expect(bodyOf(sending(() => ({ method: 'POST', url: 'https://a.example/' })))).toBeUndefined();
  });

  test('an id that only deployment knows is a hole in the template', () => {
    const flow = { definition: 'flow', name: 'identify-caller' } as const;
    const action = sending(() => ({ method: 'POST', url: 'https://a.example/', body: { id: deployed(flow, 'id') } }));

    expect(bodyOf(action)).toBe('{"id": "<id of identify-caller>"}');
    expect(action.uses).toContain(flow);
  });
});

test('what stands around an id can be written for somebody else, such as Terraform', () => {
  const flow = { definition: 'flow', name: 'identify-caller' } as const;
  const { request } = sending(({ name }) => ({
    method: 'GET',
    url: url`https://a.example/${deployed(flow, 'id')}?q=${name}`,
  }));
  const doubled = (velocity: string) => velocity.split('${').join('$${');

  expect(render(request.url, () => '${genesyscloud_flow.x.id}', doubled)).toBe(
    'https://a.example/${genesyscloud_flow.x.id}?q=$${esc.url($input.name)}',
  );
});

describe('literal text that Velocity would take for its own', () => {
  const special = 'a$name ${x} #if ## $$ \\';

  test.each([
    ['JSON', { body: special }, '"a\\u0024name \\u0024{x} \\u0023if \\u0023# \\u0024$ \\u005c"'],
    ['a form', { body: form({ x: special }) }, 'x=a%24name%20%24%7Bx%7D%20%23if%20%23%23%20%24%24%20%5C'],
    [
      'other text',
      { body: rawBody(special, 'text/plain') },
      'a${esc.dollar}name ${esc.dollar}{x} ${esc.hash}if ${esc.hash}# ${esc.dollar}$ ${esc.backslash}',
    ],
  ])('%s', (_, { body }, expected) => {
    expect(bodyOf(sending(() => ({ method: 'POST', url: 'https://a.example/', body })))).toBe(expected);
  });

  test.each(['$5', 'a$ b', 'a#1', '# x', 'a\\b'])('%j needs nothing', (harmless) => {
    const body = rawBody(harmless, 'text/plain');
    expect(bodyOf(sending(() => ({ method: 'POST', url: 'https://a.example/', body })))).toBe(harmless);
  });
});
