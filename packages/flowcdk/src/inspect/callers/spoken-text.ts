import { parsed } from '../../check/graph/reads';
import type { Tree } from '../../architect/expressions';
import type { Setting } from '../flow/flow-model';

/** What a caller hears of a setting, in words: a variable stands as its name, `‹customerName›`. */
export function spokenText({ kind, text }: Setting): string | undefined {
  if (kind === 'speech') return text;
  if (kind === 'prompt') return `prompt ${text.replace(/^Prompt(System)?\./, '')}`;
  if (kind !== 'expression') return undefined;
  if (text.length > LONGEST) return '‹a long text›';
  const tree = parsed(text);
  const words = tree ? wordsOf(tree).replace(/\s+/g, ' ').trim() : '';
  return words === '' ? undefined : words;
}

/** A chain of operators is as deep as it is long. */
const LONGEST = 4000;

/** Functions whose arguments are heard one after the other. */
const heard = /^(append|toaudio\w*|tostring|tocommunication\w*|if)$/i;

function wordsOf(tree: Tree): string {
  switch (tree.kind) {
    case 'string':
      return tree.value;
    case 'variable':
      return /^prompt/i.test(tree.scope) ? ` prompt ${tree.name} ` : `‹${tree.name}›`;
    case 'binary':
      return tree.operator === '+' ? wordsOf(tree.left) + wordsOf(tree.right) : '‹…›';
    case 'call':
      return callWords(tree.function.toLowerCase(), tree.arguments);
    case 'property':
      return wordsOf(tree.of);
    case 'notSet':
      return '';
    default:
      return '‹…›';
  }
}

function callWords(name: string, args: readonly Tree[]): string {
  if (name === 'toaudioblank' || name === 'tocommunicationblank') return '';
  if (name === 'if')
    return args
      .slice(1)
      .map(wordsOf)
      .filter((words) => words !== '')
      .join(' or ');
  if (heard.test(name) || name.startsWith('toaudio')) return args.map(wordsOf).join('');
  const [first] = args;
  return first && args.length === 1 ? wordsOf(first) : '‹…›';
}
