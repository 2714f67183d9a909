import { readFile } from '../../src/check/project';
import { FlowFiles } from '../../src/stubs/flow-files';
import { explore } from '../../src/testing/explore';

const flow = (name: string, text: string): FlowFiles => new FlowFiles([readFile(`${name}.yaml`, text)]);

const RECEPTION = `inboundCall:
  name: Reception
  startUpRef: /inboundCall/menus/menu[Main]
  defaultLanguage: en-us
  supportedLanguages:
    en-us:
      defaultLanguageSkill:
        noValue: true
  settingsErrorHandling:
    errorHandling:
      disconnect:
        none: true
  menus:
    - menu:
        name: Main
        refId: Main
        audio:
          tts: Press 1 for your order, or 2 to leave
        choices:
          - menuTask:
              name: Order
              dtmf: digit_1
              task:
                actions:
                  - collectInput:
                      name: Ask the number
                      inputData: { noValue: true }
                      digits:
                        exact: 4
                      inputAudio:
                        tts: The number of your order?
                      noEntryTimeout:
                        lit: { seconds: 5 }
                      interDigitTimeout:
                        lit: { seconds: 3 }
                      outputs:
                        success:
                          actions:
                            - callData:
                                name: Find the order
                                timeout:
                                  lit: { seconds: 5 }
                                category:
                                  Shop:
                                    dataAction:
                                      Find order:
                                        inputs: {}
                                        successOutputs:
                                          state: { noValue: true }
                                outputs:
                                  success:
                                    actions:
                                      - playAudio:
                                          name: Say the state
                                          audio: { tts: It is on its way }
                                  failure:
                                    actions:
                                      - playAudio:
                                          name: Say nothing is known
                                          audio: { tts: Nobody knows }
                        failure:
                          actions:
                            - playAudio:
                                name: Give up
                                audio: { tts: Good bye }
                  - disconnect:
                      name: End
          - menuDisconnect:
              name: Leave
              dtmf: digit_2
`;

test('every key of a menu, inputs, and data actions that fail or never answer lead everywhere', async () => {
  const { coverage, broken, isWhole, runs } = await explore(flow('reception', RECEPTION));
  const [reception] = coverage;

  expect(broken).toEqual([]);
  expect(isWhole).toBe(true);
  expect(runs).toBeLessThan(90);
  expect(reception?.missed).toEqual([]);
});

test('no more runs are made than allowed', async () => {
  expect(await explore(flow('reception', RECEPTION), { most: 3 })).toMatchObject({ runs: 3, isWhole: false });
});
