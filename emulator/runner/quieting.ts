/**
 * Node's own options for a worker. The SDK reads addresses in a way that newer Node calls outdated; Node 20 before 20.11 neither
 * says so nor knows the option, and starts no worker with one that it does not know.
 */
export const quieting = (known: ReadonlySet<string>): string[] =>
  known.has('--disable-warning') ? ['--disable-warning=DEP0169'] : []
