// What pages need beyond what the server renders: times as the reader's clock shows them, and modules of their own.

/** Called whenever something new is shown. */
export function enliven(root) {
  for (const time of root.querySelectorAll('time[datetime]:not([title])')) {
    const at = new Date(time.dateTime);
    time.title = time.textContent;
    time.textContent = at.toLocaleString([], { dateStyle: 'medium', timeStyle: 'medium' });
  }
  // What was asked for and stands further down takes the focus, which brings it into view.
  for (const heading of root.querySelectorAll('[data-arrives]')) {
    delete heading.dataset.arrives;
    heading.focus();
  }
  for (const part of root.querySelectorAll('[data-module]:not([data-started])')) {
    part.dataset.started = '';
    import(part.dataset.module).then((module) => module.default(part));
  }
}

/** The ids of what a person has opened there. */
export function opened(root) {
  return [...root.querySelectorAll('details[open][id]')].map((it) => it.id);
}

/** What a person has opened stays open when the same is shown anew. */
export function reopen(root, ids) {
  for (const id of ids) {
    root.querySelector(`details#${CSS.escape(id)}`)?.setAttribute('open', '');
  }
}

// Who fills in the detail of a choice has made that choice.
document.addEventListener('input', (event) => {
  const choice = event.target.closest?.('.indent')?.previousElementSibling?.querySelector('input[type=radio]');
  if (choice) {
    choice.checked = true;
  }
});

/** Where the console begins: with what is left to set up, else with the mappings. */
export async function beginning(headers) {
  try {
    const answer = await fetch('/pages/start', { headers });
    const path = answer.ok ? await answer.text() : '';
    return path.startsWith('/console/') ? path : null;
  } catch {
    return null;
  }
}
