import {
  collectInput,
  detectSilence,
  dialByExtension,
  disconnect,
  flushAudio,
  holdMusic,
  loopExit,
  minutes,
  playAudio,
  playAudioOnSilence,
  playEstimatedWaitTime,
  playPositionInQueue,
  prompt,
  say,
  seconds,
  setLanguage,
  setUUIData,
  setWhisperAudio,
} from '../../../../src';
import type { Examples } from '../private/example';
import { flow, welcome } from '../private/fixtures';

export const voice = {
  playAudio: {
    rule: 'a prompt given as its definition is written with the scope of user prompts',
    action: playAudio('Welcome', prompt(welcome)),
    yaml: { name: 'Welcome', audio: { prompt: 'Prompt.welcome' } },
  },
  playAudioOnSilence: {
    rule: 'a timeout that was not given is noValue: the flow has a default',
    action: playAudioOnSilence('Message', {
      audio: 'We called you.',
      silenceDuration: seconds(2),
      allowedRepeatCount: 2,
      actualRepeatCount: flow.tries,
      onTimeout: [disconnect()],
    }),
    yaml: {
      name: 'Message',
      audio: { tts: 'We called you.' },
      allowedRepeatCount: { lit: 2 },
      actualRepeatCount: { var: 'Flow.tries' },
      silenceDuration: { lit: { seconds: 2 } },
      timeout: { noValue: true },
      outputs: { timeout: { actions: [{ disconnect: { name: 'Disconnect' } }] } },
    },
  },
  detectSilence: {
    rule: 'a timeout that was not given is noValue: the flow has a default',
    action: detectSilence('Quiet?', { timeout: seconds(10), onSuccess: [loopExit()] }),
    yaml: {
      name: 'Quiet?',
      silenceDuration: { noValue: true },
      timeout: { lit: { seconds: 10 } },
      outputs: { success: { actions: [{ loopExit: { name: 'Exit Loop' } }] } },
    },
  },
  dialByExtension: {
    rule: 'a timeout that was not given is noValue: the flow has a default',
    action: dialByExtension('Which extension?'),
    yaml: { name: 'Which extension?', interDigitTimeout: { noValue: true } },
  },
  flushAudio: { rule: 'it has a name and nothing else', action: flushAudio(), yaml: { name: 'Flush Audio' } },
  collectInput: {
    rule: 'a number of digits is exact, two bounds are a range',
    action: collectInput('Customer number', {
      inputData: flow.customerId,
      digits: { min: 4, max: 10, terminatingDtmf: 'digit_#' },
      inputAudio: 'Please type it.',
      noEntryTimeout: seconds(8),
      onFailure: [disconnect()],
    }),
    yaml: {
      name: 'Customer number',
      inputData: { var: 'Flow.customerId' },
      digits: { range: { min: 4, max: 10, terminatingDtmf: 'digit_#' } },
      interDigitTimeout: { noValue: true },
      noEntryTimeout: { lit: { seconds: 8 } },
      inputAudio: { tts: 'Please type it.' },
      acceptJustStar: { lit: false },
      acceptJustPound: { lit: false },
      verificationType: 'none',
      outputs: { failure: { actions: [{ disconnect: { name: 'Disconnect' } }] } },
    },
  },
  holdMusic: {
    rule: 'it plays for a while, or a prompt to its end',
    action: holdMusic('Wait a minute', { duration: minutes(1) }),
    yaml: {
      name: 'Wait a minute',
      prompt: { exp: 'Flow.HoldPrompt' },
      bargeInEnabled: { lit: false },
      playStyle: { duration: { lit: { minutes: 1 } } },
    },
  },
  playEstimatedWaitTime: {
    rule: 'the intervals to round to are a list of bare values',
    action: playEstimatedWaitTime(),
    yaml: {
      name: 'Play Estimated Wait Time',
      estimatedWaitTime: { exp: 'Call.EstimatedWaitTime' },
      roundingInterval: { lit: { minutes: 5 } },
      specificRoundingIntervals: [
        { lit: { seconds: 30 } },
        { lit: { minutes: 1 } },
        { lit: { minutes: 2 } },
        { lit: { minutes: 5 } },
      ],
      playbackMode: 'about',
    },
  },
  playPositionInQueue: {
    rule: 'how it is said is a bare word',
    action: playPositionInQueue('How many?', { playbackMode: 'ahead' }),
    yaml: { name: 'How many?', positionInQueue: { exp: 'Call.PositionInQueue' }, playbackMode: 'ahead' },
  },
  setWhisperAudio: {
    rule: 'a text with values in it is an audio expression',
    action: setWhisperAudio('Say who it is', say`It is ${flow.customerName}`),
    yaml: {
      name: 'Say who it is',
      whisperAudio: { exp: 'ToAudioTTS(Append("It is ", Flow.customerName))' },
      failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } },
    },
  },
  setUUIData: {
    rule: 'when it goes out is a bare word',
    action: setUUIData('Tell them', flow.customerId, { mode: 'disconnect' }),
    yaml: { name: 'Tell them', uuiData: { exp: 'Flow.customerId' }, mode: 'disconnect' },
  },
  setLanguage: {
    rule: 'a language is a value',
    action: setLanguage('French', 'fr-fr'),
    yaml: { name: 'French', language: { lit: 'fr-fr' } },
  },
} satisfies Examples;
