import { communication, switchableBranch, value } from '../forms';
import type { Duration } from '../types';
import { communicationNode, type CommunicationValue, orNoValue, type Value } from '../values';
import { type Actions, actionList } from './branches';

/*
 * What the questions of a bot have in common.
 */

/** The wording of a question. */
export const questionFields = {
  question: communication,
  noInput: communication,
  noMatch: communication,
  voiceEndOfInputTimeout: value('duration'),
};

/** Where it goes on when nothing useful was answered; a path that is off does what the bot's settings say. */
export const patiencePaths = { maxNoInputs: switchableBranch, maxNoMatches: switchableBranch };

export interface Question {
  readonly question: CommunicationValue;
  /** Said when nothing was answered. */
  readonly noInput?: CommunicationValue | undefined;
  /** Said when the answer was not understood. */
  readonly noMatch?: CommunicationValue | undefined;
  /** How long a pause ends what is said, on the telephone. @default the bot's setting */
  readonly voiceEndOfInputTimeout?: Value<Duration> | undefined;
}

export interface Patience {
  /** Nothing was answered too often. @default the bot's error handling */
  readonly onMaxNoInputs?: Actions | undefined;
  /** Nothing was understood too often. @default the bot's error handling */
  readonly onMaxNoMatches?: Actions | undefined;
}

const said = (what: CommunicationValue | undefined) => (what === undefined ? undefined : communicationNode(what));

/** The values of `questionFields`. */
export const questionValues = (question: Question): { readonly [field: string]: unknown } => ({
  question: communicationNode(question.question),
  noInput: said(question.noInput),
  noMatch: said(question.noMatch),
  voiceEndOfInputTimeout: orNoValue(question.voiceEndOfInputTimeout),
});

/** A path that is there only with actions, as Architect's exporter writes it. */
export const switchable = (branch: Actions | undefined): { readonly enabled: boolean; readonly actions?: unknown } =>
  branch === undefined ? { enabled: false } : { actions: actionList(branch), enabled: true };

/** The values of `patiencePaths`. */
export const patienceValues = ({ onMaxNoInputs, onMaxNoMatches }: Patience): { readonly [path: string]: unknown } => ({
  maxNoInputs: switchable(onMaxNoInputs),
  maxNoMatches: switchable(onMaxNoMatches),
});
