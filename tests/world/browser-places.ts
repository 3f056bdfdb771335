import { existsSync } from 'node:fs'

/**
 * Where a browser usually stands. Debian's headless shell goes first: the same engine without windows, for half the
 * work of the machine.
 */
const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The browser that the tests use; CHROMIUM names one that is not in the usual places. */
export const findBrowser = (): string | undefined =>
  process.env.CHROMIUM ?? places.find((place) => existsSync(place))
