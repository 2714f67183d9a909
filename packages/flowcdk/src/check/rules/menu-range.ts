import type { FlowPlace, Place, Rule, ReportProblem } from '../rule';
import type { FlowTree } from '../../architect/flow-tree';
import { inWords, knownDuration, knownNumber } from '../known-values';
import { yamlOf } from '../yaml-of';

const SECOND = 1000;
const LONGEST_SELECTION = 60 * SECOND;
const MOST_REPEATS = 10;

/** A menu waits up to 60 seconds for a choice and is repeated up to 10 times. */
export const menuRange: Rule = {
  name: 'menu-range',
  family: 'limits',
  severity: 'error',
  protectsFrom: 'menu settings that Architect does not take',
  start: (report) => ({
    flow: (place) => {
      const { flow, path } = place;
      look(flow.settingsMenu, place, report);
      for (const menu of flow.menus ?? [])
        look(menu.settingsMenu, { ...place, path: `${path} / ${menu.name ?? 'menu'}` }, report);
    },
  }),
};

function look(settings: FlowTree['settingsMenu'], { file, path, flow }: FlowPlace, report: ReportProblem): void {
  if (!settings) return;
  const place: Place = { file, flow, path };
  const { menuSelectionTimeout, repeatCount } = settings;
  const time = knownDuration(menuSelectionTimeout, place);
  if (time !== undefined && (time < 0 || time > LONGEST_SELECTION)) {
    report({
      message: `menuSelectionTimeout is ${inWords(time)}`,
      help: 'Give 0 to 60 seconds.',
      file,
      path,
      yaml: yamlOf(menuSelectionTimeout),
    });
  }
  const repeats = knownNumber(repeatCount, place);
  if (repeats !== undefined && (repeats < 0 || repeats > MOST_REPEATS)) {
    report({
      message: `the menu is repeated ${repeats} times`,
      help: 'Give 0 to 10.',
      file,
      path,
      yaml: yamlOf(repeatCount),
    });
  }
}
