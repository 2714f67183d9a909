import { defined } from '../../ground/defined';
import type { FlowTree } from '../flow-tree';
import { type Duration, seconds } from '../types';
import { NONE } from './root-keys';
import {
  optionalAudioNode,
  type AudioValue,
  type NoValue,
  noValue,
  prompt,
  type PromptDefinition,
  promptObject,
  type Value,
  type ValueNode,
  valueNode,
} from '../values';

/** The settings for actions of a call flow that do not have their own. Missing settings have Architect's values. */
export interface CallSettings {
  /** The recorded prompt for callers who wait for data. `noValue`: none. @default PromptSystem.processing */
  readonly processingPrompt?: string | PromptDefinition | NoValue | undefined;
  /** The time that Collect Input waits for the first digit. @default 5 s */
  readonly noEntryTimeout?: Value<Duration> | undefined;
  /** The audio that a caller hears when the flow breaks, before it ends. */
  readonly preHandlingAudio?: AudioValue | undefined;
  /** The time that a menu waits for a choice. @default 10 s */
  readonly menuSelectionTimeout?: Value<Duration> | undefined;
  /** How often a menu is repeated. @default 3 */
  readonly menuRepeatCount?: number | undefined;
  /** Whether a caller may type an extension in a menu. @default false */
  readonly listenForExtensionDialing?: boolean | undefined;
  /** Whether the flow recognises speech, in menus and in Collect Input. @default false */
  readonly speechRecognition?: boolean | undefined;
}

const timeout = (value: Value<Duration>): { readonly timeout: ValueNode } =>
  Object.freeze({ timeout: valueNode(value) });
const connect = (value: ValueNode): { readonly connectTimeout: ValueNode } => Object.freeze({ connectTimeout: value });

/** The blocks of settings of every kind of call flow, with the values that Architect's exporter writes. */
export function callSettingsKeys(
  settings: CallSettings,
): Pick<FlowTree, 'settingsActionDefaults' | 'settingsErrorHandling' | 'settingsPrompts'> {
  const processingPrompt = processingPromptOf(settings.processingPrompt);
  return {
    settingsActionDefaults: Object.freeze({
      playAudioOnSilence: timeout(seconds(40)),
      detectSilence: timeout(seconds(40)),
      callData: Object.freeze({ processingPrompt }),
      collectInput: Object.freeze({ noEntryTimeout: valueNode(settings.noEntryTimeout ?? seconds(5)) }),
      dialByExtension: Object.freeze({ interDigitTimeout: valueNode(seconds(6)) }),
      transferToUser: connect(noValue),
      transferToNumber: connect(noValue),
      transferToGroup: connect(noValue),
      transferToFlowSecure: connect(valueNode(seconds(15))),
    }) as NonNullable<FlowTree['settingsActionDefaults']>,
    settingsErrorHandling: Object.freeze({
      errorHandling: Object.freeze({ kind: 'disconnect', content: NONE }),
      ...defined({ preHandlingAudio: optionalAudioNode(settings.preHandlingAudio) }),
    }),
    settingsPrompts: Object.freeze({
      ensureAudioInPrompts: false,
      promptMediaToValidate: Object.freeze([
        Object.freeze({ mediaType: 'audio' }),
        Object.freeze({ mediaType: 'tts' }),
      ]),
    }),
  };
}

function processingPromptOf(of: CallSettings['processingPrompt'] = 'PromptSystem.processing'): ValueNode {
  return isNoValue(of) ? of : promptObject(prompt(of));
}

const isNoValue = (of: string | PromptDefinition | NoValue): of is NoValue =>
  typeof of === 'object' && !('definition' in of);

/** The blocks of settings of flows with menus. */
export function menuSettingsKeys(settings: CallSettings): Pick<FlowTree, 'settingsMenu' | 'settingsSpeechRec'> {
  return {
    settingsMenu: Object.freeze({
      extensionDialingMaxDelay: valueNode(seconds(1)),
      listenForExtensionDialing: valueNode(settings.listenForExtensionDialing ?? false),
      menuSelectionTimeout: valueNode(settings.menuSelectionTimeout ?? seconds(10)),
      repeatCount: valueNode(settings.menuRepeatCount ?? 3),
    }),
    settingsSpeechRec: Object.freeze({
      completeMatchTimeout: valueNode({ ms: 100 }),
      incompleteMatchTimeout: valueNode({ ms: 1500 }),
      maxSpeechLengthTimeout: valueNode(seconds(20)),
      minConfidenceLevel: valueNode(50),
      asrCompanyDir: 'none',
      asrEnabledOnFlow: settings.speechRecognition ?? false,
      suppressRecording: false,
    }),
  };
}
