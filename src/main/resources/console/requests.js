// How the console asks its server, and what it shows when that refuses.
import * as signIn from './sign-in.js';

/** What every request carries: a page of another site cannot send this without being asked first. */
export function headers() {
  const all = { 'X-Crosswalk-Console': '1' };
  const token = signIn.token();
  if (token) {
    all.Authorization = `Bearer ${token}`;
  }
  return all;
}

/** The refusal that an answer is: problem+json of ours, or whatever stood in between said. */
export function refusal(status, type, text) {
  if (status === 0) {
    return {
      status,
      title: 'Crosswalk cannot be reached.',
      detail: 'The request did not arrive, or no answer came back. Check the connection, then try again.',
      code: 'UNREACHABLE',
    };
  }
  if (type.includes('json')) {
    try {
      const said = JSON.parse(text);
      const detail = said.detail ?? said.message;
      if (typeof detail === 'string') {
        return { status, title: `${titleOf(status)}.`, detail, code: String(said.code ?? `HTTP_${status}`) };
      }
    } catch {
      // It is not what it says that it is: the status has to do.
    }
  }
  return {
    status,
    title: `${titleOf(status)}.`,
    detail: 'The server gave no reason. Try again; if it stays so, its log says more.',
    code: `HTTP_${status}`,
  };
}

function titleOf(status) {
  switch (status) {
    case 401: return 'You are not signed in';
    case 403: return 'You may not do this';
    case 404: return 'It is not there';
    case 409: return 'This cannot be done as things are';
    case 412: return 'Somebody changed it meanwhile';
    case 413: return 'That is too much at once';
    case 400:
    case 422: return 'This cannot be done';
    case 503: return 'It cannot be done now';
    default: return 'The request failed';
  }
}

/** A copy of a template with the refusal's words in it, always as text. */
export function told(templateId, what) {
  const copy = document.getElementById(templateId).content.cloneNode(true);
  for (const place of copy.querySelectorAll('[data-is]')) {
    place.textContent = what[place.dataset.is] ?? '';
  }
  return copy;
}
