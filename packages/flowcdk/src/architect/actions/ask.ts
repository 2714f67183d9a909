import { communication, switchableBranch, value } from '../forms';
import type { Duration } from '../types';
import { communicationNode, type CommunicationValue, orNoValue, type Value } from '../values';
import { type Actions, actionList } from './branches';

/*
 * The common parts of a bot's questions.
 */

/** The fields with the wording of a question. */
export const questionFields = {
  question: communication,
  noInput: communication,
  noMatch: communication,
  voiceEndOfInputTimeout: value('duration'),
};

/**
 * The paths after too many missing or unclear answers. A path that is switched off does what the bot's settings say.
 */
export const patiencePaths = { maxNoInputs: switchableBranch, maxNoMatches: switchableBranch };

export interface Question {
  readonly question: CommunicationValue;
  /** The bot says it when it hears no answer. */
  readonly noInput?: CommunicationValue | undefined;
  /** The bot says it when it does not understand the answer. */
  readonly noMatch?: CommunicationValue | undefined;
  /** The length of a pause that ends an answer on the telephone. @default the bot's setting */
  readonly voiceEndOfInputTimeout?: Value<Duration> | undefined;
}

export interface Patience {
  /** Runs after too many missing answers. @default the bot's error handling */
  readonly onMaxNoInputs?: Actions | undefined;
  /** Runs after too many unclear answers. @default the bot's error handling */
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

/** A path that is enabled only with actions, as Architect's exporter writes it. */
export const switchable = (branch: Actions | undefined): { readonly enabled: boolean; readonly actions?: unknown } =>
  branch === undefined ? { enabled: false } : { actions: actionList(branch), enabled: true };

/** The values of `patiencePaths`. */
export const patienceValues = ({ onMaxNoInputs, onMaxNoMatches }: Patience): { readonly [path: string]: unknown } => ({
  maxNoInputs: switchable(onMaxNoInputs),
  maxNoMatches: switchable(onMaxNoMatches),
});
