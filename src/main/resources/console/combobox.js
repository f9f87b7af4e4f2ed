// Searchable pickers: the ARIA combobox pattern with a list that the server searches. What cannot be chosen stays
// in the list with its reason, and says it when somebody tries.
import { headers, refusal } from './requests.js';

const TYPING_MILLIS = 150;
const asked = new WeakMap();
let typing = 0;

function partsOf(element) {
  const box = element.closest?.('[data-combobox]');
  return box && {
    box,
    input: box.querySelector('[role=combobox]'),
    value: box.querySelector('input[type=hidden]'),
    list: box.querySelector('[role=listbox]'),
    chosen: box.querySelector('[data-chosen]'),
    count: box.querySelector('[data-count]'),
  };
}

/** Shows what fits the text; what was chosen in the other pickers of the form greys the rest. */
async function search(parts) {
  const turn = (asked.get(parts.box) ?? 0) + 1;
  asked.set(parts.box, turn);
  const query = new URLSearchParams({ search: parts.value.value ? '' : parts.input.value });
  for (const other of parts.box.closest('form').querySelectorAll('[data-combobox] input[type=hidden]')) {
    if (other !== parts.value && other.value) {
      query.set(other.name, other.value);
    }
  }
  let answer;
  try {
    answer = await fetch(`${parts.box.dataset.options}?${query}`, { headers: headers() });
  } catch {
    refuse(parts, refusal(0, '', ''));
    return;
  }
  const text = await answer.text();
  if (turn !== asked.get(parts.box) || document.activeElement !== parts.input) {
    return;
  }
  if (!answer.ok) {
    refuse(parts, refusal(answer.status, answer.headers.get('content-type') ?? '', text));
    return;
  }
  // The server's own template, which escaped what the CRMs said.
  parts.list.innerHTML = text;
  const options = parts.list.querySelectorAll('[role=option]');
  parts.count.textContent = options.length === 1 ? '1 result' : `${options.length} results`;
  open(parts);
}

function open(parts) {
  parts.list.hidden = false;
  parts.input.setAttribute('aria-expanded', 'true');
}

function close(parts) {
  clearTimeout(typing);
  asked.set(parts.box, (asked.get(parts.box) ?? 0) + 1);
  parts.list.hidden = true;
  parts.input.setAttribute('aria-expanded', 'false');
  parts.input.removeAttribute('aria-activedescendant');
}

function isOpen(parts) {
  return !parts.list.hidden;
}

function active(parts) {
  const id = parts.input.getAttribute('aria-activedescendant');
  return id ? document.getElementById(id) : null;
}

function activate(parts, option) {
  for (const other of parts.list.querySelectorAll('[aria-selected=true]')) {
    other.setAttribute('aria-selected', 'false');
  }
  if (option) {
    option.setAttribute('aria-selected', 'true');
    parts.input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }
}

function step(parts, by) {
  const options = [...parts.list.querySelectorAll('[role=option]')];
  if (options.length === 0) {
    return;
  }
  const at = options.indexOf(active(parts));
  const next = at < 0 ? (by > 0 ? 0 : options.length - 1) : (at + by + options.length) % options.length;
  activate(parts, options[next]);
}

function choose(parts, option) {
  if (option.getAttribute('aria-disabled') === 'true') {
    refuse(parts, { title: 'This one cannot be chosen.', detail: option.dataset.why, code: '' });
    return;
  }
  parts.input.value = option.dataset.label;
  parts.value.value = option.dataset.name;
  parts.chosen.textContent = `${option.dataset.name} · ${option.dataset.type}`;
  close(parts);
  parts.box.dispatchEvent(new CustomEvent('crosswalk:accepted', { bubbles: true }));
  parts.value.dispatchEvent(new Event('change', { bubbles: true }));
}

function unchoose(parts) {
  if (parts.value.value) {
    parts.value.value = '';
    parts.chosen.textContent = '';
    parts.value.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

function refuse(parts, what) {
  parts.box.dispatchEvent(new CustomEvent('crosswalk:refused', { bubbles: true, detail: what }));
}

document.addEventListener('input', (event) => {
  const parts = partsOf(event.target);
  if (parts && event.target === parts.input) {
    unchoose(parts);
    clearTimeout(typing);
    typing = setTimeout(() => search(parts), TYPING_MILLIS);
  }
});

// What is typed into a picker is no change of the form: only what is chosen is.
document.addEventListener('change', (event) => {
  if (event.target.matches?.('[data-combobox] [role=combobox]')) {
    event.stopPropagation();
  }
}, true);

document.addEventListener('click', (event) => {
  const parts = partsOf(event.target);
  if (!parts) {
    return;
  }
  const option = event.target.closest('[role=option]');
  if (option) {
    choose(parts, option);
  } else if (event.target === parts.input && !isOpen(parts)) {
    search(parts);
  }
});

// The text keeps the focus while somebody clicks into the list.
document.addEventListener('mousedown', (event) => {
  if (event.target.closest?.('[data-combobox] [role=listbox]')) {
    event.preventDefault();
  }
});

document.addEventListener('focusout', (event) => {
  const parts = partsOf(event.target);
  if (parts && !parts.box.contains(event.relatedTarget)) {
    close(parts);
    // What was typed and not chosen is no choice, and must not look like one; another window is no leaving.
    if (!parts.value.value && document.activeElement !== parts.input) {
      parts.input.value = '';
    }
  }
});

document.addEventListener('keydown', (event) => {
  const parts = partsOf(event.target);
  if (!parts || event.target !== parts.input) {
    return;
  }
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      event.preventDefault();
      if (isOpen(parts)) {
        step(parts, event.key === 'ArrowDown' ? 1 : -1);
      } else {
        search(parts);
      }
      break;
    case 'Enter': {
      const option = isOpen(parts) && active(parts);
      // Without an option under it, Enter belongs to the form only once something is chosen.
      if (isOpen(parts) || !parts.value.value) {
        event.preventDefault();
      }
      if (option) {
        choose(parts, option);
      }
      break;
    }
    case 'Escape':
      if (isOpen(parts)) {
        // The first Escape closes the list, the next one the panel.
        event.preventDefault();
        event.stopPropagation();
        close(parts);
      }
      break;
    case 'Tab':
      close(parts);
      break;
    default:
  }
});
