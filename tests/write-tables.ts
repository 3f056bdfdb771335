import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '#data/root.ts'
import { removeOwnServer, startOwnServer } from '#data/server/index.ts'
import { prepareStore } from '../src/store.ts'
import { generateTables } from './tables.ts'

const folder = mkdtempSync(join(tmpdir(), 'tables-'))
const server = await startOwnServer({ directory: folder, log: () => undefined })
const urls = { owner: server.url('owner'), app: server.url('app') }
await prepareStore(urls)
writeFileSync(join(projectRoot(), 'src/data/tables.ts'), generateTables(urls.owner))
await server.stop()
await removeOwnServer(folder)
rmSync(folder, { recursive: true, force: true })
