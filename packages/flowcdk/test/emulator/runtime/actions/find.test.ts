import { workflowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';

const variables = (kind: string): string =>
  `    - ${kind}Variable: { name: Flow.found, initialValue: { noValue: true }, isInput: false, isOutput: true }
    - stringVariable: { name: Flow.way, initialValue: { noValue: true }, isInput: false, isOutput: true }`;

const way = (name: string): string =>
  `${name}: { actions: [{ updateData: { name: Way, statements: [{ string: { variable: Flow.way, value: { lit: ${name} } } }] } }] }`;

function find(action: string, field: string, variable: string): unknown {
  const org = livingOrg();
  org.put('queue', { id: 'q1', name: 'Support' });
  org.put('user', { id: 'u1', name: 'Ada Example', email: 'ada@example.com' });
  org.put('user', { id: 'u2', name: 'Twin', email: 'one@example.com' });
  org.put('user', { id: 'u3', name: 'Twin', email: 'two@example.com' });
  for (const kind of ['skill', 'language', 'group', 'schedule', 'scheduleGroup', 'emergencyGroup'] as const)
    org.put(kind, { id: `${kind}1`, name: `The ${kind}` });
  org.put('prompt', { name: 'welcome', resources: [] });
  const paths = ['found', 'notFound', ...(action === 'findUsersById' ? ['partiallyFound'] : [])].map(way);
  const yaml = `          - ${action}: { name: Find, ${field}, findResult: { var: Flow.found }, outputs: { ${paths.join(', ')} } }`;
  const { outputs, problem } = org.launch(org.publish(workflowYaml('finds', yaml, variables(variable))));
  return problem ?? [outputs?.['Flow.way'], outputs?.['Flow.found']];
}

test.each([
  ['findQueue', 'findName: { lit: " SUPPORT " }', 'queue', ['found', 'Support']],
  ['findQueue', 'findName: { lit: Sales }', 'queue', ['notFound', null]],
  ['findQueue', 'findName: { exp: "ToString(NOT_SET)" }', 'queue', ['notFound', null]],
  ['findQueueById', 'findId: { lit: q1 }', 'queue', ['found', 'Support']],
  ['findQueueById', 'findId: { lit: Support }', 'queue', ['notFound', null]],
  ['findUser', 'findName: { lit: Ada@example.com }', 'user', ['found', 'ada@example.com']],
  ['findUser', 'findName: { lit: Ada Example }', 'user', ['found', 'ada@example.com']],
  // Of two that have the name none is found.
  ['findUser', 'findName: { lit: Twin }', 'user', ['notFound', null]],
  ['findUserById', 'findId: { lit: u1 }', 'user', ['found', 'ada@example.com']],
  [
    'findUsersById',
    'findIds: { lit: [{ lit: u3 }, { lit: u1 }] }',
    'userCollection',
    ['found', ['two@example.com', 'ada@example.com']],
  ],
  [
    'findUsersById',
    'findIds: { lit: [{ lit: u1 }, { lit: no }] }',
    'userCollection',
    ['partiallyFound', ['ada@example.com']],
  ],
  ['findUsersById', 'findIds: { lit: [{ lit: no }] }', 'userCollection', ['notFound', []]],
  ['findSkill', 'findName: { lit: the skill }', 'skill', ['found', 'The skill']],
  ['findLanguageSkill', 'findName: { lit: the language }', 'languageSkill', ['found', 'The language']],
  ['findGroup', 'findName: { lit: the group }', 'group', ['found', 'The group']],
  ['findSchedule', 'findName: { lit: the schedule }', 'schedule', ['found', 'The schedule']],
  ['findScheduleGroup', 'findName: { lit: the schedulegroup }', 'scheduleGroup', ['found', 'The scheduleGroup']],
  ['findEmergencyGroup', 'findName: { lit: the emergencygroup }', 'emergencyGroup', ['found', 'The emergencyGroup']],
  ['findUserPrompt', 'findName: { lit: Welcome }', 'prompt', ['found', 'Prompt.welcome']],
  ['findUserPrompt', 'findName: { lit: farewell }', 'prompt', ['notFound', null]],
  ['findSystemPrompt', 'findName: { lit: on_hold_music }', 'prompt', ['found', 'PromptSystem.on_hold_music']],
])('%s { %s }', (action, field, variable, expected) => {
  expect(find(action, field, variable)).toEqual(expected);
});
