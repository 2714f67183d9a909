import type { Json, JsonObject } from '../../emulator/state/json';
import type { Scenario, ScenarioAgent, ScenarioStep } from './scenario';

/** The org of a recorded test. What is undefined is as by default. */
export interface RecordedOrg {
  readonly flows?: readonly string[] | undefined;
  readonly environment?: string | undefined;
  readonly dataTables?: Readonly<Record<string, string>> | undefined;
  readonly decisionTables?: Readonly<Record<string, string>> | undefined;
  readonly substitutions?: Readonly<Record<string, string>> | undefined;
  readonly at?: Date | undefined;
  readonly seed?: number | undefined;
  /** A file of services. */
  readonly services?: string | undefined;
}

/** The call of a recorded test: from whom, and whom or which flow it reaches; with `dials` the org calls. */
export type RecordedCall = {
  readonly from: string;
  readonly contact?: Readonly<Record<string, string>> | undefined;
  readonly sipHeaders?: Readonly<Record<string, string>> | undefined;
} & ({ readonly to: string; readonly dials?: string | undefined } | { readonly flow: string });

/** A test that repeats a call: what the caller did, and what was heard. */
export function callTest(org: RecordedOrg, placed: RecordedCall, scenario: Scenario): string {
  const { steps, agent, heard, queues } = scenario;
  const keys = steps.flatMap((step) => (step.does === 'presses' ? [step.keys] : []));
  const title = keys.length === 0 ? 'a caller listens' : `a caller presses ${keys.join(', then ')}`;
  const lines = [
    ...orgLines(org),
    `  const call = ${placing(placed)};`,
    '',
    ...steps.map((step) => `  ${stepText(step)}`),
    `  await call.end(${agent ? agentText(agent) : ''});`,
    '',
    '  expect(call.heard).toEqual([',
    ...heard.map((text) => `    ${quoted(text)},`),
    '  ]);',
    ...(queues.length > 0
      ? [`  expect(call.eventsOf('queue.entered').map(({ queue }) => queue)).toEqual(${literal([...queues])});`]
      : []),
  ];
  const durations = ['milliseconds', 'seconds'].filter((unit) => lines.some((line) => line.includes(`${unit}(`)));
  return file(durations, title, lines);
}

/** A test that repeats the launch of a workflow: its inputs, and its outputs. */
export function launchTest(
  org: RecordedOrg,
  flow: string,
  {
    inputs,
    status,
    outputs = {},
  }: { readonly inputs: JsonObject; readonly status: string; readonly outputs?: JsonObject | undefined },
): string {
  const lines = [
    ...orgLines(org),
    `  const execution = await org.launch(${quoted(flow)}, ${literal(inputs)});`,
    '',
    `  expect(execution).toMatchObject(${literal({ status, ...(status === 'COMPLETED' ? { outputs } : {}) })});`,
  ];
  return file([], `${flow} is launched`, lines);
}

const file = (units: readonly string[], title: string, lines: readonly string[]): string =>
  [
    ...(units.length > 0 ? [`import { ${units.join(', ')} } from 'flowcdk';`] : []),
    `import { localOrg } from 'flowcdk/testing';`,
    '',
    `test(${quoted(title)}, async () => {`,
    ...lines,
    '});',
    '',
  ].join('\n');

function orgLines(org: RecordedOrg): readonly string[] {
  const { flows, environment, dataTables, decisionTables, substitutions, at, seed, services } = org;
  const stubs = Object.fromEntries(
    Object.entries({ dataTables, decisionTables }).filter(([, files]) => files && Object.keys(files).length > 0),
  ) as JsonObject;
  const options = [
    ...(flows ? [`flows: ${literal([...flows])}`] : []),
    ...(environment === undefined ? [] : [`environment: ${quoted(environment)}`]),
    ...(Object.keys(stubs).length > 0 ? [`stubs: ${literal(stubs)}`] : []),
    ...(substitutions && Object.keys(substitutions).length > 0 ? [`substitutions: ${literal(substitutions)}`] : []),
    ...(at === undefined ? [] : [`at: new Date(${quoted(at.toISOString())})`]),
    ...(seed === undefined || seed === 1 ? [] : [`seed: ${seed}`]),
    ...(services === undefined ? [] : [`servicesFile: ${quoted(services)}`]),
  ];
  const inline = options.length === 0 ? '' : `{ ${options.join(', ')} }`;
  if (inline.length <= LONGEST) return [`  const org = await localOrg(${inline});`];
  return ['  const org = await localOrg({', ...options.map((option) => `    ${option},`), '  });'];
}

const LONGEST = 80;

function placing(placed: RecordedCall): string {
  const { from, sipHeaders } = placed;
  const headers = sipHeaders ? `, sipHeaders: ${literal(sipHeaders)}` : '';
  if ('flow' in placed) return `org.call({ from: ${quoted(from)}, flow: ${quoted(placed.flow)}${headers} })`;
  const { to, dials, contact } = placed;
  if (dials === undefined) return `org.call({ from: ${quoted(from)}, to: ${quoted(to)}${headers} })`;
  const row = contact ? `, contact: ${literal(contact)}` : '';
  return `org.dials({ flow: ${quoted(dials)}, from: ${quoted(from)}, to: ${quoted(to)}${row} })`;
}

function stepText(step: ScenarioStep): string {
  switch (step.does) {
    case 'hears':
      return `await call.untilHears(${quoted(step.text)});`;
    case 'beginsToHear':
      return `await call.untilBeginsToHear(${quoted(step.text)});`;
    case 'waits':
      return `await call.waits(${duration(step.milliseconds)});`;
    case 'presses':
      return `call.presses(${quoted(step.keys)});`;
    case 'hangsUp':
      return 'call.hangsUp();';
  }
}

const agentText = ({ answersAfter, talksFor, wrapsUpIn }: ScenarioAgent): string =>
  `{ agentAnswersAfter: ${duration(answersAfter)}, talksFor: ${duration(talksFor)}, wrapsUpIn: ${duration(wrapsUpIn)} }`;

const duration = (milliseconds: number): string =>
  milliseconds % 1000 === 0 ? `seconds(${milliseconds / 1000})` : `milliseconds(${milliseconds})`;

/** A text in TypeScript, with single quotes where it has none. */
const quoted = (text: string): string => {
  const json = JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  return text.includes("'") ? json : `'${json.slice(1, -1).replaceAll('\\"', '"')}'`;
};

/** A value in TypeScript. */
function literal(value: Json): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(literal).join(', ')}]`;
  const entries = Object.entries(value as JsonObject).map(
    ([name, each]) => `${/^[A-Za-z_]\w*$/.test(name) ? name : quoted(name)}: ${literal(each ?? null)}`,
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
