/** A command line taken apart: `create --office DIR --name 名称`. */
export interface CommandLine {
  readonly words: readonly string[]
  readonly options: ReadonlyMap<string, string>
  readonly flags: ReadonlySet<string>
}

/** Thrown for a command line that cannot be understood; the message says how it should look. */
export class UsageError extends Error {}

const switches = new Set(['good-rows', 'recovery-code', 'help'])
const named = new Set(['office', 'preset', 'name', 'admin', 'clerk', 'user', 'file', 'to'])

export function parseCommandLine(argv: readonly string[]): CommandLine {
  const words: string[] = []
  const options = new Map<string, string>()
  const flags = new Set<string>()
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? ''
    if (!word.startsWith('--')) {
      words.push(word)
      continue
    }
    const [name = '', inline] = word.slice(2).split(/=(.*)/s)
    if (switches.has(name)) flags.add(name)
    else if (!named.has(name)) throw new UsageError(`没有 --${name} 这个选项`)
    else {
      const value = inline ?? argv[++i]
      if (value === undefined) throw new UsageError(`--${name} 后面缺内容`)
      options.set(name, value)
    }
  }
  return { words, options, flags }
}

/** An option that the command cannot do without. */
export function required(line: CommandLine, name: string): string {
  const value = line.options.get(name)
  if (!value) throw new UsageError(`缺 --${name}`)
  return value
}

/** The n-th word after the command, or a usage error that names it. */
export function wordAt(line: CommandLine, index: number, meaning: string): string {
  const value = line.words[index]
  if (!value) throw new UsageError(`缺${meaning}`)
  return value
}

/** JSON given on the command line; nothing given is an empty object. */
export function json(text: string | undefined): unknown {
  if (text === undefined) return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(`不是有效的 JSON：${text.slice(0, 80)}`)
  }
}
