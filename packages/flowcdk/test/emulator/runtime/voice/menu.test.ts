import { callFlowOf, type CallFlowParts, callTo, inQueueFlowOf, pass } from '../private/calls';
import { livingOrg } from '../private/living-org';
import { menu, quick } from '../private/menus';

const say = (key: string, text: string): string =>
  `{ menuTask: { name: ${text}, dtmf: digit_${key}, task: { actions: [{ playAudio: { name: Say, audio: { tts: ${text} } } }, { disconnect: { name: End } }] } } }`;

const bye = '{ menuDisconnect: { name: Bye, dtmf: digit_0 } }';

const mainMenu: CallFlowParts = { menu: 'Main', menus: [menu('Main', [say('1', 'Orders'), bye], quick)] };

test('a key chooses, and cuts the menu off', () => {
  const org = livingOrg();
  const call = callTo(org, mainMenu);
  call.press('1');
  org.clock.runNow();
  expect(org.heard()).toEqual(['Main?', 'Orders']);
  expect(org.events('menu.entered')).toMatchObject([{ menu: 'Main', keys: ['1', '0'] }]);
  expect(org.events('audio.ended')[0]).toMatchObject({ text: 'Main?', heard: 0, cutOffBy: 'digit' });
  expect(org.events('menu.chosen')).toMatchObject([{ menu: 'Main', choice: 'Orders', keys: '1' }]);
  expect(call.ended).toBe(true);
});

test('choosing nothing says the menu as often as its repeat count tells, ten seconds apart, and then ends the call', () => {
  const org = livingOrg();
  const call = callTo(org, mainMenu);
  org.clock.runNow();
  expect(org.heard()).toEqual(['Main?', 'Main?', 'Main?']);
  expect(org.events('input.awaited').map(({ atMost }) => atMost)).toEqual([10_000, 10_000, 10_000]);
  expect(org.events('menu.notChosen')).toHaveLength(3);
  expect(call.conversation.customer.disconnectType).toBe('PEER');
});

test('a menu has settings of its own before those of the flow', () => {
  const org = livingOrg();
  const own =
    'settingsMenu: { repeatCount: { lit: 1 }, menuSelectionTimeout: { lit: { seconds: 4 } }, listenForExtensionDialing: { noValue: true } },';
  callTo(org, {
    menu: 'Main',
    menus: [menu('Main', [bye], own)],
    settings: ['settingsMenu: { repeatCount: { lit: 5 }, listenForExtensionDialing: { lit: false } }'],
  });
  org.clock.runNow();
  expect(org.heard()).toEqual(['Main?']);
  expect(org.events('input.awaited')).toMatchObject([{ atMost: 4_000 }]);
});

test('a menu speaks at most ten times and waits at most a minute, whatever an expression gives', () => {
  const org = livingOrg();
  const own =
    'settingsMenu: { repeatCount: { exp: Length(Call.Ani) }, menuSelectionTimeout: { exp: "MakeDuration(0, 0, Length(Call.Ani), 0)" }, listenForExtensionDialing: { lit: false } },';
  callTo(org, { menu: 'Main', menus: [menu('Main', [bye], own)] });
  org.clock.runNow();
  expect(org.events('input.awaited').map(({ atMost }) => atMost)).toEqual(Array.from({ length: 10 }, () => 60_000));
});

test('when nobody chooses, the default choice is taken', () => {
  const org = livingOrg();
  const byDefault = `${quick} defaultChildMenuRef: "/inboundCall/menus/menu[Main]/choices/menuTask[Orders]",`;
  callTo(org, { menu: 'Main', menus: [menu('Main', [say('1', 'Orders')], byDefault)] });
  org.clock.runNow();
  expect(org.heard()).toEqual(['Main?', 'Main?', 'Main?', 'Orders']);
  expect(org.events('menu.chosen')).toEqual([expect.not.objectContaining({ keys: expect.anything() })]);
});

