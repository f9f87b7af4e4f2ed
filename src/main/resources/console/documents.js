// The configuration's document: opened from a file, copied, downloaded. Planning and applying are the server's.
import { putBack } from './kept.js';

/** What the server reads at most, in bytes. */
const BYTES_MAX = 1_000_000;

export default function start(form) {
  const text = form.querySelector('#document');
  const format = form.querySelector('#document-format');
  const file = form.querySelector('#document-file');

  // A plan is about the text that it was made of: what was typed since is not in it.
  const outdated = (event) => {
    const plan = document.getElementById('plan');
    if (event?.target !== file && plan.childElementCount > 0) {
      plan.replaceChildren();
      say(form, 'The document is not the one that was planned. Plan it to see what it would change.');
    }
  };
  form.addEventListener('input', outdated);
  form.addEventListener('change', outdated);

  const followFormat = () => {
    form.querySelector('[data-for=csv]').hidden = format.value !== 'csv';
  };
  format.addEventListener('change', followFormat);
  if (putBack(form)) {
    say(form, 'What you had written before you signed in is here again. Plan it to see what it would change.');
  }
  followFormat();

  file.addEventListener('change', async () => {
    const [chosen] = file.files;
    if (!chosen) {
      return;
    }
    if (chosen.size > BYTES_MAX) {
      say(form, `The file has ${chosen.size} bytes; at most ${BYTES_MAX} are read.`);
    } else {
      text.value = await chosen.text();
      outdated();
      const end = chosen.name.toLowerCase().split('.').pop();
      format.value = end === 'json' ? 'json' : end === 'csv' ? 'csv' : 'yaml';
      followFormat();
      say(form, `${chosen.name} was opened. Plan it to see what it would change.`);
      text.focus();
    }
    file.value = '';
  });

  // Beyond its own limit the server cuts the connection, and nobody would know why.
  form.addEventListener('htmx:configRequest', (event) => {
    const { size } = new Blob([text.value]);
    if (event.target === form && size > BYTES_MAX) {
      event.preventDefault();
      say(form, `The document has ${size} bytes; at most ${BYTES_MAX} are read. Send less at a time.`);
    } else if (event.target === form) {
      form.querySelector('[role=status]')?.remove();
    }
  });

  form.querySelector('[data-copy]').addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      say(form, 'Copied.');
    } catch {
      text.select();
      say(form, 'The browser does not allow it here; the text is selected, so copy it with the keyboard.');
    }
  });

  form.querySelector('[data-download]').addEventListener('click', () => {
    const link = document.createElement('a');
    const url = URL.createObjectURL(new Blob([text.value], { type: 'text/plain' }));
    link.href = url;
    link.download = `crosswalk.${format.value}`;
    link.click();
    URL.revokeObjectURL(url);
  });
}

function say(form, words) {
  let place = form.querySelector('[role=status]');
  if (!place) {
    place = document.createElement('p');
    place.setAttribute('role', 'status');
    place.className = 'muted';
    form.querySelector('.document').append(place);
  }
  place.textContent = words;
}
