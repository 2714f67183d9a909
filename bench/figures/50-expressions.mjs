// Evaluating expressions, prepared once and from text each time, beside like expressions of JSONata and CEL. All must
// give the same values before anything is measured.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { measure } from '../measure.mjs';
import { fetchPeer } from '../peers.mjs';

const GOAL = 5;
const VERSIONS = { jsonata: '2.2.2', 'cel-js': '0.8.2' };

/** In Architect, in JSONata and in CEL, which has no string functions of its own in cel-js: it is given these two. */
const EXPRESSIONS = [
  ['Flow.quantity * Flow.price + 5', 'quantity * price + 5', 'quantity * price + 5'],
  [
    'Flow.quantity > 3 and Flow.customer != "Nobody"',
    'quantity > 3 and customer != "Nobody"',
    'quantity > 3 && customer != "Nobody"',
  ],
  ['"Hello, " + Flow.customer', '"Hello, " & customer', '"Hello, " + customer'],
  ['Upper(Flow.customer)', '$uppercase(customer)', 'upper(customer)'],
  ['Contains(Flow.customer, "Love")', '$contains(customer, "Love")', 'contains(customer, "Love")'],
  ['If(Flow.quantity > 10, "many", "few")', 'quantity > 10 ? "many" : "few"', 'quantity > 10 ? "many" : "few"'],
  ['Flow.items[1]', 'items[1]', 'items[1]'],
  [
    'If(Count(Flow.items) >= 3 and Length(Flow.customer) < 20, Flow.items[2], "none")',
    '$count(items) >= 3 and $length(customer) < 20 ? items[2] : "none"',
    'size(items) >= 3 && size(customer) < 20 ? items[2] : "none"',
  ],
];
const DATA = { quantity: 7, price: 12.5, customer: 'Ada Lovelace', items: ['tea', 'milk', 'sugar'] };
const FUNCTIONS = { upper: (text) => text.toUpperCase(), contains: (text, part) => text.includes(part) };

export default async function expressions({ root }) {
  const ours = oursOf(createRequire(join(root, 'package.json')));
  const jsonata = jsonataOf(await fetchPeer(root, 'jsonata', VERSIONS.jsonata));
  const cel = celOf(await fetchPeer(root, 'cel-js', VERSIONS['cel-js']));
  const peers = { jsonata, 'cel-js': cel };
  for (const way of ['prepared', 'fromText']) {
    const expected = ours[way].map((run) => ours.print(run()));
    for (const [name, peer] of Object.entries(peers)) {
      const values = peer && (await Promise.all(peer[way].map((run) => run()))).map(String);
      values?.forEach((value, i) => {
        if (value !== expected[i]) throw new Error(`${name}: ${EXPRESSIONS[i][0]} is ${value}, not ${expected[i]}`);
      });
    }
  }
  return [
    ...(await figures('compiled once', 'prepared', ours, peers, { ours: 50_000, jsonata: 2000, 'cel-js': 2000 })),
    ...(await figures('parsed each time', 'fromText', ours, peers, { ours: 2000, jsonata: 100, 'cel-js': 200 })),
  ];
}

/** Each takes as many turns as make a round of some 50 to 100 ms. */
async function figures(what, way, ours, peers, turns) {
  const candidates = {
    ours: inTurn(ours[way], turns.ours),
    ...(peers.jsonata ? { jsonata: awaitedInTurn(peers.jsonata[way], turns.jsonata) } : {}),
    ...(peers['cel-js'] ? { 'cel-js': inTurn(peers['cel-js'][way], turns['cel-js']) } : {}),
  };
  const medians = await measure(candidates, { rounds: 9, warmUp: 3 });
  const perSecond = (name) => (turns[name] * EXPRESSIONS.length * 1000) / medians[name];
  const value = perSecond('ours');
  return Object.keys(peers).map((name) => {
    const peerValue = peers[name] ? perSecond(name) : null;
    return {
      name: `expressions evaluated, ${what} (${EXPRESSIONS.length} expressions)`,
      value,
      unit: 'expressions/s',
      peer: `${name} ${VERSIONS[name]}${peerValue === null ? ': not measured (npm could not fetch it)' : ''}`,
      peerValue,
      ratio: peerValue && value / peerValue,
      goal: `≥ ${GOAL} ×`,
      met: peerValue && value / peerValue >= GOAL,
    };
  });
}

function oursOf(require) {
  const {
    compile,
    evaluate,
    openEnvironment,
    parse,
    textOf,
    type,
    variableLookup,
  } = require('./packages/flowcdk/dist/architect/expressions/index.js');
  const { Decimal } = require('./packages/flowcdk/dist/architect/expressions/decimal.js');
  const types = { quantity: type('integer'), price: type('decimal'), customer: type('string') };
  const values = { ...DATA, price: new Decimal(DATA.price) };
  const inFlow = (entries) => variableLookup(Object.entries(entries).map(([name, of]) => [`Flow.${name}`, of]));
  const variables = inFlow({ ...types, items: type('string', true) });
  const environment = { ...openEnvironment, variable: inFlow(values) };
  const texts = EXPRESSIONS.map(([text]) => text);
  const programs = texts.map((text) => compile(parse(text), { variables }));
  return {
    prepared: programs.map((program) => () => program.run(environment)),
    fromText: texts.map((text) => () => evaluate(parse(text), environment, { variables })),
    print: textOf,
  };
}

function jsonataOf(module) {
  if (module === undefined) return undefined;
  const jsonata = module.default;
  const texts = EXPRESSIONS.map(([, text]) => text);
  const programs = texts.map((text) => jsonata(text));
  return {
    prepared: programs.map((program) => () => program.evaluate(DATA)),
    fromText: texts.map((text) => () => jsonata(text).evaluate(DATA)),
  };
}

function celOf(module) {
  if (module === undefined) return undefined;
  const { evaluate, parse } = module;
  const texts = EXPRESSIONS.map(([, , text]) => text);
  const trees = texts.map((text) => parse(text).cst);
  return {
    prepared: trees.map((tree) => () => evaluate(tree, DATA, FUNCTIONS)),
    fromText: texts.map((text) => () => evaluate(text, DATA, FUNCTIONS)),
  };
}

const inTurn = (runs, turns) => () => {
  let last;
  for (let turn = 0; turn < turns; turn++) for (const run of runs) last = run();
  return last;
};

const awaitedInTurn = (runs, turns) => async () => {
  let last;
  for (let turn = 0; turn < turns; turn++) for (const run of runs) last = await run();
  return last;
};
