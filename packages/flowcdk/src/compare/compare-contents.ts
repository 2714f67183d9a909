import { FlowcdkError, type Finding } from '../ground/finding';
import { type Item, itemKey, itemLabel, type OrgContent } from '../pull';
import { type Difference, differences } from './differences';
import { type Logic, logicOf } from './logic';
import { neutral } from './neutral';

export interface CompareOptions {
  /** Whether hosts of URLs count as the same. */
  readonly hosts: boolean;
  /**
   * Whether the left side is what somebody wants and the right side an org: what only the org has does not count then,
   * neither whole items nor fields. The content of a flow counts whole.
   */
  readonly leftIsWanted: boolean;
}

/** An item that differs. */
export interface DifferentItem {
  /** `inboundCall flow 'Main'` */
  readonly item: string;
  readonly differences: readonly Difference[];
}

export interface Comparison {
  readonly onlyLeft: readonly string[];
  readonly onlyRight: readonly string[];
  readonly different: readonly DifferentItem[];
  /** How many items do the same on both sides. */
  readonly same: number;
}

/**
 * Compares two orgs, or what is wanted with an org, by what flows and the rest do.
 *
 * @throws FlowcdkError with every flow that cannot be read
 */
export function compareContents(left: OrgContent, right: OrgContent, options: CompareOptions): Comparison {
  const findings: Finding[] = [];
  const different: DifferentItem[] = [];
  const onlyLeft: string[] = [];
  let same = 0;
  for (const item of inOrder(left)) {
    const other = right.items.get(itemKey(item));
    if (other === undefined) onlyLeft.push(itemLabel(item));
    else if (item.text === other.text) same += 1;
    else {
      const l = read(item, left, options, findings);
      const r = read(other, right, options, findings);
      if (l === undefined || r === undefined) continue;
      const rightMayHaveMore = options.leftIsWanted && item.kind !== 'flow';
      const places = differences(l, r, { rightMayHaveMore });
      if (places.length === 0) same += 1;
      else different.push({ item: itemLabel(item), differences: places });
    }
  }
  if (findings.length > 0) throw new FlowcdkError(findings);
  const onlyRight = options.leftIsWanted
    ? []
    : inOrder(right)
        .filter((item) => !left.items.has(itemKey(item)))
        .map(itemLabel);
  return { onlyLeft, onlyRight, different, same };
}

const inOrder = ({ items }: OrgContent): readonly Item[] =>
  [...items.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);

function read(item: Item, of: OrgContent, options: CompareOptions, findings: Finding[]): Logic | undefined {
  try {
    return neutral(logicOf(item), options);
  } catch (problem) {
    if (!(problem instanceof FlowcdkError)) throw problem;
    findings.push(...problem.findings.map((finding) => ({ ...finding, path: `${of.name} / ${itemLabel(item)}` })));
    return undefined;
  }
}
