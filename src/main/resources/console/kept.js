// What somebody has written and must not lose when a sign-in ends: it rests in the tab until they are back.
const KEPT = 'crosswalk.kept';

/** Keeps the form that the page says is worth it, if anything was written into it. */
export function keep(root) {
  const form = root.querySelector('form[data-kept]');
  const written = form && [...form.querySelectorAll('textarea')].some((it) => it.value !== it.defaultValue);
  if (!written) {
    return;
  }
  try {
    sessionStorage.setItem(KEPT, JSON.stringify({ form: form.id, fields: [...new FormData(form)] }));
  } catch {
    // The tab has no room for it: it is lost as it was before.
  }
}

/** Whether something was there to be put back. */
export function putBack(form) {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
  if (kept?.form !== form.id) {
    return false;
  }
  forget();
  for (const [name, value] of kept.fields) {
    const field = form.elements.namedItem(name);
    if (field) {
      field.value = value;
    }
  }
  return true;
}

export function forget() {
  sessionStorage.removeItem(KEPT);
}
