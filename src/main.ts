import cluster from 'node:cluster'
import { projectRoot } from '#data/root.ts'
import { ServerStartError } from '#data/server/index.ts'
import { readConfig } from './config.ts'
import { runPrimary } from './primary.ts'
import { runWorker } from './worker.ts'

const fail = (message: string): never => {
  process.stderr.write(`つなぐ: ${message}\n`)
  process.exit(1)
}

const describe = (error: unknown): string => {
  if (error instanceof ServerStartError) return error.message
  const { code, message } = error as { code?: string; message?: string }
  if (code === 'EADDRINUSE')
    return 'The port is in use by another program; set PORT to a free one. / ポートが使われています。PORT で別の番号を指定してください。'
  return message ?? String(error)
}

const config = readConfig(process.env, projectRoot())
if (!config.ok) fail(config.error)
else {
  const run = cluster.isWorker ? runWorker : runPrimary
  await run(config.value, () => new Date()).catch((error) => fail(describe(error)))
}
