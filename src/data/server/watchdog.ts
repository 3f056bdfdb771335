import { type ChildProcess, spawn } from 'node:child_process'
import { Socket } from 'node:net'
import { type Account, runningAs } from './account.ts'

/** Stops the database when this process dies without having done so. */
export type Watchdog = { readonly pid: number | undefined; release(): void }

// The read ends when our side of the pipe closes, which the kernel does however we end. The word
// is sent when the server has ended properly. The pid file, which goes away with a server that
// stops, says that the number is still the server's; it is looked for from inside the cluster, so
// that it is found even when the disk is no longer mounted at its path. After 20 s without success
// the server is made to end; nothing acknowledged is lost by that.
const script = `
cd -- "$2" || exit 1
is_ours() { [ "$(head -n 1 postmaster.pid 2>/dev/null)" = "$1" ] && kill -0 "$1" 2>/dev/null; }
read -r word
[ "$word" = released ] && exit 0
is_ours "$1" || exit 0
kill -INT "$1"
for second in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  is_ours "$1" || exit 0
  sleep 1
done
kill -QUIT "$1"
`

const start = (pid: number, cluster: string, account: Account): ChildProcess => {
  const child = spawn('/bin/sh', ['-c', script, 'tsunagu-watchdog', String(pid), cluster], {
    ...runningAs(account),
    // In a session of its own it outlives a signal to our whole process group.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.unref()
  if (child.stdin instanceof Socket) child.stdin.unref()
  // A write to one that has just ended is told by its exit.
  child.stdin?.on('error', () => undefined)
  child.on('error', () => undefined)
  return child
}

/** So that one that cannot live does not keep the machine busy. */
const pauseBeforeReplacing = 1_000

/**
 * Watches over the server `pid` on `cluster` from outside this process, for the case that this
 * process is killed. A watchdog that ends too early is replaced.
 */
export const watchOver = (pid: number, cluster: string, account: Account): Watchdog => {
  let child = start(pid, cluster, account)
  let released = false
  const replace = () => {
    if (released) return
    child = start(pid, cluster, account)
    replaceWhenEnded()
  }
  const replaceWhenEnded = () =>
    child.on('exit', () => setTimeout(replace, pauseBeforeReplacing).unref())
  replaceWhenEnded()
  return {
    get pid() {
      return child.pid
    },
    release() {
      released = true
      child.stdin?.end('released\n')
    },
  }
}
