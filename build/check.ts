import { must, runStages } from './stages.ts'

const sources = ['shared', 'main', 'renderer', 'build', 'test']

await runStages([
  { title: 'types', run: () => must('tsc', ['-b']) },
  { title: 'lint', run: () => must('oxlint', ['-c', 'build/oxlintrc.json', ...sources]) },
  { title: 'format', run: () => must('oxfmt', ['-c', 'build/oxfmtrc.json', '--check', ...sources.map(folder => `${folder}/**/*.{ts,tsx}`)]) },
])
