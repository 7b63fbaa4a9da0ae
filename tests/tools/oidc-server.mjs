// The certified OpenID Connect server as an authority on loopback, for the tests of the sign-in. It prints its address, and reads who the accounts
// are from the file named in ACCOUNTS anew for each sign-in: {"anna": {"email": …, "groups": […]}}; whoever is not in it is known by name alone.
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const way = process.env.CLIENT_AUTH ?? 'client_secret_basic';
const key = (type, options, more) => ({ ...generateKeyPairSync(type, options).privateKey.export({ format: 'jwk' }), use: 'sig', ...more });
const accounts = () => JSON.parse(readFileSync(process.env.ACCOUNTS, 'utf8'));
const client = (client_id, more) => ({
  client_id,
  application_type: 'native', // any port of loopback
  redirect_uris: ['http://127.0.0.1/sign-in/callback'],
  grant_types: ['authorization_code'],
  response_types: ['code'],
  client_secret: process.env.SECRET,
  ...more,
});

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      client('confidential', { token_endpoint_auth_method: way }),
      client('public', { token_endpoint_auth_method: 'none', client_secret: undefined, id_token_signed_response_alg: 'ES256' }),
    ],
    clientAuthMethods: [way, 'none'],
    pkce: { required: () => true },
    scopes: ['openid', 'profile', 'email', 'groups'],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email', 'email_verified'], groups: ['groups'] },
    conformIdTokenClaims: process.env.CLAIMS !== 'id_token',
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts()[id] }) }),
    jwks: { keys: [key('rsa', { modulusLength: 2048 }, { alg: 'RS256', kid: 'rsa' }), key('ec', { namedCurve: 'P-256' }, { alg: 'ES256', kid: 'ec' })] },
    cookies: { keys: ['only for tests'] },
  });
  server.on('request', provider.callback());
  console.log(issuer);
});
