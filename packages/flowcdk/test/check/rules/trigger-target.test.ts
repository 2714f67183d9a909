import { conversationAcw } from '../../../src/triggers';
import { triggerTarget } from '../../../src/check/rules/trigger-target';
import type { MaybeTrigger } from '../../../src/check/triggers';
import { ruleTest } from '../graph/private/rule-test';
import { byHand } from '../graph/private/trigger-by-hand';

ruleTest(triggerTarget, {
  valid: {
    'a workflow that exists already': byHand({ target: { name: 'theirs', existing: true } }),
    'a workflow of the application': {
      definitions: [
        { definition: 'flow', kind: 'inboundCall', name: 'other' } as never,
        { definition: 'flow', kind: 'workflow', name: 'ours' } as never,
        ...byHand({ target: { name: 'ours' } }).definitions,
      ],
    },
    'a workflow that the trigger uses, among other things, which another check looks for': byHand({
      target: { name: 'used' },
      uses: [
        { definition: 'queue', name: 'Support' },
        { definition: 'flow', name: 'used' },
      ],
    } as never),
  },
  invalid: {
    'no target at all': {
      in: { definitions: [{ definition: 'trigger', name: 'Finished', topic: conversationAcw } as MaybeTrigger] },
      finds: ['trigger Finished: the trigger has no target'],
    },
    'a flow that is no workflow': {
      in: {
        definitions: [
          { definition: 'flow', kind: 'inboundCall', name: 'calls' } as never,
          ...byHand({ target: { name: 'calls' } }).definitions,
        ],
      },
      finds: ['trigger Finished: there is no workflow calls'],
    },
    'a workflow that is not there, beside other things that the trigger uses': {
      in: byHand({ target: { name: 'gone' }, uses: [{ definition: 'queue', name: 'Support' }] } as never),
      finds: ['trigger Finished: there is no workflow gone'],
    },
    'a workflow that is not there': {
      in: byHand({ target: { name: 'gone' } }),
      finds: ['trigger Finished: there is no workflow gone'],
    },
  },
});
