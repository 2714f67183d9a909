import { check } from '../../../src/check/check';
import { type FlowFile, readFile } from '../../../src/check/project';
import type { FlowTree } from '../../../src/architect/flow-tree';
import { buildDiagram } from '../../../src/inspect/diagram/build-diagram';
import type { Diagram } from '../../../src/inspect/diagram/diagram';
import type { FlowModel } from '../../../src/inspect/flow/flow-model';
import { readFlowModel } from '../../../src/inspect/flow/read-flow-model';

/** A flow with everything that a page shows of it. */
export interface ReadFlow {
  readonly file: FlowFile;
  readonly model: FlowModel;
  readonly diagram: Diagram;
}

/** Reads a flow as `flowcdk inspect` does. */
export function inspected(yaml: string, name = 'flow.yaml'): ReadFlow {
  const file = readFile(name, yaml);
  const model = readFlowModel(file, check({ files: [file], definitions: [] }));
  return { file, model, diagram: buildDiagram(file.flow as FlowTree, model) };
}

/** A call flow with a menu, a task with branches, a loop, and participant data. */
export const reception = `inboundCall:
  name: Reception
  description: Who calls is asked what it is about
  startUpRef: "/inboundCall/menus/menu[mainMenu]"
  defaultLanguage: en-us
  supportedLanguages:
    en-us:
      defaultLanguageSkill:
        noValue: true
  initialGreeting:
    tts: Welcome to the workshop.
  variables:
    - stringVariable:
        name: Flow.number
        description: The number of the repair
        initialValue:
          noValue: true
        isInput: false
        isOutput: false
    - booleanVariable:
        name: Flow.isReady
        initialValue:
          lit: false
        isInput: false
        isOutput: false
  menus:
    - menu:
        name: Main Menu
        refId: mainMenu
        audio:
          tts: Press 1 for a repair, 2 for everything else.
        choices:
          - menuTask:
              name: Repair
              dtmf: digit_1
              globalDtmf: false
              globalSpeechRecTerms: false
              task:
                name: Repair
                refId: repair
                actions:
                  - jumpToTask:
                      name: To the repair
                      targetTaskRef: "/inboundCall/tasks/task[askRepair]"
          - menuTransferToAcd:
              name: Everything else
              dtmf: digit_2
              globalDtmf: false
              globalSpeechRecTerms: false
              targetQueue:
                lit:
                  name: Workshop
              priority:
                lit: 0
              preTransferAudio:
                noValue: true
              failureTransferAudio:
                noValue: true
  tasks:
    - task:
        name: Ask for the repair
        refId: askRepair
        actions:
          - loop:
              name: Ask three times
              currentIndex:
                noValue: true
              loopCount:
                lit: 3
              outputs:
                loop:
                  actions:
                    - collectInput:
                        name: Which repair?
                        inputData:
                          var: Flow.number
                        digits:
                          exact: 4
                        interDigitTimeout:
                          noValue: true
                        noEntryTimeout:
                          lit:
                            seconds: 5
                        inputAudio:
                          exp: ToAudioTTS("Please type the number of your repair, "+Call.Ani)
                        acceptJustStar:
                          lit: false
                        acceptJustPound:
                          lit: false
                        verificationType: none
                        outputs:
                          success:
                            actions:
                              - loopExit:
                                  name: It was typed
          - callData:
              name: Is it ready?
              timeout:
                lit:
                  seconds: 5
              category:
                Workshop:
                  dataAction:
                    Find repair:
                      inputs:
                        number:
                          exp: Flow.number
                      successOutputs:
                        isReady:
                          var: Flow.isReady
              outputs:
                failure:
                  actions:
                    - playAudio:
                        name: Sorry
                        audio:
                          tts: We cannot look it up.
                timeout:
                  actions:
                    - playAudio:
                        name: Sorry, slowly
                        audio:
                          tts: That takes too long.
          - setParticipantData:
              name: Keep the number
              attributes:
                - attribute:
                    name:
                      lit: repair.number
                    value:
                      exp: Flow.number
          - decision:
              name: Ready?
              condition:
                exp: Flow.isReady==true
              outputs:
                yes:
                  actions:
                    - playAudio:
                        name: Come and get it
                        audio:
                          tts: It is ready.
          - disconnect:
              name: Good bye
`;
