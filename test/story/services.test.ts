import { findingText } from 'flowcdk';
import { ServiceRequest, chance, type Service } from 'flowcdk/testing';
import { buildServices, fitsServicesSchema, servicesIn } from 'flowcdk/testing/services';
import { serviceKinds } from '../../src/story/service-kinds';
import { standIns } from '../../src/story/stand-ins';
import { shippedSettings } from '../private/shipped';

const shipped = standIns(shippedSettings());
const names = Object.keys(shipped);
const read = (yaml: string, file = 'services.yaml') => servicesIn(yaml, file, { kinds: serviceKinds, names });

const built = (yaml: string): Readonly<Record<string, Service>> => {
  const { services, findings } = read(yaml);
  if (!services) throw new Error(findings.map(findingText).join('\n'));
  return buildServices(services, serviceKinds);
};

/** What a service answers to the request of Alpha for a number. */
function answerOf(service: Service | undefined, phone: string, { seed = 1, times = 0, path = '/customers' } = {}) {
  const url = `http://any.example${path}?phone=${encodeURIComponent(phone)}`;
  const served = service?.serve(new ServiceRequest({ method: 'GET', url, headers: {} }, chance(seed), times));
  const { outcome } = served ?? {};
  const response = outcome && 'response' in outcome ? outcome.response : undefined;
  return { ...served, status: response?.status, body: response && (JSON.parse(response.body) as unknown) };
}

describe('a file of services', () => {
  test.each([
    ['nothing', '', 'services.yaml:1:1: There is nothing in this text'],
    ['a list', '[1]', 'services.yaml:1:1: the file has to begin with "services:"'],
    ['a word too many', 'services: {}\nmore: 1', 'services.yaml:2:1  more: there is no "more" here'],
    ['no kind', 'services:\n  a: {}', 'services.yaml:2:3  services.a: a service has a kind'],
    [
      'a misspelt kind',
      'services:\n  a: { kind: databse }',
      'services.yaml:2:14  services.a.kind: there is no kind "databse"\n    Did you mean database?',
    ],
    [
      'a misspelt word',
      'services:\n  a: { kind: database, latncy: 3 }',
      'services.yaml:2:24  services.a.latncy: there is no "latncy" here\n    Did you mean latency?',
    ],
    ['a share above one', 'services: { a: { kind: database, knows: 2 } }', 'services.a.knows: 2 must be <= 1'],
    [
      'a number without quotes',
      'services:\n  a:\n    kind: database\n    customers: [{ number: 33199, name: X }]',
      'services.yaml:4:27  services.a.customers[#1].number: 33199 must be string',
    ],
    [
      'a word as latency',
      'services: { a: { kind: answer, latency: soon } }',
      'services.a.latency: "soon" is no latency',
    ],
    [
      'an unknown fault',
      'services: { a: { kind: answer, faults: [{ fault: tired }] } }',
      'services.a.faults[#1].fault: "tired" is not known here\n    Allowed: status, tooManyRequests',
    ],
    [
      'a database that is not there',
      'services: { a: { kind: everywhere, asks: [b] } }',
      'services.a.asks[#1]: there is no database "b" in this file',
    ],
    [
      'a name that is nearly one of the application',
      'services:\n  alhpa: { kind: database }',
      'services.yaml:2:3  services.alhpa: there is no service "alhpa"\n    Did you mean alpha? A host is written in full: alhpa.example.',
    ],
    ['broken YAML', 'services: {', 'services.yaml:'],
  ])('with %s is refused with its place', (_, yaml, expected) => {
    const { findings = [] } = read(yaml);

    expect(findings.map(findingText).join('\n')).toContain(expected);
  });

  test.each([
    ['a host in full', 'services: { beta2.example: { kind: answer } }'],
    ['the beginning of a host like no other name', 'services: { crm: { kind: answer } }'],
    ['one that another asks', 'services: { alpha2: { kind: database }, all: { kind: everywhere, asks: [alpha2] } }'],
  ])('takes a name that is %s', (_, yaml) => {
    expect(read(yaml).findings).toBeUndefined();
  });

  test('tells everything that is wrong at once', () => {
    expect(read('services: { a: { kind: x }, b: { kind: y } }\nc: 1').findings).toHaveLength(3);
  });

  test('is judged by the schema for editors, too', () => {
    expect(fitsServicesSchema({ services: { a: { kind: 'database', knows: 0.5 } } }, serviceKinds)).toBe(true);
    expect(fitsServicesSchema({ services: { a: { kind: 'database', knows: 2 } } }, serviceKinds)).toBe(false);
  });
});

