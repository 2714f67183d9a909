import { nodePlace } from '../graph';
import { attributesOf } from '../graph/attributes';
import type { Rule } from '../rule';

const understood = /^[A-Za-z0-9_.]+$/;

/** Which characters a name may have is not published; scripts, reports and JSON paths have trouble with others. */
export const attributeCharacters: Rule = {
  name: 'attribute-characters',
  family: 'participant data',
  severity: 'warning',
  protectsFrom: 'a name of an attribute that some part of the platform does not understand',
  start: (report) => ({
    flowEnd: (place) => {
      const done = new Set<string>();
      for (const { name, node, yaml } of attributesOf(place.flow).writes) {
        if (name === undefined || understood.test(name) || done.has(name)) continue;
        done.add(name);
        report({
          message: `${JSON.stringify(name)} has other characters than letters, digits, _ and .`,
          help: 'Those are understood everywhere: in flows, scripts, reports and JSON paths.',
          ...nodePlace(node, place),
          yaml,
        });
      }
    },
  }),
};
