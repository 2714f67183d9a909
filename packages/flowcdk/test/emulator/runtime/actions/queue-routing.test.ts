import { callFlowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';

const note = (word: string): string =>
  `{ setParticipantData: { name: Note, attributes: [{ attribute: { name: { lit: way }, value: { lit: ${word} } } }] } }`;
const ways = `outputs: { success: { actions: [${note('success')}] }, failure: { actions: [${note('failure')}] } }`;

/** A flow in a queue that does one thing, then lets the caller wait. */
const inQueueYaml = (action: string): string => `inqueueCall:
  name: waiting
  defaultLanguage: en-us
  supportedLanguages: { en-us: { defaultLanguageSkill: { noValue: true } } }
  settingsErrorHandling: { errorHandling: { disconnect: { none: true } } }
  settingsInQueueCall: { holdMusic: { lit: { name: PromptSystem.on_hold_music } } }
  startUpTaskActions:
    - ${action}
    - holdMusic: { name: Music, prompt: { exp: PromptSystem.on_hold_music }, bargeInEnabled: { lit: false }, playStyle: { duration: { lit: { minutes: 5 } } } }
`;

const called = (actions: string, inQueue?: string) => {
  const org = livingOrg();
  org.put('skill', { name: 'French' });
  org.put('language', { name: 'Français' });
  org.put('wrapupCode', { name: 'Resolved' });
  const flow = inQueue === undefined ? undefined : org.publish(inQueueYaml(inQueue));
  org.put('queue', { name: 'Support', ...(flow ? { queueFlow: { id: flow.id } } : {}) });
  org.number('+33199000001', org.publish(callFlowYaml('line', actions)));
  const call = org.runtime.calls.place({ from: '+33142685300', to: '+33199000001' });
  org.clock.runNow(() => org.seconds() > 30);
  call?.hangUp();
  return { org, way: org.events('attributes.written').map(({ attributes }) => attributes['way']) };
};

const toQueue = '          - transferToAcd: { name: Over, targetQueue: { lit: { name: Support } } }';

test.each([
  ['setPriority: { name: Up, priority: { lit: 7 }, ', { priority: 7 }],
  ['setSkills: { name: Skills, acdSkills: [{ acdSkill: { lit: { name: French } } }], ', { skills: [{}] }],
])('in a queue: %s', (action, routing) => {
  const { org, way } = called(toQueue, `${action}${ways} }`);
  expect(way[0]).toBe('success');
  const [conversation] = [...org.runtime.conversations.values()];
  expect(conversation?.participants.find(({ purpose }) => purpose === 'acd')?.routing).toMatchObject(routing);
});

test.each([['setPriority: { name: Up, priority: { lit: 7 }, '], ['setSkills: { name: Skills, acdSkills: [], ']])(
  'before a queue it fails: %s',
  (action) => {
    expect(called(`          - ${action}${ways} }`).way).toEqual(['failure']);
  },
);

test('a priority that is NOT_SET fails', () => {
  expect(called(toQueue, `setPriority: { name: Up, priority: { exp: 'ToInt(" ")' }, ${ways} }`).way[0]).toBe('failure');
});

test('an external tag is what Call.ExternalTag gives back', () => {
  const { org } = called(`          - setExternalTag: { name: Tag, externalTag: { lit: order-17 } }
          - setParticipantData: { name: Note, attributes: [{ attribute: { name: { lit: way }, value: { exp: Call.ExternalTag } } }] }`);
  expect(org.events('attributes.written')).toMatchObject([{ attributes: { way: 'order-17' } }]);
});

test('a wrap-up code of a flow has an event of its own, without a user', () => {
  const { org, way } = called(
    `          - setWrapupCode: { name: Code, wrapupCode: { lit: { name: Resolved } }, ${ways} }`,
  );
  const code = org.org.all('wrapupCode')[0];
  const events = org.events('event.published').filter(({ topic }) => topic.endsWith('.wrapup'));
  expect(way).toEqual(['success']);
  expect(events).toMatchObject([{ event: { wrapupCode: code?.id } }]);
});
