// Random templates as data actions have them: URLs, headers, bodies and success templates, with what people write in
// them. Each has a class, so that agreement is counted by class.

/** What the templates of requests and answers work with. */
export const variables = [
  {
    input: {
      name: 'Ada "L" O\'Neil',
      phone: '+33 1 42 68 53 00',
      conversationId: '7f6b1c0a-1d2e-4f3a-9b8c-0a1b2c3d4e5f',
      n: 7,
      zero: 0,
      price: 12.5,
      vip: true,
      blocked: false,
      none: null,
      empty: '',
      tags: ['gold', 'new', 'eu-west'],
      nothing: [],
      lines: [
        { id: 1, sku: 'A-1', price: 2.5 },
        { id: 2, sku: 'B-2', price: 10 },
      ],
      address: { city: 'Paris', zip: '75002', geo: { lat: 48.87 } },
      rawRequest: '{"name":"Ada"}',
    },
  },
  {
    id: '"A1"',
    total: '3',
    names: '["Ada","Bo"]',
    status: '"ONGOING"',
    missing: '',
    rawResult: '{"id":"A1","total":3}',
    input: { name: '50% & more\n<b>', n: -3, price: 0.1, tags: ['x'], long: 2147483648, vip: false, phone: '0033142' },
  },
];

/** The classes of templates with how many of a hundred belong to each. */
export const templateClasses = {
  references: 12,
  texts: 12,
  patterns: 8,
  urls: 7,
  bodies: 12,
  conditions: 12,
  loops: 10,
  sets: 10,
  macros: 4,
  tools: 5,
  escapes: 8,
};

/** Makes a template of a class. */
export function templateOf(kind, chance) {
  return new Grammar(chance)[kind]();
}

class Grammar {
  constructor(chance) {
    this.chance = chance;
    this.depth = 0;
  }

  pick = (...choices) => this.chance.pick(...choices);
  often = (share) => this.chance.often(share);
  several = (from, to, make, between) => this.chance.several(from, to, make, between);

  member = () =>
    this.pick(
      ...[
        'name',
        'phone',
        'conversationId',
        'n',
        'zero',
        'price',
        'vip',
        'blocked',
        'none',
        'empty',
        'tags',
        'missing',
      ],
      ...[
        'address.city',
        'address.zip',
        'address.geo.lat',
        'lines',
        'nothing',
        'long',
        'rawRequest',
        'name',
        'n',
        'tags',
      ],
      ...[
        'tags[0]',
        'tags[-1]',
        'lines[0].sku',
        "address['city']",
        'lines.get(1).price',
        'tags.size()',
        'name.length()',
      ],
    );
  textMember = () => this.pick('name', 'phone', 'conversationId', 'address.city', 'tags[0]', 'empty');
  numberMember = () => this.pick('n', 'zero', 'price', 'lines[0].id', 'lines[1].price', 'long');

  /** A reference as people write it. */
  reference = (
    inside = this.pick(
      () => `input.${this.member()}`,
      () => this.pick('id', 'total', 'status', 'names', 'missing'),
    ),
  ) => this.pick(`$${inside}`, `\${${inside}}`, `$!${inside}`, `$!{${inside}}`, `\${${inside}}`);
  inputText = () => this.reference(`input.${this.textMember()}`);

