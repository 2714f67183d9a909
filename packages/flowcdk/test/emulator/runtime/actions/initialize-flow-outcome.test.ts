import { callFlowYaml } from '../../private/flows';
import { begin, org } from '../private/outcomes';

test('a caller who hangs up leaves an outcome that was begun as a failure', () => {
  const living = org();
  living.number(
    '+33199000001',
    living.publish(
      callFlowYaml('line', `${begin}\n          - playAudio: { name: Long, audio: { tts: A long story. } }`),
    ),
  );
  living.runtime.calls.place({ from: '+33142685300', to: '+33199000001' })?.hangUp();
  expect(living.events('outcome.set')).toMatchObject([{ value: 'FAILURE' }]);
});
