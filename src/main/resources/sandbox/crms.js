// Both simulated CRMs, over their own APIs, as a person in their pages would use them.
const HUBSPOT = '/sandbox/hubspot/crm/v3/objects';
const SALESFORCE = '/sandbox/salesforce/services/data/v62.0';

/** Per object what is shown: label, property, field. */
export const OBJECTS = {
  contacts: {
    object: 'contact',
    salesforce: 'Contact',
    link: 'salesforcecontactid',
    columns: [
      ['First name', 'firstname', 'FirstName'],
      ['Last name', 'lastname', 'LastName'],
      ['Job title', 'jobtitle', 'Title'],
      ['Phone', 'phone', 'Phone'],
    ],
  },
  companies: {
    object: 'company',
    salesforce: 'Account',
    link: 'salesforceaccountid',
    columns: [
      ['Name', 'name', 'Name'],
      ['Phone', 'phone', 'Phone'],
      ['City', 'city', 'BillingCity'],
      ['Website', 'website', 'Website'],
    ],
  },
  deals: {
    object: 'deal',
    salesforce: 'Opportunity',
    link: 'hs_salesforceopportunityid',
    columns: [
      ['Name', 'dealname', 'Name'],
      ['Amount', 'amount', 'Amount'],
      ['Description', 'description', 'Description'],
    ],
  },
};

async function call(method, url, body) {
  const answer = await fetch(url, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  const json = text ? JSON.parse(text) : null;
  if (!answer.ok) {
    const said = Array.isArray(json) ? json[0]?.message : json?.message;
    throw new Error(said ?? `HTTP ${answer.status}`);
  }
  return json;
}

/** A page of pairs: what HubSpot has, with the Salesforce record that it names. */
export async function pairs(type, words, after, limit) {
  const { columns, link, salesforce } = OBJECTS[type];
  const found = await call('POST', `${HUBSPOT}/${type}/search`, {
    query: words,
    limit,
    after: String(after),
    properties: [...columns.map((column) => column[1]), link],
  });
  const ids = found.results.map((record) => record.properties[link]).filter(Boolean);
  const partners = await partnersOf(salesforce, ids, columns.map((column) => column[2]));
  return {
    total: found.total,
    next: found.paging?.next?.after ? Number(found.paging.next.after) : null,
    pairs: found.results.map((record) => ({
      hubspotId: record.id,
      salesforceId: record.properties[link] || null,
      hubspot: record.properties,
      salesforce: partners.get(record.properties[link]) ?? null,
    })),
  };
}

async function partnersOf(type, ids, fields) {
  if (ids.length === 0) {
    return new Map();
  }
  const quoted = ids.filter((id) => /^[A-Za-z0-9]{15,18}$/.test(id)).map((id) => `'${id}'`);
  const query = `SELECT Id, ${fields.join(', ')} FROM ${type} WHERE Id IN (${quoted.join(', ')})`;
  const answer = await call('GET', `${SALESFORCE}/query?q=${encodeURIComponent(query)}`);
  return new Map(answer.records.map((record) => [record.Id, record]));
}

export function writeHubspot(type, id, property, value) {
  return call('PATCH', `${HUBSPOT}/${type}/${id}`, { properties: { [property]: value } });
}

export function writeSalesforce(type, id, field, value) {
  const sent = value === '' ? null : field === 'Amount' ? Number(value) : value;
  return call('PATCH', `${SALESFORCE}/sobjects/${OBJECTS[type].salesforce}/${id}`, { [field]: sent });
}

export function control(crm, method, what, body) {
  return call(method, `/sandbox/${crm}/_control/${what}`, body);
}

/** The objects that do not sync. */
export async function switchedOff() {
  const objects = await call('GET', '/api/objects');
  return new Set(objects.items.filter((it) => !it.syncEnabled).map((it) => it.hubspotType));
}
