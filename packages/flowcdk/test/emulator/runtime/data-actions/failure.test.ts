import {
  type DataActionProblem,
  notReached,
  notUsable,
  remoteError,
  timedOut,
  tooMany,
  unknownAction,
  untranslatable,
  wrongInput,
  wrongTemplate,
} from '../../../../src/emulator/runtime/data-actions/failure';

test.each<[problem: DataActionProblem, errorCode: string, status: number, userMessage: string]>([
  [wrongInput(['a', 'b']), 'bad.request', 400, 'The input does not fit the contract: a; b.'],
  [unknownAction(''), 'not.found', 404, 'The data action the flow was published with is gone.'],
  [unknownAction('x'), 'not.found', 404, 'There is no data action x.'],
  [notUsable('It is off.'), 'integration.not.usable', 400, 'It is off.'],
  [wrongTemplate('the body', 'it ends'), 'template.error', 400, 'the body: it ends'],
  [timedOut(5), 'gateway.timeout', 504, 'The service did not answer within 5 seconds.'],
  [notReached('cut'), 'remote.unreachable', 502, 'The service could not be reached: cut.'],
  [untranslatable('no JSON'), 'response.translation', 400, 'no JSON'],
  [tooMany('limit', 7), 'too.many.requests', 429, 'The limit limit (7) is reached.'],
  [remoteError(500, undefined), 'remote.error', 500, 'The service answered with status 500.'],
  [remoteError(418, 'text'), 'remote.error', 418, 'The service answered with status 418.'],
  [remoteError(400, { code: 5, message: [] }), 'remote.error', 400, 'The service answered with status 400.'],
])('%s', ({ failure, message }, errorCode, status, userMessage) => {
  expect(failure).toEqual({ errorCode, status, userMessage });
  expect(message).toBe(userMessage);
});

test('an error in the form of the API passes its fields on', () => {
  const { failure } = remoteError(404, {
    code: 'not.found',
    message: 'No such order.',
    entityId: 'e',
    entityName: 'Order',
    messageWithParams: 'No such {thing}.',
    messageParams: { thing: 'order', times: 2 },
    details: [{ errorCode: 'x', fieldName: 'id', entityId: 'e', entityName: 'Order', other: 1 }, { errorCode: 5 }],
  });
  expect(failure).toEqual({
    errorCode: 'not.found',
    status: 404,
    userMessage: 'No such order.',
    entityId: 'e',
    entityName: 'Order',
    userParamsMessage: 'No such {thing}.',
    userParams: [
      { key: 'thing', value: 'order' },
      { key: 'times', value: '2' },
    ],
    details: [{ errorCode: 'x', fieldName: 'id', entityId: 'e', entityName: 'Order' }, {}],
  });
});

test('one parameter and one detail are enough', () =>
  expect(remoteError(400, { messageParams: { a: 'b' }, details: [{ errorCode: 'x' }] }).failure).toMatchObject({
    userParams: [{ key: 'a', value: 'b' }],
    details: [{ errorCode: 'x' }],
  }));
