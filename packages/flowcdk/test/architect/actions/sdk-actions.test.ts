import { actionForms, isActionKind } from '../../../src/architect/actions';
import { sdkForms, sdkKinds } from '../../../src/architect/actions/sdk-actions';
import { leavesOf } from '../../../src/architect/leaves';
import { waysOut } from '../../../src/architect/ways';
import { toData } from '../../../src/architect/yaml/node';
import { parseYaml } from '../../../src/architect/yaml/parse';
import { readFlow } from '../../../src/architect/yaml/read-flow';
import { writeFlow } from '../../../src/architect/yaml/write-flow';

/** The actions of the scripting SDK (0.67.2) that Flowcdk did not know. */
const ofSdk = `abortSurveyInvite askForAuthentication askForPayment askSurveyQuestion audioMonitoring callAudioConnector
  callBotConnector callDecisionTable callDialogEngineBot callDialogflowBot callDialogflowCxBot callGuide callLexBot
  callLexV2Bot callNuanceMixBot callVoiceFlow clearActiveIntent clearPostFlow clearUtilizationLabel clearVoicemailSnippet
  completeSurveyInvite decryptData detectIntent dialByExtension enableParticipantRecord encryptData extractSecureData
  findGrammar findGrammarById findKnowledgeBaseDocumentById getAssignedCustomerIntents getJourneyOutcome
  getJourneyOutcomeScoresBySession getJourneySegment getJourneySession getJourneySessionsByExternalContact
  getRawSIPHeaders getResponse getSIPHeaders getSecuredData loopAnythingElse playUserGreeting playUserName previousMenu
  processVoicemailInput promoteExternalContact repeatMenu returnToAgent sendDigitalContent sendInteractiveApplication
  sendKnowledgeFeedback sendRichLink setIntent setPostFlow setSecuredData setUtilizationLabel showKnowledgeArticle
  transcription waitForInput`.split(/\s+/);

test.each(ofSdk)('%s is known', (kind) => expect(isActionKind(kind)).toBe(true));

test.each(sdkKinds)('%s says that nobody has seen its form', (kind) => {
  expect(actionForms[kind]).toMatchObject({ evidence: 'inferred', shape: 'assumed' });
  expect(ofSdk).toContain(kind);
});

test('the table holds each action once', () => {
  expect(Object.keys(sdkForms)).toHaveLength(new Set(sdkKinds).size);
});

const flowWith = (action: object): string =>
  JSON.stringify({ workflow: { name: 'F', states: [{ state: { name: 'S', actions: [action] } }] } });

/** Reads a workflow with one action, and the same workflow after it was written. */
function read(action: object) {
  const { root } = parseYaml(flowWith(action));
  if (!root) throw new Error('no YAML');
  const { flow, problems } = readFlow(root);
  if (flow.kind !== 'workflow') throw new Error('no workflow');
  const node = flow.states?.[0]?.actions?.[0];
  if (!node || node.kind === 'unknown') throw new Error('an unknown action');
  return { node, problems, written: JSON.stringify(toData(writeFlow(flow))) };
}

/** An action with a key and a path that the table does not have, and a bot's intents below names of their own. */
const action = {
  callDialogflowCxBot: {
    name: 'Ask the bot',
    inputText: { exp: 'Flow.text' },
    newSetting: { exp: 'Flow.other' },
    dialogflowAgent: { Orders: { intents: { Track: { order: { var: 'Flow.order' } } } } },
    outputs: {
      failure: { actions: [{ endWorkflow: { name: 'Failed' } }] },
      handedOver: { actions: [{ endWorkflow: { name: 'Handed over' } }] },
    },
  },
};

describe('an action that nobody has seen in a file', () => {
  test('is written as it was read, with what the table does not have', () => {
    expect(read(action).written).toBe(flowWith(action));
  });

  test('shows checks its expressions, variables and actions, wherever they stand', () => {
    const leaves = leavesOf(read(action).node).map(({ role, path }) => `${role} ${path}`);
    expect(leaves).toEqual([
      'value inputText',
      'value newSetting',
      'binding dialogflowAgent.Orders.intents.Track.order',
      'actions outputs.failure.actions',
      'actions outputs.handedOver.actions',
    ]);
  });

  test('has the paths of the SDK and those of the file', () => {
    const ways = waysOut(read(action).node)?.map(({ name, actions }) => `${name} ${actions?.length ?? 0}`);
    expect(ways).toEqual(['failure 1', 'handedOver 1', 'success 0']);
  });

  test('gets only warnings for what does not fit', () => {
    const { problems } = read(action);
    expect(problems.map(({ problem, severity }) => [problem, severity])).toEqual([
      ['unknownKey', 'warning'],
      ['unknownKey', 'warning'],
    ]);
  });

  test('passes errors of the actions inside it on as they are', () => {
    const wrong = { callGuide: { name: 'G', outputs: { success: { actions: [{ wait: { name: 'W' } }] } } } };
    expect(read(wrong).problems.map(({ problem, severity }) => [problem, severity])).toEqual([
      ['missingKey', undefined],
    ]);
  });
});