  call = () =>
    this.pick(
      ...[
        'length()',
        'toUpperCase()',
        'toLowerCase()',
        'trim()',
        'isEmpty()',
        'substring(1)',
        'substring(0, 2)',
        'indexOf("a")',
      ],
      ...[
        'replace(" ", "")',
        'replaceAll("[^0-9+]", "")',
        'replaceAll("(\\d+)", "<$1>")',
        'replaceFirst("^00", "+")',
        'split(" ")',
      ],
      ...[
        'split("-")[0]',
        'contains("a")',
        'startsWith("+33")',
        'endsWith("0")',
        'concat("!")',
        'equals("Paris")',
        'hashCode()',
      ],
      ...[
        'equalsIgnoreCase("PARIS")',
        'compareTo("b")',
        'charAt(0)',
        'lastIndexOf("3")',
        'matches("[0-9 +]+")',
        'toString()',
      ],
      ...[
        'indexOf("x", 2)',
        'substring(2).trim()',
        "replace('a', 'b')",
        'class',
        'getClass().getSimpleName()',
        'class.name',
      ],
      ...[
        'regionMatches(0, "Par", 0, 3)',
        'regionMatches(true, 0, "PAR", 0, 3)',
        'format("%s|%5d", "a", 3)',
        'substring(3, 1)',
      ],
      ...['length', 'empty', 'bytes', 'unknown()', 'isBlank()', 'codePointAt(0)', 'repeat(2)', 'join("-", ["a", "b"])'],
    );
  numberCall = () =>
    this.pick(
      ...[
        'intValue()',
        'doubleValue()',
        'longValue()',
        'floatValue()',
        'toString()',
        'hashCode()',
        'class.name',
        'equals(7)',
      ],
      ...[
        'compareTo(7)',
        'compareTo(7.5)',
        'parseInt("12")',
        'shortValue()',
        'byteValue()',
        'class',
        'max(3, 9)',
        'unknown',
      ],
    );
  listCall = () =>
    this.pick(
      ...[
        'size()',
        'isEmpty()',
        'get(0)',
        'contains("gold")',
        'indexOf("new")',
        'subList(0, 1)',
        'toString()',
        'hashCode()',
      ],
      ...[
        'add("w")',
        'remove(0)',
        'empty',
        'class.simpleName',
        'iterator().next()',
        'containsAll(["gold"])',
        'equals(["x"])',
      ],
      ...[
        'get(9)',
        'removeAll(["gold"])',
        'retainAll(["gold", "x"])',
        'toArray()[0]',
        'isEmpty',
        'set(0, "q")',
        'lastIndexOf("x")',
      ],
    );
  mapCall = () =>
    this.pick(
      ...[
        'size()',
        'keySet()',
        'values()',
        'entrySet()',
        'containsKey("city")',
        'get("zip")',
        'getOrDefault("x", "y")',
        'isEmpty()',
      ],
      ...[
        'put("a", 1)',
        'remove("zip")',
        'containsValue("Paris")',
        'hashCode()',
        'class.name',
        'toString()',
        'keySet().size()',
      ],
    );

  chained = () =>
    this.pick(
      () => this.reference(`input.${this.textMember()}.${this.call()}`),
      () => this.reference(`input.${this.textMember()}.${this.call()}`),
      () => this.reference(`input.${this.numberMember()}.${this.numberCall()}`),
      () => this.reference(`input.${this.pick('tags', 'nothing', 'lines')}.${this.listCall()}`),
      () => this.reference(`input.address.${this.mapCall()}`),
    );

  word = () => this.pick('a', 'id', 'Name', 'x-1', '42', '3.5', 'é', 'of', 'total', '—', '日本');
  mark = () =>
    this.pick(
      ' ',
      ' ',
      '-',
      '.',
      ',',
      ':',
      ';',
      '/',
      '?',
      '&',
      '=',
      '@',
      '%',
      '+',
      '_',
      '!',
      '"',
      "'",
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '\n',
      '|',
      '#',
      '\\',
    );
  plain = () => this.several(1, 3, () => this.pick(this.word, this.mark));

  references = () => this.several(1, 4, () => this.pick(this.reference, this.reference, this.chained, this.plain));
  texts = () => this.several(1, 3, () => this.pick(this.chained, this.chained, this.word), this.pick(' ', '|', ', '));

