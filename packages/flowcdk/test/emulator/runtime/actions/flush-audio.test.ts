import { callTo } from '../private/calls';
import { orgWith, play } from '../private/playing';

test('Play Audio only queues; Flush Audio, and what listens or ends, lets it be heard', () => {
  const org = orgWith(0);
  callTo(org, {
    actions: [play('One'), play('Two'), '- flushAudio: { name: Now }', play('Three')],
  });
  const at = (name: string): number | undefined =>
    org.events('action.ended').find(({ action }) => action.endsWith(name))?.at;
  org.clock.runNow();
  expect(org.heard()).toEqual(['One', 'Two', 'Three']);
  expect(at('Say Two')).toBe(org.start);
  expect(at('Now')).toBe(org.events('audio.ended')[1]?.at);
});
