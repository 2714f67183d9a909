import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { writtenAttributes } from '../flow/written-attributes';

/** Writes attributes of the caller. All attributes of an action are written together. */
export const setParticipantData: RunAction<'setParticipantData'> = ({ attributes }, run) => {
  onCall(run).view.write(writtenAttributes(run, attributes), run.program.name);
  return undefined;
};
