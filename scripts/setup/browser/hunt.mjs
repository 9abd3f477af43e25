/**
 * The first browser that works, by the ways given: `list()` gives executables, best first, `attempt`
 * starts one, `installers` are tried in order only when none works. Gives `{ found, tried }`; `tried`
 * says why each of the others was passed over.
 */
export async function huntBrowser({ list, attempt, installers, report }) {
  const tried = new Map();
  const search = async () => {
    for (const executable of list()) {
      const { version, fault } = await attempt(executable);
      if (version) {
        tried.delete(executable);
        return { executable, version };
      }
      tried.set(executable, fault);
    }
    return undefined;
  };

  let found = await search();
  for (const installer of installers) {
    if (found) break;
    report(`no working browser yet; trying "${installer.name}"`);
    const fault = await installer.run();
    found = fault ? undefined : await search();
    if (!found) {
      tried.set(installer.name, fault ?? 'installed, but the browser does not start');
    }
  }
  return { found, tried };
}
