// Random paths as translation maps have them, and the documents they look into. Each path has a class, so that
// agreement is counted by class. What only later versions of the engine know stands in a class of its own.

/** Answers of services. */
export const documents = [
  {
    id: 'c1',
    total: 2,
    nul: null,
    empty: [],
    emptyObj: {},
    flag: false,
    'a-b': 1,
    'dot.ted': 3,
    customers: [
      {
        id: 'A1',
        name: 'Ada',
        tier: 'gold',
        age: 41,
        vip: true,
        tags: ['x', 'y'],
        address: { city: 'Paris', zip: null },
      },
      { id: 'B2', name: 'Bo', tier: 'silver', age: 17, vip: false, tags: [], address: { city: 'Lyon' } },
      { id: 'C3', name: "O'Neil", age: 60.5, tags: ['z'], note: 'null' },
    ],
    participants: [
      { purpose: 'customer', id: 'p1', attributes: { status: 'ONGOING' }, calls: [{ id: 'k1', state: 'connected' }] },
      {
        purpose: 'agent',
        id: 'p2',
        calls: [
          { id: 'k2', state: 'alerting' },
          { id: 'k3', state: 'terminated' },
        ],
      },
    ],
    results: [{ estimatedWaitTimeSeconds: 12 }],
    matrix: [
      [1, 2],
      [3, 4],
    ],
    mixed: [1, 'two', true, null, { k: 'v' }, [5]],
  },
  [
    { id: 1, name: 'Ada', score: 2.5, tags: ['a'] },
    { id: 2, name: 'Bo', score: null, nested: { id: 9, deep: { id: 10 } } },
    { id: 12345678901, name: '', total: '3' },
  ],
];

/** The classes of paths with how many of a hundred belong to each. */
export const pathClasses = { members: 30, lists: 22, scans: 10, filters: 30, odd: 8 };

/** Makes a path of a class. */
export function pathOf(kind, chance) {
  return new Grammar(chance)[kind]();
}

class Grammar {
  constructor(chance) {
    this.chance = chance;
  }

  pick = (...choices) => this.chance.pick(...choices);
  often = (share) => this.chance.often(share);
  several = (from, to, make, between) => this.chance.several(from, to, make, between);

  name = () =>
    this.pick(
      ...[
        'id',
        'name',
        'total',
        'customers',
        'participants',
        'results',
        'address',
        'city',
        'zip',
        'tags',
        'age',
        'tier',
      ],
      ...[
        'calls',
        'state',
        'nul',
        'flag',
        'empty',
        'emptyObj',
        'matrix',
        'mixed',
        'missing',
        'a-b',
        'estimatedWaitTimeSeconds',
      ],
      ...['attributes', 'purpose', 'nested', 'deep', 'score', 'vip', 'note'],
    );
  step = () =>
    this.pick(
      () => `.${this.name()}`,
      () => `.${this.name()}`,
      () => `['${this.pick(this.name, 'dot.ted')}']`,
    );
  index = () => this.pick('[0]', '[1]', '[2]', '[0]', '[5]', '[ 1 ]', '[(@.length-1)]', '[(@.length - 1)]', '[01]');
  slice = () =>
    this.pick(
      '[0:1]',
      '[0:2]',
      '[1:]',
      '[:1]',
      '[-1:]',
      '[-2:]',
      '[:-1]',
      '[1:5]',
      '[0:0]',
      '[2:1]',
      '[5:]',
      '[0,1]',
      '[0, 2]',
      '[1,5]',
      '[-9:]',
    );
  start = () => this.pick('$', '$', '$', '$', '$', '$', '', '@');
  list = () =>
    this.pick(
      'customers',
      'participants',
      'results',
      'customers',
      'matrix',
      'mixed',
      'empty',
      'customers[0].tags',
      'participants[1].calls',
    );

  rooted = (rest) => {
    const start = this.start();
    return start === '' && rest.startsWith('.') ? rest.slice(1) : `${start}${rest}`;
  };
  root = () => this.pick('$', '$', '$', '$[0]', '$[1]');

  members = () =>
    this.pick(
      () => this.rooted(this.several(1, 3, this.step)),
      () =>
        `$.${this.pick('id', 'total', 'flag', 'nul', 'emptyObj', "customers[0].address['city']", 'results[0].estimatedWaitTimeSeconds')}`,
      () => `${this.root()}${this.several(0, 3, this.step)}`,
      () => `$.${this.list()}${this.index()}${this.several(0, 2, this.step)}`,
      () => `$.customers${this.index()}.${this.pick('id', 'name', 'tier', 'address.city', 'tags[0]', 'age', 'note')}`,
      () => `$.participants[0].${this.pick('attributes.status', 'calls[0].state', "attributes['status']", 'calls')}`,
      () => `$['${this.name()}']${this.pick('', "['id','name']", '[0]')}`,
      () => `$.customers[0]['id', 'name']`,
    );
  lists = () =>
    this.pick(
      () => `$.${this.list()}[*]${this.several(0, 2, this.step)}`,
      () => `$.${this.list()}${this.slice()}${this.several(0, 2, this.step)}`,
      () => `$[*]${this.several(0, 2, this.step)}`,
      () => `$.${this.list()}.*${this.pick('', '.id', '.name')}`,
      () =>
        `$.customers[*].${this.pick('id', 'tags[*]', 'tags[0]', 'address.city', "['id','name']", 'tier', 'address.*')}`,
      () => `$.participants[*].calls[*].${this.pick('id', 'state', 'missing')}`,
      () => `$${this.slice()}.${this.name()}`,
    );
  scans = () =>
    this.pick(
      () => `$..${this.name()}`,
      () => `$..${this.name()}${this.pick('[0]', '[*]', '.id', '[0].id', '[1:]')}`,
      () => `.${this.name()}`,
      () => `$.${this.list()}..${this.name()}`,
      () => `$..[${this.pick("'id'", '0', '*', "'id','name'")}]`,
      () => `$..[?(${this.condition()})]${this.pick('', '.id', '.name')}`,
      () => '$..*',
    );

