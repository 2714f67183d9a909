import type { Inventions } from '../testing/one-run';
import type { Stub } from '../stubs/put-stubs';
import { styleFor } from './output';

/** What a run invented, for people; empty where it invented nothing. */
export function inventionsText(inventions: Inventions, warnings: readonly string[]): string {
  const style = styleFor(process.stdout);
  const { placeholders, stubs, results, inputs } = inventions;
  const parts = [
    part('Placeholders with their own names as values (--substitutions)', [...placeholders]),
    part(
      'Inputs (--input)',
      Object.entries(inputs).map(([name, value]) => `${name} = ${JSON.stringify(value)}`),
    ),
    part('Stubs', stubs.map(stubText)),
    part(
      'Results of data actions (--services)',
      Object.entries(results).map(([name, value]) => `${name} gave ${JSON.stringify(value)}`),
    ),
    part('Not as in the cloud', [...new Set(warnings)]),
  ].filter((text) => text !== '');
  if (parts.length === 0) return '';
  return ['', style.strong('Invented'), ...parts].join('\n');
}

const part = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [`  ${title}`, ...lines.map((line) => `    ${line}`)].join('\n');

const words: Readonly<Record<Stub['kind'], string>> = {
  contactList: 'contact list',
  dataAction: 'data action',
  datatable: 'data table',
  decisionTable: 'decision table',
  division: 'division',
  emergencyGroup: 'emergency group',
  flow: 'flow',
  group: 'group',
  language: 'language skill',
  milestone: 'flow milestone',
  outcome: 'flow outcome',
  prompt: 'prompt',
  queue: 'queue',
  schedule: 'schedule',
  scheduleGroup: 'schedule group',
  skill: 'skill',
  user: 'user',
  utilizationLabel: 'utilization label',
  wrapupCode: 'wrap-up code',
};

const stubText = ({ kind, name, category, type, does }: Stub): string => {
  const which = category === undefined ? name : `${category} / ${name}`;
  const of = kind === 'flow' && type !== undefined ? ` (${type.toLowerCase()})` : '';
  return `${words[kind]} ${which}${of}${does === undefined ? '' : `: ${does}`}`;
};
