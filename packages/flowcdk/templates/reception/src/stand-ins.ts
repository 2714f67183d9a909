import type { StandIns } from 'flowcdk/testing/services';
import type { Settings } from './settings';

/** What answers instead of the workshop when the application runs on this machine. Tests say it themselves. */
export const standIns = ({ workshop }: Settings): StandIns => ({
  workshop: {
    at: workshop.baseUrl,
    is: { kind: 'answer', latency: 0.3, body: { ticket: '4711', state: 'READY' } },
  },
});
