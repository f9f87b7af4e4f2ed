// The console's script: shows /pages/x for /console/x, opens panels, and tells what was refused. Pages are
// rendered by the server; htmx carries what people do on them.
import * as signIn from './sign-in.js';
import { headers, refusal, told } from './requests.js';
import { beginning, enliven, opened, reopen } from './pages.js';
import * as kept from './kept.js';
import './combobox.js';

const main = document.getElementById('main');
const panel = document.getElementById('panel');
const panelRefusal = panel.querySelector('.refusal');
const panelSaid = document.getElementById('panel-said');
const messages = document.getElementById('messages');
/** The messages that stay readable at once. */
const MESSAGES_MAX = 3;
const MESSAGE_MILLIS = 12_000;
/** While somebody types, the list follows after this pause. */
const TYPING_MILLIS = 200;

let running = new AbortController();
let opener = null;

// ---- Pages ----------------------------------------------------------------------------------------

/**
 * Shows the page of the present location.
 *
 * @param part a selector: only that part of the page is exchanged
 * @param focus whether the page's heading takes the focus, as after a click on a link
 */
async function show({ part = null, focus = false } = {}) {
  if (!signIn.isReady()) {
    needSignIn('Sign in to see this page.');
    return;
  }
  running.abort();
  const mine = new AbortController();
  running = mine;
  main.setAttribute('aria-busy', 'true');
  const path = location.pathname.replace(/^\/console/, '/pages') + location.search;
  const answer = await ask(path, mine.signal);
  if (mine.signal.aborted) {
    return;
  }
  main.removeAttribute('aria-busy');
  if (answer.refused) {
    failed(answer.refused);
    return;
  }
  const left = focus ? null : document.activeElement;
  const open = focus ? [] : opened(main);
  if (part && document.querySelector(part)) {
    htmx.swap(document.querySelector(part), answer.text, { swapStyle: 'outerHTML', swapDelay: 0, settleDelay: 0 }, { select: part });
  } else {
    htmx.swap(main, answer.text, { swapStyle: 'innerHTML', swapDelay: 0, settleDelay: 0 });
  }
  reopen(main, open);
  arrived(focus, left, part);
}

async function ask(path, signal) {
  try {
    const answer = await fetch(path, { headers: headers(), signal });
    const text = await answer.text();
    return answer.ok
      ? { text }
      : { refused: refusal(answer.status, answer.headers.get('content-type') ?? '', text) };
  } catch {
    return { refused: refusal(0, '', '') };
  }
}

/**
 * @param left what had the focus before; null if it does not matter
 * @param part a selector of what was exchanged; null for all of it
 */
function arrived(focus, left = null, part = null) {
  const heading = main.querySelector('h1');
  document.title = heading ? `${heading.textContent.trim()} · Crosswalk` : 'Crosswalk';
  markSection();
  enliven(main);
  if (focus) {
    (heading ?? main).focus();
  } else if (left && left !== document.body && document.activeElement === document.body) {
    refocus(left.id, (part && main.querySelector(part)) ?? heading);
  }
}

/** Who works by keyboard or screen reader goes on where they were, or with what took its place. */
function refocus(id, instead) {
  const there = (id && document.getElementById(id)) || instead;
  there?.focus({ preventScroll: true });
  if (there && document.activeElement !== there) {
    there.setAttribute('tabindex', '-1');
    there.focus({ preventScroll: true });
  }
}

function failed(refused) {
  if (refused.status === 401 && signIn.isConfigured()) {
    signIn.forget();
    needSignIn(refused.detail);
    return;
  }
  main.replaceChildren(told('refusal-page', { ...refused, title: refused.title.replace(/\.$/, '') }));
  arrived(true);
}

/** A panel stays as it was filled in: what is in it can be read and copied before one signs in again. */
function needSignIn(detail) {
  if (panel.open) {
    refuseInPanel({ title: 'You are not signed in any more.', detail }, '', 'sign-in-text');
  } else {
    askToSignIn(detail);
  }
}

