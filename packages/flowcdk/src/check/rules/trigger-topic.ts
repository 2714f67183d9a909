import { topicByName, topics } from '../../process-automation/topic-table';
import { didYouMean } from '../../ground/did-you-mean';
import type { Rule } from '../rule';
import { placeOf, topicNameOf, triggersIn } from '../triggers';

/** An organisation may have more topics than are published, so an unknown topic is no error. */
export const triggerTopic: Rule = {
  name: 'trigger-topic',
  family: 'triggers',
  severity: 'warning',
  protectsFrom: 'a trigger on a topic that does not exist, which never fires',
  start: (report) => ({
    project: (project) => {
      for (const trigger of triggersIn(project)) {
        const name = topicNameOf(trigger);
        if (name !== undefined && topicByName(name)) continue;
        const meant =
          name === undefined
            ? undefined
            : didYouMean(
                name,
                topics.map((topic) => topic.name),
              );
        report({
          message: name === undefined ? 'the trigger has no topic' : `${name} is no topic Flowcdk knows`,
          help: `${meant === undefined ? '' : `Did you mean ${meant}? `}GET /api/v2/processautomation/triggers/topics lists those of an organisation.`,
          ...(name === undefined ? { severity: 'error' } : {}),
          ...placeOf(trigger),
        });
      }
    },
  }),
};
