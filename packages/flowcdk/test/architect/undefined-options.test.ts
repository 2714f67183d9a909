import {
  callData,
  callRoute,
  callTask,
  collectInput,
  createCallback,
  dataAction,
  decision,
  disconnect,
  endWorkflow,
  exp,
  findQueue,
  genesysCloud,
  inboundCall,
  inboundShortMessage,
  inqueueCall,
  integer,
  launchWorkflow,
  list,
  menu,
  menuDisconnect,
  object,
  oneOf,
  optional,
  participantData,
  type PhoneNumber,
  playEstimatedWaitTime,
  queue,
  scheduleGroup,
  setConversationData,
  string,
  task,
  transferToAcd,
  transferToVoicemail,
  wait,
  seconds,
  webServices,
  workflow,
  wrapupCode,
} from 'flowcdk';
import { at } from 'flowcdk/templates';
import { conversationAcw, trigger } from 'flowcdk/triggers';
import { variable } from '../../src/architect/values';

/*
 * Who passes on an option that may be missing writes `division`, not `...(division === undefined ? {} : { division })`:
 * an option that is undefined is one that was left out.
 */

const text = variable('Flow', 'text', string());
const orders = queue({ name: 'Orders' });
const shop = webServices({ name: 'Shop' });
const findOrder = dataAction({
  name: 'Find order',
  integration: shop,
  input: { orderNumber: string(), language: optional(string()) },
  output: { status: string() },
  request: () => ({ method: 'GET', url: 'https://shop.example' }),
});
const greet = workflow({ name: 'Greet', inputs: { conversationId: string() }, actions: () => [endWorkflow()] });
const goodbye = task('Goodbye', [disconnect()]);
const contract = participantData({ name: 'order', owner: 'a flow', attributes: { status: string(), day: string() } });

const UNSET = {
  description: undefined,
  division: undefined,
  defaultLanguage: undefined,
  variables: undefined,
} as const;

