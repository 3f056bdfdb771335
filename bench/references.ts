import { createServer, type Server } from 'node:http'
import pg from 'pg'

/** A server to compare with. */
export type Reference = { readonly url: string; stop(): Promise<void> }

/** A bare server on a free port that answers everything with what `answer` responds. */
export const serve = (answer: (respond: (body: Buffer) => void) => void): Promise<Reference> => {
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

/** One statement of the floor, as the page asks it. */
export type FloorQuery = {
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
}

export type Floor = {
  readonly databaseUrl: string
  readonly cityId: number
  readonly statements: readonly FloorQuery[]
  /** Size of the answer. */
  readonly bytes: number
}

/**
 * (b) node:http and pg, one process, the same prepared statements one after the other, HTML of the same
 * size; no framework, no checks.
 */
export const startFloor = async (floor: Floor): Promise<Reference> => {
  const pool = new pg.Pool({
    connectionString: floor.databaseUrl,
    max: 16,
    options: `-c app.city_id=${floor.cityId}`,
  })
  const filler = 'x'.repeat(Math.max(0, floor.bytes - 200))
  const answer = async (respond: (body: Buffer) => void): Promise<void> => {
    let rows = 0
    for (const statement of floor.statements)
      rows += (await pool.query({ ...statement, values: [...statement.values] })).rows.length
    respond(Buffer.from(`<p>${rows}${filler}</p>`))
  }
  // At the end some answers are cut off on their way.
  const reference = await serve((respond) => void answer(respond).catch(() => undefined))
  return {
    url: reference.url,
    stop: async () => {
      await reference.stop()
      await pool.end()
    },
  }
}