describe('a database', () => {
  const { a } = built(
    `services: { a: { kind: database, knows: 0.5, customers: [{ number: '+33142685300', name: Ada }] } }`,
  );

  test.each([['33142685300'], ['+33142685300'], ['0142685300']])('knows whom it lists, by %s', (phone) => {
    expect(answerOf(a, phone).body).toMatchObject([{ name: 'Ada' }]);
  });

  test('knows about its share of all others, and always the same', () => {
    const numbers = Array.from({ length: 400 }, (_, i) => `+331990${String(i).padStart(5, '0')}`);
    const known = (seed: number) =>
      numbers.filter((phone) => (answerOf(a, phone, { seed }).body as unknown[]).length > 0);

    expect(known(1).length).toBeGreaterThan(160);
    expect(known(1).length).toBeLessThan(240);
    expect(known(2)).toEqual(known(1));
  });

  test('knows nobody by chance whom another one lists', () => {
    const { all } = built(`services:
  all: { kind: database, knows: 1 }
  other: { kind: database, customers: [{ number: '+33142685300', name: Ada }] }`);

    expect(answerOf(all, '+33142685300').body).toEqual([]);
    expect(answerOf(all, '+33142685301').body).toHaveLength(1);
  });
});

describe('an answer', () => {
  test.each([
    ['takes the time that is said', '{ kind: answer, latency: 1.5 }', { after: 1500, status: 200, body: {} }],
    ['has a status', '{ kind: answer, status: 202, body: [1] }', { status: 202, body: [1] }],
    ['breaks', '{ kind: answer, faults: [{ fault: status, status: 500 }] }', { status: 500, fault: 'status 500' }],
    ['never comes', '{ kind: answer, faults: [{ fault: hang }] }', { outcome: undefined, fault: 'hang' }],
    [
      'breaks as late as it comes',
      '{ kind: answer, latency: 2, faults: [{ fault: tooManyRequests }] }',
      { after: 2000, status: 429 },
    ],
  ])('%s', (_, service, expected) => {
    expect(answerOf(built(`services: { a: ${service} }`)['a'], '1')).toMatchObject(expected);
  });

  test('can break for the first requests only', () => {
    const { a } = built('services: { a: { kind: answer, faults: [{ fault: status, first: 2 }] } }');

    expect([0, 1, 2].map((times) => answerOf(a, '1', { times }).status)).toEqual([503, 503, 200]);
  });

  test('can break for a share of the requests', () => {
    const { a } = built('services: { a: { kind: answer, faults: [{ fault: status, share: 0.25 }] } }');
    const broken = Array.from({ length: 400 }, (_, seed) => answerOf(a, '1', { seed }).status).filter(
      (status) => status === 503,
    );

    expect(broken.length).toBeGreaterThan(70);
    expect(broken.length).toBeLessThan(130);
  });
});

describe('what asks everywhere', () => {
  const yaml = (more: string) => `services:
  slow: { kind: database, latency: 3, customers: [{ number: '+33142685300', name: Ada }] }
  quick: { kind: database, latency: 1 }
  all: { kind: everywhere, asks: [slow, quick]${more} }`;
  const find = (more: string, phone: string) => answerOf(built(yaml(more))['all'], phone, { path: '/identify' });

  test('answers as soon as one knows the caller', () => {
    expect(find('', '+33142685300')).toMatchObject({ after: 3000, body: { fullName: 'Ada', database: 'Slow' } });
  });

  test('waits for the slowest where nobody does', () => {
    expect(find('', '+33142685301')).toMatchObject({ after: 3000, body: { database: 'none' } });
  });

  test('gives up when it is stopped', () => {
    expect(find(', stoppedAfter: 2', '+33142685300')).toMatchObject({ after: 2000, status: 504 });
  });

  test('has to be started first at times', () => {
    expect(find(', coldStart: { share: 1, latency: 2 }', '+33142685300')).toMatchObject({ after: 5000 });
  });
});
