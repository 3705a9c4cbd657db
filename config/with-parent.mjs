/** How often somebody looks whether the shell is still there, in milliseconds. */
const EVERY = 500

/**
 * Ends this process with npm: who stops npm stops the shell between npm and us, which passes nothing on. Started by hand, nothing
 * stands between.
 */
export function endWithParent() {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const look = () => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }
  setInterval(look, EVERY).unref()
}
