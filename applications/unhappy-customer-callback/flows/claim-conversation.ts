import {
  type Actions,
  asString,
  callData,
  concat,
  decision,
  endWorkflow,
  equals,
  exp,
  hasText,
  ifElse,
  isSet,
  loop,
  loopExit,
  seconds,
  set,
  updateData,
  wait,
} from 'flowcdk';
import type { getConversation } from '../data-actions/get-conversation';
import type { Marks } from './finish';
import type { Flow } from './variables';

/** What a conversation is claimed with. */
export interface Claim extends Marks {
  readonly read: typeof getConversation;
}

/** How long another run may take to write its claim over ours. */
const SETTLES = seconds(5);

/**
 * Claims the conversation, so that two agents, or an event that comes twice, do not make two call-backs: writes a mark of
 * this run, waits, and goes on only if the mark is still there. Of two runs that began together, the one that wrote last
 * goes on. A conversation that is marked already is left alone, whoever marked it.
 */
export const claimConversation = (flow: Flow, claim: Claim): Actions => [
  ...readMark(flow, claim, 'Is it claimed?'),
  decision('Is it marked already?', hasText(flow.mark), {
    yes: [
      decision('Was that one of us?', exp<boolean>`Left(${flow.mark}, ${claim.tag.length + 1}) == ${`${claim.tag}:`}`, {
        yes: [endWorkflow('End: claimed before', concat('NOTHING TO DO: the conversation is marked ', flow.mark))],
        no: [endWorkflow('End: marked by others', concat('NOT CLAIMED: another system marked it ', flow.mark))],
      }),
    ],
  }),
  updateData('Choose a mark of its own', [
    set(flow.claim, concat(`${claim.tag}:`, asString(exp`RandomInt(100000000, 999999999)`))),
  ]),
  callData('Claim it', claim.write, {
    inputs: { conversationId: flow.conversationId, externalTag: flow.claim },
    timeout: claim.timeout,
    failureOutputs: { status: flow.status },
    onFailure: [
      endWorkflow('End: no claim', concat('FAILED: the claim could not be written, status ', statusOf(flow))),
    ],
    onTimeout: [endWorkflow('End: claim too slow', 'FAILED: the claim took too long')],
  }),
  wait('Let claims settle', SETTLES),
  ...readMark(flow, claim, 'Is it still its own?'),
  decision('Is the claim its own?', equals(flow.mark, flow.claim), {
    no: [endWorkflow('End: claimed by another', concat('NOTHING TO DO: another run claimed it, ', flow.mark))],
  }),
];

/** Reads the mark; three times at most, because nothing was done yet that a failure could leave half done. */
const readMark = (flow: Flow, { read, timeout }: Claim, name: string): Actions => [
  updateData(`${name} Nobody knows yet`, [set(flow.known, false)]),
  loop(`${name} Look`, { times: 3 }, [
    callData(name, read, {
      inputs: { conversationId: flow.conversationId },
      outputs: { externalTag: flow.mark },
      timeout,
      failureOutputs: { status: flow.status },
      onSuccess: [updateData(`${name} Known`, [set(flow.known, true)]), loopExit(`${name} No further look`)],
    }),
    wait(`${name} Before the next look`, seconds(10)),
  ]),
  decision(`${name} Could it be read?`, flow.known, {
    no: [endWorkflow(`${name} End`, concat('FAILED: the conversation could not be read, status ', statusOf(flow)))],
  }),
];

const statusOf = ({ status }: Flow) => ifElse(isSet(status), asString(status), 'unknown');
