import { run } from './run.mjs';

/** A version like 5.0.0-beta.1 must not become what `npm install` takes. */
export const distTagOf = (version) => (version.includes('-') ? 'next' : 'latest');

/** Why this process may not publish; undefined where it may. Provenance is npm's word for where it was built. */
export function cannotPublish(env) {
  if (env.ACTIONS_ID_TOKEN_REQUEST_URL && env.ACTIONS_ID_TOKEN_REQUEST_TOKEN) return undefined;
  return (
    'Publishing is for the workflow "release", which proves where the packages were built: it needs ' +
    'GitHub Actions with "permissions: id-token: write". Push the tag of the version instead.'
  );
}

/** Publishes a tarball, unless this version is there: a release that broke off is run again. */
export async function publish({ name, tarball }, version, folder) {
  if (await isPublished(name, version, folder)) return 'is there already';
  const tag = distTagOf(version);
  await run(
    'npm',
    ['publish', tarball, '--provenance', '--access', 'public', '--tag', tag],
    folder,
  );
  return `published as ${tag}`;
}

async function isPublished(name, version, folder) {
  try {
    return (await run('npm', ['view', `${name}@${version}`, 'version'], folder)).trim() === version;
  } catch (error) {
    if (String(error).includes('E404')) return false;
    throw error;
  }
}
