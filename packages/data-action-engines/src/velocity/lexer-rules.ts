/** Where the lexer is: in plain text, in a reference, in a directive … */
export type State =
  | 'text'
  /** Behind `$`. */
  | 'reference'
  /** Behind the dot of a reference. */
  | 'member'
  /** Between the parentheses of a method. */
  | 'arguments'
  /** Between the brackets of an index. */
  | 'index'
  /** Behind `#`. */
  | 'hash'
  /** Between the parentheses of a directive. */
  | 'directive'
  | 'lineComment'
  | 'blockComment'
  | 'textBlock';

export type TokenKind =
  | 'eof'
  | 'text'
  | 'escapedDirective'
  | 'doubleBackslash'
  | 'backslash'
  | 'emptyIndex'
  | 'comment'
  | 'endOfLine'
  | 'blockComment'
  | 'textBlock'
  | 'set'
  | 'if'
  | 'elseif'
  | 'else'
  | 'end'
  | 'word'
  | 'bracketedWord'
  | 'name'
  | 'dot'
  | '${'
  | '}'
  | 'openIndex'
  | 'closeIndex'
  | 'closeArguments'
  | '['
  | ']'
  | ','
  | '..'
  | ':'
  | '{'
  | 'closeMap'
  | '('
  | ')'
  | 'blank'
  | 'string'
  | 'true'
  | 'false'
  | 'integer'
  | 'decimal'
  | 'operator'
  | '=';

/** What a rule can change in the lexer that follows it. */
export interface LexerStates {
  readonly current: State;
  isInComment: boolean;
  become(state: State): void;
  push(state: State): void;
  /** Goes back to the state before. */
  pop(): void;
  openParenthesis(): void;
  /** Leaves the state whose last parenthesis is closed. */
  closeParenthesis(): void;
  /** Gives characters back that were read. */
  back(characters: number): void;
}

export interface Rule {
  readonly pattern: RegExp;
  /** A token; `more` where it goes on; `nothing` where it is dropped; `terminator` where a reference ends before it. */
  readonly gives: TokenKind | 'more' | 'nothing' | 'terminator';
  readonly act?: (lexer: LexerStates, text: string) => void;
}

const rule = (gives: Rule['gives'], pattern: RegExp, act?: Rule['act']): Rule =>
  act ? { gives, pattern, act } : { gives, pattern };

const become =
  (state: State): Rule['act'] =>
  (lexer) =>
    lexer.become(state);
const push =
  (state: State): Rule['act'] =>
  (lexer) =>
    lexer.push(state);
const pop: Rule['act'] = (lexer) => {
  lexer.pop();
};

const lineEnd = '(?:\\r\\n|\\n|\\r)';
const restOfLine = `(?:[ \\t]*${lineEnd})?`;
const sticky = (pattern: string): RegExp => new RegExp(pattern, 'y');

const set = rule('set', /[ \t]*(?:#set|#\{set\}) *\(/y, (lexer) => {
  if (lexer.isInComment) return;
  lexer.push('directive');
  lexer.openParenthesis();
});

const dollar: Rule['act'] = (lexer) => {
  if (lexer.isInComment) return;
  if (lexer.current === 'reference') lexer.pop();
  lexer.push('reference');
};

/** In a comment it reads as much, but begins nothing and gives nothing back. */
const comment =
  (state: State, back = 0): Rule['act'] =>
  (lexer) => {
    if (lexer.isInComment) return;
    lexer.back(back);
    if (state === 'lineComment' && lexer.current === 'reference') lexer.pop();
    lexer.isInComment = true;
    lexer.push(state);
  };
const endComment: Rule['act'] = (lexer) => {
  lexer.isInComment = false;
  lexer.pop();
};

