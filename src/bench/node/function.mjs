// What somebody would write without Crosswalk: one changed property of one contact, from HubSpot to
// Salesforce, with the vendors' own clients. It keeps no base, no journal, and no hint: if it stops, the
// change is lost. Runs as Lambda's custom runtimes do, against AWS_LAMBDA_RUNTIME_API.
import { Client } from '@hubspot/api-client';
import jsforce from 'jsforce';

const hubspot = new Client({
  accessToken: process.env.PEER_HUBSPOT_TOKEN,
  basePath: process.env.PEER_HUBSPOT_URL,
});
const salesforce = new jsforce.Connection({
  loginUrl: process.env.PEER_SALESFORCE_URL,
  version: '62.0',
  oauth2: {
    loginUrl: process.env.PEER_SALESFORCE_URL,
    clientId: process.env.PEER_SALESFORCE_CLIENT_ID,
    clientSecret: process.env.PEER_SALESFORCE_CLIENT_SECRET,
  },
});
let session;

const handle = async ({ hubspotId, property, field }) => {
  session ??= await salesforce.authorize({ grant_type: 'client_credentials' });
  const contact = await hubspot.crm.contacts.basicApi.getById(hubspotId, [
    property,
    'salesforcecontactid',
  ]);
  const value = contact.properties[property];
  const id = contact.properties.salesforcecontactid;
  const record = await salesforce.sobject('Contact').retrieve(id, { fields: ['Id', field] });
  if (record[field] === value) return { written: false };
  const answer = await salesforce.sobject('Contact').update({ Id: id, [field]: value });
  return { written: answer.success };
};

const runtime = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation`;
for (;;) {
  const next = await fetch(`${runtime}/next`);
  const request = next.headers.get('lambda-runtime-aws-request-id');
  try {
    const body = JSON.stringify(await handle(await next.json()));
    await fetch(`${runtime}/${request}/response`, { method: 'POST', body });
  } catch (error) {
    const body = JSON.stringify({ errorType: error.name, errorMessage: error.message });
    await fetch(`${runtime}/${request}/error`, { method: 'POST', body });
  }
}
