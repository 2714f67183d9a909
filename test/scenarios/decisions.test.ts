import { type FlowDefinition, flowYaml, seconds } from 'flowcdk';
import { failsWith, hangs, localOrg, type LocalOrg, respondsWith, type Service } from 'flowcdk/testing';
import { options, synchronousOptions } from '../../src/stacks/options';
import { customer } from '../../src/story/customer-databases';
import { ADA, app, everythingWorks, frenchNumber, supportNumber } from '../private/calls';

/*
 * The name of a decision is a question, and `yes` is what answers it: in Architect, in the log, for whoever reads the
 * flow. Every decision of every flow stands here with what makes its name true, and with what makes it false.
 */

type Services = Readonly<Record<string, Service>>;

/** A run in which the question is asked. */
type Run = () => Promise<LocalOrg>;

/** By the name of the decision: what makes it true, and what makes it false. */
type Questions = Readonly<Record<string, { readonly yes: Run; readonly no: Run }>>;

const ANONYMOUS = 'sip:anonymous@anonymous.invalid';
const ada = customer('Ada Lambert');
const goldAda = customer('Ada Lambert', { tier: 'gold' });

const orgWith = (services: Services, application = app) =>
  localOrg(application, { services: { ...everythingWorks, ...services } });

/** `identify-caller` alone. */
const identifies =
  (services: Services, callerNumber = `tel:${ADA}`): Run =>
  async () => {
    const org = await orgWith(services);
    await org.launch('identify-caller', { conversationId: 'gone', callerNumber });
    return org;
  };

/** A caller who presses a key as soon as they are asked what the call is about, and nothing later. */
const calls =
  (to: string, services: Services, { from = ADA, keys = '1', application = app } = {}): Run =>
  async () => {
    const org = await orgWith(services, application);
    const call = org.call({ from, to });
    await call.untilBeginsToHear(to === frenchNumber ? /que pouvons-nous faire/i : /what can we do/i);
    if (keys !== '') call.presses(keys);
    await call.end({ agentAnswersAfter: seconds(1) });
    return org;
  };

/** `report-finished-call` alone; the conversation is gone, so nobody said what it was about. */
const reports =
  (inputs: Readonly<Record<string, string>>, backOffice = respondsWith({}), application = app): Run =>
  async () => {
    const org = await orgWith({ backOffice }, application);
    await org.launch('report-finished-call', {
      conversationId: 'gone',
      participantId: 'p',
      sessionId: 's',
      eventTime: 1767607200000,
      direction: 'INBOUND',
      mediaType: 'VOICE',
      userId: 'u',
      ...inputs,
    });
    return org;
  };

const tryingTimes = (attempts: number) =>
  app.with({ settings: { ...app.settings, backOffice: { ...app.settings.backOffice, attempts } } });

const supportLine = (number: string): Questions => ({
  'Still looking the caller up?': { yes: calls(number, { alpha: hangs() }), no: calls(number, { alpha: ada }) },
  'Is there something to wait for?': {
    yes: calls(number, { alpha: hangs(), beta: hangs(), gamma: hangs() }),
    no: calls(number, { alpha: ada.after(seconds(4.9)) }),
  },
  'Is the caller known?': { yes: calls(number, { alpha: ada }), no: calls(number, {}) },
  'Is there a name to say?': {
    yes: calls(number, { alpha: ada }),
    no: calls(number, { alpha: respondsWith([{ id: 'A-1' }]) }),
  },
  'A gold customer?': { yes: calls(number, { alpha: goldAda }), no: calls(number, { alpha: ada }) },
});

const application = app.with({ stacks: [options(app.settings)] });

/** What everything that asks all databases at once answers for a customer, or for none. */
const everywhere = (customer: object) => respondsWith({ ...customer, database: 'Alpha' });
const somebody = { customerId: 'A-1', fullName: 'Ada Lambert' };

const allAtOnce = (number: string, name: 'function' | 'service'): Questions => {
  const run = (customer: object, from = ADA) => calls(number, { [name]: everywhere(customer) }, { from, application });
  return {
    'Is there a number?': { yes: run({}), no: run({}, ANONYMOUS) },
    [`Known in the ${name}?`]: { yes: run(somebody), no: run({}) },
    'Is the caller known?': { yes: run(somebody), no: run({}) },
    'Is there a name to say?': { yes: run(somebody), no: run({ customerId: 'A-1' }) },
    'A gold customer?': { yes: run({ ...somebody, tier: 'gold' }), no: run(somebody) },
  };
};