const cases: readonly (readonly [what: string, withUndefined: () => unknown, without: () => unknown])[] = [
  ['a type', () => string({ description: undefined, initial: undefined }), () => string()],
  ['a type of known values', () => oneOf(['A'], { initial: undefined }), () => oneOf(['A'])],
  ['a list', () => list(string(), { description: undefined }), () => list(string())],
  ['an object', () => object({ name: string() }, { description: undefined }), () => object({ name: string() })],
  ['a duration', () => wait('x', { seconds: 5, ms: undefined }), () => wait('x', seconds(5))],
  [
    'inputs, outputs, branches of a data action',
    () =>
      callData('x', findOrder, {
        inputs: { orderNumber: text, language: undefined },
        outputs: { status: undefined },
        failureOutputs: undefined,
        timeout: undefined,
        processingPrompt: undefined,
        onSuccess: undefined,
        onFailure: undefined,
        onTimeout: undefined,
      }),
    () => callData('x', findOrder, { inputs: { orderNumber: text } }),
  ],
  [
    'a failure output',
    () =>
      callData('x', findOrder, {
        inputs: { orderNumber: text },
        failureOutputs: { status: undefined, errorCode: text },
      }),
    () => callData('x', findOrder, { inputs: { orderNumber: text }, failureOutputs: { errorCode: text } }),
  ],
  [
    'branches of a decision',
    () => decision('x', exp<boolean>`true`, { yes: undefined, no: undefined }),
    () => decision('x', exp<boolean>`true`, {}),
  ],
  [
    'paths of a task',
    () => callTask('x', goodbye, { onDefault: undefined, onPath: undefined }),
    () => callTask('x', goodbye),
  ],
  [
    'a question',
    () =>
      collectInput('x', {
        inputData: text,
        digits: { min: 1, max: 2, terminatingDtmf: undefined },
        inputAudio: undefined,
        noEntryTimeout: undefined,
        interDigitTimeout: undefined,
        acceptJustStar: undefined,
        verificationType: undefined,
        onSuccess: undefined,
      }),
    () => collectInput('x', { inputData: text, digits: { min: 1, max: 2 } }),
  ],
  [
    'a search',
    () => findQueue('x', { findName: 'Orders', findResult: undefined, onFound: undefined }),
    () => findQueue('x', { findName: 'Orders' }),
  ],
  [
    'a transfer',
    () => transferToAcd('x', { targetQueue: orders, priority: undefined, skills: undefined, onFailure: undefined }),
    () => transferToAcd('x', { targetQueue: orders }),
  ],
  [
    'a voicemail',
    () => transferToVoicemail('x', { targetQueue: orders, calleeName: undefined, voicemailGreeting: undefined }),
    () => transferToVoicemail('x', { targetQueue: orders }),
  ],
  [
    'an announcement',
    () => playEstimatedWaitTime('x', { playbackMode: undefined, specificRoundingIntervals: undefined }),
    () => playEstimatedWaitTime('x', {}),
  ],
  [
    'participant data',
    () =>
      setConversationData('x', {
        conversationId: text,
        participantId: undefined,
        attributes: contract.write({ status: 'SENT', day: undefined }),
        onFailure: undefined,
      }),
    () => setConversationData('x', { conversationId: text, attributes: contract.write({ status: 'SENT' }) }),
  ],
  [
    'attributes without a contract',
    () =>
      setConversationData('x', { conversationId: text, attributes: { 'order.status': text, 'order.day': undefined } }),
    () => setConversationData('x', { conversationId: text, attributes: { 'order.status': text } }),
  ],
  [
    'a menu',
    () =>
      menu('x', {
        audio: 'Press 1.',
        refId: undefined,
        repeatCount: undefined,
        choices: [menuDisconnect('Bye', { dtmf: undefined, speechRecTerms: undefined })],
      }),
    () => menu('x', { audio: 'Press 1.', choices: [menuDisconnect('Bye', {})] }),
  ],
  [
    'a task',
    () => task('x', { refId: undefined, variables: undefined, outputPaths: undefined, actions: () => [disconnect()] }),
    () => task('x', { actions: () => [disconnect()] }),
  ],
  [
    'a workflow',
    () => workflow({ ...UNSET, name: 'x', inputs: undefined, outputs: undefined, actions: () => [endWorkflow()] }),
    () => workflow({ name: 'x', actions: () => [endWorkflow()] }),
  ],
  [
    'a call flow',
    () =>
      inboundCall({
        ...UNSET,
        name: 'x',
        variantOf: undefined,
        initialGreeting: undefined,
        supportedLanguages: { 'en-us': { voice: undefined } },
        settings: { preHandlingAudio: undefined, noEntryTimeout: undefined, menuRepeatCount: undefined },
        startUp: () => goodbye,
      }),
    () => inboundCall({ name: 'x', startUp: () => goodbye }),
  ],
  [
    'a message flow',
    () => inboundShortMessage({ ...UNSET, name: 'x', actions: () => [disconnect()] }),
    () => inboundShortMessage({ name: 'x', actions: () => [disconnect()] }),
  ],
  [
    'an in-queue flow',
    () => inqueueCall({ ...UNSET, name: 'x', taskVariables: undefined, holdMusic: undefined, actions: () => [] }),
    () => inqueueCall({ name: 'x', actions: () => [] }),
  ],
  [
    'a data action',
    () =>
      dataAction({
        name: 'x',
        integration: webServices({ name: 'Shop', credential: undefined, notes: undefined }),
        input: {},
        output: { count: integer() },
        request: () => ({
          method: 'POST',
          url: 'https://shop.example',
          query: undefined,
          headers: undefined,
          body: undefined,
        }),
        response: { count: at('$.count', { default: undefined }) },
        timeout: undefined,
        secure: undefined,
      }),
    () =>
      dataAction({
        name: 'x',
        integration: webServices({ name: 'Shop' }),
        input: {},
        output: { count: integer() },
        request: () => ({ method: 'POST', url: 'https://shop.example' }),
        response: { count: at('$.count') },
      }),
  ],
  [
    'a launch',
    () =>
      launchWorkflow({
        name: 'x',
        integration: genesysCloud({
          name: 'API',
          permissions: ['architect:flow:launch'],
          role: undefined,
          notes: undefined,
        }),
        workflow: greet,
        timeout: undefined,
      }),
    () =>
      launchWorkflow({
        name: 'x',
        integration: genesysCloud({ name: 'API', permissions: ['architect:flow:launch'] }),
        workflow: greet,
      }),
  ],
  [
    'a trigger',
    () =>
      trigger({
        name: 'x',
        topic: conversationAcw,
        target: greet,
        when: undefined,
        eventTtl: undefined,
        delayBy: undefined,
        enabled: undefined,
        description: undefined,
        dataFormat: undefined,
      }),
    () => trigger({ name: 'x', topic: conversationAcw, target: greet }),
  ],
  [
    'a queue',
    () =>
      queue({
        name: 'x',
        description: undefined,
        afterCallWorkTimeout: undefined,
        wrapupCodes: undefined,
        inQueueFlow: undefined,
      }),
    () => queue({ name: 'x' }),
  ],
  ['a wrap-up code', () => wrapupCode({ name: 'x', description: undefined }), () => wrapupCode({ name: 'x' })],
  [
    'opening hours and a call route',
    () =>
      callRoute({
        ...route(scheduleGroup({ ...hours, description: undefined })),
        description: undefined,
        closedHours: undefined,
      }),
    () => callRoute(route(scheduleGroup(hours))),
  ],
];

const hours = {
  name: 'x',
  timeZone: 'Europe/Paris',
  open: { days: ['monday'], from: '08:00', to: '18:00' },
  holidays: [],
} as const;
const line = inboundCall({ name: 'line', startUp: () => goodbye });
const route = (schedules: ReturnType<typeof scheduleGroup>) =>
  ({ name: 'x', numbers: ['+442079460101'], openHours: line, schedules }) as const;

test.each(cases)('%s: what is undefined was left out', (_, withUndefined, without) => {
  expect(plain(withUndefined())).toStrictEqual(plain(without()));
});

test('what is needed is needed: undefined is no value for it', () => {
  const refused = () => [
    // @ts-expect-error a queue has a name
    queue({ name: undefined }),
    // @ts-expect-error whom to call back has to be known
    createCallback('x', { targetQueue: orders, callbackNumber: undefined as PhoneNumber | undefined }),
    // @ts-expect-error the input is not optional
    callData('x', findOrder, { inputs: { orderNumber: undefined } }),
  ];

  expect(refused).toBeInstanceOf(Function);
});

/** Without where it was written: both are written in different lines. Functions are as good as each other. */
function plain(value: unknown): unknown {
  if (typeof value === 'function') return 'function';
  if (value instanceof Map) return [...value].map(plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
