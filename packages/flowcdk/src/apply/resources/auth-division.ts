import { collection, type ResourceKind } from '../resource-kind';

const path = '/api/v2/authorization/divisions';
const division = collection({
  path,
  fixed: ['home'],
  removal: '?force=false',
  body: (given) => {
    given.value('home');
    return { name: given.text('name'), description: given.text('description') ?? '' };
  },
});

/** With `home` the home division is meant, which is there already and stays. */
export const authDivision: ResourceKind = {
  ...division,
  create: async (given, api, begun) => {
    if (given.value('home') !== true) return division.create(given, api, begun);
    const made = { id: String((await api.get(`${path}/home`))['id']), home: true };
    return { ...made, ...(await division.update(made, given, api)) };
  },
  remove: async (made, api) => {
    if (made['home'] !== true) await division.remove(made, api);
  },
};