function askToSignIn(detail) {
  kept.keep(main);
  main.removeAttribute('aria-busy');
  main.replaceChildren(told('sign-in-page', { title: 'Sign in', detail }));
  arrived(true);
}

function markSection() {
  for (const link of document.querySelectorAll('#nav a')) {
    const here = (location.pathname + '/').startsWith(link.dataset.section + '/');
    if (here) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  }
}

/** Goes to another page of the console. */
function go(url, replace = false) {
  if (replace) {
    history.replaceState(null, '', url);
  } else {
    history.pushState(null, '', url);
    scrollTo(0, 0);
  }
}

function normalised(path) {
  return path === '/console' || path === '/console/' ? '/console/objects/contact' : path;
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return;
  }
  const url = new URL(link.href);
  const ours = url.origin === location.origin && (url.pathname === '/console' || url.pathname.startsWith('/console/'));
  if (!ours || link.target || link.hasAttribute('download')) {
    return;
  }
  event.preventDefault();
  if (link.hasAttribute('data-stays')) {
    panel.querySelector('[data-leaves]')?.removeAttribute('data-leaves');
  }
  if (url.hash && url.pathname === location.pathname && url.search === location.search) {
    document.getElementById(url.hash.slice(1))?.focus();
    return;
  }
  closeMenu();
  panel.close();
  go(normalised(url.pathname) + url.search);
  show({ part: link.dataset.target ?? null, focus: !link.dataset.target });
});

addEventListener('popstate', () => {
  panel.close();
  show({ focus: true });
});

// ---- Filters: forms that only change what the location says ----------------------------------------

function follow(form, replace) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value !== '') {
      query.append(name, value);
    }
  }
  const text = query.toString();
  go(form.getAttribute('action') + (text ? `?${text}` : ''), replace);
  show({ part: form.dataset.target ?? null });
}

let typing = 0;
document.addEventListener('input', (event) => {
  // What costs a call to a CRM waits for Enter.
  const form = event.target.closest('form[data-navigate]:not([data-waits])');
  if (form && event.target.matches('input[type=search], input[type=text]')) {
    clearTimeout(typing);
    typing = setTimeout(() => follow(form, true), TYPING_MILLIS);
  }
});
document.addEventListener('change', (event) => {
  const form = event.target.closest('form[data-navigate]');
  if (form && event.target.matches('select, input[type=checkbox], input[type=radio]')) {
    follow(form, true);
  }
});
document.addEventListener('submit', (event) => {
  if (event.target.matches('form[data-navigate]')) {
    event.preventDefault();
    clearTimeout(typing);
    follow(event.target, false);
  }
});

// ---- What htmx carries ----------------------------------------------------------------------------

document.body.addEventListener('htmx:configRequest', (event) => {
  if (!signIn.isReady()) {
    event.preventDefault();
    // What asks by itself must not take away what a person is at.
    if (event.detail.elt.closest('#nav')) {
      return;
    }
    needSignIn('You were signed out, because the time of your sign-in is over. Nothing was changed.');
    return;
  }
  Object.assign(event.detail.headers, headers());
});

document.body.addEventListener('htmx:beforeRequest', (event) => {
  const from = event.detail.elt;
  if (event.detail.target?.id === 'panel-body' && !panel.open) {
    opener = from.id || null;
  }
  // What asks by itself takes no refusal away that a person's own step has got.
  if (panel.contains(from) && !from.hasAttribute('data-keeps-refusal') && !polls(from)) {
    panelRefusal.hidden = true;
    panelSaid.textContent = '';
  }
  from.setAttribute('aria-busy', 'true');
});
document.body.addEventListener('htmx:afterRequest', (event) => {
  event.detail.elt.removeAttribute('aria-busy');
  if (event.detail.successful) {
    // What has been exchanged meanwhile is told of by its parent.
    worksAgain(event.detail.requestConfig.elt.id);
  }
});

