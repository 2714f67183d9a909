/** A call flow that leads every call to the queue Support. */
export const LINE_TO_SUPPORT = `inboundCall:
  name: Line
  startUpRef: /inboundCall/tasks/task[Queue]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  tasks:
    - task:
        name: Queue
        refId: Queue
        actions:
          - transferToAcd: { name: To support, targetQueue: { lit: { name: Support } } }
          - disconnect: { name: Over }
`;
