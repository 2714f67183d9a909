import { application, callRoute, stack } from 'flowcdk';
import { hello } from './flows/hello';

/** Who calls the number hears the flow `hello`. */
const line = callRoute({ name: 'hello', numbers: ['+442079460101'], openHours: hello });

export default application({
  stacks: () => [stack('hello', [hello, line])],
});
