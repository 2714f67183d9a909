import { flowNamed, shippedSettings } from '../private/shipped';
import { actionsOf, asWritten, attributesOf, type KnownAction, runsOf } from 'flowcdk/testing/runs';

const shipped = shippedSettings();
const flow = flowNamed('report-finished-call');
const actions = actionsOf(flow);
const runs = runsOf(flow);
const namesOf = (steps: readonly KnownAction[]) => steps.map(({ name }) => name);

test('its inputs are the fields of the event', () => {
  expect(Object.keys(flow.inputs)).toEqual([
    'conversationId',
    'participantId',
    'sessionId',
    'eventTime',
    'direction',
    'mediaType',
    'ani',
    'subject',
    'wrapupCode',
    'userId',
  ]);
});

test('the report is in the terms of the back office: ISO time, lower-case words, a key that tells reports apart', () => {
  expect(asWritten(actionNamed('Post the report'))).toMatchObject({
    category: {
      'Back office': {
        dataAction: {
          'Post finished call': {
            inputs: {
              conversationId: { exp: 'Flow.conversationId' },
              eventTime: { exp: 'ToString(ToDateTime(ToInt(Flow.eventTime / 1000)))' },
              direction: { exp: 'Lower(Flow.direction)' },
              mediaType: { exp: 'Lower(Flow.mediaType)' },
              ani: {
                exp: 'If((!IsNotSetOrEmpty(Flow.ani) and (Left(Flow.ani, 1) == "+" or Left(Flow.ani, 5) == "tel:+")) and !IsNotSetOrEmpty(ToPhoneNumber(Flow.ani).e164), ToPhoneNumber(Flow.ani).e164, Flow.ani)',
              },
              subject: { exp: 'Flow.subject' },
              wrapupCode: { exp: 'Flow.wrapupCode' },
              userId: { exp: 'Flow.userId' },
              idempotencyKey: {
                exp: 'Append(Flow.conversationId, "/", Flow.participantId, "/", Flow.sessionId)',
              },
            },
          },
        },
      },
    },
  });
});

test('what the caller said the call is about becomes the subject, where the event has none', () => {
  expect(attributesOf(actionNamed('What is known of the call?'))).toEqual({ 'support.reason': 'Flow.reason' });
  expect(asWritten(actionNamed('Has it a subject?'))).toMatchObject({
    condition: { exp: '!IsNotSetOrEmpty(Flow.subject)' },
    outputs: { no: {} },
  });
  expect(asWritten(actionNamed('Did the caller say what it is about?'))).toMatchObject({
    condition: { exp: '!IsNotSetOrEmpty(Flow.reason)' },
    outputs: { yes: {} },
  });
  expect(asWritten(actionNamed('The reason is the subject'))).toEqual({
    name: 'The reason is the subject',
    statements: [{ string: { variable: 'Flow.subject', value: { exp: 'Flow.reason' } } }],
  });
});

test('it only reads participant data', () => {
  expect(flow.writes).toEqual([]);
});

describe('trying again', () => {
  test('between two tries it waits, as a workflow can', () => {
    const question = ['Post the report', 'Was that the last try?'];
    const order = runs.map(({ actions: steps }) =>
      namesOf(steps)
        .filter((name) => question.includes(name ?? ''))
        .join(),
    );

    expect(order.filter((steps) => steps.includes('Post the report,Post the report'))).toEqual([]);
    expect(order).toContain([...question, ...question].join());
    expect(asWritten(actionNamed('Before the next try'))).toMatchObject({ duration: { lit: { minutes: 2 } } });
  });

  test('after the last try nothing is waited for', () => {
    expect(asWritten(actionNamed('Try to report'))).toMatchObject({
      loopCount: { lit: 5 },
      currentIndex: { var: 'Flow.turn' },
    });
    expect(asWritten(actionNamed('Was that the last try?'))).toMatchObject({
      condition: { exp: 'Flow.turn == 4' },
      outputs: { no: {} },
    });
  });

  test('a report that was taken ends it at once', () => {
    const reported = runs.filter(({ actions: steps }) => namesOf(steps).includes('Reported'));

    expect(new Set(reported.map(({ actions: steps }) => namesOf(steps.slice(-2)).join()))).toEqual(
      new Set(['Post the report,Reported']),
    );
  });

  test('a report that is refused for good ends it too; too many requests and no answer do not', () => {
    expect(asWritten(actionNamed('Does the back office refuse it for good?'))).toMatchObject({
      condition: {
        exp: 'IsSet(Flow.status) and Flow.status >= 400 and Flow.status < 500 and Flow.status != 408 and Flow.status != 429',
      },
    });
  });

  test.each([
    ['Reported', { lit: 'REPORTED' }],
    ['Refused', { exp: 'Append("REFUSED with status ", ToString(Flow.status))' }],
    ['Not reported', { lit: 'NOT REPORTED after 5 tries' }],
  ])('the end says what came of it: %s', (name, exitReason) => {
    expect(asWritten(actionNamed(name))).toEqual({ name, exitReason });
  });

  test('how often, how soon and how long is a setting', () => {
    const settings = { ...shipped, backOffice: { ...shipped.backOffice, attempts: 3, retryEvery: 10, timeout: 20 } };
    const changed = actionsOf(flowNamed('report-finished-call', settings));
    const find = (name: string) => changed.filter((action) => action.name === name).map(asWritten);

    expect(find('Try to report')).toMatchObject([{ loopCount: { lit: 3 } }]);
    expect(find('Was that the last try?')).toMatchObject([{ condition: { exp: 'Flow.turn == 2' } }]);
    expect(find('Before the next try')).toMatchObject([{ duration: { lit: { minutes: 10 } } }]);
    expect(find('Post the report')).toMatchObject([{ timeout: { lit: { seconds: 21 } } }]);
    expect(find('Not reported')).toMatchObject([{ exitReason: { lit: 'NOT REPORTED after 3 tries' } }]);
  });
});

function actionNamed(name: string): KnownAction {
  const action = actions.find((candidate) => candidate.name === name);
  if (!action) throw new Error(`there is no action ${name}`);
  return action;
}
