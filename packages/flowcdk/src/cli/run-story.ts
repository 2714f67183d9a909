import type { LoggedEvent } from '../emulator/runtime/events';
import type { Execution } from '../emulator/runtime/flow/executions';
import { eventText } from '../inspect/run/event-text';
import { timelineOptions } from './timeline-options';

/** The events of a workflow that a reader wants to see. The page of a run has all of them. */
const shown: readonly LoggedEvent['type'][] = [
  'flow.started',
  'flow.ended',
  'flow.failed',
  'action.started',
  'action.took',
  'action.notEmulated',
  'expression.failed',
  'dataAction.ended',
  'attributes.written',
  'notification.sent',
  'outcome.set',
  'milestone.reached',
  'fault.applied',
  'limit.reached',
];

/** The story of a workflow: seconds at the left, and what it did; its outputs at the end. */
export function workflowStory(events: readonly LoggedEvent[], { launchedAt, outputs = {} }: Execution): string {
  const { paint = (text: string) => text } = timelineOptions();
  let before = '';
  const lines = events
    .filter(({ type }) => shown.includes(type))
    .map((event) => {
      const { text, tone } = eventText(event);
      const seconds = ((event.at - launchedAt) / 1000).toFixed(1);
      const time = seconds === before ? '' : seconds;
      before = seconds;
      const isLaunch = event.type === 'flow.started' || event.type === 'flow.ended';
      const line = isLaunch ? `${event.flow ?? 'the flow'} ${text}` : text;
      return `${time.padStart(7)} ${paint(line, tone === 'good' || tone === 'bad' ? tone : 'plain')}`;
    });
  const results = Object.entries(outputs).map(([name, value]) => `  ${name} = ${JSON.stringify(value)}`);
  return [...lines, ...(results.length > 0 ? ['', 'Outputs', ...results] : [])].join('\n');
}
