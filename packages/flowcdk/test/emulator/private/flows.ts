/** The smallest workflow; `actions` are lines of YAML, indented as in the list. */
export const workflowYaml = (name: string, actions = '', variables = ''): string => `workflow:
  name: ${name}
  startUpRef: /workflow/states/state[Begin]
  defaultLanguage: en-us
  supportedLanguages:
    en-us:
      none: true
${variables === '' ? '' : `  variables:\n${variables}\n`}  settingsErrorHandling:
    errorHandling:
      endWorkflow:
        none: true
  states:
    - state:
        name: Begin
        refId: Begin
        actions:
${actions === '' ? '' : `${actions}\n`}          - endWorkflow:
              name: End
`;

/** The smallest inbound call flow. */
export const callFlowYaml = (name: string, actions = ''): string => `inboundCall:
  name: ${name}
  startUpRef: /inboundCall/tasks/task[Begin]
  defaultLanguage: en-us
  supportedLanguages:
    en-us:
      defaultLanguageSkill:
        noValue: true
  settingsErrorHandling:
    errorHandling:
      disconnect:
        none: true
  tasks:
    - task:
        name: Begin
        refId: Begin
        actions:
${actions === '' ? '' : `${actions}\n`}          - disconnect:
              name: Hang up
`;

/** The smallest inbound message flow. */
export const messageFlowYaml = (name: string, actions = ''): string => `inboundShortMessage:
  name: ${name}
  startUpRef: /inboundShortMessage/states/state[Begin]
  defaultLanguage: en-us
  supportedLanguages:
    en-us:
      defaultLanguageSkill:
        noValue: true
  settingsErrorHandling:
    errorHandling:
      disconnect:
        none: true
  states:
    - state:
        name: Begin
        refId: Begin
        actions:
${actions === '' ? '' : `${actions}\n`}          - disconnect:
              name: Over
`;

/** Asks a data action with one input. */
export const callDataYaml = (category: string, name: string, input = 'phoneNumber'): string => `          - callData:
              name: Ask
              category:
                ${category}:
                  dataAction:
                    ${name}:
                      inputs:
                        ${input}:
                          lit: "+33123456789"
                      successOutputs:
                        customerId:
                          noValue: true`;