let left = [];
/** What had the focus in what is exchanged, and where that is. */
let lost = null;
document.body.addEventListener('htmx:beforeSwap', (event) => {
  const { target } = event.detail;
  const from = document.activeElement;
  left = opened(target);
  lost = from !== document.body && target.contains(from)
    ? { id: from.id, href: from.getAttribute('href'), place: target.id }
    : null;
});
document.body.addEventListener('htmx:afterSettle', () => enliven(document.body));
document.body.addEventListener('htmx:afterSwap', (event) => {
  reopen(document, left);
  left = [];
  if (event.detail.target?.id === 'panel-body') {
    openPanel();
  } else if (lost && event.detail.target && document.activeElement === document.body) {
    keepFocus(lost);
  }
  lost = null;
  tidyMessages();
});

/** A step has taken its own button away: who pressed it goes on where its answer stands. */
function keepFocus({ id, href, place }) {
  const now = place ? document.getElementById(place) : null;
  const around = panel.open ? panel.querySelector('#panel-title') : main.querySelector('h1');
  const link = href && now && [...now.querySelectorAll('a[href]')].find((it) => it.getAttribute('href') === href);
  refocus(id, link || (now?.querySelector('[tabindex="-1"]') ?? now ?? around));
}

for (const failure of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) {
  document.body.addEventListener(failure, (event) => {
    const { xhr, elt } = event.detail;
    const answered = failure === 'htmx:responseError';
    const refused = answered
      ? refusal(xhr.status, xhr.getResponseHeader('content-type') ?? '', xhr.responseText)
      : refusal(0, '', '');
    // What asks by itself must not cover what a person reads.
    if (elt.closest('#nav')) {
      return;
    }
    if (refused.status === 401 && signIn.isConfigured()) {
      failed(refused);
    } else if (panel.open) {
      refuseInPanel(refused, elt.id);
    } else {
      say(refused, elt.id);
    }
  });
}

// ---- Messages -------------------------------------------------------------------------------------

/** Whether an element asks again and again by itself. */
function polls(element) {
  return (element.getAttribute('hx-trigger') ?? '').startsWith('every');
}

/**
 * @param from the id of what was refused: the same of it is not said twice
 */
function say(refused, from) {
  const said = `${refused.code} ${refused.detail}`;
  if ([...messages.children].some((it) => from && it.dataset.from === from && it.dataset.said === said)) {
    return;
  }
  worksAgain(from);
  const message = document.createElement('div');
  message.className = 'message refused';
  message.dataset.stays = '';
  message.dataset.from = from;
  message.dataset.said = said;
  message.append(told('refusal-text', refused));
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'quiet';
  close.dataset.dismiss = '';
  close.textContent = 'Dismiss';
  message.append(close);
  messages.append(message);
  tidyMessages();
}

function tidyMessages() {
  while (messages.children.length > MESSAGES_MAX) {
    messages.firstElementChild.remove();
  }
  for (const message of messages.querySelectorAll('.message:not([data-stays])')) {
    message.dataset.stays = '';
    // Behind an open panel nobody is told of it.
    if (panel.open) {
      panelSaid.textContent = message.querySelector('p').textContent;
    }
    setTimeout(() => message.matches(':hover, :focus-within') || message.remove(), MESSAGE_MILLIS);
  }
}

/** What failed and now works leaves no message behind. */
function worksAgain(from) {
  if (!from) {
    return;
  }
  for (const message of messages.querySelectorAll('.message[data-from]')) {
    if (message.dataset.from === from) {
      message.remove();
    }
  }
  if (panelRefusal.dataset.from === from) {
    panelRefusal.hidden = true;
  }
}

function refuseInPanel(refused, from = '', template = 'refusal-text') {
  const text = told(template, refused);
  panelRefusal.dataset.from = from;
  if (!panelRefusal.hidden && panelRefusal.textContent === text.textContent) {
    return;
  }
  panelRefusal.replaceChildren(text);
  panelRefusal.hidden = false;
  panelRefusal.scrollIntoView({ block: 'nearest' });
}

// ---- Panels ---------------------------------------------------------------------------------------

