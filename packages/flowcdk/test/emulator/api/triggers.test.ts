import { localOrg, messageOf } from '../private/local-org';
import { workflowYaml } from '../private/flows';

const path = '/api/v2/processautomation/triggers';

/** What comes of a trigger on acw with one condition. */
async function made(criterion: object) {
  const org = localOrg();
  const { flow } = await org.publish(workflowYaml('report'));
  return org.post(path, {
    name: 'Report',
    topicName: 'v2.detail.events.conversation.{id}.acw',
    enabled: true,
    target: { type: 'Workflow', id: flow?.id },
    matchCriteria: [criterion],
  });
}

test.each<[criterion: object]>([
  [{ jsonPath: 'mediaType', operator: 'Equal', value: 'VOICE', values: null }],
  [{ jsonPath: '$.mediaType', operator: 'NotIn', value: null, values: ['CHAT', 'EMAIL'] }],
  [{ jsonPath: 'userId', operator: 'Exists', value: false }],
  [{ jsonPath: 'callbackNumbers', operator: 'Size', value: 0 }],
  [{ jsonPath: "$.callbackNumbers[?(@ == '+33')]", operator: 'Size', value: 1 }],
])('a condition is kept: %j', async (criterion) => {
  expect((await made(criterion)).status).toBe(200);
});

test.each<[criterion: object, says: RegExp]>([
  [{ jsonPath: 'ani', operator: 'Resembles', value: 'x' }, /operator is "Resembles"; expected one of Equal/],
  [{ jsonPath: 'ani', operator: 'Equal' }, /Equal has no value/],
  [{ jsonPath: 'ani', operator: 'Equal', value: 'x', values: ['x'] }, /has value and values/],
  [{ jsonPath: 'ani', operator: 'Equal', values: ['x'] }, /Equal has no value/],
  [{ jsonPath: 'ani', operator: 'In', value: 'x' }, /In on ani has no values/],
  [{ jsonPath: 'ani', operator: 'Equal', value: { a: 1 } }, /value is a list or an object/],
  [{ jsonPath: 'ani', operator: 'In', values: ['x', [1]] }, /values has a list or an object in it/],
  [{ jsonPath: 'ani', operator: 'Exists', value: 'yes' }, /Exists takes true or false/],
  [{ jsonPath: 'callbackNumbers', operator: 'Size', value: '2' }, /Size takes a whole number/],
  [{ jsonPath: 'mediaType', operator: 'Equal', value: 'voice' }, /mediaType is never "voice"/],
  [{ jsonPath: 'disconnectType', operator: 'Equal', value: 'TRANSFER' }, /have no field disconnectType/],
  [{ jsonPath: '$.callbackNumbers[', operator: 'Equal', value: 'x' }, /cannot be read/],
  [{ jsonPath: '$[?(', operator: 'Equal', value: 'x' }, /cannot be read/],
])('a condition that could never be asked is refused: %j', async (criterion, says) => {
  const answer = await made(criterion);
  expect([answer.status === 400 || answer.status === 422, messageOf(answer)]).toEqual([
    true,
    expect.stringMatching(says),
  ]);
});
