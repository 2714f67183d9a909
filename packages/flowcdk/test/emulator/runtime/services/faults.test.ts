import { chance } from '../../../../src/emulator/runtime/chance';
import type { Fault } from '../../../../src/emulator/runtime/services/fault-plan';
import {
  ServiceRequest,
  failsWith,
  respondsWith,
  type Service,
} from '../../../../src/emulator/runtime/services/service';
import type { Json } from '../../../../src/emulator/state/json';
import { MONDAY_NOON } from '../private/living-org';
import { asking, get } from '../private/one-data-action';

const answer = { id: 'A-1', age: 41, inner: [{ id: 'B-2', on: true }], none: null };

/** What a service answers, and what the event log says of it. */
function served(service: Service) {
  const request = { method: 'GET', url: 'https://alpha.example/', headers: {} };
  const { outcome, fault } = service.serve(new ServiceRequest(request, chance(1), 0));
  const body = outcome && 'response' in outcome ? outcome.response.body : '';
  return { fault, body };
}

describe('an answer', () => {
  test.each<[what: string, service: (of: Service) => Service, fault: string, body: Json]>([
    [
      'without a field, however deep',
      (of) => of.lacking('id'),
      'missing field id',
      { age: 41, inner: [{ on: true }], none: null },
    ],
    ['without any', (of) => of.lacking(), 'missing field', {}],
    [
      'with a field of another type',
      (of) => of.mistyped('id'),
      'wrong type id',
      { id: 42, age: 41, inner: [{ id: 42, on: true }], none: null },
    ],
    [
      'with all of another type',
      (of) => of.mistyped(),
      'wrong type',
      { id: 42, age: 'of another type', inner: 'of another type', none: 'of another type' },
    ],
  ])('%s', (_, change, fault, body) => {
    const answered = served(change(respondsWith(answer)));
    expect([answered.fault, JSON.parse(answered.body)]).toEqual([fault, body]);
  });

  test('that is no JSON stays as it is', () => {
    expect(served(respondsWith('<html>').mistyped()).body).toBe('<html>');
  });
});

describe('a plan of faults', () => {
  /** What a data action came to, time after time. */
  function came(faults: readonly Omit<Fault, 'dataAction'>[], times: number): readonly (Json | undefined)[] {
    const org = asking({ alpha: respondsWith(answer) }, { config: get() });
    org.runtime.faults.faults = faults.map((fault) => ({ dataAction: 'Find', ...fault }));
    return Array.from({ length: times }, () => {
      const result = org.ask();
      return result.outcome === 'success' ? result.result : result.failure.status;
    });
  }

  test('changes the answer of the service', () => {
    expect(came([{ fault: 'missingField', field: 'inner', times: 1 }], 2)).toEqual([
      { id: 'A-1', age: 41, none: null },
      answer,
    ]);
    expect(came([{ fault: 'wrongType', field: 'age' }], 1)).toEqual([{ ...answer, age: 'of another type' }]);
  });

  test('of several faults each has its chance, the first that comes about decides', () => {
    expect(
      came(
        [
          { fault: 'status', status: 500, probability: 0 },
          { fault: 'status', status: 503, times: 2 },
          { fault: 'status', status: 429, times: 1 },
        ],
        4,
      ),
    ).toEqual([503, 503, 429, answer]);
  });

  test('a status without a number is 500, and comes at once', () => {
    const org = asking({ alpha: respondsWith(answer) }, { config: get() });
    org.runtime.faults.faults = [{ dataAction: 'Find', fault: 'status' }];
    expect(org.ask()).toMatchObject({ failure: { status: 500 } });
    expect(org.clock.now()).toBe(MONDAY_NOON);
  });

  test('comes after its time', () => {
    const org = asking({ alpha: respondsWith(answer) }, { config: get() });
    org.runtime.faults.faults = [{ dataAction: 'Find', fault: 'status', after: 1_500 }];
    org.ask();
    expect(org.clock.now()).toBe(MONDAY_NOON + 1_500);
  });

  test('tells which faults are left, and how many times', () => {
    const org = asking({ alpha: respondsWith(answer) }, { config: get() });
    const twice: Fault = { dataAction: 'Find', fault: 'status', times: 2 };
    const always: Fault = { dataAction: 'Other', fault: 'hang' };
    org.runtime.faults.faults = [twice, always];
    expect(org.runtime.faults.faults).toEqual([twice, always]);
    org.ask();
    expect(org.runtime.faults.faults).toEqual([{ ...twice, times: 1 }, always]);
    org.ask();
    expect(org.runtime.faults.faults).toEqual([always]);
  });

  test('says what it did', () => {
    const org = asking({ alpha: failsWith(500) }, { config: get() });
    org.runtime.faults.faults = [{ dataAction: 'Find', fault: 'wrongType' }];
    org.ask();
    expect(org.runtime.log.events).toContainEqual(
      expect.objectContaining({ type: 'fault.applied', what: 'wrongType', to: 'Find' }),
    );
  });
});
