import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { STRING } from '../flow/types';

/** Reads attributes of the caller. An attribute that nobody wrote leaves its variable NOT_SET (inferred). */
export const getParticipantData: RunAction<'getParticipantData'> = ({ attributes }, run) => {
  const { view, customer } = onCall(run);
  const read = new Map<string, string | null>();
  for (const { name, variable } of attributes ?? []) {
    const attribute = run.text(name, STRING);
    if (attribute === undefined || variable === undefined) continue;
    const value = view.read(attribute);
    read.set(attribute, value);
    run.set(variable, value);
  }
  run.log('attributes.read', {
    participantId: customer.id,
    attributes: Object.fromEntries(read),
    by: run.program.name,
  });
  return undefined;
};
