import { spawnSync } from 'node:child_process'

/** One step of a longer run, as `npm test` shows it. */
export interface Stage {
  readonly title: string
  run(): void | Promise<void>
}

/** Runs a program of this project's own Node or of node_modules/.bin; a failure ends the whole run with its code. */
export function must(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env }, shell: process.platform === 'win32' })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

/** Runs the stages in order, each under its title and with its time. */
export async function runStages(stages: readonly Stage[]): Promise<void> {
  for (const [i, { title, run }] of stages.entries()) {
    console.log(`\n── ${i + 1}/${stages.length} ${title} ──`)
    const began = performance.now()
    await run()
    console.log(`── ${title}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
}
