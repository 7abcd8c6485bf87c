import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { root } from './root.ts'
import { testFolder } from './test-folder.ts'

/** Every test but the end-to-end ones. A test that needs a document says so in its first line: `// @vitest-environment jsdom`. */
export default defineConfig({
  root,
  resolve: { alias: { electron: join(root, 'build/chromium-host/electron.ts') } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    environment: 'node',
    env: { TMPDIR: testFolder() },
    // Vitest would leave one idle, which is half of a small machine.
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
})
