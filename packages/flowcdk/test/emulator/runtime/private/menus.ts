import { callTo, pass } from './calls';
import { livingOrg } from './living-org';

/** A menu as one line of YAML. */
export const menu = (name: string, choices: readonly string[], more = ''): string =>
  `- menu: { name: ${name}, refId: ${name}, audio: { tts: "${name}?" }, ${more} choices: [${choices.join(', ')}] }`;

export const quick = 'settingsMenu: { listenForExtensionDialing: { lit: false } },';

/** What a caller hears who goes from a menu to another one, where a choice runs an action. */
export function heardAfter(action: string): readonly string[] {
  const org = livingOrg();
  const down = '{ menuJumpToMenu: { name: Down, dtmf: digit_1, targetMenuRef: "/inboundCall/menus/menu[Sub]" } }';
  const inside = `{ menuTask: { name: Go, dtmf: digit_1, task: { actions: [{ ${action} }] } } }`;
  const call = callTo(org, { menu: 'Main', menus: [menu('Main', [down], quick), menu('Sub', [inside], quick)] });
  call.press('1');
  pass(org, 1);
  call.press('1');
  pass(org, 1);
  return org.heard();
}
