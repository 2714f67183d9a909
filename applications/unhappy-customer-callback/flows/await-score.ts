import {
  type Actions,
  asString,
  callData,
  concat,
  decision,
  type DurationLiteral,
  equals,
  exp,
  ifElse,
  isSet,
  loop,
  loopExit,
  set,
  updateData,
  wait,
} from 'flowcdk';
import type { getSentiment } from '../data-actions/get-sentiment';
import { finish, type Marks } from './finish';
import type { Flow } from './variables';

/** How the score is waited for. */
export interface Score {
  readonly get: typeof getSentiment;
  /** From the end of the call to the first look. */
  readonly first: DurationLiteral;
  /** Between two looks. */
  readonly every: DurationLiteral;
  /** How often it is looked for, 1 to 99. */
  readonly times: number;
  /** How long one look may take. */
  readonly timeout: DurationLiteral;
}

/**
 * Looks for the score until it is there. Status 404 says "not yet", as does an answer without a score. What is refused
 * otherwise will be refused again: then the run ends, and its reason says so.
 */
export const awaitScore = (flow: Flow, score: Score, marks: Marks): Actions => [
  wait('Let the analysis run', score.first),
  loop('Look for the score', { times: score.times, index: flow.turn }, [
    callData('Ask for the sentiment', score.get, {
      inputs: { conversationId: flow.conversationId },
      outputs: { sentimentScore: flow.score },
      timeout: score.timeout,
      failureOutputs: { status: flow.status },
      onSuccess: [
        decision('Is there a score?', isSet(flow.score), { yes: [loopExit('The score is there')] }),
        updateData('There is none in the answer', [set(flow.lastLook, 'no score in the answer')]),
      ],
      onFailure: [
        updateData('There is none yet', [set(flow.lastLook, concat('status ', statusOf(flow)))]),
        decision('Is it refused for good?', refused(flow), {
          yes: finish(flow, marks, 'sentiment refused', concat('FAILED: sentiment refused, ', asString(flow.status))),
        }),
      ],
      onTimeout: [updateData('It is slow', [set(flow.lastLook, 'too slow')])],
    }),
    decision('Was that the last look?', equals(flow.turn, score.times - 1), {
      no: [wait('Before the next look', score.every)],
    }),
  ]),
  decision('Is the sentiment known?', isSet(flow.score), {
    no: finish(flow, marks, 'sentiment unknown', concat('UNKNOWN: no sentiment, last look: ', flow.lastLook)),
  }),
];

const statusOf = ({ status }: Flow) => ifElse(isSet(status), asString(status), 'unknown');

/** 404 means "not yet"; 408 and 429 mean "later". */
const refused = ({ status }: Flow) =>
  exp<boolean>`IsSet(${status}) and ${status} >= 400 and ${status} < 500 and ${status} != 404 and ${status} != 408 and ${status} != 429`;
