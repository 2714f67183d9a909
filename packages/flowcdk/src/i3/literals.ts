import { mapping, scalar, type YamlNode, type YamlScalar } from '../architect/yaml/node';

/** A number with its notation, where JavaScript would write it differently: `0.0`. */
export function numberScalar(text: string): YamlScalar {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return scalar(text);
  return String(value) === text ? scalar(value) : { ...scalar(value), text };
}

const units = ['days', 'hours', 'minutes', 'seconds', 'ms'] as const;

/**
 * `P0D0H1M0S0F` as `minutes: 1`. The letters are days, hours, minutes, seconds and milliseconds (seen: minutes, seconds
 * and milliseconds, each beside its twin in YAML).
 */
export function durationLiteral(text: string): YamlNode | undefined {
  const match = /^P(\d{1,9})D(\d{1,9})H(\d{1,9})M(\d{1,9})S(\d{1,12})F$/.exec(text);
  if (!match) return undefined;
  const parts = units.map((unit, i) => [unit, Number(match[i + 1])] as const).filter(([, n]) => n !== 0);
  const shown = parts.length === 0 ? [['seconds', 0] as const] : parts;
  return mapping(shown.map(([unit, n]) => [unit, scalar(n)] as const));
}

/** The first letter in lower case: `EndWorkflow` is `endWorkflow`. */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** `__NOT_FOUND__` is `notFound`. Nothing for an id, which names a path of this flow only. */
export function pathName(outputId: string): string | undefined {
  if (!/^__[A-Z][A-Z0-9_]*__$/.test(outputId)) return undefined;
  const [first = '', ...others] = outputId.slice(2, -2).toLowerCase().split('_');
  return first + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
