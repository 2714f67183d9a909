export const hostile = [
  'a */ process.exit(1) /*',
  "'; process.exit(1); '",
  '`${process.exit(1)}`',
  '${process.exit(1)}',
  'two\nlines // process.exit(1)',
  'carriage\rreturn',
  'separator\u2028process.exit(1)',
  'back\\slash',
  '__proto__',
  'constructor',
  'class',
  '1st',
  '',
  '🙂',
  '</script>',
  '$',
  'ends with $',
  'right\u202eto left',
];

/** A workflow in which one name stands wherever a name can stand. */
export function flowNamed(name: string): string {
  const text = JSON.stringify(name);
  const comment = name.replace(/[\r\n]/g, ' ');
  return `workflow:
  name: ${text}
  description: ${text}
  startUpRef: "/workflow/states/state[Start]"
  defaultLanguage: en-us
  # ${comment}
  variables:
    - stringVariable: { name: ${JSON.stringify(`Flow.${name}`)}, description: ${text}, initialValue: { lit: ${text} }, isInput: true, isOutput: false }
  states:
    - state:
        name: ${text}
        refId: Start
        actions:
          # ${comment}
          - callData:
              name: ${text}
              category:
                ${text}:
                  dataAction:
                    ${text}:
                      inputs: { ${text}: { lit: ${text} } }
                      successOutputs: { ${text}: { noValue: true } }
          - callOther: { name: ${text}, ${JSON.stringify(`x${name}`)}: ${text} }
          - endWorkflow: { name: ${text}, exitReason: { exp: ${JSON.stringify(JSON.stringify(name))} } }
`;
}
