// Signing in at an OpenID provider: authorisation code with PKCE, as a public client. The token rests in
// sessionStorage: it is gone with the tab, and no cookie exists that another site could make use of.
const configured = document.querySelector('meta[name="sign-in"]')?.dataset;
const TOKEN = 'crosswalk.token';
const FLOW = 'crosswalk.sign-in';
/** A request must not leave with a token that ends on its way. */
const EARLY_MILLIS = 10_000;

export function isConfigured() {
  return Boolean(configured);
}

/** The token, if there is one that is still good. */
export function token() {
  const kept = JSON.parse(sessionStorage.getItem(TOKEN) ?? 'null');
  return kept && kept.until - EARLY_MILLIS > Date.now() ? kept.token : null;
}

/** Whether requests can be made: nobody has to sign in, or somebody has. */
export function isReady() {
  return !configured || token() !== null;
}

export function forget() {
  sessionStorage.removeItem(TOKEN);
}

/** Goes to the provider, to come back to what is shown now. */
export async function begin() {
  const provider = await discover();
  const flow = {
    state: random(),
    verifier: random() + random(),
    back: location.pathname === redirectPath() ? '/console/' : location.pathname + location.search,
    tokenEndpoint: provider.token_endpoint,
  };
  sessionStorage.setItem(FLOW, JSON.stringify(flow));
  const to = new URL(provider.authorization_endpoint);
  const query = {
    response_type: 'code',
    client_id: configured.clientId,
    redirect_uri: location.origin + redirectPath(),
    scope: configured.scope,
    state: flow.state,
    code_challenge: await challenge(flow.verifier),
    code_challenge_method: 'S256',
  };
  if (configured.audience) {
    query.audience = configured.audience;
  }
  for (const [name, value] of Object.entries(query)) {
    to.searchParams.set(name, value);
  }
  location.assign(to);
}

/**
 * Takes the code that the provider sent back, if this is where it did.
 *
 * @returns the path to show; null if the location is an ordinary one
 * @throws Error with a sentence for people
 */
export async function complete() {
  if (!configured || location.pathname !== redirectPath()) {
    return null;
  }
  const said = new URLSearchParams(location.search);
  const flow = JSON.parse(sessionStorage.getItem(FLOW) ?? 'null');
  sessionStorage.removeItem(FLOW);
  if (said.has('error')) {
    throw new Error(`The provider refused: ${said.get('error_description') ?? said.get('error')}.`);
  }
  if (!flow || said.get('state') !== flow.state) {
    throw new Error('The answer belongs to no sign-in that was begun in this tab.');
  }
  const answer = await fetch(flow.tokenEndpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: said.get('code') ?? '',
      redirect_uri: location.origin + redirectPath(),
      client_id: configured.clientId,
      code_verifier: flow.verifier,
    }),
  });
  if (!answer.ok) {
    throw new Error(`The provider gave no token (HTTP ${answer.status}).`);
  }
  const given = await answer.json();
  const lifeMillis = Number(given.expires_in ?? 300) * 1000;
  sessionStorage.setItem(TOKEN, JSON.stringify({ token: given.access_token, until: Date.now() + lifeMillis }));
  return flow.back;
}

/** Ends it here, and at the provider where that is offered. */
export async function end() {
  forget();
  const provider = await discover().catch(() => ({}));
  if (provider.end_session_endpoint) {
    const to = new URL(provider.end_session_endpoint);
    const back = `${location.origin}/console/`;
    to.searchParams.set('client_id', configured.clientId);
    to.searchParams.set('post_logout_redirect_uri', back);
    // Cognito has a name of its own for it, and an error page for whoever says nothing by that name.
    to.searchParams.set('logout_uri', back);
    location.assign(to);
  } else {
    location.assign('/console/');
  }
}

async function discover() {
  const answer = await fetch(`${configured.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (!answer.ok) {
    throw new Error(`The provider's configuration cannot be read (HTTP ${answer.status}).`);
  }
  return answer.json();
}

function redirectPath() {
  return '/console/signed-in';
}

function random() {
  return text(crypto.getRandomValues(new Uint8Array(32)));
}

async function challenge(verifier) {
  return text(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

/** Base 64 as URLs take it. */
function text(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
