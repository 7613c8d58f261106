// The chat as the browser keeps it: each tab its own, also when it is loaded again or duplicated; a new tab begins with
// the newest of all. What cannot be kept (private windows, full storage) is not.
window.goujiKeep = (key, turns) => {
  for (const store of ['sessionStorage', 'localStorage']) {
    try { window[store].setItem(key, JSON.stringify(turns ?? [])); } catch (e) { /* not kept, then */ }
  }
};
window.goujiKept = key => {
  for (const store of ['sessionStorage', 'localStorage']) {
    try {
      const kept = window[store].getItem(key);
      if (kept !== null) return JSON.parse(kept);
    } catch (e) { /* not kept, or damaged */ }
  }
  return [];
};
