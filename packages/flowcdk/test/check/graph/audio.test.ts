import type { Action } from '../../../src/architect/actions';
import { expressionOf, literal, noValue, prompt, textToSpeech, type ValueNode } from '../../../src/architect/values';
import { flushes, isAudible, speaks, takesTime } from '../../../src/check/graph/audio';

const exp = (text: string): ValueNode => expressionOf(text);

test.each<[what: string, value: ValueNode | undefined, audible: boolean]>([
  ['nothing', undefined, false],
  ['no value', noValue, false],
  ['words', textToSpeech('Hello'), true],
  ['blanks', textToSpeech('  '), false],
  ['a prompt', prompt('Prompt.hello'), true],
  ['a literal', literal({ name: 'Prompt.hello' }), true],
  ['an expression', exp('Flow.audio'), true],
  ['an expression with words', exp('ToAudioTTS("Hello")'), true],
  ['an expression with an empty text', exp('ToAudioTTS(" ")'), false],
  ['silence that is meant', exp('ToAudioBlank(100)'), false],
  ['silence with options', exp('AudioPlaybackOptions(ToAudioBlank(100), true)'), false],
  ['words with options', exp('AudioPlaybackOptions(ToAudioTTS("Hello"), true)'), true],
  ['silence twice', exp('ToAudioBlank(100) + ToAudioBlank(200)'), false],
  ['words behind silence', exp('ToAudioBlank(100) + ToAudioTTS("Hello")'), true],
  ['words before silence', exp('ToAudioTTS("Hello") + ToAudioBlank(100)'), true],
  ['another function of silence', exp('Append(ToAudioBlank(100))'), true],
  ['a function without its audio', exp('ToAudioTTS()'), true],
  ['what is no expression', exp('ToAudioTTS('), true],
])('%s: the caller hears it: %p %s', (_, value, audible) => expect(isAudible(value)).toBe(audible));

const action = (kind: string, fields: object = {}): Action => ({ kind, ...fields }) as Action;
const play = (audio: ValueNode): Action => action('playAudio', { audio });

test.each<[what: string, action: Action | undefined, flush: boolean, time: boolean]>([
  ['nothing', undefined, false, false],
  ['callData', action('callData'), true, true],
  ['wait', action('wait'), false, true],
  ['disconnect', action('disconnect'), true, false],
  ['updateData', action('updateData'), false, false],
  ['words are queued', play(textToSpeech('Hello')), false, false],
  ['an expression is queued', play(exp('ToAudioTTS("Hello")')), false, false],
  ['options', play(exp('AudioPlaybackOptions(ToAudioTTS("Hello"), true)')), false, false],
  ['not at once', play(exp('AudioPlaybackOptions(ToAudioTTS("Hello"), true, false)')), false, false],
  ['at once', play(exp('audioPlaybackOptions(ToAudioTTS("Hello"), true, true)')), true, true],
  ['perhaps at once', play(exp('AudioPlaybackOptions(ToAudioTTS("Hello"), true, Flow.now)')), false, false],
  ['another function', play(exp('If(Flow.a, Flow.b, true)')), false, false],
  [
    'at once, of another action',
    action('updateData', { audio: exp('AudioPlaybackOptions(Flow.a, true, true)') }),
    false,
    false,
  ],
])('%s: plays the queue, takes time', (_, of, flush, time) => {
  expect(flushes(of)).toBe(flush);
  expect(takesTime(of)).toBe(time);
});

test.each<[what: string, action: Action | undefined, speaks: boolean]>([
  ['nothing', undefined, false],
  ['playAudio with words', play(textToSpeech('Hello')), true],
  ['playAudio with nothing', play(noValue), false],
  ['playAudioOnSilence', action('playAudioOnSilence', { audio: textToSpeech('Hello') }), true],
  ['collectInput with a question', action('collectInput', { inputAudio: textToSpeech('Hello?') }), true],
  ['collectInput without one', action('collectInput'), false],
  ['holdMusic', action('holdMusic'), true],
  ['playEstimatedWaitTime', action('playEstimatedWaitTime'), true],
  ['playPositionInQueue', action('playPositionInQueue'), true],
  ['callBotFlow', action('callBotFlow'), true],
  ['callLexV2Bot', action('callLexV2Bot'), true],
  ['callCommonModule', action('callCommonModule'), true],
  ['an unknown action', action('unknown'), true],
  ['updateData', action('updateData'), false],
])('%s speaks', (_, of, expected) => expect(speaks(of)).toBe(expected));
