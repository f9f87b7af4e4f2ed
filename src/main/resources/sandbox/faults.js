// The switches for what goes wrong, and what came of it.
import { control } from './crms.js';

/** Per row: what it does, and per CRM how it is set, unset, and read. */
const ROWS = [
  row('Half of its events are lost', { webhooks: { lose: 0.5 } }, (f) => f.webhooks.lose > 0, { eventLoss: 0.5 }, 'eventLoss'),
  row('Half come twice', { webhooks: { duplicate: 0.5 } }, (f) => f.webhooks.duplicate > 0, { eventDuplicate: 0.5 }, 'eventDuplicate'),
  row('They come up to 5 s late', { webhooks: { delay: 1, delayMillis: 5000 } }, (f) => f.webhooks.delay > 0, { eventDelay: 1, eventDelayMillis: 5000 }, 'eventDelay'),
  row('They come in another order', { webhooks: { reorder: 1 } }, (f) => f.webhooks.reorder > 0, { eventReorder: 0.5 }, 'eventReorder'),
];

function row(label, hubspot, isOn, salesforce, knob) {
  const none = (it) => (typeof it === 'object' ? Object.fromEntries(Object.entries(it).map(([k, v]) => [k, k === 'delayMillis' || k === 'eventDelayMillis' ? v : none(v)])) : 0);
  return {
    label,
    hubspot: {
      set: (on) => control('hubspot', 'POST', 'faults', on ? hubspot : none(hubspot)),
      read: (state) => isOn(state.hubspot),
    },
    salesforce: {
      set: (on) => control('salesforce', 'POST', 'faults', on ? salesforce : none(salesforce)),
      read: (state) => state.salesforce[knob] > 0,
    },
  };
}

const THROTTLE = {
  label: 'It refuses calls',
  hubspot: {
    title: 'HubSpot takes six calls in ten seconds',
    set: (on) => (on ? control('hubspot', 'POST', 'limits', { tenSecondly: 6 }) : control('hubspot', 'DELETE', 'limits')),
    read: (state) => state.limits.tenSecondly <= 6,
  },
  salesforce: {
    title: 'Salesforce answers half of the calls with 503',
    set: (on) => control('salesforce', 'POST', 'faults', { unavailable: on ? 0.5 : 0 }),
    read: (state) => state.salesforce.unavailable > 0,
  },
};

export class Faults {
  constructor(root, failed) {
    this.root = root;
    this.failed = failed;
    this.switches = [];
    const body = root.querySelector('.sb-faults tbody');
    for (const fault of [...ROWS, THROTTLE]) {
      const line = document.createElement('tr');
      const head = document.createElement('th');
      head.scope = 'row';
      head.textContent = fault.label;
      line.append(head, this.cell(fault, 'hubspot', 'HubSpot'), this.cell(fault, 'salesforce', 'Salesforce'));
      body.append(line);
    }
    root.querySelector('[data-is=well]').addEventListener('click', () => this.well());
  }

  cell(fault, crm, name) {
    const cell = document.createElement('td');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'switch';
    button.setAttribute('role', 'switch');
    button.setAttribute('aria-checked', 'false');
    button.setAttribute('aria-label', `${name}: ${fault[crm].title ?? fault.label}`);
    button.title = fault[crm].title ?? '';
    button.addEventListener('click', async () => {
      try {
        await fault[crm].set(button.getAttribute('aria-checked') !== 'true');
      } catch (error) {
        this.failed(error);
      }
      await this.refresh();
    });
    this.switches.push({ button, on: fault[crm].read });
    cell.append(button);
    return cell;
  }

  async well() {
    await Promise.all([
      control('hubspot', 'DELETE', 'faults'),
      control('salesforce', 'DELETE', 'faults'),
      control('hubspot', 'DELETE', 'limits'),
    ]);
    await this.refresh();
  }

  async refresh() {
    const [hubspot, salesforce, limits, webhooks, events] = await Promise.all([
      control('hubspot', 'GET', 'faults'),
      control('salesforce', 'GET', 'faults'),
      control('hubspot', 'GET', 'limits'),
      control('hubspot', 'GET', 'webhooks'),
      control('salesforce', 'GET', 'events'),
    ]);
    const state = { hubspot, salesforce, limits };
    for (const { button, on } of this.switches) {
      button.setAttribute('aria-checked', String(Boolean(on(state))));
    }
    this.root.querySelector('[data-is=counts]').textContent =
      `HubSpot's webhooks: ${webhooks.deliveredEvents} delivered, ${webhooks.lostEvents} lost, ${webhooks.queued + webhooks.collecting + webhooks.inFlight} on their way.`
      + ` Salesforce's events: ${events.delivered} delivered, ${events.lost} lost, ${events.waiting} on their way.`;
  }
}
