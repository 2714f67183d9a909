// The identification of a caller as peers run it: state machines with the states of our workflow, and tasks that are
// functions which get a request and give the parsed body of an answer. Each run gives the name that it wrote to the
// conversation. Left out are what peers do not have: contracts, limits, an event log, a clock of its own.

/** The three databases as functions of a request that give the text of an answer, with one customer, whom Gamma knows. */
export function lookupsOf({ number, customer: { id, name, tier, language } }) {
  const gamma = JSON.stringify({ personId: id, fullName: name, segment: tier, preferences: { language } });
  return {
    Alpha: ({ url }) => (url.includes('/customers?phone=') ? '[]' : 'null'),
    Beta: ({ body }) => (body.criteria.phone.startsWith('0') ? '{"match":null}' : 'null'),
    Gamma: ({ url }) => (url.endsWith(number.slice(1)) ? gamma : '{}'),
  };
}

/** One after the other, and all at the same time. `run` gives what was written to the conversation of that number. */
export const modesOf = (run) => ({
  'one after another': async (times) => {
    const results = [];
    for (let i = 0; i < times; i++) results.push(await run(i));
    return results;
  },
  'all at once': (times) => Promise.all(Array.from({ length: times }, (_, i) => run(i))),
});

/** Whether somebody was found in an answer of each, and what is handed over. */
const known = {
  Alpha: { id: '[0].id', fullName: '[0].name', tier: '[0].tier', preferredLanguage: '[0].language' },
  Beta: {
    id: '.match.reference',
    fullName: '.match.person.displayName',
    tier: '.match.contract.level',
    preferredLanguage: '.match.person.locale',
  },
  Gamma: { id: '.personId', fullName: '.fullName', tier: '.segment', preferredLanguage: '.preferences.language' },
};

/** As a state machine of the Amazon States Language; tasks are local functions. */
export function stepFunctionsOf({ StateMachine }, caller) {
  // It wants Node 22; this is all it lacks in Node 20.
  Promise.withResolvers ??= () => {
    const deferred = {};
    deferred.promise = new Promise((resolve, reject) => Object.assign(deferred, { resolve, reject }));
    return deferred;
  };
  const arn = (name) => `arn:aws:lambda:eu-central-1:123456789012:function:${name}`;
  const report = (attributes, next) => ({
    Type: 'Task',
    Resource: arn('write'),
    Parameters: { 'conversationId.$': '$.conversationId', attributes },
    ResultPath: null,
    Next: next,
  });
  const requests = {
    Alpha: {
      method: 'GET',
      'url.$': "States.Format('https://alpha.customers.example/customers?phone=%2B{}', $.caller.digits)",
      headers: { 'X-Api-Key': 'key' },
    },
    Beta: {
      method: 'POST',
      url: 'https://beta.customers.example/search',
      headers: { authorization: 'Basic dXNlcjpwYXNz' },
      body: { criteria: { 'phone.$': "States.Format('0{}', $.caller.digits)" }, limit: 1 },
    },
    Gamma: {
      method: 'GET',
      'url.$': "States.Format('https://gamma.customers.example/v2/persons/{}', $.caller.digits)",
      headers: { authorization: 'Bearer token' },
    },
  };
  const databases = Object.keys(requests);
  const lookups = databases.flatMap((name, i) => {
    const next = databases[i + 1] ? `Ask ${databases[i + 1]}` : 'Report FAILED';
    const { id, ...more } = known[name];
    return [
      [
        `Ask ${name}`,
        {
          Type: 'Task',
          Resource: arn(`find-in-${name}`),
          Parameters: requests[name],
          ResultPath: '$.found',
          Next: `Known in ${name}?`,
          Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.broken', Next: next }],
        },
      ],
      [
        `Known in ${name}?`,
        {
          Type: 'Choice',
          Choices: [{ Variable: `$.found${id}`, IsPresent: true, Next: `Report SUCCESS, known in ${name}` }],
          Default: next,
        },
      ],
      [
        `Report SUCCESS, known in ${name}`,
        report(
          {
            'identification.status': 'SUCCESS',
            'identification.customerId.$': `$.found${id}`,
            ...Object.fromEntries(
              Object.entries(more).map(([field, path]) => [`identification.${field}.$`, `$.found${path}`]),
            ),
            'identification.database': name,
          },
          'Known',
        ),
      ],
    ];
  });
  const machine = new StateMachine(
    {
      StartAt: 'Is there a number?',
      States: {
        'Is there a number?': {
          Type: 'Choice',
          Choices: [
            {
              And: [
                { Variable: '$.callerNumber', IsPresent: true },
                { Variable: '$.callerNumber', StringMatches: 'tel:+*' },
              ],
              Next: 'Write it as E.164',
            },
          ],
          Default: 'Report FAILED',
        },
        'Write it as E.164': {
          Type: 'Pass',
          Parameters: { 'digits.$': "States.ArrayGetItem(States.StringSplit($.callerNumber, '+'), 1)" },
          ResultPath: '$.caller',
          Next: 'Is it a telephone number?',
        },
        'Is it a telephone number?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.caller.digits', IsPresent: true, Next: 'Ask Alpha' }],
          Default: 'Report FAILED',
        },
        ...Object.fromEntries(lookups),
        'Report FAILED': report({ 'identification.status': 'FAILED' }, 'Unknown'),
        Known: { Type: 'Succeed' },
        Unknown: { Type: 'Fail', Error: 'NOT_FOUND' },
      },
    },
    { validationOptions: { noValidate: true } },
  );
  const find = lookupsOf(caller);
  const conversations = new Map();
  const write = ({ conversationId, attributes }) =>
    void conversations.set(conversationId, { ...conversations.get(conversationId), ...attributes });
  const reports = ['Report FAILED', ...databases.map((name) => `Report SUCCESS, known in ${name}`)];
  const taskResourceLocalHandlers = {
    ...Object.fromEntries(reports.map((name) => [name, write])),
    ...Object.fromEntries(databases.map((name) => [`Ask ${name}`, (request) => JSON.parse(find[name](request))])),
  };
  return modesOf(async (conversationId) => {
    conversations.delete(conversationId);
    await machine.run(
      { conversationId, callerNumber: `tel:${caller.number}` },
      { overrides: { taskResourceLocalHandlers } },
    ).result;
    return conversations.get(conversationId)?.['identification.fullName'];
  });
}