test('the default choice may be another menu', () => {
  const org = livingOrg();
  const byDefault = `${quick} defaultChildMenuRef: "/inboundCall/menus/menu[More]",`;
  callTo(org, { menu: 'Main', menus: [menu('Main', [bye], byDefault), menu('More', [bye], quick)] });
  org.clock.runNow();
  expect(org.heard()).toEqual(['Main?', 'Main?', 'Main?', 'More?', 'More?', 'More?']);
  expect(org.events('menu.entered').map((event) => event.menu)).toEqual(['Main', 'More']);
});

test('a default choice that is neither a choice nor a menu breaks the flow', () => {
  const org = livingOrg();
  const byDefault = `${quick} defaultChildMenuRef: "/inboundCall/menus/menu[Nowhere]",`;
  expect(() => callTo(org, { menu: 'Main', menus: [menu('Main', [bye], byDefault)] })).toThrow('Nowhere');
});

test('a key that chooses nothing makes the menu say so again', () => {
  const org = livingOrg();
  const call = callTo(org, mainMenu);
  call.press('7');
  pass(org, 1);
  call.press('0');
  org.clock.runNow();
  expect(org.events('menu.notChosen')).toMatchObject([{ menu: 'Main', keys: '7' }]);
  expect(org.heard()).toEqual(['Main?', 'Main?']);
  expect(call.ended).toBe(true);
});

test('a key that chooses nothing dials no extension: an extension has several digits', () => {
  const org = livingOrg();
  org.put('user', { name: 'Grace', addresses: [{ extension: '71' }] });
  const call = callTo(org, { menu: 'Main', menus: [menu('Main', [bye])] });
  call.press('7');
  pass(org, 5);
  expect(org.events('menu.notChosen')).toMatchObject([{ menu: 'Main', keys: '7' }]);
  expect(org.events('transfer.failed')).toEqual([]);
});

const tree: CallFlowParts = {
  menu: 'Main',
  menus: [
    menu(
      'Main',
      [
        '{ menuJumpToMenu: { name: More, dtmf: digit_1, targetMenuRef: "/inboundCall/menus/menu[More]" } }',
        '{ menuSubMenu: { name: Deeper, dtmf: digit_2, targetMenuRef: "/inboundCall/menus/menu[More]" } }',
        '{ menuJumpToTask: { name: Help, dtmf: digit_3, targetTaskRef: "/inboundCall/tasks/task[Help]" } }',
        '{ menuRepeatMenu: { name: Again, dtmf: digit_4 } }',
        '{ menuPreviousMenu: { name: Back, dtmf: digit_5 } }',
        '{ menuDisconnect: { name: Bye, dtmf: digit_0, globalDtmf: true } }',
      ],
      quick,
    ),
    menu(
      'More',
      [
        say('1', 'Orders'),
        '{ menuPreviousMenu: { name: Back, dtmf: "digit_*" } }',
        '{ menuJumpToMenu: { name: Same, dtmf: digit_6, targetMenuRef: "/inboundCall/menus/menu[More]" } }',
        '{ menuJumpToMenu: { name: Deepest, dtmf: digit_7, targetMenuRef: "/inboundCall/menus/menu[Deep]" } }',
      ],
      quick,
    ),
    menu('Deep', ['{ menuPreviousMenu: { name: Back, dtmf: "digit_*" } }'], quick),
  ],
  tasks: [
    '- task: { name: Help, refId: Help, actions: [{ playAudio: { name: Say, audio: { tts: Help } } }, { disconnect: { name: End } }] }',
  ],
};

test.each([
  ['1', ['Main?', 'More?']],
  ['2', ['Main?', 'More?']],
  ['11', ['Main?', 'More?', 'Orders']],
  ['3', ['Main?', 'Help']],
  ['4', ['Main?', 'Main?']],
  ['5', ['Main?', 'Main?']],
  ['1*', ['Main?', 'More?', 'Main?']],
  ['17**', ['Main?', 'More?', 'Deep?', 'More?', 'Main?']],
  ['17*7*', ['Main?', 'More?', 'Deep?', 'More?', 'Deep?', 'More?']],
  // A menu that leads to itself is one menu to go back from.
  ['16*', ['Main?', 'More?', 'More?', 'Main?']],
  // A key of another menu that does not work everywhere chooses nothing here.
  ['13', ['Main?', 'More?', 'More?']],
  ['10', ['Main?', 'More?']],
])('the keys %s lead through the menus: %j', (keys, heard) => {
  const org = livingOrg();
  const call = callTo(org, tree);
  for (const key of keys) {
    pass(org, 3);
    call.press(key);
  }
  pass(org, 2);
  expect(org.heard().slice(0, heard.length)).toEqual(heard);
});

