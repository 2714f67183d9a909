import type { Integer } from '../../src';
import {
  contains,
  containsAll,
  conversationAcw,
  conversationAttributes,
  conversationCustomerStart,
  equal,
  eventField,
  exists,
  greaterThan,
  greaterThanOrEqual,
  hasSize,
  isIn,
  isNotIn,
  lessThan,
  lessThanOrEqual,
  type MatchCriterion,
  notEqual,
  property,
} from '../../src/triggers';
import { matchOperators } from '../../src/process-automation/match-criteria';
import { fieldsOf } from '../../src/process-automation/criteria';

const acw = fieldsOf(conversationAcw.fields);
const attributes = fieldsOf(conversationAttributes.fields);
const customerStart = fieldsOf(conversationCustomerStart.fields);

const table: readonly [MatchCriterion, MatchCriterion][] = [
  [equal(acw.mediaType, 'VOICE'), { jsonPath: 'mediaType', operator: 'Equal', value: 'VOICE' }],
  [notEqual(acw.wrapupCode, 'x'), { jsonPath: 'wrapupCode', operator: 'NotEqual', value: 'x' }],
  [greaterThan(acw.wrapupDurationMs, 5), { jsonPath: 'wrapupDurationMs', operator: 'GreaterThan', value: 5 }],
  [greaterThanOrEqual(acw.eventTime, 5), { jsonPath: 'eventTime', operator: 'GreaterThanOrEqual', value: 5 }],
  [lessThan(acw.eventTime, 5), { jsonPath: 'eventTime', operator: 'LessThan', value: 5 }],
  [lessThanOrEqual(acw.eventTime, 5), { jsonPath: 'eventTime', operator: 'LessThanOrEqual', value: 5 }],
  [
    isIn(acw.direction, ['INBOUND', 'OUTBOUND']),
    { jsonPath: 'direction', operator: 'In', values: ['INBOUND', 'OUTBOUND'] },
  ],
  [isNotIn(acw.messageType, ['SMS']), { jsonPath: 'messageType', operator: 'NotIn', values: ['SMS'] }],
  [contains(acw.ani, '+33'), { jsonPath: 'ani', operator: 'Contains', value: '+33' }],
  [contains(acw.callbackNumbers, '+331'), { jsonPath: 'callbackNumbers', operator: 'Contains', value: '+331' }],
  [containsAll(acw.callbackNumbers, ['a', 'b']), { jsonPath: 'callbackNumbers', operator: 'All', values: ['a', 'b'] }],
  [exists(acw.wrapupCode), { jsonPath: 'wrapupCode', operator: 'Exists', value: true }],
  [exists(acw.wrapupCode, false), { jsonPath: 'wrapupCode', operator: 'Exists', value: false }],
  [hasSize(acw.callbackNumbers, 2), { jsonPath: 'callbackNumbers', operator: 'Size', value: 2 }],
  [
    exists(customerStart.journeyContext.actionId),
    { jsonPath: 'journeyContext.actionId', operator: 'Exists', value: true },
  ],
  [
    equal(property(attributes.attributes, "it's done"), 'yes'),
    { jsonPath: "attributes['it\\'s done']", operator: 'Equal', value: 'yes' },
  ],
  [
    greaterThan(eventField<Integer>('$.score.total'), 5),
    { jsonPath: '$.score.total', operator: 'GreaterThan', value: 5 },
  ],
];

test.each(table)('%j', (written, criterion) => {
  expect(written).toEqual(criterion);
});

test('every operator of the platform can be written', () => {
  expect(new Set(table.map(([{ operator }]) => operator))).toEqual(new Set(matchOperators));
});
