/** Figures of this process for a collector, without anything about people. */
export const countRequests = async (): Promise<string> => {
  const memory = process.memoryUsage()
  return [
    '# TYPE tsunagu_memory_bytes gauge',
    `tsunagu_memory_bytes{kind="rss"} ${memory.rss}`,
    `tsunagu_memory_bytes{kind="heap"} ${memory.heapUsed}`,
    '# TYPE tsunagu_uptime_seconds gauge',
    `tsunagu_uptime_seconds ${Math.round(process.uptime())}`,
    '',
  ].join('\n')
}
