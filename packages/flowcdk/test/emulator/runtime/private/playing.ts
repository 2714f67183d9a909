import { livingOrg, type LivingOrgOptions } from './living-org';

export const play = (text: string): string => `- playAudio: { name: Say ${text}, audio: { tts: ${text} } }`;

export const ask = (more = ''): string =>
  `- callData: { name: Ask, category: { Customers: { dataAction: { Find: { inputs: {}, successOutputs: {} } } } } ${more} }`;

/** What was heard, with the second at which it began. */
export const heardAt = (org: ReturnType<typeof orgWith>): readonly string[] =>
  org.events('audio.started').map(({ at, text }) => `${((at - org.start) / 1000).toFixed(1)} ${text}`);

export const orgWith = (after: number, settings: LivingOrgOptions['settings'] = {}) => {
  const org = livingOrg({ settings, dataActions: { 'Customers / Find': { after, outputs: {} } } });
  return Object.assign(org, { start: org.clock.now() });
};
