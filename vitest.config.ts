import { defineConfig } from 'vitest/config'

// The one default export of the house: the tool asks for it.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: '#web/html' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/world/database.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