/** As a state chart that invokes promises. */
export function xstateOf({ assign, createActor, createMachine, fromPromise, toPromise }, caller) {
  const find = lookupsOf(caller);
  const requests = {
    Alpha: (digits) => ({
      method: 'GET',
      url: `https://alpha.customers.example/customers?phone=%2B${digits}`,
      headers: { 'X-Api-Key': 'key' },
    }),
    Beta: (digits) => ({
      method: 'POST',
      url: 'https://beta.customers.example/search',
      headers: { authorization: 'Basic dXNlcjpwYXNz' },
      body: { criteria: { phone: `0${digits}` }, limit: 1 },
    }),
    Gamma: (digits) => ({
      method: 'GET',
      url: `https://gamma.customers.example/v2/persons/${digits}`,
      headers: { authorization: 'Bearer token' },
    }),
  };
  const read = {
    Alpha: ([row]) => row && { id: row.id, fullName: row.name, tier: row.tier, preferredLanguage: row.language },
    Beta: ({ match }) =>
      match && {
        id: match.reference,
        fullName: match.person.displayName,
        tier: match.contract.level,
        preferredLanguage: match.person.locale,
      },
    Gamma: ({ personId, fullName, segment, preferences }) =>
      personId && { id: personId, fullName, tier: segment, preferredLanguage: preferences?.language },
  };
  const databases = Object.keys(requests);
  const write = (attributes) => assign(({ context }) => ({ written: { ...context.written, ...attributes(context) } }));
  const states = Object.fromEntries(
    databases.map((name, i) => {
      const next = databases[i + 1] ?? 'failed';
      return [
        name,
        {
          invoke: {
            src: fromPromise(({ input }) => Promise.resolve(JSON.parse(find[name](requests[name](input))))),
            input: ({ context }) => context.digits,
            onDone: [
              {
                guard: ({ event }) => Boolean(read[name](event.output)),
                actions: assign(({ event }) => ({ found: { ...read[name](event.output), database: name } })),
                target: 'known',
              },
              { target: next },
            ],
            onError: { actions: assign({ broken: true }), target: next },
          },
        },
      ];
    }),
  );
  const machine = createMachine({
    initial: 'begin',
    context: ({ input }) => ({ callerNumber: input.callerNumber, written: {} }),
    output: ({ context }) => context.written,
    states: {
      begin: {
        always: [
          { guard: ({ context }) => context.callerNumber.startsWith('tel:+'), target: 'e164' },
          { target: 'failed' },
        ],
      },
      e164: {
        entry: assign(({ context }) => ({ digits: context.callerNumber.split('+')[1] })),
        always: [{ guard: ({ context }) => Boolean(context.digits), target: databases[0] }, { target: 'failed' }],
      },
      ...states,
      known: { type: 'final', entry: write(({ found: customer }) => ({ status: 'SUCCESS', ...customer })) },
      failed: { type: 'final', entry: write(() => ({ status: 'FAILED' })) },
    },
  });
  return modesOf(async () => {
    const actor = createActor(machine, { input: { callerNumber: `tel:${caller.number}` } });
    actor.start();
    return (await toPromise(actor)).fullName;
  });
}
