import { type ActionCodes, branch, built, options, TEXT, text, unless, unlessLiteral } from '../action-parts';
import { literal, object } from '../code';

/** Actions that take keys of the caller. */
export const inputCodes: ActionCodes = {
  collectInput: (action, scope) => {
    const { values } = scope;
    const inputData = values.binding(action.inputData, TEXT);
    if (inputData === undefined) return undefined;
    const range = action.digits?.kind === 'range' ? action.digits.content : undefined;
    const digits =
      action.digits?.kind === 'exact'
        ? literal(action.digits.content)
        : options({
            min: range?.min === undefined ? undefined : literal(range.min),
            max: range?.max === undefined ? undefined : literal(range.max),
            terminatingDtmf: text(range?.terminatingDtmf),
          });
    return built(
      'collectInput',
      action.name,
      object({
        inputData,
        digits,
        inputAudio: values.of(action.inputAudio, 'audio'),
        interDigitTimeout: values.orUnset(action.interDigitTimeout, 'duration'),
        noEntryTimeout: values.orUnset(action.noEntryTimeout, 'duration'),
        includeTerminatingDtmfInResultData:
          action.includeTerminatingDtmfInResultData === undefined
            ? undefined
            : literal(action.includeTerminatingDtmfInResultData),
        acceptJustStar: unlessLiteral(false, action.acceptJustStar, values.of(action.acceptJustStar, 'boolean')),
        acceptJustPound: unlessLiteral(false, action.acceptJustPound, values.of(action.acceptJustPound, 'boolean')),
        verificationType: unless('none', action.verificationType),
        onSuccess: branch(action.outputs?.success, scope),
        onFailure: branch(action.outputs?.failure, scope),
      }),
    );
  },
  dialByExtension: (action, { values }) =>
    built(
      'dialByExtension',
      action.name,
      options({ interDigitTimeout: values.orUnset(action.interDigitTimeout, 'duration') }),
    ),
};
