// Two CRMs side by side: cells that can be edited, what changes live, and switches for faults.
import { OBJECTS, pairs, switchedOff, writeHubspot, writeSalesforce } from './crms.js';
import { Faults } from './faults.js';

const PAGE_SIZE = 8;
const LOG_MAX = 60;
const COUNTS_EVERY_MILLIS = 2_000;
const TYPING_MILLIS = 250;
/** A change of the other side within this time is taken for the answer to a person's edit. */
const FOLLOWS_WITHIN_MILLIS = 120_000;

export default function start(root) {
  loadStyle();
  new Page(root);
}

function loadStyle() {
  if (!document.getElementById('sandbox-style')) {
    const link = document.createElement('link');
    link.id = 'sandbox-style';
    link.rel = 'stylesheet';
    link.href = '/sandbox/page/page.css';
    document.head.append(link);
  }
}

class Page {
  constructor(root) {
    this.root = root;
    this.type = 'contacts';
    this.from = 0;
    this.words = '';
    this.inputs = new Map();
    this.edited = new Map();
    this.tabs = [...root.querySelectorAll('[role=tab]')];
    this.faults = new Faults(root, (error) => this.note(error.message));
    this.listen();
    this.load();
    this.feed();
    this.count();
  }

  is(name) {
    return this.root.querySelector(`[data-is=${name}]`);
  }

  // ---- Which records ------------------------------------------------------------------------------

