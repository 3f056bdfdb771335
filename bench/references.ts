import { createServer, type Server } from 'node:http'
import pg from 'pg'

/** A server to compare with. */
export type Reference = { readonly url: string; stop(): Promise<void> }

const serve = (answer: (respond: (body: Buffer) => void) => void): Promise<Reference> => {
  const server: Server = createServer((_request, response) => {
    answer((body) => {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-length': body.length,
      })
      response.end(body)
    })
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      resolve({
        url: `http://127.0.0.1:${port}/`,
        stop: () =>
          new Promise((done) => {
            server.closeAllConnections()
            server.close(() => done())
          }),
      })
    })
  })
}

/** (a) node:http and the same bytes, nothing else. */
export const startBare = (bytes: number): Promise<Reference> => {
  const body = Buffer.alloc(bytes, 'x')
  return serve((respond) => respond(body))
}

/** One statement of the floor: what a page needs at the least. */
export type FloorQuery = {
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
}

/** (b) node:http and pg, one process, one prepared statement, HTML of the same size; no framework, no checks. */
export const startFloor = async (
  databaseUrl: string,
  cityId: number,
  query: FloorQuery,
  bytes: number,
): Promise<Reference> => {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 16,
    options: `-c app.city_id=${cityId}`,
  })
  const filler = 'x'.repeat(Math.max(0, bytes - 200))
  const reference = await serve((respond) => {
    void pool
      .query({ ...query, values: [...query.values] })
      .then(({ rows }) => respond(Buffer.from(`<p>${rows.length}${filler}</p>`)))
  })
  return {
    url: reference.url,
    stop: async () => {
      await reference.stop()
      await pool.end()
    },
  }
}
