import type { ServiceDescription, StandIns } from 'flowcdk/testing/services';
import type { Settings } from '../settings';

/**
 * What stands behind the application where nobody says otherwise: half of the callers are in Alpha, of the others two
 * in five in Beta, of the rest half in Gamma, which fails at times. Latencies are made up, of an ordinary kind.
 */
const descriptions = {
  alpha: { kind: 'database', knows: 0.5, latency: { median: 0.6, slowOneIn20: 1.8 } },
  beta: { kind: 'database', knows: 0.4, latency: { median: 1.4, slowOneIn20: 4 } },
  gamma: {
    kind: 'database',
    customers: [{ number: '+33142685300', id: 'G-3', name: 'Ada Lambert', tier: 'gold', language: 'en-us' }],
    knows: 0.5,
    latency: { median: 1.1, slowOneIn20: 4.5 },
    faults: [
      { fault: 'status', status: 503, share: 0.05 },
      { fault: 'hang', share: 0.02 },
    ],
  },
  login: { kind: 'database', latency: 0.3 },
  backOffice: { kind: 'answer', latency: 0.2 },
} satisfies Readonly<Record<string, ServiceDescription>>;

/** Each of them where the settings say it is. */
export const standIns = ({ databases: { alpha, beta, gamma }, backOffice }: Settings): StandIns => ({
  alpha: { at: alpha.baseUrl, is: descriptions.alpha },
  beta: { at: beta.baseUrl, is: descriptions.beta },
  gamma: { at: gamma.baseUrl, is: descriptions.gamma },
  login: { at: gamma.loginUrl, is: descriptions.login },
  backOffice: { at: backOffice.url, is: descriptions.backOffice },
});