  listen() {
    for (const tab of this.tabs) {
      tab.addEventListener('click', () => this.choose(tab));
      tab.addEventListener('keydown', (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step) {
          const next = this.tabs[(this.tabs.indexOf(tab) + step + this.tabs.length) % this.tabs.length];
          next.focus();
          this.choose(next);
        }
      });
    }
    const search = this.root.querySelector('#sb-search');
    let typing = 0;
    search.addEventListener('input', () => {
      clearTimeout(typing);
      typing = setTimeout(() => {
        this.words = search.value.trim();
        this.from = 0;
        this.load();
      }, TYPING_MILLIS);
    });
    this.is('search').addEventListener('submit', (event) => event.preventDefault());
    this.is('back').addEventListener('click', () => this.turn(-PAGE_SIZE));
    this.is('on').addEventListener('click', () => this.turn(PAGE_SIZE));
  }

  choose(tab) {
    for (const each of this.tabs) {
      each.setAttribute('aria-selected', String(each === tab));
      each.tabIndex = each === tab ? 0 : -1;
    }
    this.root.querySelector('#sb-crms').setAttribute('aria-labelledby', tab.id);
    this.type = tab.dataset.type;
    this.from = 0;
    this.load();
  }

  turn(by) {
    this.from = Math.max(0, this.from + by);
    this.load();
  }

  async load() {
    const loading = (this.loading = {});
    try {
      const [page, off] = await Promise.all([pairs(this.type, this.words, this.from, PAGE_SIZE), switchedOff()]);
      if (this.loading === loading) {
        this.show(page);
        this.tellOff(off);
      }
    } catch (error) {
      this.note(`The records cannot be shown: ${error.message}`);
    }
  }

  tellOff(off) {
    const notice = this.is('off');
    notice.hidden = !off.has(this.type);
    const link = document.createElement('a');
    link.href = `/console/objects/${OBJECTS[this.type].object}`;
    link.textContent = 'turn it on';
    notice.replaceChildren(`Sync of ${this.type} is off, so nothing follows: `, link, '.');
  }

  show(page) {
    this.inputs.clear();
    for (const crm of ['hubspot', 'salesforce']) {
      const table = this.root.querySelector(`.sb-${crm} table`);
      table.tHead.replaceChildren(this.headings(crm));
      table.tBodies[0].replaceChildren(...page.pairs.map((pair) => this.line(crm, pair)));
    }
    for (const pair of page.pairs) {
      this.compare(pair);
    }
    const last = this.from + page.pairs.length;
    this.is('range').textContent = page.total === 0 ? 'Nothing found' : `${this.from + 1}–${last} of ${page.total}`;
    this.is('back').disabled = this.from === 0;
    this.is('on').disabled = page.next === null;
  }

  headings(crm) {
    const line = document.createElement('tr');
    for (const [label, property, field] of OBJECTS[this.type].columns) {
      const head = document.createElement('th');
      head.scope = 'col';
      head.textContent = label;
      head.title = crm === 'hubspot' ? property : field;
      line.append(head);
    }
    if (crm === 'hubspot') {
      const why = document.createElement('th');
      why.scope = 'col';
      why.className = 'sb-why';
      const name = document.createElement('span');
      name.className = 'unseen';
      name.textContent = 'Why';
      why.append(name);
      line.append(why);
    }
    return line;
  }

  line(crm, pair) {
    const line = document.createElement('tr');
    const there = crm === 'hubspot' ? pair.hubspot : pair.salesforce;
    if (there === null) {
      const none = document.createElement('td');
      none.colSpan = OBJECTS[this.type].columns.length;
      none.className = 'muted sb-none';
      none.textContent = pair.salesforceId ? 'Its partner is gone' : 'No partner';
      line.append(none);
      return line;
    }
    OBJECTS[this.type].columns.forEach((column, at) => line.append(this.cell(crm, pair, column, at)));
    if (crm === 'hubspot') {
      line.append(this.why(pair));
    }
    return line;
  }

  why(pair) {
    const cell = document.createElement('td');
    cell.className = 'sb-why';
    const link = document.createElement('a');
    link.href = `/console/records/${OBJECTS[this.type].object}/${pair.hubspotId}`;
    link.textContent = 'Why';
    link.setAttribute('aria-label', `Why: ${this.nameOf(pair)}`);
    cell.append(link);
    return cell;
  }

  nameOf(pair) {
    const columns = OBJECTS[this.type].columns;
    const first = pair.hubspot[columns[0][1]] ?? '';
    return this.type === 'contacts' ? `${first} ${pair.hubspot.lastname ?? ''}`.trim() || pair.hubspotId : first || pair.hubspotId;
  }

  cell(crm, pair, [label, property, field], at) {
    const name = crm === 'hubspot' ? property : field;
    const id = crm === 'hubspot' ? pair.hubspotId : pair.salesforceId;
    const input = document.createElement('input');
    input.type = 'text';
    input.autocomplete = 'off';
    input.spellcheck = false;
    input.value = text((crm === 'hubspot' ? pair.hubspot : pair.salesforce)[name]);
    input.dataset.held = input.value;
    input.setAttribute('aria-label', `${label} of ${this.nameOf(pair)} in ${crm === 'hubspot' ? 'HubSpot' : 'Salesforce'}`);
    input.addEventListener('change', () => this.write(crm, pair, name, input));
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        input.value = input.dataset.held;
      } else if (event.key === 'Enter') {
        input.blur();
        input.focus();
      }
    });
    this.inputs.set(`${crm}/${id}/${name}`, { input, pair, at, label });
    const cell = document.createElement('td');
    cell.append(input);
    return cell;
  }

  async write(crm, pair, name, input) {
    input.classList.remove('sb-refused');
    try {
      await (crm === 'hubspot'
        ? writeHubspot(this.type, pair.hubspotId, name, input.value)
        : writeSalesforce(this.type, pair.salesforceId, name, input.value));
      input.dataset.held = input.value;
      this.compare(pair);
    } catch (error) {
      input.classList.add('sb-refused');
      this.note(`${crm === 'hubspot' ? 'HubSpot' : 'Salesforce'} refuses it: ${error.message}`);
    }
  }

  /** Marks the cells whose sides differ. */
  compare(pair) {
    if (pair.salesforce === null) {
      return;
    }
    for (const [, property, field] of OBJECTS[this.type].columns) {
      const one = this.inputs.get(`hubspot/${pair.hubspotId}/${property}`)?.input;
      const other = this.inputs.get(`salesforce/${pair.salesforceId}/${field}`)?.input;
      if (one && other) {
        const differs = !same(one.value, other.value);
        for (const input of [one, other]) {
          input.parentElement.classList.toggle('sb-differs', differs);
          input.title = differs ? 'The sides differ' : '';
        }
      }
    }
  }

  // ---- What changes -------------------------------------------------------------------------------

  feed() {
    const source = new EventSource('/sandbox/feed');
    const live = this.is('live');
    source.addEventListener('open', () => say(live, 'ok', 'Live'));
    source.addEventListener('error', () => say(live, 'warning', 'Reconnecting'));
    source.addEventListener('message', (event) => {
      if (!this.root.isConnected) {
        source.close();
        return;
      }
      this.changed(JSON.parse(event.data));
    });
    const left = setInterval(() => {
      if (!this.root.isConnected) {
        source.close();
        clearInterval(left);
      }
    }, 1_000);
  }

  changed(change) {
    const found = change.name === null ? null : this.inputs.get(`${change.crm}/${change.id}/${change.name}`);
    if (found) {
      const { input } = found;
      if (input !== document.activeElement || input.value === input.dataset.held) {
        input.value = text(change.value);
      }
      input.dataset.held = text(change.value);
      flash(input.parentElement);
      this.compare(found.pair);
    }
    if (found || change.kind !== 'CHANGED') {
      this.log(change, found);
    }
  }

  log(change, found) {
    const key = found ? `${found.pair.hubspotId}/${found.at}` : '';
    const at = Date.parse(change.at);
    const edit = this.edited.get(key);
    let after = null;
    if (change.by === 'APP' && edit && at - edit < FOLLOWS_WITHIN_MILLIS) {
      after = Math.max(0, at - edit) / 1_000;
    } else if (change.by !== 'APP' && found) {
      this.edited.set(key, at);
    }
    this.is('none')?.remove();
    const list = this.is('log');
    list.prepend(entry(change, found, found ? this.nameOf(found.pair) : `${change.type} ${change.id}`, after));
    while (list.children.length > LOG_MAX) {
      list.lastElementChild.remove();
    }
  }

  note(words) {
    this.is('none')?.remove();
    const item = document.createElement('li');
    item.className = 'sb-noted';
    item.textContent = words;
    this.is('log').prepend(item);
  }

  async count() {
    while (this.root.isConnected) {
      try {
        await this.faults.refresh();
      } catch {
        // The process restarts; the next turn tells.
      }
      await new Promise((done) => setTimeout(done, COUNTS_EVERY_MILLIS));
    }
  }
}