test('a choice with a global key works in every menu', () => {
  const org = livingOrg();
  const call = callTo(org, tree);
  pass(org, 3);
  call.press('1');
  pass(org, 3);
  call.press('0');
  pass(org, 0);
  expect(call.ended).toBe(true);
});

test('saying the menu again because the caller asks for it does not use up its repeats', () => {
  const org = livingOrg();
  const call = callTo(org, tree);
  for (const key of '4444') {
    pass(org, 3);
    call.press(key);
  }
  org.clock.runNow();
  expect(org.heard()).toHaveLength(4 + 3);
});

test('a choice transfers to a queue', () => {
  const org = livingOrg();
  org.put('queue', { name: 'Support' });
  const choice = '{ menuTransferToAcd: { name: Agent, dtmf: digit_1, targetQueue: { lit: { name: Support } } } }';
  const call = callTo(org, { menu: 'Main', menus: [menu('Main', [choice], quick)] });
  call.press('1');
  pass(org, 5);
  expect(org.events('queue.entered')).toMatchObject([{ queue: 'Support' }]);
});

test('a choice may name an in-queue flow instead of that of its queue', () => {
  const org = livingOrg();
  org.put('queue', { name: 'Support' });
  org.publish(inQueueFlowOf('waiting', ['- playAudio: { name: Say, audio: { tts: Please wait } }']));
  const choice =
    '{ menuTransferToAcd: { name: Agent, dtmf: digit_1, targetQueue: { lit: { name: Support } }, overrideInQueueFlow: { name: waiting } } }';
  const call = callTo(org, { menu: 'Main', menus: [menu('Main', [choice], quick)] });
  call.press('1');
  pass(org, 1);
  expect(org.events('flow.started').map(({ flow }) => flow)).toEqual(['line', 'waiting']);
});

test.each([
  [
    'voicemail',
    'menuTransferToVoicemail: { name: Go, dtmf: digit_1, destination: { queue: { targetQueue: { lit: { name: Support } } } } }',
  ],
  [
    'a secure flow',
    'menuTransferToFlowSecure: { name: Go, dtmf: digit_1, targetFlow: { name: secret }, invocationData: { lit: hello } }',
  ],
])('a choice transfers to %s', (to, choice) => {
  const org = livingOrg();
  org.put('queue', { name: 'Support' });
  const said = "- playAudio: { name: Say, audio: { exp: 'ToAudioTTS(ToString(Flow.InvocationData))' } }";
  org.publish(callFlowOf({ kind: 'secureCall', name: 'secret', actions: [said] }));
  const call = callTo(org, { menu: 'Main', menus: [menu('Main', [`{ ${choice} }`], quick)] });
  call.press('1');
  org.clock.runNow();
  expect(org.heard().at(-1)).toBe(to === 'voicemail' ? '(voicemail greeting)' : 'hello');
});

test('a transfer that fails goes back to the menu', () => {
  const org = livingOrg({ settings: { callees: { '+4930123456': { busy: true } } } });
  const choice =
    '{ menuTransferToNumber: { name: Night, dtmf: digit_1, targetNumber: { lit: "+4930123456" }, failureTransferAudio: { tts: Busy } } }';
  const call = callTo(org, { menu: 'Main', menus: [menu('Main', [choice, bye], quick)] });
  call.press('1');
  pass(org, 1);
  call.press('0');
  org.clock.runNow();
  expect(org.heard()).toEqual(['Main?', '(ringing)', 'Busy', 'Main?']);
});

