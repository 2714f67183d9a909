import { type JsonObject } from '../state/json';
import { type Prompt, promptResourceBody, type PromptResource } from '../state/tables/prompt';
import { withoutField } from '../state/record';
import type { Call } from './call';
import { collection, type Collection } from './collection';
import { page } from './paging';
import { presigned, presignedRoute } from './presigned';
import { ApiProblem, notThere, wrongValue } from './refusals';
import { Reply, type Route } from './route';
import { fileIn, secondsOf } from './recording';
import { required, text } from '../state/shape';

const path = '/api/v2/architect/prompts';
const permission = 'architect:userPrompt';
/** Bytes. The limit is 25 MB (documented); a multipart form adds a little. */
const LARGEST_AUDIO = 25_100_000;

const prompts: Collection<'prompt'> = {
  kind: 'prompt',
  path,
  permission,
  certainty: 'documented',
  check: ({ name }) => {
    if (/^[A-Za-z_]\w*$/.test(name)) return;
    throw wrongValue(`name: '${name}' is no name of a prompt: letters, digits and underscores, no digit first`, 'name');
  },
  view: (prompt, shown, call) => {
    const language = call.query('language')?.toLowerCase().split(',');
    const resources = resourcesOf(prompt).filter(
      (resource) => !language || language.includes(resource.language.toLowerCase()),
    );
    return { ...shown, resources: resources.map((resource) => shownResource(prompt, resource, call)) };
  },
};

const resourcesOf = (prompt: Prompt): readonly PromptResource[] => prompt.resources ?? [];
const isOfLanguage = (resource: PromptResource, language: string): boolean =>
  resource.language.toLowerCase() === language.toLowerCase();

function shownResource(prompt: Prompt, resource: PromptResource, call: Call): JsonObject {
  const { language } = resource;
  return {
    ...resource,
    id: language,
    promptId: prompt.id,
    name: language,
    uploadUri: `${call.parts.origin}${audioPath(prompt, language)}`,
    selfUri: `${path}/${prompt.id}/resources/${encodeURIComponent(language)}`,
  };
}

function resourceIn(call: Call): { readonly prompt: Prompt; readonly resource: PromptResource } {
  const prompt = call.the('prompt');
  const resource = resourcesOf(prompt).find((candidate) => isOfLanguage(candidate, call.param('language')));
  if (!resource) throw notThere('language', `${call.param('language')} of the prompt '${prompt.name}'`);
  return { prompt, resource };
}

/** Puts a resource in the place of the resource of the same language. */
function keep(call: Call, prompt: Prompt, resource: PromptResource): JsonObject {
  const others = resourcesOf(prompt).filter((other) => !isOfLanguage(other, resource.language));
  const after = call.org.put('prompt', { ...prompt, resources: [...others, resource] });
  return shownResource(after, resource, call);
}

const audioPath = (prompt: Prompt, language: string): string =>
  `/flowcdk/prompts/${prompt.id}/${encodeURIComponent(language)}`;

const takesAudio = {
  path: '/flowcdk/prompts/:id/:language',
  does: 'takes the audio of one language of a prompt',
  answers: [200, 404],
  certainty: 'believed',
  note: 'The audio is not kept, only how long a WAV file plays. It counts as transcoded at once.',
  bodyLimit: LARGEST_AUDIO,
  handle: (call) => {
    const { prompt, resource } = resourceIn(call);
    const durationSeconds = secondsOf(fileIn(call.bytes));
    keep(call, prompt, {
      ...withoutField(resource, 'durationSeconds'),
      uploadStatus: 'transcoded',
      ...(durationSeconds === undefined ? {} : { durationSeconds }),
    });
    return new Reply(200, {});
  },
} satisfies Omit<Route, 'method'>;

export const promptRoutes: readonly Route[] = [
  ...collection({ ...prompts, deleteAnswers: 204 }),
  {
    method: 'POST',
    path: `${path}/:id/resources`,
    does: 'adds a language to a prompt',
    permission: `${permission}:edit`,
    answers: [200, 404, 409],
    certainty: 'documented',
    handle: (call) => {
      const prompt = call.the('prompt');
      const sent = call.object({ ...promptResourceBody, language: required(text(20, 1)) });
      if (resourcesOf(prompt).some((resource) => isOfLanguage(resource, sent.language))) {
        const message = `The prompt '${prompt.name}' has the language ${sent.language} already.`;
        throw new ApiProblem(409, 'general.conflict', message);
      }
      return keep(call, prompt, { ...sent, uploadStatus: 'created' });
    },
  },
  {
    method: 'GET',
    path: `${path}/:id/resources/:language`,
    does: 'gives one language of a prompt',
    permission: `${permission}:view`,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => {
      const { prompt, resource } = resourceIn(call);
      return shownResource(prompt, resource, call);
    },
  },
  {
    method: 'PUT',
    path: `${path}/:id/resources/:language`,
    does: 'changes one language of a prompt',
    permission: `${permission}:edit`,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => {
      const { prompt, resource } = resourceIn(call);
      const sent = call.object(promptResourceBody);
      // The recording stays until another is uploaded (believed).
      const { language, uploadStatus, durationSeconds } = resource;
      return keep(call, prompt, { ...sent, language, uploadStatus, durationSeconds });
    },
  },
  {
    method: 'DELETE',
    path: `${path}/:id/resources/:language`,
    does: 'takes a language from a prompt',
    permission: `${permission}:edit`,
    answers: [204, 404],
    certainty: 'documented',
    handle: (call) => {
      const { prompt, resource } = resourceIn(call);
      call.org.put('prompt', { ...prompt, resources: resourcesOf(prompt).filter((other) => other !== resource) });
      return undefined;
    },
  },
  {
    method: 'GET',
    path: `${path}/:id/resources`,
    does: 'lists the languages of a prompt',
    permission: `${permission}:view`,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => {
      const prompt = call.the('prompt');
      const shown = resourcesOf(prompt).map((resource) => shownResource(prompt, resource, call));
      return page(call, shown, `${path}/${prompt.id}/resources`);
    },
  },
  {
    method: 'POST',
    path: `${path}/:id/resources/:language/uploads`,
    does: 'says where to upload the audio of one language of a prompt',
    permission: `${permission}:edit`,
    answers: [200, 404],
    certainty: 'documented',
    note: 'A preview in the cloud.',
    handle: (call) => {
      const { prompt, resource } = resourceIn(call);
      return { url: presigned(call, audioPath(prompt, resource.language)), headers: {} };
    },
  },
  {
    method: 'DELETE',
    path: `${path}/:id/resources/:language/audio`,
    does: 'takes the audio from one language of a prompt; its text to speak stays',
    permission: `${permission}:edit`,
    answers: [204, 404],
    certainty: 'documented',
    handle: (call) => {
      const { prompt, resource } = resourceIn(call);
      keep(call, prompt, { ...withoutField(resource, 'durationSeconds'), uploadStatus: 'created' });
      return undefined;
    },
  },
  // Terraform's provider uploads with its token, to the address in the prompt; others to a presigned address.
  { ...takesAudio, method: 'POST', permission: `${permission}:edit`, takesBareToken: true },
  presignedRoute({ ...takesAudio, method: 'PUT' }),
];
