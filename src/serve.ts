import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Config } from './config.ts'

/** Listens with limits that slow or silent clients cannot stretch. Resolves once connections are taken. */
export const listen = (site: Hono, config: Pick<Config, 'port' | 'host'>): Promise<Server> => {
  const server = createAdaptorServer({
    fetch: site.fetch,
    serverOptions: {
      headersTimeout: 15_000,
      requestTimeout: 120_000,
      keepAliveTimeout: 65_000,
      maxHeaderSize: 32_768,
    },
  }) as Server
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, () => resolve(server))
  })
}

/** Lets running requests finish, for at most `graceMs`, and takes no more. */
export const closeServer = (server: Server, graceMs = 5_000): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