describe('extensions', () => {
  const dialled = (more: string): CallFlowParts => ({
    menu: 'Main',
    menus: [menu('Main', [say('1', 'Orders'), '{ menuDialByExtension: { name: Dial, dtmf: digit_9 } }'], more)],
  });
  const withExtension = () => {
    const org = livingOrg({ settings: { callees: { 'Agent One': { answersAfter: 1_000, talksFor: 5_000 } } } });
    org.put('user', { name: 'Agent One', addresses: [{ mediaType: 'PHONE', type: 'WORK', extension: '1234' }] });
    return org;
  };

  test.each([
    ['the first key may begin one, unless the menu says otherwise', '', '1234'],
    ['a choice asks for one', quick, '91234'],
  ])('%s', (_, more, keys) => {
    const org = withExtension();
    callTo(org, dialled(more)).press(keys);
    org.clock.runNow();
    expect(org.events('transfer.started')).toMatchObject([{ transferType: 'USER', to: 'Agent One' }]);
  });

  test('a key alone chooses when no other follows within a second', () => {
    const org = withExtension();
    callTo(org, dialled('')).press('1');
    org.clock.runNow(() => org.events('menu.chosen').length > 0);
    expect(org.seconds()).toBe(1);
    expect(org.events('menu.chosen')).toMatchObject([{ choice: 'Orders' }]);
  });

  test('one that nobody has says the menu again, after a pause of six seconds', () => {
    const org = withExtension();
    callTo(org, dialled('')).press('15');
    org.clock.runNow(() => org.events('transfer.failed').length > 0);
    expect(org.seconds()).toBe(6);
    expect(org.events('transfer.failed')).toMatchObject([{ to: '15' }]);
    pass(org, 1);
    expect(org.events('audio.started').at(-1)).toMatchObject({ text: 'Main?' });
  });
});

test('what is queued before a menu is heard first', () => {
  const org = livingOrg();
  callTo(org, {
    actions: [
      '- playAudio: { name: Say, audio: { tts: Welcome } }',
      '- jumpToMenu: { name: Go, targetMenuRef: "/inboundCall/menus/menu[Main]" }',
    ],
    menus: [menu('Main', [bye], quick)],
  });
  pass(org, 5);
  expect(org.heard()).toEqual(['Welcome', 'Main?']);
});

test('going round in menus counts as actions: at ten thousand the flow breaks', () => {
  const org = livingOrg();
  const here = '{ menuJumpToMenu: { name: Here, dtmf: digit_1, targetMenuRef: "/inboundCall/menus/menu[Main]" } }';
  const call = callTo(org, { menu: 'Main', menus: [menu('Main', [here], quick)] });
  call.press('1'.repeat(6_000));
  org.clock.runNow();
  expect(org.events('limit.reached')).toMatchObject([{ limit: 'flow.actions.max', value: 10_000 }]);
  expect(org.events('flow.ended')).toMatchObject([{ reason: 'error' }]);
});

test('a greeting that is NOT_SET, or null, says nothing', () => {
  for (const greeting of ['{ exp: ToAudio(NOT_SET) }', 'null']) {
    const org = livingOrg();
    callTo(org, { settings: [`initialGreeting: ${greeting}`] });
    org.clock.runNow();
    expect(org.heard()).toEqual([]);
    expect(org.events('flow.ended')).toMatchObject([{ reason: 'disconnect' }]);
  }
});

test('a caller without a name is called by the number', () => {
  const org = livingOrg();
  const call = callTo(org, { actions: ["- playAudio: { name: Say, audio: { exp: 'ToAudioTTS(Call.RemoteName)' } }"] });
  org.clock.runNow();
  expect(org.heard()).toEqual([call.conversation.from]);
});

test('a name that a choice of a menu needs and the org lacks is told at the choice', () => {
  const choice =
    '{ menuTransferToAcd: { name: Help, dtmf: digit_1, targetQueue: { lit: { name: Help } }, overrideInQueueFlow: { name: Waiting } } }';
  const org = livingOrg();
  org.put('queue', { name: 'Help' });
  expect(() => org.publish(callFlowOf({ menu: 'Main', menus: [menu('Main', [choice])] }))).toThrow(
    /^line \d+, column [2-9]\d, line \/ Main \/ Help: the organisation has no flow of type INQUEUECALL named 'Waiting'/,
  );
});
