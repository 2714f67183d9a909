import { TwoRenderings } from '../../../../src/emulator/runtime/data-actions/two-renderings';
import { namedInputs } from '../../../../src/emulator/runtime/data-actions/input-variables';
import { Text } from '../../../../src/emulator/runtime/data-actions/rendering';
import {
  markedSecrets,
  type RequestSecrets,
  RequestVariables,
  withMarks,
} from '../../../../src/emulator/runtime/data-actions/request-variables';
import type { JsonObject } from '../../../../src/emulator/state/json';

const secrets: RequestSecrets = {
  credentials: { key: 's3cret' },
  authResponse: { token: 't0ken', list: ['x', null], inner: { id: 'y' } },
};

/** Templates as they are sent and as they may be shown. */
function rendered(templates: readonly string[], inputs: JsonObject = { a: 'x' }) {
  const named = namedInputs(templates);
  const variables = (of: RequestSecrets) => new RequestVariables(named, inputs, of, () => undefined);
  const texts = templates.map((template, i) => new Text(`text ${i + 1}`, template));
  return new TwoRenderings(texts, { sent: variables(secrets), shown: () => variables(markedSecrets(secrets)) });
}

test('without a secret both are the same', () => {
  const both = rendered(['https://a.example/$input.a', '$input.rawRequest']);
  expect([both.sent(0), both.shown(0), both.sent(1)]).toEqual([
    'https://a.example/x',
    'https://a.example/x',
    '{"a":"x"}',
  ]);
  expect(both.mayHoldSecrets).toBe(false);
});

test('a secret is sent and its name is shown', () => {
  const both = rendered(['key=${credentials.key}', 'token=${authResponse.token} $!{authResponse.inner.id}', 'plain']);
  expect([0, 1, 2].map((i) => both.sent(i))).toEqual(['key=s3cret', 'token=t0ken y', 'plain']);
  expect([0, 1, 2].map((i) => both.shown(i))).toEqual(['key=***key***', 'token=***token*** ***id***', 'plain']);
  expect(both.mayHoldSecrets).toBe(true);
});

test('texts are rendered in their order: one may change the inputs for those behind it', () => {
  const both = rendered(['#set($input.b = $credentials.key)x', 'b=$input.b']);
  expect(both.sent(1)).toBe('b=s3cret');
  expect(both.shown(1)).toBe('b=***key***');
});

test('a text that cannot be rendered says why, where no secret was read', () => {
  const both = rendered(['#if(']);
  expect(() => both.sent(0)).toThrow(/^text 1: /);
  expect(both.shown(0)).toBe('***');
});

test('otherwise it says no more than that', () => {
  const both = rendered(['$credentials.key #if(', 'plain']);
  both.sent(1);
  expect(() => both.sent(0)).toThrow(/^text 1: /);
  expect(both.sent(1)).toBe('plain');
});

test('each value of a secret has a mark, and the names stay', () => {
  expect(markedSecrets(secrets)).toEqual({
    credentials: { key: '***key***' },
    authResponse: { token: '***token***', list: ['***list***', null], inner: { id: '***id***' } },
  });
  expect(markedSecrets({ credentials: {}, authResponse: undefined }).authResponse).toBeUndefined();
  expect(withMarks('text', 'authResponse')).toBe('***authResponse***');
});

test('variables are the inputs under any root that templates name, and the secrets', () => {
  const variables = new RequestVariables(namedInputs(['$Input.a']), { a: 'x' }, secrets, () => undefined);
  expect(variables.gaveSecrets).toBe(false);
  expect(variables.get('Input')).toBe(variables.get('input'));
  expect(variables.get('other')).toBeUndefined();
  expect(variables.gaveSecrets).toBe(false);
  expect(variables.get('credentials')).toBe(variables.get('credentials'));
  expect(variables.gaveSecrets).toBe(true);
  const others = new RequestVariables(namedInputs([]), {}, secrets, () => undefined);
  others.get('authResponse');
  expect(others.gaveSecrets).toBe(true);
});
