// Three workers and a primary process, as the product runs with WORKERS=3: each worker sends as often as it is
// told and says how many got through.
import cluster from 'node:cluster'
import { RateLimiterClusterMaster } from 'rate-limiter-flexible'
import { openRateLimit } from './rate.ts'

const [points = 0, sends = 0] = process.argv.slice(2).map(Number)

const sendAll = async (): Promise<number> => {
  const limit = openRateLimit(points, 'test')
  const answers = await Promise.all(Array.from({ length: sends }, () => limit('192.0.2.1')))
  return answers.filter(({ ok }) => ok).length
}

if (cluster.isPrimary) {
  new RateLimiterClusterMaster()
  let through = 0
  let done = 0
  cluster.on('message', (_, message: { readonly through?: number }) => {
    if (message.through === undefined) return
    through += message.through
    done += 1
    if (done < 3) return
    process.stdout.write(`${through}`)
    process.exit(0)
  })
  for (let i = 0; i < 3; i += 1) cluster.fork()
} else process.send?.({ through: await sendAll() })
