import { disconnect } from '../architect/actions/disconnect';
import { playAudio } from '../architect/actions/play-audio';
import { transferToAcd } from '../architect/actions/transfer-to-acd';
import { inboundCall } from '../architect/flows/call-flows';
import { task } from '../architect/flows/containers';
import type { DeclareStacks } from '../application/open-application';
import { OrganizationStack } from '../constructs/organization-stack';
import { callRoute, queue } from '../routing';
import { callEnded, receiver, recordCall, sendRecord } from './ways/trigger';

/** The number that everybody calls, E.164. */
export const LINE = '+442079460101';

const support = queue({ name: 'Support' });

const line = inboundCall({
  name: 'line',
  startUp: () =>
    task('To the queue', [
      playAudio('Greet', 'Good to hear from you. Please hold the line, we are putting you through.'),
      transferToAcd('To support', { targetQueue: support, onFailure: [disconnect('Nobody there')] }),
      disconnect('Goodbye'),
    ]),
});

const route = callRoute({ name: 'line', numbers: [LINE], openHours: line });

/** A line that leads to a queue, and everything that a trigger needs to record its calls. */
export const recordedLine: DeclareStacks = (app) => [
  new OrganizationStack(app, 'recorded-line', {
    organization: { region: 'eu-central-1' },
    definitions: [support, line, route, receiver, sendRecord, recordCall, callEnded],
  }),
];