function entry(change, found, name, after) {
  const item = document.createElement('li');
  const time = document.createElement('time');
  time.dateTime = change.at;
  time.textContent = new Date(change.at).toLocaleTimeString([], { hour12: false });
  const crm = document.createElement('span');
  crm.className = `side-${change.crm} sb-crm-name`;
  crm.textContent = change.crm === 'hubspot' ? 'HubSpot' : 'Salesforce';
  const words = document.createElement('span');
  words.className = 'sb-words';
  const who = { APP: 'Crosswalk', PERSON: 'a person', OTHER: 'another program' }[change.by];
  const what = found
    ? `${found.label} of ${name} ${change.value === null ? 'cleared' : `became “${change.value}”`}`
    : `${name} ${change.kind.toLowerCase()}`;
  words.textContent = `${what}, by ${who}`;
  item.append(time, crm, words);
  if (after !== null) {
    const pace = document.createElement('span');
    pace.className = 'tag sb-pace';
    pace.textContent = `after ${after.toFixed(1)} s`;
    item.append(pace);
  }
  return item;
}

function text(value) {
  return value === null || value === undefined ? '' : String(value);
}

function same(one, other) {
  return one === other || (one !== '' && other !== '' && Number(one) === Number(other));
}

function say(chip, level, words) {
  chip.className = `chip ${level}`;
  chip.textContent = words;
}

function flash(cell) {
  cell.classList.remove('sb-flash');
  // Reading the width has the animation begin anew.
  void cell.offsetWidth;
  cell.classList.add('sb-flash');
}
