// The first page: two parts, one at a time.

const wantedTab = location.hash.slice(1);
showTab(document.querySelector(`[data-tab="${CSS.escape(wantedTab)}"]`) ? wantedTab : 'business');
addEventListener('hashchange', () => {
  const id = location.hash.slice(1);
  if (document.querySelector(`[data-tab="${CSS.escape(id)}"]`)) showTab(id);
});