  operandOf = () =>
    this.pick(
      ...["'A1'", "'gold'", '41', '17', '60.5', "'41'", 'true', 'false', 'null', "''", "'Ada'", '2', '1', "'agent'"],
      () => "'connected'",
      '-1',
      '$.total',
      "'O\\'Neil'",
      'Ada',
    );
  inner = () =>
    this.pick(
      ...[
        '@.id',
        '@.name',
        '@.tier',
        '@.age',
        '@.vip',
        '@.tags[0]',
        '@.address.city',
        '@.purpose',
        '@.state',
        '@.missing',
      ],
      ...["@['id']", '@.address.zip', '@.score', '@.note', '@.nested.id', '@.tags', '@'],
    );
  comparison = () =>
    this.pick(
      () => `${this.inner()}${this.pick(' == ', '==', ' == ', ' != ', ' > ', '>=', ' < ', ' <= ')}${this.operandOf()}`,
      () =>
        `@.${this.pick('id == ', 'tier == ', "purpose == 'agent' && @.id == ")}${this.pick("'A1'", "'gold'", "'p2'")}`,
      () => this.inner(),
      () => `!${this.inner()}`,
      () => `${this.operandOf()} ${this.pick('==', '<', '!=')} ${this.inner()}`,
      () =>
        `${this.inner()} =~ /${this.pick('a.*', '.*a', '[A-Z]\\d', '4.', 'gold|silver', 'A1')}/${this.pick('', 'i')}`,
    );
  condition = () => {
    const comparison = this.comparison();
    if (this.often(0.7)) return comparison;
    if (this.often(0.1)) return `(${comparison} || ${this.comparison()}) && ${this.comparison()}`;
    return `${comparison}${this.pick(' && ', ' || ', '&&')}${this.comparison()}${this.often(0.15) ? ` || ${this.comparison()}` : ''}`;
  };
  filters = () =>
    `$${this.pick('', '.')}${''}`.replace(/\.$/, '') +
    this.pick(
      () =>
        `.${this.list()}[?(${this.condition()})]${this.pick('', '.id', '.name', '.address.city', '.tier', '[0]', '.tags[*]', '.calls[0].id', '[0].id')}`,
      () => `.customers[?(${this.condition()})]${this.pick('.id', '.name', '.age', '')}`,
      () =>
        `.participants[?(@.purpose ${this.pick('==', '!=')} '${this.pick('agent', 'customer')}')]${this.pick('.id', '.calls[*].state', '.attributes.status')}`,
      () => `[?(${this.condition()})]${this.pick('.id', '.name', '')}`,
      () => `.customers[?( ${this.comparison()} )].id`,
      () => `.customers[*].tags[?(@ == 'x')]`,
    );
  odd = () =>
    this.pick(
      ...[
        '$',
        '@',
        '$.',
        '$..',
        '',
        '$.a b',
        '$.customers[',
        '$.customers]',
        '$.customers[a]',
        '$[',
        "$['quo\\'te']",
        '$.customers[1.0].id',
        '$.customers[0].',
      ],
      ...[
        '$.customers[?(!(@.age == 41))].id',
        '$.customers[?(@.id)',
        '$.customers[?(@.id == )].id',
        '$.customers[?()]',
        '$.customers[?]',
        '$.customers [0]',
        ' $.id ',
        '$. id',
      ],
      ...[
        '$.customers[:]',
        '$.customers[1:2:1].id',
        '$.customers[-1].id',
        '$.customers[0][id]',
        '$id',
        '$.id.',
        '$..[',
        "$.['id']",
        '$.id[*]',
        "$.id['x']",
        '$.*.id',
        '$.*',
      ],
      ...[
        "$.customers['id','name']",
        "$['id','total'].x",
        '$.customers[?(@.age > 18)][0].id',
        '$.customers[?(@.tags[*])].id',
        '$...id',
        '$.customers.[0].id',
        '$.customers[0]id',
      ],
      ...[
        "$['']",
        '$.nul.*',
        '$.id..x',
        '$.customers[?(@.name =~ /(/)].id',
        '$.customers[?(@.age > abc)].id',
        '$.customers[99999999999].id',
        "$[ 'id' ]",
        '$.customers[?(@.tags == [])]',
      ],
    );
}
