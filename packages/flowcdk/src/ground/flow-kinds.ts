/** The kinds of flow, named by their root key in Architect YAML. */
export const flowKinds = [
  'workflow',
  'inboundCall',
  'outboundCall',
  'secureCall',
  'inqueueCall',
  'commonModule',
  'inboundShortMessage',
  'inboundEmail',
  'inqueueShortMessage',
  'inqueueEmail',
  'workitem',
  'botFlow',
  'digitalBot',
  'inboundChat',
  'surveyInvite',
  'voice',
  'voicemail',
  'voiceSurvey',
] as const;

/** A kind of flow, by its root key in Architect YAML. */
export type FlowKind = (typeof flowKinds)[number];

export const isFlowKind = (root: string): root is FlowKind => (flowKinds as readonly string[]).includes(root);

/** What the public API and the Terraform provider call a kind of flow. */
export const apiType = (kind: FlowKind): string => (kind === 'botFlow' ? 'bot' : kind.toLowerCase());

/** Flows in which a caller listens. Audio is queued, and no action may just wait. */
export const voiceFlows = [
  'inboundCall',
  'outboundCall',
  'secureCall',
  'inqueueCall',
] as const satisfies readonly FlowKind[];

/** Flows that converse by text. */
export const digitalFlows = [
  'inboundShortMessage',
  'inboundEmail',
  'inqueueShortMessage',
  'inqueueEmail',
  'inboundChat',
] as const satisfies readonly FlowKind[];

/**
 * Whether somebody listens in a flow of this kind: calls that come in, go out, are secure or wait in a queue.
 *
 * @example
 * ```ts
 * isVoiceFlow('inboundCall'); // true
 * ```
 */
export const isVoiceFlow = (kind: FlowKind): boolean => (voiceFlows as readonly FlowKind[]).includes(kind);
