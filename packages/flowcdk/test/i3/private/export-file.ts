import type { Json, JsonObject } from '../../../src/i3/part';

/*
 * Exports as Architect's Export button writes them: JSON, URL-encoded, in base64. A test writes only what matters to it.
 */

/** The bytes of an export. */
export const encoded = (json: unknown): Uint8Array =>
  Buffer.from(Buffer.from(encodeURIComponent(JSON.stringify(json)), 'latin1').toString('base64'), 'latin1');

/** A value as the editor keeps it: its text, its type, the parsed tree, the mode. */
const value = (mode: number | undefined, type: string, text: string, config: JsonObject, more: JsonObject = {}) => ({
  config,
  text,
  type,
  uiMetaData: mode === undefined ? {} : { mode },
  metaData: {},
  version: 2,
  ...more,
});

/** A literal. `object` is the id of a named object, such as a queue. */
export const lit = (type: string, text: string, object?: string): JsonObject =>
  value(1, type, text, { lit: { pos: 1, text, type, ...(object === undefined ? {} : { val: object }) } });

/** A literal list. Its items stand in the tree. */
export const list = (type: string, items: readonly JsonObject[]): JsonObject =>
  value(1, type, '', { lit: { pos: 1, text: '', type, items } });

/** An expression. The tree is of no use to the reader, so a stand-in is enough. */
export const exp = (type: string, text: string): JsonObject => value(0, type, text, { ref: { pos: 1, text, type } });

/** A text of a bot, put together from pieces. */
export const said = (text: string): JsonObject => value(4, 'com', text, { ToCommunication: { pos: 1, text } });

export const variable = (type: string, text: string): JsonObject =>
  value(2, type, text, { ref: { pos: 1, text, type, val: `id of ${text}` } });

export const noValue = (type: string): JsonObject => value(3, type, '', { emp: { pos: 1, text: '', type } });

/** A value that the flow does not use. */
export const unused = (of: JsonObject): JsonObject => ({ ...of, outOfService: true });

/** Audio: an expression with its settings. */
export const audio = (text: string, customExpressionMode = false): JsonObject => ({
  bargeInExpression: lit('bln', 'true'),
  flushExpression: lit('bln', 'false'),
  defaultAudio: {
    ...value(undefined, 'aud', text, text === '' ? { emp: { pos: 1 } } : { ToAudio: { pos: 1, text } }),
    uiMetaData: { sequenceItems: [], customExpressionMode },
  },
  cases: [],
});

export const spoken = (text: string): JsonObject =>
  audio(`AudioPlaybackOptions(ToAudioTTS(${JSON.stringify(text)}), true)`);

/** A path of an action, and the action to which it leads. */
export const path = (outputId: string, nextActionId?: string, more: JsonObject = {}): JsonObject => ({
  ...(nextActionId === undefined ? {} : { nextActionId }),
  label: outputId,
  outputId,
  uiMetaData: { collapsed: false },
  ...more,
});

/** An action. Its id is its name. */
export const action = (type: string, name: string, content: JsonObject = {}): JsonObject => ({
  __type: type,
  id: name,
  name,
  trackingId: 99,
  uiMetaData: { collapsed: false },
  ...content,
});

/** A state, a task or another container. Its first action is where it starts. Its id is its name. */
export const container = (
  type: string,
  name: string,
  actionList: readonly JsonObject[],
  more: JsonObject = {},
): JsonObject => ({
  __type: type,
  id: name,
  name,
  trackingId: 10,
  startAction: actionList[0]?.['id'] ?? null,
  actionList,
  variables: [],
  uiMetaData: { collapsed: false },
  ...more,
});

/** A declaration of a variable. */
export const declared = (type: string, name: string, initialValue: JsonObject, more: JsonObject = {}): JsonObject => ({
  __type: type,
  id: `id of ${name}`,
  name,
  isCollection: false,
  isInternal: false,
  isInput: false,
  isOutput: false,
  isSecure: false,
  version: '1.0',
  initialValue,
  ...more,
});

/** The JSON of a flow. It starts with its first container. */
export const flow = (type: string, containers: readonly JsonObject[], more: JsonObject = {}): JsonObject => ({
  type,
  name: 'Support',
  defaultLanguage: 'en-US',
  supportedLanguages: ['en-US'],
  supportedLanguageOptions: [{ language: 'en-US' }],
  initialSequence: (containers[0]?.['id'] ?? null) as Json,
  flowSequenceItemList: containers,
  variables: [],
  manifest: {},
  uiMetaData: {},
  nextTrackingNumber: 100,
  flowMetaData: { flowDocumentVersion: '1.0' },
  errorHandling: { handlingType: 'EndWorkflow' },
  ...more,
});

/** A workflow with one state. */
export const workflow = (actions: readonly JsonObject[], more: JsonObject = {}): JsonObject =>
  flow('workflow', [container('State', 'Start', actions)], more);