  characterClass = () => {
    const member = () =>
      this.pick(
        ...[
          'a-f',
          '0-9',
          'A-Z',
          ' ',
          'aeiou',
          '\\d',
          '\\w',
          '\\s',
          '.',
          '-',
          '+',
          'é',
          '\\.',
          '\\]',
          '3-5',
          '_',
          '&',
          '\\D',
        ],
        () => `[${this.pick('a-c', '^a-c', '0-4', '^\\d')}]`,
      );
    const part = () => this.several(1, 3, member);
    return `[${this.pick('', '', '^')}${part()}${this.often(0.15) ? `&&${part()}` : ''}]`;
  };
  patternItem = () =>
    this.pick(
      ...[
        'a',
        '3',
        ' ',
        '-',
        'e',
        '.',
        '\\d',
        '\\D',
        '\\w',
        '\\W',
        '\\s',
        '\\S',
        '\\b',
        '^',
        '$',
        '\\.',
        '\\+',
        '"',
        'é',
        'ar',
        '\\Q+3\\E',
      ],
      ...[
        '\\p{Alpha}',
        '\\p{L}',
        '\\p{Upper}',
        '\\P{Digit}',
        '\\p{Punct}',
        '[[:x',
        '\\x41',
        '\\u0041',
        '\\t',
        '\\B',
        '\\z',
        '\\A',
      ],
      this.characterClass,
      this.characterClass,
      () =>
        this.depth > 1
          ? 'x'
          : `(${this.pick('', '', '?:', '?=', '?!', '?<=a', '?<!a', '?i:', '?<n>')}${this.pattern()})`,
      () => '\\1',
    );
  pattern = () => {
    this.depth += 1;
    const repeated = () =>
      this.patternItem() +
      this.pick('', '', '', '+', '*', '?', '{2}', '{1,3}', '{2,}', '+?', '*?', '??', '++', '*+', '{0,2}?');
    const text = this.several(1, 3, repeated) + (this.often(0.15) ? `|${this.several(1, 2, repeated)}` : '');
    this.depth -= 1;
    return text;
  };
  patterns = () => {
    const written = `'${this.often(0.1) ? '(?i)' : ''}${this.pattern()}'`;
    const subject = this.pick('$t', '$t', `$input.${this.textMember()}`);
    return `#set($t = '${this.pick('a1 b2-c3.Dé', 'Paris 75002, FR', '+33 (1) 42-68', 'aaa_bb "c" 3.5', 'foo@bar.example.com', 'x\ny\r\nz')}')${this.pick(
      () => `${subject}.replaceAll(${written}, '${this.pick('<$0>', '', '-', '[$1]', 'a\\$b')}')`,
      () => `${subject}.replaceFirst(${written}, '_')`,
      () => `${subject}.matches(${written})`,
      () => `#foreach($p in ${subject}.split(${written}${this.pick('', '', ', 2', ', -1')}))[$p]#end`,
    )}`;
  };

  urls = () => {
    const id = () =>
      this.pick(
        () => this.reference('input.conversationId'),
        () => `$esc.url(${this.inputText()})`,
        () => this.inputText(),
      );
    const query = () =>
      `${this.pick('q', 'name', 'pageSize', 'expand')}=${this.pick(id, () => this.reference('input.n'), this.word)}`;
    const path = `${this.pick('/api/v2/', 'https://crm.example.com/')}${this.pick('conversations', 'users', 'routing/queues')}/${id()}`;
    return (
      path +
      (this.often(0.7) ? `?${this.several(1, 3, query, '&')}` : '') +
      (this.often(0.2) ? `#if($input.vip)&vip=true#end` : '')
    );
  };

  value = () =>
    this.pick(
      () => `"${this.inputText()}"`,
      () => `"$esc.jsonEncode(${this.inputText()})"`,
      () => `"$esc.jsonString($!{input.${this.textMember()}})"`,
      () => this.reference(`input.${this.numberMember()}`),
      () => this.reference('input.vip'),
      () => this.reference('id'),
      () => `#if("$!{input.${this.textMember()}}" != "")"${this.inputText()}"#{else}null#end`,
      () => `[#foreach($t in $input.tags)"$t"#if($foreach.hasNext),#end#end]`,
      () => `#if($input.${this.member()})${this.reference()}#else null#end`,
      () => '${input.rawRequest}',
    );
  pair = () => `"${this.pick('id', 'name', 'phone', 'status', 'n')}": ${this.value()}`;
  bodies = () => {
    const [open, between, close] = this.pick(
      () => ['{', ', ', '}'],
      () => ['{\n  ', ',\n  ', '\n}'],
      () => ['{ ', ' , ', ' }\n'],
    );
    const set = this.often(0.25) ? `#set(${this.blank()}$x = ${this.expression()})${this.pick('', '\n', ' \n')}` : '';
    const extra = this.often(0.3) ? `#if(${this.condition()})${between}${this.pair()}#end` : '';
    return set + open + this.several(1, 4, this.pair, between) + extra + close;
  };

  blank = () => this.pick('', '', '', ' ', '  ');
  operand = () =>
    this.pick(
      () => this.pick(...['$', '$!', '$']) + `input.${this.member()}`,
      () => `\${input.${this.member()}}`,
      () => `"$!{input.${this.textMember()}}"`,
      () =>
        this.pick(
          '7',
          '0',
          '-3',
          '2.5',
          '"7"',
          '"Paris"',
          "'gold'",
          'true',
          'false',
          '""',
          '"a$input.n b"',
          "'$input.n'",
        ),
      () => `$input.${this.textMember()}.${this.call()}`,
      () => `$input.${this.pick('tags', 'lines')}.size()`,
    );
  condition = () => {
    if (this.depth > 2) return this.operand();
    this.depth += 1;
    const text = this.pick(
      this.operand,
      () =>
        `${this.blank()}${this.operand()}${this.blank()}${this.pick('==', '!=', '<', '>', '<=', '>=')} ${this.operand()}${this.blank()}`,
      () => `${this.operand()} ${this.pick('==', '!=', 'eq', 'ne', 'lt', 'gt', 'le', 'ge')} ${this.operand()}`,
      () => `${this.pick('!', '! ', 'not ')}${this.operand()}`,
      () => `${this.condition()} ${this.pick('&&', '||', 'and', 'or')} ${this.condition()}`,
      () => `(${this.condition()})`,
      () => `!(${this.condition()})`,
    );
    this.depth -= 1;
    return text;
  };
  content = () =>
    this.depth > 2
      ? this.plain()
      : this.pick(
          this.word,
          this.reference,
          () => ` ${this.reference()} `,
          () => `${this.word()}\n`,
          this.conditions,
          this.sets,
          this.plain,
        );
  conditions = () => {
    this.depth += 1;
    const gap = this.pick('', '', ' ', '\n', ' \n');
    const opening = `#${this.pick('if', 'if', 'if', '{if}')}${this.pick('', '', ' ')}(${this.condition()})${gap}${this.content()}`;
    const middle = this.often(0.3) ? `#elseif(${this.condition()})${this.content()}` : '';
    const otherwise = this.often(0.5) ? `${this.pick('#else', '#{else}', '#else ', '#else\n')}${this.content()}` : '';
    this.depth -= 1;
    return `${this.often(0.3) ? this.word() : ''}${opening}${middle}${otherwise}${this.pick('#end', '#{end}', '#end', '#end\n')}${this.often(0.4) ? this.pick(this.mark, this.reference) : ''}`;
  };

  loops = () => {
    const over = this.pick(
      ...[
        '$input.tags',
        '$input.lines',
        '[1..3]',
        '[3..1]',
        '["a", "b"]',
        '$input.address.keySet()',
        '$input.address.entrySet()',
      ],
      ...[
        '[1]',
        '$input.address',
        '$input.none',
        '[1..$input.n]',
        '$input.nothing',
        '$input.tags.subList(0, 2)',
        '$input.phone.split(" ")',
      ],
    );
    const body = () =>
      this.pick(
        ...[
          '$i',
          '$i ',
          '$i.id',
          '"$i"',
          '$i.sku: $i.price',
          '$foreach.index:$i',
          '$velocityCount',
          '$foreach.count) ',
          '$i.key=$i.value',
        ],
        ...[
          '$i#if($foreach.hasNext), #end',
          '#if($velocityCount > 1),#end$i',
          '#if($foreach.first)[#end',
          '#if($foreach.last)]#end',
          '$i.id#',
          '$i##\n',
        ],
        ...[
          '#set($sum = $sum + $i.price)',
          '#set($x = $i)',
          '#if($i == "new")#break#end',
          '#foreach($j in [1..2])$i$j#end',
          '$foreach.parent.index',
        ],
        () => this.reference(`i.${this.call()}`),
        () => this.content(),
      );
    const before = this.often(0.3) ? '#set($sum = 0)' : '';
    const after = this.pick('', '', '$sum', '$x', '$i', '\n', '$foreach.index');
    return `${before}#foreach(${this.blank()}$i in ${over}${this.blank()})${this.pick('', '\n', ' ')}${this.several(1, 2, body)}${this.pick('#end', '#{end}', '\n#end')}${after}`;
  };

  expression = () => {
    if (this.depth > 2) return this.operand();
    this.depth += 1;
    const text = this.pick(
      this.operand,
      this.operand,
      () => `${this.operand()} ${this.pick('+', '-', '*', '/', '%')} ${this.operand()}`,
      () =>
        `$input.${this.numberMember()} ${this.pick('+', '-', '*', '/', '%')} ${this.pick('1', '2', '2.0', '10', '0', '$input.n')}`,
      () => `${this.expression()} + ${this.expression()}`,
      () => `(${this.expression()}) * 2`,
      () => `[${this.several(0, 3, this.operand, ', ')}]`,
      () => `{${this.several(0, 2, () => `"${this.word()}": ${this.operand()}`, ', ')}}`,
      () => `"${this.several(1, 3, () => this.pick(this.word, this.reference, ' '))}"`,
      () => `'${this.several(1, 2, () => this.pick(this.word, this.reference, ' '))}'`,
      this.condition,
    );
    this.depth -= 1;
    return text;
  };
  sets = () => {
    const target = this.pick('$x', '$x', '$x', '$input.extra', '$body', '$!x', '${x}', '$input.tags[0]');
    const after = this.pick('', '', '\n', ' ', '[');
    return `${this.pick('', '', ' ', 'a', '\n', this.reference)}#set${this.pick('', '', ' ')}(${this.blank()}${target}${this.pick(' = ', '=', ' =')}${this.expression()}${this.blank()})${after}${this.pick('$x', '$!x', '$x.size()', '${x}', '$input.extra', '', '[$!x]', '$body')}`;
  };

  macros = () => {
    const parameters = this.pick('', ' $a', ' $a $b', ' $a, $b');
    const body = this.several(1, 3, () =>
      this.pick(
        '$a',
        '[$!b]',
        ' ',
        '$!a.length()',
        '#set($x = $a)',
        '"$esc.jsonEncode($a)"',
        '#if($a)y#end',
        '$input.n',
      ),
    );
    const call = () => `#m(${this.several(0, 2, this.operand, this.pick(' ', ', '))})`;
    return this.pick(
      () => `#macro(m${parameters})${body}#end${this.several(1, 2, call)}`,
      () => `${call()}#macro( m${parameters} )${body}#end`,
      () => `#define($d)${body}#end$d${this.pick('', ' $d', '#set($a = 1)$d')}`,
      () => `#evaluate(${this.pick("'$input.n'", '"$x $input.n"', '$input.rawRequest')})`,
      () => `#macro(m${parameters})${body}$!bodyContent#end#@m(${this.operand()})${this.content()}#end`,
      () => `#stop${this.plain()}`,
      () => `#unknown${this.pick('', '()', '($input.n)')}${this.plain()}`,
    );
  };

  tools = () => {
    const number = () => this.pick(() => `$input.${this.numberMember()}`, '2', '2.5', '"3"', '-1', '10');
    const make = () =>
      this.pick(
        () => `$esc.${this.pick('url', 'html', 'xml', 'java', 'javascript', 'sql')}($input.${this.textMember()})`,
        () => `\${esc.${this.pick('jsonEncode', 'jsonString')}($input.${this.textMember()})}`,
        () =>
          this.pick(
            '$esc.dollar',
            '${esc.quote}',
            '$esc.d',
            '$esc.hash',
            '${esc.q}x',
            '$esc.newline',
            '$esc.backslash',
          ),
        () => `$encoding.base64("$input.name:$input.phone")`,
        () => `$math.${this.pick('add', 'sub', 'mul', 'div', 'max', 'min')}(${number()}, ${number()})`,
        () => `$math.${this.pick('pow', 'idiv', 'mod', 'roundTo')}(${number()}, ${number()})`,
        () => `$math.${this.pick('abs', 'ceil', 'floor', 'round', 'toInteger', 'toDouble', 'toNumber')}(${number()})`,
        () => `$math.getTotal(${this.pick('[1, 2, 3]', '$input.lines, "price"')})`,
        () => this.pick('$esc.unknown("x")', '$esc.url($input.none)', '$math.add("x", 1)', '$math.add(1, 2, 3)'),
      );
    return this.several(1, 3, make, this.pick(' ', ',', '|'));
  };

  escapes = () =>
    this.several(1, 4, () =>
      this.pick(
        ...[
          '\\$input.n',
          '\\\\$input.n',
          '\\\\\\$input.n',
          '\\$input.missing',
          '\\$none',
          '\\',
          '\\\\',
          '\\#if',
          '\\#set',
          '\\\\#end',
          '\\#x',
        ],
        ...[
          '$',
          '$$',
          '$ ',
          '$1',
          '$input.n$',
          '$$input.n',
          '$!',
          '$!{',
          '${',
          '${}',
          '$[0]',
          '$input.',
          '$input.n.',
          '$input.n..x',
          '$.x',
        ],
        ...[
          '##c\n',
          '##c',
          '#*c*#',
          '#* $input.n *# ',
          '#[[ $input.n #if ]]#',
          '#',
          '# ',
          '#1',
          '##',
          '#{',
          '#}',
          '#a',
          '#end1',
          '#literal()$x#end',
        ],
        ...[
          '#set( $x=7 )',
          '#if(true)t#end',
          '#if($x)#end',
          '#{if}(true)t#{end}',
          '#end',
          '#else',
          '$input.n',
          '${input.n}',
          '$!input.none',
          '$x',
        ],
        ...[
          '[',
          '(',
          ']',
          ')',
          '{',
          '}',
          ' ',
          'a',
          '.',
          '-',
          '@',
          '"',
          "'",
          '\n',
          ',',
          '[0]',
          '()',
          '.a',
          '.a()',
          '(1)',
          '["a"]',
        ],
        this.reference,
        this.chained,
      ),
    );
}
