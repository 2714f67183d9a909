import { integer, json, list, oneOf, seconds, string } from '../../src';
import {
  contains,
  conversationAcw,
  conversationAttributes,
  equal,
  greaterThan,
  hasSize,
  isIn,
  property,
  trigger,
} from '../../src/triggers';
import { taking } from './private-workflows';

/** Each of these is refused by the compiler; `tsc` runs over this file with the tests. */
test('what does not compile', () => {
  const target = taking({ conversationId: string() });
  const base = { name: 'Report', topic: conversationAcw, target };

  // @ts-expect-error the event has no such field
  trigger({ ...base, when: (event) => [equal(event.disconnectType, 'PEER')] });
  // @ts-expect-error upper and lower case differ
  trigger({ ...base, when: (event) => [equal(event.mediaType, 'voice')] });
  // @ts-expect-error one of them is no direction
  trigger({ ...base, when: (event) => [isIn(event.direction, ['INBOUND', 'IN'])] });
  // @ts-expect-error a number is compared with a number
  trigger({ ...base, when: (event) => [equal(event.eventTime, '5')] });
  // @ts-expect-error a text is not more than another
  trigger({ ...base, when: (event) => [greaterThan(event.ani, 5)] });
  // @ts-expect-error a text has no size
  trigger({ ...base, when: (event) => [hasSize(event.ani, 5)] });
  // @ts-expect-error a number holds nothing
  trigger({ ...base, when: (event) => [contains(event.eventTime, 5)] });
  // @ts-expect-error a text has no properties
  trigger({ ...base, when: (event) => [equal(property(event.ani, 'scheme'), 'tel')] });

  // @ts-expect-error the event lacks an input of the workflow
  trigger({ ...base, target: taking({ callerNumber: string() }) });
  // @ts-expect-error the field is a number
  trigger({ ...base, target: taking({ eventTime: string() }) });
  // @ts-expect-error lists are not handed over
  trigger({ ...base, target: taking({ callbackNumbers: list(string()) }) });
  // @ts-expect-error the event may have other values
  trigger({ ...base, target: taking({ direction: oneOf(['INBOUND']) }) });
  // @ts-expect-error JSON is not handed over field by field
  trigger({ ...base, topic: conversationAttributes, target: taking({ attributes: json() }) });

  // @ts-expect-error with Json the workflow needs the input jsonData
  trigger({ ...base, dataFormat: 'Json' });
  // @ts-expect-error which is JSON
  trigger({ ...base, dataFormat: 'Json', target: taking({ jsonData: string() }) });
  // Others may be there, too.
  trigger({ ...base, dataFormat: 'Json', target: taking({ jsonData: json(), eventTime: integer() }) });
  // @ts-expect-error there is no input at all
  trigger({ ...base, dataFormat: 'Json', target: taking({}) });
  // @ts-expect-error no such format
  trigger({ ...base, dataFormat: 'JSON' });

  // @ts-expect-error either an age or a delay
  trigger({ ...base, eventTtl: seconds(60), delayBy: seconds(60) });
  // @ts-expect-error only a workflow can be started
  const nothing = () => trigger({ ...base, target: { definition: 'flow', name: 'report' } });

  expect(nothing).toThrow();
  expect(trigger(base).problems).toEqual([]);
});
