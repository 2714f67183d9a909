import {
  callTask,
  collectInput,
  evaluateScheduleGroup,
  holdMusic,
  prompt,
  setSkills,
  switchOn,
  transferToAcd,
  transferToVoicemail,
  wait,
  playAudio,
  textToSpeech,
  say,
  builtIn,
  type Duration,
  type Audio,
  exp,
} from '../../../src';
import { flow, greet, orders, said, welcome } from './private/fixtures';
import { render } from './private/render';

/** Other forms an action can take besides the one that stands in `every-action.test.ts`. */
describe('an action that can be said in several ways', () => {
  test.each([
    [
      'digits as their exact number',
      collectInput('x', { inputData: flow.customerId, digits: 5, verificationType: 'numeric', acceptJustStar: true }),
      { collectInput: { digits: { exact: 5 }, verificationType: 'numeric', acceptJustStar: { lit: true } } },
    ],
    [
      'hold music as a prompt to its end',
      holdMusic('x', { prompt: { name: 'Prompt.waltz' }, bargeInEnabled: true }),
      {
        holdMusic: {
          prompt: { lit: { name: 'Prompt.waltz' } },
          bargeInEnabled: { lit: true },
          playStyle: { entirePrompt: true },
        },
      },
    ],
    [
      'the voicemail of a user',
      transferToVoicemail('x', { targetUser: flow.user, voicemailGreeting: prompt(welcome) }),
      {
        transferToVoicemail: {
          destination: { user: { targetUser: { exp: 'Flow.user' }, voicemailGreeting: { prompt: 'Prompt.welcome' } } },
        },
      },
    ],
    [
      'the voicemail of a group',
      transferToVoicemail('x', { targetGroup: { name: 'Night shift' } }),
      { transferToVoicemail: { destination: { group: { targetGroup: { lit: { name: 'Night shift' } } } } } },
    ],
    [
      'a transfer in a flow that converses by text',
      transferToAcd('x', {
        targetQueue: flow.queue,
        preTransferCommunication: said('One moment.'),
        skills: flow.skills,
      }),
      {
        transferToAcd: {
          targetQueue: { exp: 'Flow.queue' },
          preTransferCommunication: { exp: 'MakeCommunication("One moment.")' },
          acdSkills: { exp: 'Flow.skills' },
        },
      },
    ],
    [
      'skills one by one',
      setSkills('x', { skills: [flow.skill, { name: 'Cheese' }] }),
      { setSkills: { acdSkills: [{ acdSkill: { exp: 'Flow.skill' } }, { acdSkill: { lit: { name: 'Cheese' } } }] } },
    ],
    [
      'schedules at another moment',
      evaluateScheduleGroup('x', {
        scheduleGroup: flow.scheduleGroup,
        at: flow.moment,
        inServiceSchedules: flow.ids,
      }),
      {
        evaluateScheduleGroup: {
          inServiceSchedules: { var: 'Flow.ids' },
          evaluate: { dateTime: { exp: 'Flow.moment' } },
          scheduleGroup: { exp: 'Flow.scheduleGroup' },
        },
      },
    ],
    ['a task without ways out', callTask('x', greet), { callTask: { targetTaskRef: '/workflow/tasks/task[Greet]' } }],
    [
      'a wait that is read when the flow runs',
      wait('x', builtIn<Duration>('Flow.pause'), { trimDurationNearMaxRunningTime: true }),
      { wait: { trimDurationNearMaxRunningTime: { lit: true }, duration: { exp: 'Flow.pause' } } },
    ],
    ['a switch without a default', switchOn('x', flow.status, {}), { switch: { name: 'x' } }],
    ['a queue by its name', transferToAcd('x', { targetQueue: orders }), { transferToAcd: { priority: { lit: 0 } } }],
  ])('%s', (_, action, yaml) => {
    expect(render(action)).toMatchObject(yaml);
  });
});

describe('audio is', () => {
  test.each([
    ['a text', 'Hello.', { tts: 'Hello.' }],
    ['a text that says so', textToSpeech('Hello.'), { tts: 'Hello.' }],
    [
      'a text with values in it',
      say`Hello, ${flow.customerName}.`,
      { exp: 'ToAudioTTS(Append("Hello, ", Flow.customerName, "."))' },
    ],
    ['a prompt by its name', prompt('PromptSystem.busy'), { prompt: 'PromptSystem.busy' }],
    ['a prompt that is read when the flow runs', prompt(flow.prompt), { prompt: { exp: 'Flow.prompt' } }],
    ['an audio expression', exp<Audio>`ToAudioBlank(500)`, { exp: 'ToAudioBlank(500)' }],
  ])('%s', (_, audio, yaml) => {
    expect(render(playAudio('x', audio))).toEqual({ playAudio: { name: 'x', audio: yaml } });
  });
});
