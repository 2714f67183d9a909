import { dataOf, imported, synthesized } from './private/round-trip';

const unset = '{ noValue: true }';
const failure = `failureOutputs: { errorType: ${unset}, errorMessage: ${unset} }`;

/** A call flow with an action, and with variables for whatever it binds. */
const callFlow = (action: string): string => `inboundCall:
  name: Line
  startUpRef: "/inboundCall/tasks/task[Begin]"
  defaultLanguage: en-us
  supportedLanguages: { en-us: { defaultLanguageSkill: { noValue: true } } }
  variables:
    - stringVariable: { name: Flow.text, initialValue: { noValue: true } }
    - jsonVariable: { name: Flow.data, initialValue: { noValue: true } }
    - userVariable: { name: Flow.owner, initialValue: { noValue: true } }
  settingsErrorHandling: { errorHandling: { disconnect: { none: true } } }
  tasks:
    - task:
        name: Begin
        refId: Begin
        actions:
          - ${action}
          - disconnect: { name: Disconnect }
`;

/** Code without its layout. */
const bare = (code: string): string => code.replace(/\s/g, '').replace(/,(?=[\]})])/g, '');

test.each([
  [
    'callDecisionTable',
    `callDecisionTable: { name: Ask, decisionTable: { name: Priority }, input: { exp: Flow.data }, output: { var: Flow.data }, ${failure} }`,
    `callDecisionTable('Ask', 'Priority', { input: flow.data, output: flow.data })`,
  ],
  ['clearPostFlow', `clearPostFlow: { name: No survey, target: { lit: caller } }`, `clearPostFlow('No survey')`],
  ['clearUtilizationLabel', `clearUtilizationLabel: { name: Short, ${failure} }`, `clearUtilizationLabel('Short')`],
  [
    'decryptData',
    `decryptData: { name: Read, dataToDecrypt: { exp: Flow.text }, decryptedData: { var: Flow.data }, ${failure} }`,
    `decryptData('Read', { dataToDecrypt: flow.text, decryptedData: flow.data })`,
  ],
  ['enableParticipantRecord', `enableParticipantRecord: { name: They agree }`, `enableParticipantRecord('They agree')`],
  [
    'encryptData',
    `encryptData: { name: Hide, dataToEncrypt: { exp: Flow.data }, encryptedData: { var: Flow.text }, ${failure} }`,
    `encryptData('Hide', { dataToEncrypt: flow.data, encryptedData: flow.text })`,
  ],
  [
    'getRawSIPHeaders',
    `getRawSIPHeaders: { name: All, rawSIPHeadersResult: { var: Flow.text }, ${failure} }`,
    `getRawSIPHeaders('All', { rawSIPHeadersResult: flow.text })`,
  ],
  [
    'getSIPHeaders',
    `getSIPHeaders: { name: One, sipHeaderNames: { lit: [{ lit: x-customer }] }, sipHeadersResult: { var: Flow.data }, ${failure} }`,
    `getSIPHeaders('One', { sipHeaderNames: ['x-customer'], sipHeadersResult: flow.data })`,
  ],
  [
    'playUserGreeting',
    `playUserGreeting: { name: Greet, user: { exp: Flow.owner } }`,
    `playUserGreeting('Greet', flow.owner)`,
  ],
  ['playUserName', `playUserName: { name: Who, user: { exp: Flow.owner } }`, `playUserName('Who', flow.owner)`],
  [
    'setPostFlow',
    `setPostFlow: { name: Ask, actionType: { lit: inboundCallFlow }, target: { lit: callee }, invocationData: ${unset}, targetFlow: { name: Line } }`,
    `setPostFlow('Ask', { targetFlow: 'Line', target: 'callee' })`,
  ],
])('%s is imported with its builder, and written as it was', (_, action, code) => {
  const folder = imported('line', callFlow(action));
  const { text = '' } = folder.files.find(({ path }) => path === 'line.ts') ?? {};

  expect(bare(text)).toContain(bare(code));
  expect(dataOf(synthesized(folder, 'line.ts'))).toEqual(dataOf(callFlow(action)));
});
