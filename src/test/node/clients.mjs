// The vendors' own clients, unchanged, against the simulated CRMs: an edit through one of them must
// show through the other. Usage: node clients.mjs http://localhost:8080 <index of a linked contact>
import { Client } from '@hubspot/api-client';
import jsforce from 'jsforce';

const [base, index] = [process.argv[2], Number(process.argv[3] ?? 0)];
const hubspot = new Client({
  accessToken: 'sandbox',
  basePath: `${base}/sandbox/hubspot`,
  limiterOptions: { minTime: 0, maxConcurrent: 4 },
});
const salesforce = new jsforce.Connection({
  loginUrl: `${base}/sandbox/salesforce`,
  version: '62.0',
  oauth2: {
    loginUrl: `${base}/sandbox/salesforce`,
    clientId: 'crosswalk-app',
    clientSecret: 'sandbox-client-secret',
  },
  callOptions: { client: 'a-person' },
});
await salesforce.authorize({ grant_type: 'client_credentials' });

const until = async (what, read, wanted) => {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const seen = await read();
    if (seen === wanted) return console.log(`${what}: ${seen}`);
    if (Date.now() > deadline) throw new Error(`${what}: wanted ${wanted}, still ${seen}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const found = await hubspot.crm.contacts.searchApi.doSearch({
  filterGroups: [{ filters: [{ propertyName: 'salesforcecontactid', operator: 'HAS_PROPERTY' }] }],
  properties: ['salesforcecontactid'],
  sorts: [],
  limit: index + 1,
  after: '0',
});
const contact = found.results[index];
const salesforceId = contact.properties.salesforcecontactid;

// HubSpot to Salesforce.
const title = `Title of ${Date.now()}`;
await hubspot.crm.contacts.basicApi.update(contact.id, { properties: { jobtitle: title } });
await until(
  'jobtitle in Salesforce',
  async () => (await salesforce.sobject('Contact').retrieve(salesforceId)).Title,
  title,
);

// Salesforce to HubSpot, in a collection.
const phone = `+1 555 ${Date.now()}`;
const [saved] = await salesforce.sobject('Contact').update([{ Id: salesforceId, Phone: phone }]);
if (!saved.success) throw new Error(JSON.stringify(saved.errors));
await until(
  'Phone in HubSpot',
  async () => {
    const read = await hubspot.crm.contacts.batchApi.read({
      inputs: [{ id: contact.id }],
      properties: ['phone'],
      propertiesWithHistory: [],
    });
    return read.results[0].properties.phone;
  },
  phone,
);

// Associations: another primary company, which a property shows.
const companies = await hubspot.crm.companies.searchApi.doSearch({
  filterGroups: [],
  properties: ['name'],
  sorts: [],
  limit: 1,
  after: '0',
});
const company = companies.results[0].id;
const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 1 }];
const associations = hubspot.crm.associations.v4.batchApi;
const pair = { _from: { id: contact.id }, to: { id: company }, types };
await associations.create('contacts', 'companies', { inputs: [pair] });
const primary = async () =>
  (await hubspot.crm.contacts.basicApi.getById(contact.id, ['associatedcompanyid'])).properties
    .associatedcompanyid;
if ((await primary()) !== company) throw new Error(`primary company: ${await primary()}`);
const associated = await associations.getPage('contacts', 'companies', {
  inputs: [{ id: contact.id }],
});
if (!associated.results[0].to.some((to) => String(to.toObjectId) === company)) {
  throw new Error(JSON.stringify(associated));
}
await associations.archiveLabels('contacts', 'companies', { inputs: [pair] });
if (await primary()) throw new Error(`primary company left: ${await primary()}`);

// What the clients do besides.
await hubspot.crm.properties.coreApi.getAll('contacts', false);
await hubspot.crm.owners.ownersApi.getPage();
const { pipelinesApi } = hubspot.crm.pipelines;
const [pipeline] = (await pipelinesApi.getAll('deals')).results;
const { stages } = await pipelinesApi.getById('deals', pipeline.id);
if (stages[0].id !== 'appointmentscheduled' || stages[0].metadata.probability !== '0.2') {
  throw new Error(JSON.stringify(stages));
}
await salesforce.describe('Contact');
const query = await salesforce.query(`SELECT Id, Title FROM Contact WHERE Id = '${salesforceId}'`);
if (query.records[0].Title !== title) throw new Error(JSON.stringify(query));

// Making, refusing and deleting, as the clients understand what they are answered.
const check = (what, seen, wanted) => {
  if (String(seen) !== String(wanted)) throw new Error(`${what}: wanted ${wanted}, is ${seen}`);
};
const refused = async (what, call, wanted) => {
  try {
    await call();
  } catch (error) {
    return check(what, error.code ?? error.errorCode ?? error.name, wanted);
  }
  throw new Error(`${what} was not refused`);
};
const { basicApi, batchApi } = hubspot.crm.contacts;
const unique = `${Date.now()}@vendor.example`;
const made = await basicApi.create({ properties: { email: unique }, associations: [] });
check('made', made.properties.email, unique);
await refused('a second of it', () => basicApi.create({ properties: { email: unique } }), 409);
await refused('an unknown id', () => basicApi.getById('1'), 404);
const batch = await batchApi.create({ inputs: [{ properties: { lastname: 'Batch' } }] });
check('made in a batch', batch.results[0].properties.lastname, 'Batch');
const upserted = await batchApi.upsert({
  inputs: [{ idProperty: 'email', id: unique, properties: { lastname: 'Upserted' } }],
});
check('upserted', upserted.results[0]._new, false);
const mixed = await batchApi.read({
  inputs: [{ id: made.id }, { id: '1' }],
  properties: [],
  propertiesWithHistory: [],
});
check('found of two', mixed.results.length, 1);
check('errors of two', mixed.errors?.length, 1);
const name = `vendor_${Date.now()}`;
const property = { name, label: name, type: 'string', fieldType: 'text', groupName: 'contactinformation' };
check('property', (await hubspot.crm.properties.coreApi.create('contacts', property)).name, name);
await basicApi.archive(made.id);
await refused('an archived one', () => basicApi.getById(made.id), 404);

const created = await salesforce.sobject('Contact').create({ LastName: 'Vendor', Email: unique });
check('created', created.success, true);
const upsert = await salesforce.sobject('Contact').upsert({ Id: created.id, Title: 'Upserted' }, 'Id');
check('upsert', upsert.success, true);
await refused(
  'no last name',
  () => salesforce.sobject('Contact').create({ Email: unique }),
  'REQUIRED_FIELD_MISSING',
);
const all = await salesforce.query('SELECT Id FROM Contact ORDER BY Id', { maxFetch: 10_000 });
check('all', all.records.length, all.totalSize);
const paged = await salesforce.request({
  url: `/services/data/v62.0/query?q=${encodeURIComponent('SELECT Id FROM Contact')}`,
  headers: { 'Sforce-Query-Options': 'batchSize=200' },
});
if (!paged.done) await salesforce.queryMore(paged.nextRecordsUrl);
check('destroyed', (await salesforce.sobject('Contact').destroy(created.id)).success, true);
if (!salesforce.limitInfo.apiUsage?.limit) throw new Error('no Sforce-Limit-Info');
console.log('done');
