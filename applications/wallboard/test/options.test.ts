import { optionsIn } from '../src/options';

test('without options it is the local org, on this machine', () => {
  expect(optionsIn([], {})).toEqual({
    connection: { api: 'http://127.0.0.1:8083', token: 'local' },
    host: '127.0.0.1',
    port: 8090,
  });
});

test('--help wants nothing else', () => {
  expect(optionsIn(['--help', '--port', 'x'], {})).toBe('help');
});

test('everything that is wrong is named at once', () => {
  expect(() => optionsIn(['--org', 'nowhere', '--port', '70000', '--frob', 'more'], {})).toThrow(
    [
      'There is no option --frob.',
      "'more' is no option.",
      "--port is '70000'. A port is 0 to 65535.",
      "--org is 'nowhere'. It is an address: https://api.mypurecloud.de, or that of a local org.",
    ].join('\n'),
  );
});

test.each([
  [['--port'], '--port needs a value.'],
  [['--org'], '--org needs a value.'],
  [['-x'], 'There is no option -x.'],
])('%j is refused', (args, problem) => {
  expect(() => optionsIn(args, {})).toThrow(problem);
});
