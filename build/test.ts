import { ensureRuntime } from './runtime.ts'
import { must, runStages } from './stages.ts'

await runStages([
  { title: 'runtime for the window', run: async () => console.log((await ensureRuntime()).name) },
  { title: 'types, lint, format', run: () => must('node', ['build/check.ts']) },
  // In a process of its own: Vite turns the one it builds in into production, and React's tests need the other.
  { title: 'build', run: () => must('node', ['build/build.ts']) },
  { title: 'tests', run: () => must('vitest', ['run', '-c', 'build/vitest.config.ts']) },
  { title: 'end to end', run: () => must('vitest', ['run', '-c', 'build/vitest.e2e.config.ts']) },
])
