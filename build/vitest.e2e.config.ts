import { defineConfig } from 'vitest/config'
import { root } from './root.ts'
import { testFolder } from './test-folder.ts'

/** The built program, driven from outside like a user would. One program at a time: each has a browser of its own. */
export default defineConfig({
  root,
  test: {
    include: ['test/e2e/**/*.test.ts'],
    environment: 'node',
    env: { TMPDIR: testFolder() },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    reporters: ['verbose'],
  },
})
