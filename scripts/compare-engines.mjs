// Compares our Velocity and JsonPath with the real ones: Apache Velocity 1.7 with its tools 2.0, and Jayway's JsonPath
// 2.0.0, on random templates and paths as data actions have them. The real engines come from Debian (packages velocity,
// libvelocity-tools-java, libjsonpath-java and a JDK); nothing of them belongs to the project. Without them nothing is
// claimed: "not run".
//
//   npm run test:engines                        1,500 templates and 1,500 paths of the seed 1
//   npm run test:engines -- --seed 7            others
//   npm run test:engines -- --count 5000        more
//   npm run test:engines -- --examples 20       shows more disagreements of a class
//   npm run test:engines -- --least 99          fails where fewer percent agree
//   npm run test:engines -- --keep              writes what the real engines gave into the sample that npm test runs
//   npm run test:engines -- --template TEXT     what both make of one template; --path TEXT of one path
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chanceOf } from './compare-engines/chance.mjs';
import { ourAnswer } from './compare-engines/our-engines.mjs';
import { documents, pathClasses, pathOf } from './compare-engines/paths.mjs';
import { templateClasses, templateOf, variables } from './compare-engines/templates.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const sample = join(root, 'packages/data-action-engines/test/real-engines/sample.json');

/** Where Debian puts its Java libraries. */
const LIBRARIES = process.env.FLOWCDK_JAVA_LIBRARIES ?? '/usr/share/java';
const jars = [
  ...[
    'velocity-1.7.jar',
    'velocity-tools-2.0.jar',
    'json-path-2.0.0.jar',
    'json-smart.jar',
    'accessors-smart.jar',
    'asm.jar',
  ],
  ...[
    'commons-beanutils.jar',
    'commons-logging.jar',
    'commons-lang.jar',
    'commons-lang3.jar',
    'commons-collections3.jar',
    'slf4j-api.jar',
    'slf4j-nop.jar',
  ],
];

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1500' },
    examples: { type: 'string', default: '5' },
    least: { type: 'string', default: '0' },
    keep: { type: 'boolean', default: false },
    template: { type: 'string', multiple: true },
    path: { type: 'string', multiple: true },
  },
});

/** Why the real engines cannot be had; undefined where they can. */
function missing() {
  if (spawnSync('java', ['-version']).status !== 0) return 'there is no java';
  const absent = jars.filter((jar) => !existsSync(join(LIBRARIES, jar)));
  return absent.length > 0 ? `${LIBRARIES} has no ${absent.join(', ')}` : undefined;
}

/** Random texts of all classes, in the shares that the classes have, none of them twice on the same data. */
function madeOf(classes, make, inputs) {
  const chance = chanceOf(options.seed);
  const cases = new Map();
  let most = 0;
  for (const [kind, share] of Object.entries(classes)) {
    most += Math.round((share * Number(options.count)) / 100);
    for (let tries = 0; cases.size < most && tries < 20 * most; tries += 1) {
      const each = { kind, text: make(kind, chance), on: chance.whole(0, inputs.length - 1) };
      cases.set(`${each.on} ${each.text}`, each);
    }
  }
  return [...cases.values()];
}

const templateCases = () => madeOf(templateClasses, templateOf, variables).map((each) => ({ ...each, of: 'template' }));
const pathCases = () => madeOf(pathClasses, pathOf, documents).map((each) => ({ ...each, of: 'path' }));

function chosenCases() {
  const single = [
    ...(options.template ?? []).map((text) => ({ of: 'template', kind: 'single', text, on: 0 })),
    ...(options.path ?? []).map((text) => ({ of: 'path', kind: 'single', text, on: 0 })),
  ];
  return single.length > 0 ? single : [...templateCases(), ...pathCases()];
}

const requestOf = ({ of, text, on }) =>
  of === 'template' ? { template: text, variables: variables[on] } : { path: text, document: documents[on] };

/** What the real engines give, one JSON text a case. */
function realAnswers(cases) {
  const { status, stdout, stderr } = spawnSync(
    'java',
    ['-cp', jars.map((jar) => join(LIBRARIES, jar)).join(':'), join(root, 'scripts/compare-engines/RealEngines.java')],
    {
      input: cases.map((each) => `${JSON.stringify(requestOf(each))}\n`).join(''),
      encoding: 'utf8',
      maxBuffer: 1024 * 1024 * 1024,
      env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    },
  );
  if (status !== 0) throw new Error(`java ended with ${status}: ${stderr}`);
  return stdout.split('\n').slice(0, cases.length).map(withoutAddress);
}

/** What Java prints of an array ends with its address, which is another each time. */
const withoutAddress = (answer) => answer.replace(/(\[L[\w.]+;|\[[BC])@[\da-f]+/g, '$1@1');

function show(title, results) {
  const agreed = results.filter(({ agrees }) => agrees).length;
  console.log(`${title}: ${agreed} of ${results.length} agree (${((100 * agreed) / results.length).toFixed(2)} %)`);
  for (const kind of new Set(results.map((each) => each.kind))) {
    const ofKind = results.filter((each) => each.kind === kind);
    const apart = ofKind.filter(({ agrees }) => !agrees);
    console.log(`  ${kind}: ${ofKind.length - apart.length} of ${ofKind.length}`);
    for (const { text, on, real, ours } of apart.slice(0, Number(options.examples)))
      console.log(`    ${JSON.stringify(text)} on ${on}\n      real ${real}\n      ours ${ours}`);
  }
  return (100 * agreed) / results.length;
}

/** One case a line, so that a new sample shows what changed. */
function keep(results) {
  const lines = results.map(({ of, text, on, real }) => `    ${JSON.stringify([of, on, text, JSON.parse(real)])}`);
  const different = results.filter(({ agrees }) => !agrees).map(({ text, on }) => `    ${JSON.stringify([text, on])}`);
  const head = {
    engines: 'Apache Velocity 1.7 with velocity-tools 2.0, Jayway JsonPath 2.0.0, Java 17',
    seed: options.seed,
    variables,
    documents,
  };
  const lists = `  "cases": [\n${lines.join(',\n')}\n  ],\n  "different": [\n${different.join(',\n')}\n  ]\n}\n`;
  writeFileSync(
    sample,
    JSON.stringify(head, null, 2).replace(/\n\}$/, () => `,\n${lists}`),
  );
  console.log(`kept ${results.length} cases in ${sample.slice(root.length + 1)}`);
}

function main() {
  const reason = missing();
  if (reason) {
    console.log(`not run: the real engines are not installed (${reason})`);
    console.log('On Debian: apt-get install velocity libvelocity-tools-java libjsonpath-java default-jdk-headless');
    console.log('This counts neither as passed nor as failed.');
    return 0;
  }
  const cases = chosenCases();
  const answers = realAnswers(cases);
  const results = cases.map((each, i) => {
    const ours = ourAnswer(requestOf(each));
    return { ...each, real: answers[i], ours, agrees: answers[i] === ours };
  });
  const shares = ['template', 'path'].map((of) => {
    const part = results.filter((each) => each.of === of);
    return part.length === 0 ? 100 : show(`${of}s, seed ${options.seed}`, part);
  });
  if (options.keep) keep(results);
  if (Math.min(...shares) >= Number(options.least)) return 0;
  console.log(`fewer than ${options.least} % agree`);
  return 1;
}

process.exitCode = main();