/** What begins something anywhere, also in a comment. */
const anywhere: readonly Rule[] = [
  rule('more', /\\*\$/y, dollar),
  rule('more', /\\*\$\\*!/y, dollar),
  rule('more', /#\[\[/y, comment('textBlock')),
  rule('more', /#\*\*[^#]/y, comment('blockComment', 1)),
  rule('more', /#\*/y, comment('blockComment')),
  rule('more', /#/y, (lexer) => {
    if (lexer.isInComment) return;
    if (lexer.current === 'reference' || lexer.current === 'member') lexer.pop();
    lexer.push('hash');
  }),
];
/** Behind a member of a reference and in a comment it begins nothing. */
const lineComment = rule('comment', /##/y, comment('lineComment'));

const emptyIndex = rule('emptyIndex', /\$(?:(?:\\?!)?\[|\.)/y);
const truth = [rule('true', /true/y), rule('false', /false/y)];
const name = [rule('name', /[A-Za-z_][A-Za-z0-9_-]*/y), rule('dot', /\.(?=[A-Za-z])/y, become('member'))];
const reference: readonly Rule[] = [
  ...truth,
  ...name,
  rule('${', /\{/y),
  rule('}', /\}/y, pop),
  rule('terminator', /[^]/y, (lexer) => {
    lexer.back(1);
    lexer.pop();
  }),
];
const openIndex = rule('openIndex', /\[/y, push('index'));

const brackets: readonly Rule[] = [
  rule('[', /\[/y),
  rule(']', /\]/y),
  rule(',', /,/y),
  rule('..', /\.\./y),
  rule(':', /:/y),
  rule('{', /\{/y),
  rule('closeMap', /\}/y),
];

/** Behind a hash a number ends what the hash began. */
const number: Rule['act'] = (lexer, text) => {
  if (text.endsWith('..')) lexer.back(2);
  if (lexer.current === 'hash') lexer.pop();
};
const numbers: readonly Rule[] = [
  rule('integer', /-?\d+(?:\.\.)?/y, number),
  rule('decimal', /-?\d+\.\d*(?:[eE][+-]?\d+)?|-?\.\d+(?:[eE][+-]?\d+)?|-?\d+[eE][+-]?\d+/y, number),
];
const literals: readonly Rule[] = [rule('blank', /[ \t\r\n]+/y), rule('string', /"(?:[^"]|"")*"|'(?:[^']|'')*'/y)];

const operators = /&&|and|\|\||or|<=|<|lt|le|>=|>|gt|ge|==|eq|!=|ne|!|not|[-+*/%]/y;
const words: readonly Rule[] = [
  rule('word', /[A-Za-z_@][A-Za-z0-9_@]*/y),
  rule('bracketedWord', /\{[A-Za-z_][A-Za-z0-9_@]*\}/y),
];
const directiveWord = (word: string, ending = ''): RegExp => sticky(`(?:${word}|\\{${word}\\})${ending}`);

/** What stands in a comment: as much at once as cannot begin anything. */
const skip = rule('nothing', /[^#$\\*\r\n]+|\\+(?!\$)|[^]/y);

/** The rules of plain text, which the lexer chooses by the first character. */
export const plainRules = {
  text: rule('text', /[^$#\\]+/y),
  doubleBackslash: rule('doubleBackslash', /\\\\/y),
  backslash: rule('backslash', /\\/y),
};

/** The rules of each state. Of two that read as much, the first counts. */
export const rules: Readonly<Record<State, readonly Rule[]>> = {
  text: [
    rule('escapedDirective', /(?:\\\\)*\\#(?:[A-Za-z_@][A-Za-z0-9_@]*|\{[A-Za-z_][A-Za-z0-9_@]*\})/y),
    set,
    ...anywhere,
    lineComment,
    plainRules.doubleBackslash,
    plainRules.backslash,
    plainRules.text,
    emptyIndex,
  ],
  reference: [openIndex, set, ...anywhere, lineComment, ...reference, emptyIndex],
  member: [openIndex, rule('(', /\(/y, become('arguments')), set, ...anywhere, ...reference],
  arguments: [
    ...brackets,
    rule('closeArguments', /\)/y, become('reference')),
    set,
    ...anywhere,
    ...literals,
    ...truth,
    ...numbers,
    ...name,
  ],
  index: [rule('closeIndex', /\]/y, pop), ...anywhere, ...literals, ...truth, ...numbers],
  hash: [
    ...anywhere,
    lineComment,
    rule('end', directiveWord('end', restOfLine), pop),
    rule('if', directiveWord('if'), become('directive')),
    rule('elseif', directiveWord('elseif'), become('directive')),
    rule('else', directiveWord('else', restOfLine), pop),
    ...numbers,
    ...words,
    rule('terminator', /[^]/y, (lexer) => {
      lexer.back(1);
      lexer.pop();
    }),
  ],
  directive: [
    ...brackets,
    rule('(', /\(/y, (lexer) => {
      lexer.openParenthesis();
    }),
    rule(')', sticky(`\\)${restOfLine}`), (lexer) => {
      lexer.closeParenthesis();
    }),
    ...anywhere,
    lineComment,
    ...literals,
    ...truth,
    rule('operator', operators),
    rule('=', /=/y),
    ...numbers,
    ...words,
  ],
  lineComment: [...anywhere, rule('endOfLine', sticky(lineEnd), endComment), skip],
  blockComment: [...anywhere, rule('blockComment', /\*#/y, endComment), skip],
  textBlock: [...anywhere, rule('textBlock', /\]\]#/y, endComment), rule('more', /[^#$\\\]]+|\\+(?!\$)|[^]/y)],
};
