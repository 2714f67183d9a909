/** Actions of a task: after each data action one way for each of its results, so that they are deep and wide. */
function actionsOf(task: number, count: number): string {
  const actions: string[] = [];
  for (let n = 0; n < count; n += 1) {
    if (n % 5 === 0 && n + 3 < count) {
      actions.push(`          - decision:
              name: Question ${task}.${n}
              condition:
                exp: Flow.x == ${n}
              outputs:
                yes:
                  actions:
                    - updateData:
                        name: Yes ${task}.${n}
                        statements:
                          - integer:
                              variable: Flow.x
                              value:
                                exp: Flow.x + 1
                no:
                  actions:
                    - playAudio:
                        name: No ${task}.${n}
                        audio:
                          tts: The answer to question ${n} is no.`);
      n += 2;
    } else {
      actions.push(`          - playAudio:
              name: Say ${task}.${n}
              audio:
                tts: This is sentence ${n} of task ${task}.`);
    }
  }
  return actions.join('\n');
}

/** A call flow with so many actions, in ten tasks, each of which jumps to the next. */
export function longFlow(count: number): string {
  const tasks = Array.from(
    { length: 10 },
    (_, task) => `    - task:
        name: Task ${task}
        refId: task${task}
        actions:
${actionsOf(task, Math.floor(count / 10) - 1)}
          - ${task === 9 ? 'disconnect:\n              name: The end' : `jumpToTask:\n              name: Go on\n              targetTaskRef: "/inboundCall/tasks/task[task${task + 1}]"`}`,
  );
  return `inboundCall:
  name: A long flow
  startUpRef: "/inboundCall/tasks/task[task0]"
  defaultLanguage: en-us
  variables:
    - integerVariable:
        name: Flow.x
        initialValue:
          lit: 0
  tasks:
${tasks.join('\n')}
`;
}
