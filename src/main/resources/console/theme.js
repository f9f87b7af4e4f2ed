// Before anything is painted: the appearance that was chosen on this machine.
(() => {
  'use strict';
  const chosen = localStorage.getItem('crosswalk.theme');
  if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.theme = chosen;
  }
})();