function openPanel() {
  const opens = !panel.open;
  if (opens) {
    panelRefusal.hidden = true;
    panel.showModal();
  }
  // A panel that goes on with something else has lost what had the focus.
  if (opens || !panel.contains(document.activeElement)) {
    (panel.querySelector('[data-first]') ?? panel.querySelector('#panel-title'))?.focus();
  }
}

panel.addEventListener('close', () => {
  const preview = panel.querySelector('[data-leaves]');
  if (preview) {
    // A preview that nobody lets run takes no place among the runs.
    fetch(preview.dataset.leaves, { method: 'POST', headers: headers(), keepalive: true }).catch(() => {});
  }
  document.getElementById('panel-body').replaceChildren();
  panelSaid.textContent = '';
  if (opener) {
    document.getElementById(opener)?.focus();
  }
  opener = null;
});
panel.addEventListener('mousedown', (event) => {
  // The panel's own margin and scrollbar are the panel too; around it is what it covers.
  const { left, right, top, bottom } = panel.getBoundingClientRect();
  const inside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
  if (event.target === panel && !inside) {
    panel.close();
  }
});
document.body.addEventListener('crosswalk:refused', ({ detail }) =>
  detail.status === 401 && signIn.isConfigured() ? failed(detail) : refuseInPanel(detail));
document.body.addEventListener('crosswalk:accepted', () => {
  panelRefusal.hidden = true;
});
document.body.addEventListener('close-panel', () => panel.close());
function refresh() {
  document.body.dispatchEvent(new CustomEvent('crosswalk:changed'));
  show();
}

document.body.addEventListener('refresh', refresh);
document.body.addEventListener('run-ended', () => panel.open && refresh());

document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) {
    return;
  }
  if (button.hasAttribute('data-close')) {
    panel.close();
  } else if (button.hasAttribute('data-dismiss')) {
    button.closest('.message').remove();
  } else if (button.hasAttribute('data-again')) {
    show({ focus: true });
  } else if (button.hasAttribute('data-sign-in')) {
    signIn.begin().catch((error) => needSignIn(error.message));
  } else if (button.id === 'sign-out') {
    kept.forget();
    signIn.end();
  } else if (button.id === 'menu') {
    toggleMenu();
  } else if (button.id === 'theme') {
    nextTheme(button);
  }
});

// ---- Bar ------------------------------------------------------------------------------------------

function toggleMenu() {
  const menu = document.getElementById('menu');
  menu.setAttribute('aria-expanded', String(menu.getAttribute('aria-expanded') !== 'true'));
}

function closeMenu() {
  document.getElementById('menu').setAttribute('aria-expanded', 'false');
}

const THEMES = { system: 'as the system', light: 'light', dark: 'dark' };

function nextTheme(button) {
  const names = Object.keys(THEMES);
  const now = document.documentElement.dataset.theme ?? 'system';
  const next = names[(names.indexOf(now) + 1) % names.length];
  if (next === 'system') {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem('crosswalk.theme');
  } else {
    document.documentElement.dataset.theme = next;
    localStorage.setItem('crosswalk.theme', next);
  }
  nameTheme(button);
}

function nameTheme(button) {
  const text = `Appearance: ${THEMES[document.documentElement.dataset.theme ?? 'system']}`;
  button.title = text;
  button.querySelector('.unseen').textContent = text;
}

// ---- Start ----------------------------------------------------------------------------------------

async function start() {
  nameTheme(document.getElementById('theme'));
  try {
    const back = await signIn.complete();
    if (back) {
      history.replaceState(null, '', back);
    }
  } catch (error) {
    askToSignIn(error.message);
    return;
  }
  const bare = /^\/console\/?$/.test(location.pathname) && signIn.isReady();
  const first = bare ? await beginning(headers()) : null;
  history.replaceState(null, '', first ?? normalised(location.pathname) + location.search);
  const out = document.getElementById('sign-out');
  if (out) {
    out.hidden = !signIn.isReady();
  }
  if (signIn.isReady()) {
    document.body.dispatchEvent(new CustomEvent('crosswalk:ready'));
  }
  await show();
}

start();
