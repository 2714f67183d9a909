import {
  flowYaml,
  getParticipantData,
  inboundCall,
  integer,
  oneOf,
  participantData,
  setConversationData,
  string,
  task,
  workflow,
} from 'flowcdk';
import { checkDefinitions } from '../../src/check/definitions';

const identification = participantData({
  name: 'identification',
  owner: 'identify',
  attributes: { status: oneOf(['ONGOING', 'SUCCESS', 'FAILED']), customerId: string() },
});

const identify = (name = 'identify', write = identification) =>
  workflow({
    name,
    inputs: { conversationId: string() },
    actions: ({ conversationId }) => [
      setConversationData('Report', { conversationId, attributes: write.write({ status: 'ONGOING' }) }),
    ],
  });

describe('a contract of participant data', () => {
  test('names its attributes after itself', () => {
    expect(identification.attributeName('customerId')).toBe('identification.customerId');
  });

  test('is written and read under these names', () => {
    const call = inboundCall({
      name: 'call',
      variables: { status: oneOf(['ONGOING', 'SUCCESS', 'FAILED']) },
      startUp: ({ status }) => task('Start', [getParticipantData('Look', identification.read({ status }))]),
    });

    expect(flowYaml(identify())).toContain('lit: identification.status');
    expect(flowYaml(call)).toContain('lit: identification.status');
    expect(call.uses).toEqual([identification]);
    expect(identify().writes).toEqual(['identification.status']);
  });

  test('leaves out what is not given', () => {
    expect(Object.keys(identification.write({ customerId: '7' }))).toEqual(['identification.customerId']);
  });
});

describe('an attribute has one owner', () => {
  test('a flow that writes an attribute of another is told so', () => {
    const [finding] = checkDefinitions([{ name: 'stack', definitions: [identify('intruder')] }]);

    expect(finding).toMatchObject({
      rule: 'attribute-owner',
      path: 'intruder',
      message: 'intruder writes the participant attribute identification.status, which belongs to identify',
    });
  });

  test('two contracts cannot give one attribute to two owners', () => {
    const other = participantData({ ...identification, name: 'identification', owner: 'other' });
    const findings = checkDefinitions([
      { name: 'stack', definitions: [identify(), identify('other', other as typeof identification)] },
    ]);

    expect(findings.map(({ message }) => message)).toContain(
      'the participant attribute identification.status has two owners: identify and other',
    );
  });

  test('another form of the owner, in another language say, counts as the owner', () => {
    const variant = inboundCall({
      name: 'identify-fr-fr',
      variantOf: 'identify',
      startUp: () => task('Start', []),
    });

    expect(checkDefinitions([{ name: 'stack', definitions: [variant] }])).toEqual([]);
  });
});

test('what does not fit the contract does not compile', () => {
  const status = oneOf(['ONGOING', 'SUCCESS', 'FAILED']);
  const misuse = workflow({
    name: 'misuse',
    variables: { status, number: integer(), half: oneOf(['ONGOING', 'SUCCESS']) },
    actions: ({ number, half }) => {
      // @ts-expect-error the contract has no such attribute
      identification.write({ statsu: 'ONGOING' });
      // @ts-expect-error the attribute does not have this value
      identification.write({ status: 'DONE' });
      // @ts-expect-error an attribute is text, the variable a number
      identification.read({ customerId: number });
      // @ts-expect-error the variable cannot hold FAILED, the attribute can
      identification.read({ status: half });
      // @ts-expect-error the contract has no such attribute
      identification.read({ customer: half });
      return [];
    },
  });

  expect(misuse.name).toBe('misuse');
});
