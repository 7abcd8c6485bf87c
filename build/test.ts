import { bundle } from './bundle.ts'
import { ensureRuntime } from './runtime.ts'
import { must, runStages } from './stages.ts'

await runStages([
  { title: 'runtime for the window', run: async () => console.log((await ensureRuntime()).name) },
  { title: 'types, lint, format', run: () => must('node', ['build/check.ts']) },
  { title: 'build', run: () => bundle() },
  { title: 'tests', run: () => must('vitest', ['run', '-c', 'build/vitest.config.ts']) },
  { title: 'end to end', run: () => must('vitest', ['run', '-c', 'build/vitest.e2e.config.ts']) },
])