const oneAfterAnother = (number: string): Questions => {
  const run = (services: Services, from = ADA) => calls(number, services, { from, application });
  return {
    'Is there a number?': { yes: run({}), no: run({}, ANONYMOUS) },
    'Known in Alpha?': { yes: run({ alpha: ada }), no: run({}) },
    'Known after asking Alpha?': { yes: run({ alpha: ada }), no: run({}) },
    'Known in Beta?': { yes: run({ beta: ada }), no: run({}) },
    'Known after asking Beta?': { yes: run({ beta: ada }), no: run({}) },
    'Known in Gamma?': { yes: run({ gamma: ada }), no: run({ gamma: respondsWith({}) }) },
    'Is the caller known?': { yes: run({ gamma: ada }), no: run({}) },
    'Is there a name to say?': { yes: run({ alpha: ada }), no: run({ alpha: respondsWith([{ id: 'A-1' }]) }) },
    'A gold customer?': { yes: run({ alpha: goldAda }), no: run({ alpha: ada }) },
  };
};

const questions: Readonly<Record<string, Questions>> = {
  'identify-caller': {
    'Is there a number?': { yes: identifies({}, `tel:${ADA}`), no: identifies({}, ANONYMOUS) },
    'Is it a telephone number?': { yes: identifies({}, `tel:${ADA}`), no: identifies({}, 'tel:+') },
    'Known in Alpha?': { yes: identifies({ alpha: ada }), no: identifies({}) },
    'Known in Beta?': { yes: identifies({ beta: ada }), no: identifies({}) },
    'Known in Gamma?': { yes: identifies({ gamma: ada }), no: identifies({ gamma: respondsWith({}) }) },
    'Does Gamma know nobody?': {
      yes: identifies({ gamma: failsWith(404) }),
      no: identifies({ gamma: failsWith(500) }),
    },
    'Could every database be asked?': { yes: identifies({}), no: identifies({ beta: failsWith(500) }) },
  },
  'support-line': supportLine(supportNumber),
  'support-line-fr-fr': supportLine(frenchNumber),
  'report-finished-call': {
    'Has it a subject?': { yes: reports({ subject: 'order' }), no: reports({}) },
    'Did the caller say what it is about?': {
      yes: calls(supportNumber, {}, { keys: '1' }),
      no: calls(supportNumber, {}, { keys: '' }),
    },
    'Does the back office refuse it for good?': { yes: reports({}, failsWith(422)), no: reports({}, failsWith(503)) },
    'Was that the last try?': {
      yes: reports({}, failsWith(503), tryingTimes(1)),
      no: reports({}, failsWith(503), tryingTimes(2)),
    },
  },
  [synchronousOptions.oneAfterAnother.flow]: oneAfterAnother(synchronousOptions.oneAfterAnother.number),
  [synchronousOptions.inAFunction.flow]: allAtOnce(synchronousOptions.inAFunction.number, 'function'),
  [synchronousOptions.byAService.flow]: allAtOnce(synchronousOptions.byAService.number, 'service'),
};

const answers = Object.entries(questions).flatMap(([flow, of]) =>
  Object.entries(of).map(([decision, { yes, no }]) => [flow, decision, yes, no] as const),
);

test.each(answers)('%s: %s', async (flow, decision, yes, no) => {
  expect([answerOf(await yes(), flow, decision), answerOf(await no(), flow, decision)]).toEqual(['yes', 'no']);
});

test('these are the decisions of all flows: a new one needs its line here', () => {
  const flows = [...app.definitions, ...application.definitions].filter(
    (definition): definition is FlowDefinition => definition.definition === 'flow',
  );

  const decisions = flows.map((flow) => [flow.name, decisionsOf(flow)] as const);
  const listed = Object.entries(questions).map(([flow, of]) => [flow, Object.keys(of).sort()] as const);

  expect(Object.fromEntries(decisions.filter(([, decisions]) => decisions.length > 0))).toEqual(
    Object.fromEntries(listed),
  );
});

/** The way a decision took when it was asked first. */
const answerOf = (org: LocalOrg, flow: string, decision: string): string | undefined =>
  org.events.flatMap((event) =>
    event.type === 'action.took' && event.flow === flow && event.action.endsWith(` / ${decision}`) ? [event.path] : [],
  )[0];

/** The names of the decisions of a flow, each once. */
function decisionsOf(flow: FlowDefinition): readonly string[] {
  const names = [...flowYaml(flow).matchAll(/- decision:\n +name: (.*)/g)].map(([, name = '']) => name);
  return [...new Set(names.map((name) => (name.startsWith('"') ? (JSON.parse(name) as string) : name)))].sort();
}
